import { asFailure, Failure } from '../failures.ts';
import type { Store } from '../store/store.ts';
import { recordId } from '../text/hash.ts';
import type { ImportView } from '../web/sources.ts';
import type { Words } from '../web/words/en.ts';
import { phrase } from '../web/words/phrases.ts';
import { forFirstAnswer, jobsByStore, makeRoom, pace } from './jobs.ts';
import {
  checkedId,
  type DeskRequest,
  type DeskTools,
  failureWords,
  type ImportProgress,
  type Redirect,
} from './route.ts';

/**
 * Takes in files that a person handed over. A long one goes on after the first answer: whoever looks again is told how far it
 * is, until it is done or stopped. What was taken in stays.
 */
export async function beginImport(
  { store, now }: Pick<DeskTools, 'store' | 'now'>,
  given: readonly NamedFile[],
  importFile: ImportFile,
  words: Words,
): Promise<ImportView> {
  const files = given.slice(0, filesMax);
  const jobs = jobsOf(store);
  const id = recordId('import', now(), ...files.map(({ name }) => name));
  const job: Job = {
    files: files.length,
    filesDone: 0,
    sum: { accepted: 0, known: 0, sources: 0 },
    problems: [],
    began: performance.now(),
    ended: null,
    stop: false,
    words,
  };
  // The oldest that is over is forgotten first; one at work is never thrown away.
  makeRoom(jobs, ({ ended }) => ended !== null);
  jobs.set(id, job);
  await forFirstAnswer(run(job, files, importFile));
  if (job.ended !== null) jobs.delete(id);
  return viewOf(id, job);
}

/** POST `/imports/:id/stop`: what was taken in so far stays. */
export async function stopImport(request: DeskRequest): Promise<Redirect> {
  const id = checkedId(request.param('id'));
  const job = jobsOf(request.tools.store).get(id);
  if (job !== undefined) job.stop = true;
  return { to: `/sources?import=${id}` };
}

/** How far an import is; null when it is not known any more. */
export function importView(store: Store, id: string): ImportView | null {
  const job = jobsOf(store).get(id);
  return job === undefined ? null : viewOf(id, job);
}

interface Job {
  readonly files: number;
  filesDone: number;
  /** So far, those of the file at work too. */
  readonly sum: { accepted: number; known: number; sources: number };
  readonly problems: string[];
  readonly began: number;
  ended: number | null;
  stop: boolean;
  /** The words of whoever brought the files in. */
  readonly words: Words;
}

interface NamedFile {
  readonly name: string;
  readonly content: Uint8Array;
}

type ImportFile = NonNullable<NonNullable<DeskTools['worker']>['importFile']>;

const filesMax = 500;
const problemsMax = 50;
const jobsOf = jobsByStore<Job>();

async function run(job: Job, files: readonly NamedFile[], importFile: ImportFile): Promise<void> {
  const told = (file: string, problem: string) => {
    if (job.problems.length < problemsMax) job.problems.push(`${file}: ${problem}`);
  };
  try {
    for (const file of files) {
      if (job.stop) break;
      const { accepted, known } = job.sum;
      const count = (so: ImportProgress) => {
        job.sum.accepted = accepted + so.accepted;
        job.sum.known = known + so.known;
      };
      try {
        const done = await importFile(file.name, file.content, (so) => {
          count(so);
          if (job.stop) throw stopped;
        });
        count(done);
        job.sum.sources += done.sources;
        for (const problem of done.problems) told(file.name, phrase(problem, job.words.phrases));
      } catch (error) {
        if (error === stopped) break;
        told(file.name, failureWords(asFailure(error), job.words));
      }
      job.filesDone++;
    }
  } finally {
    job.ended = performance.now();
  }
}

const stopped = new Failure('stopped', 'the import was stopped', {
  retry: 'never',
  advice: 'Bring the file in again.',
});

function viewOf(id: string, job: Job): ImportView {
  const pages = job.sum.accepted + job.sum.known;
  const { seconds, perSecond } = pace(pages, job.began, job.ended);
  const share = job.filesDone / job.files;
  return {
    id,
    running: job.ended === null && !job.stop,
    stopped: job.stop,
    files: job.files,
    filesDone: job.filesDone,
    pages,
    perSecond,
    secondsLeft: job.ended !== null || share === 0 ? null : Math.ceil((seconds / share) * (1 - share)),
    sum: job.sum,
    problems: job.problems,
  };
}
