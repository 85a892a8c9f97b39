import { statfs } from 'node:fs/promises';
import { takeWorkLock } from '../store/lock.ts';
import { parseQuery } from '../watches/watches.ts';
import { type Command, exitCodes, write, writeJson } from './command.ts';
import { dataOption, withStore } from './open.ts';
import { counted, onOneLine } from './report.ts';
import { withArchive } from './work.ts';

interface Finding {
  readonly what: string;
  readonly state: 'good' | 'warning' | 'bad';
  readonly advice: string | null;
}

/** Less free room than this on the data disk is a warning. */
const freeBytesMin = 1e9;
const failuresShown = 10;

/** Looks a desk over and says in words what is wrong and what to do. */
export const doctorCommand: Command = {
  name: 'doctor',
  summary: 'Look the desk over and say in words what is wrong and what to do.',
  arguments: [],
  options: [dataOption, { flag: '--json', help: 'one JSON object a finding' }],
  examples: ['doctor'],
  run: (_, options, terminal) =>
    withStore(options, terminal, async (store, data) => {
      const findings: Finding[] = [];
      const note = (state: Finding['state'], what: string, advice: string | null = null) =>
        findings.push({ state, what, advice });
      note('good', `Node ${process.versions.node}, data in ${data.folder}`);
      const counts = await store.counts();
      note(
        'good',
        `${counted(counts.pages, 'page')}, ${counted(counts.articles, 'article')}, ${counted(counts.stories, 'story', 'stories')}, ${counted(counts.alerts, 'alert')}, ${(counts.databaseBytes / 1e6).toFixed(1)} MB of database`,
      );
      const lock = takeWorkLock(data.lockFile);
      if (lock === null) note('good', 'a desk is running on this folder');
      else {
        lock.release();
        if (counts.pagesWaiting > 0)
          note(
            'warning',
            `${counts.pagesWaiting} pages wait and no desk is running`,
            'Start one with "watchfloor serve", or run "watchfloor poll".',
          );
      }
      await withArchive(data, async (archive) => {
        note('good', `${(archive.bytes() / 1e6).toFixed(1)} MB of stored pages`);
        for (const { file, bytes } of archive.mended)
          note(
            'warning',
            `${file}: ${bytes} bytes torn by a crash were cut away`,
            'Nothing is lost: the page had not been accepted.',
          );
      });
      const disk = await statfs(data.folder);
      const free = disk.bavail * disk.bsize;
      if (free < freeBytesMin)
        note(
          'bad',
          `only ${(free / 1e6).toFixed(0)} MB are free on the disk of the data folder`,
          'Free some, or set WATCHFLOOR_KEEP_DAYS or WATCHFLOOR_KEEP_BYTES.',
        );
      for (const { title, address, health } of await store.listSources()) {
        if (health.state === 'failing' || health.state === 'silent') {
          note(
            'warning',
            `${title ?? address} is ${health.state} since ${health.since.slice(0, 16)}${health.failure === null ? '' : `: ${health.failure.what}`}`,
            health.failure?.advice ?? 'Look whether the source still lives.',
          );
        }
      }
      const failures = await store.listFailures(failuresShown);
      for (const { name, failure } of failures) note('warning', `${name}: ${failure.what}`, failure.advice);
      for (const watch of await store.listWatches()) {
        const [problem] = parseQuery(watch.query).problems;
        if (problem !== undefined)
          note('bad', `the watch ${watch.name} cannot be read: ${problem.what}`, problem.instead);
      }
      for (const { state, what, advice } of findings) {
        if (options.json === true || !terminal.outInteractive) await writeJson(terminal.out, { state, what, advice });
        else
          await write(
            terminal.out,
            `${{ good: 'ok  ', warning: 'look', bad: 'BAD ' }[state]}  ${onOneLine(what)}\n${advice === null ? '' : `      ${onOneLine(advice)}\n`}`,
          );
      }
      return findings.some((finding) => finding.state === 'bad') ? exitCodes.someFailed : exitCodes.ok;
    }),
};
