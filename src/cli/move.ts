import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Failure } from '../failures.ts';
import { databaseName } from '../store/backup.ts';
import { singleStages, takeWorkLock, type WorkLock } from '../store/lock.ts';
import { type MovingSide, moveDesk } from '../store/move.ts';
import { takePostgresLeases } from '../store/postgres/lease.ts';
import { openPostgresMoving } from '../store/postgres/moving.ts';
import { openSqliteMoving } from '../store/sqlite/moving.ts';
import { type Command, exitCodes, type Terminal, usage, writeJson } from './command.ts';
import { progress } from './progress.ts';

/** Takes a whole desk from one store to another. */
export const moveCommand: Command = {
  name: 'move',
  summary: 'Take a desk from a file to PostgreSQL, or back; both are compared row by row before it says so.',
  arguments: [
    {
      name: '<from>',
      help: 'sqlite:FOLDER (a data folder), postgres://USER:PASSWORD@HOST/DATABASE, or postgres: for that of DATABASE_URL',
    },
    { name: '<to>', help: 'the same, empty; a move that was broken off goes on' },
  ],
  options: [],
  examples: ['move sqlite:watchfloor-data postgres:', 'move postgres: sqlite:watchfloor-data'],
  async run([fromPlace, toPlace], _, terminal) {
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
            `all rows of ${step.value.length} tables are there and the same; the stored pages stay in their data folder\n`,
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
