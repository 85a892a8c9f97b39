import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Failure } from '../failures.ts';
import { databaseName } from '../store/backup.ts';
import { singleStages, takeWorkLock, type WorkLock } from '../store/lock.ts';
import { type MovingSide, moveDesk } from '../store/move.ts';
import { movePages, type PagesMoved } from '../store/move-pages.ts';
import type { PageArchive } from '../store/pages.ts';
import { takePostgresLeases } from '../store/postgres/lease.ts';
import { openPostgresMoving } from '../store/postgres/moving.ts';
import { openSqliteMoving } from '../store/sqlite/moving.ts';
import { isBucketPlace, openPlace as openPagesPlace } from './archive.ts';
import { type Command, type ExitCode, exitCodes, type Terminal, usage, writeJson } from './command.ts';
import { progress } from './progress.ts';

/** Takes a whole desk from one store to another, or its stored pages from one archive to another. */
export const moveCommand: Command = {
  name: 'move',
  summary:
    'Take a desk from a file to PostgreSQL, or its stored pages from a folder to a bucket, or back; all is compared before it says so.',
  arguments: [
    {
      name: '<from>',
      help: 'sqlite:FOLDER (a data folder), postgres://USER:PASSWORD@HOST/DATABASE, or postgres: for that of DATABASE_URL; of pages, pages:FOLDER or s3://BUCKET/PREFIX',
    },
    { name: '<to>', help: 'the same, empty; a move that was broken off goes on' },
  ],
  options: [],
  examples: [
    'move sqlite:watchfloor-data postgres:',
    'move postgres: sqlite:watchfloor-data',
    'move pages:watchfloor-data/pages s3://desk/pages',
  ],
  async run([fromPlace, toPlace], _, terminal) {
    if (isPagesPlace(fromPlace) || isPagesPlace(toPlace)) return movePagesBetween(fromPlace, toPlace, terminal);
    const places: Place[] = [];
    try {
      const from = await openPlace(named(fromPlace, terminal), true);
      places.push(from);
      const to = await openPlace(named(toPlace, terminal), false);
      places.push(to);
      const bar = progress(terminal, 'rows copied and compared', 0);
      const moving = moveDesk(from.side, to.side);
      for (;;) {
        const step = await moving.next();
        if (step.done) {
          bar.end();
          for (const table of step.value) await writeJson(terminal.out, table);
          terminal.err.write(
            `all rows of ${step.value.length} tables are there and the same; the stored pages stay where they are\n`,
          );
          return exitCodes.ok;
        }
        bar.at(step.value.copied + step.value.compared, 2 * step.value.total);
        if (terminal.stopped.aborted) {
          bar.end();
          terminal.err.write('stopped; the same command goes on where it was\n');
          return exitCodes.stopped;
        }
      }
    } finally {
      for (const { side, lock } of places) {
        await side.close();
        await lock.release();
      }
    }
  },
};

function isPagesPlace(place: string): boolean {
  return place.startsWith('pages:') || isBucketPlace(place);
}

/** No lock is needed: files of an archive only grow or go. What comes meanwhile is taken when it is called again. */
async function movePagesBetween(fromPlace: string, toPlace: string, terminal: Terminal): Promise<ExitCode> {
  const archives: PageArchive[] = [];
  try {
    for (const place of [fromPlace, toPlace]) archives.push(await openPages(place, place === fromPlace, terminal));
    const [from, to] = archives;
    await to.check();
    const bar = progress(terminal, 'files copied and compared', 0);
    let last: PagesMoved = { files: 0, copied: 0, bytes: 0 };
    for await (const moved of movePages(from, to)) {
      last = moved;
      bar.at(moved.files);
      if (!terminal.stopped.aborted) continue;
      bar.end();
      terminal.err.write('stopped; the same command goes on where it was\n');
      return exitCodes.stopped;
    }
    bar.end();
    await writeJson(terminal.out, { from: from.place, to: to.place, ...last });
    terminal.err.write(
      `${last.files} files, ${(last.bytes / 1e6).toFixed(1)} MB, are in ${to.place} and the same; set WATCHFLOOR_PAGES to it. A desk that worked meanwhile: stop it, and call this again\n`,
    );
    return exitCodes.ok;
  } finally {
    for (const archive of archives) await archive.close();
  }
}

function openPages(place: string, mustExist: boolean, { configuration }: Terminal): Promise<PageArchive> {
  if (!isPagesPlace(place))
    throw usage(`${place} holds no pages`, 'Pages are moved between pages:FOLDER and s3://BUCKET/PREFIX.');
  const path = isBucketPlace(place) ? place : place.slice('pages:'.length);
  if (mustExist && !isBucketPlace(place) && !existsSync(path))
    throw new Failure('no-input', `there is no folder ${path}`, { retry: 'never', advice: 'Check the name.' });
  return openPagesPlace(path, configuration);
}

/** `postgres:` alone is the server of the settings, so that no password stands on the command line. */
function named(place: string, { configuration }: Terminal): string {
  return place === 'postgres:' && configuration.databaseUrl !== '' ? configuration.databaseUrl : place;
}

interface Place {
  readonly side: MovingSide;
  readonly lock: WorkLock;
}

/** Locked before it is opened: a desk at work would change what is copied. */
async function openPlace(place: string, mustExist: boolean): Promise<Place> {
  const onServer = /^postgres(ql)?:\/\//.test(place);
  if (!onServer && !place.startsWith('sqlite:'))
    throw usage(`${place} names no store`, 'Write sqlite:FOLDER or postgres://USER:PASSWORD@HOST/DATABASE.');
  const file = onServer ? '' : fileOf(place.slice('sqlite:'.length), mustExist);
  if (!onServer) mkdirSync(dirname(file), { recursive: true });
  const lock = onServer
    ? await takePostgresLeases(place, singleStages, false)
    : takeWorkLock(join(dirname(file), 'work.lock'));
  if (lock === null)
    throw new Failure('in-use', onServer ? 'a process works on the desk on the server' : `a desk works on ${file}`, {
      retry: 'stop',
      advice: 'Stop it while it is moved.',
    });
  try {
    return { side: onServer ? await openPostgresMoving(place) : openSqliteMoving(file), lock };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

function fileOf(path: string, mustExist: boolean): string {
  const file = existsSync(path) && !statSync(path).isDirectory() ? path : join(path, databaseName);
  if (mustExist && !existsSync(file))
    throw new Failure('no-input', `there is no desk in ${path}`, {
      retry: 'never',
      advice: 'Name the data folder of a desk.',
    });
  return file;
}
