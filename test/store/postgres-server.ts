import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A PostgreSQL server of its own, in a folder of its own, reached through a socket in it. */
export interface PostgresServer {
  /** Address of a new, empty schema; its tables lie in a folder when one is named. */
  freshUrl(tablesIn?: string): string;
  /** Folder of its socket. */
  readonly folder: string;
  kill(): Promise<void>;
  start(): Promise<void>;
  stop(): Promise<void>;
  /** A second server that holds all that this one has confirmed; `promote` makes it the first. */
  standby(): Promise<{ readonly folder: string; promote(): Promise<void>; stop(): Promise<void> }>;
}

/** Why none can be started here, or null. */
export function whyNoPostgres(): string | null {
  if (programs() === null) return 'PostgreSQL is not installed here (Debian: apt-get install postgresql)';
  if (process.getuid?.() === 0 && postgresUser() === null)
    return 'PostgreSQL does not run as root, and there is no user postgres';
  return null;
}

/** Starts one, in a folder when one is named; nothing of it waits for the disk, and nothing of it is left when it is stopped. */
export async function startPostgres(within = tmpdir()): Promise<PostgresServer> {
  const bin = programs()!;
  const user: { uid?: number; gid?: number } = process.getuid?.() === 0 ? postgresUser()! : {};
  const run = (program: string, ...given: string[]) =>
    execFileSync(join(bin, program), given, { ...user, cwd: tmpdir(), stdio: 'pipe' });
  const newFolder = () => {
    const folder = mkdtempSync(join(within, 'watchfloor-pg-'));
    if (user.uid !== undefined && user.gid !== undefined) chownSync(folder, user.uid, user.gid);
    chmodSync(folder, 0o755);
    return folder;
  };
  /** A server process over the data in a folder. */
  const serverIn = (folder: string) => {
    let server: ReturnType<typeof spawn> | null = null;
    const end = (signal: NodeJS.Signals) =>
      new Promise<void>((resolve) => {
        if (server === null || server.exitCode !== null || server.signalCode !== null) return resolve();
        server.once('exit', () => resolve());
        server.kill(signal);
      });
    return {
      async start() {
        const options = ['listen_addresses=', 'fsync=off', 'max_connections=60'].flatMap((option) => ['-c', option]);
        server = spawn(join(bin, 'postgres'), ['-D', join(folder, 'data'), '-k', folder, ...options], {
          ...user,
          cwd: folder,
          stdio: 'ignore',
        });
        for (let tries = 0; tries < startTriesMax; tries++) {
          try {
            run('pg_isready', '-q', '-h', folder);
            return;
          } catch {
            // Not yet: the exit code of pg_isready says no more than that.
            await new Promise((resolve) => setTimeout(resolve, startPauseMilliseconds));
          }
        }
        throw new Error('PostgreSQL does not start');
      },
      kill: () => end('SIGQUIT'),
      async stop() {
        await end('SIGINT');
        rmSync(folder, { recursive: true, force: true });
      },
    };
  };
  const folder = newFolder();
  run(
    'initdb',
    ...['-D', join(folder, 'data'), '-U', 'watch', '-A', 'trust', '-E', 'UTF8', '--no-sync', '--locale=C.UTF-8'],
    // Small ones, so that a disk that is full is met soon.
    '--wal-segsize=1',
  );
  const server = serverIn(folder);
  await server.start();
  const sql = (text: string) => run('psql', '-q', '-h', folder, '-U', 'watch', '-d', 'postgres', '-c', text);
  let schemas = 0;
  return {
    folder,
    freshUrl(tablesIn) {
      const schema = `watch_${++schemas}`;
      sql(`CREATE SCHEMA ${schema}`);
      if (tablesIn !== undefined) sql(`CREATE TABLESPACE ${schema} LOCATION '${tablesIn}'`);
      const options = `-c search_path=${schema}${tablesIn === undefined ? '' : ` -c default_tablespace=${schema}`}`;
      return `postgres://watch@/postgres?host=${encodeURIComponent(folder)}&options=${encodeURIComponent(options)}`;
    },
    ...server,
    async standby() {
      const second = newFolder();
      const data = join(second, 'data');
      run('pg_basebackup', '-h', folder, '-U', 'watch', '-D', data, '-R', '-c', 'fast', '--no-sync');
      const standing = serverIn(second);
      await standing.start();
      // From here on what is confirmed to a client is on both.
      sql(`ALTER SYSTEM SET synchronous_standby_names = '*'`);
      sql('SELECT pg_reload_conf()');
      return {
        folder: second,
        async promote() {
          run('pg_ctl', 'promote', '-w', '-D', data);
        },
        stop: standing.stop,
      };
    },
  };
}

const startTriesMax = 100;
const startPauseMilliseconds = 100;

/** The folder of the newest server programs that are installed, where Debian and others put them. */
function programs(): string | null {
  const versions = existsSync('/usr/lib/postgresql') ? readdirSync('/usr/lib/postgresql') : [];
  const newest = versions.map(Number).sort((a, b) => b - a)[0];
  for (const folder of [`/usr/lib/postgresql/${newest}/bin`, '/usr/local/bin', '/usr/bin', '/opt/homebrew/bin']) {
    if (existsSync(join(folder, 'initdb'))) return folder;
  }
  return null;
}

function postgresUser(): { uid: number; gid: number } | null {
  try {
    const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { stdio: 'pipe' }).toString());
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    // `id` fails where there is no such user.
    return null;
  }
}
