import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A PostgreSQL server of its own, in a folder of its own, reached through a socket in it. */
export interface PostgresServer {
  /** Address of a new, empty schema. */
  freshUrl(): string;
  kill(): Promise<void>;
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** Why none can be started here, or null. */
export function whyNoPostgres(): string | null {
  if (programs() === null) return 'PostgreSQL is not installed here (Debian: apt-get install postgresql)';
  if (process.getuid?.() === 0 && postgresUser() === null)
    return 'PostgreSQL does not run as root, and there is no user postgres';
  return null;
}

/** Starts one; nothing of it waits for the disk, and nothing of it is left when it is stopped. */
export async function startPostgres(): Promise<PostgresServer> {
  const bin = programs()!;
  const user: { uid?: number; gid?: number } = process.getuid?.() === 0 ? postgresUser()! : {};
  const folder = mkdtempSync(join(tmpdir(), 'watchfloor-pg-'));
  if (user.uid !== undefined && user.gid !== undefined) chownSync(folder, user.uid, user.gid);
  chmodSync(folder, 0o755);
  const data = join(folder, 'data');
  execFileSync(
    join(bin, 'initdb'),
    ['-D', data, '-U', 'watch', '-A', 'trust', '-E', 'UTF8', '--no-sync', '--locale=C.UTF-8'],
    {
      ...user,
      cwd: folder,
      stdio: 'pipe',
    },
  );
  let server: ReturnType<typeof spawn> | null = null;
  const start = async () => {
    const started = spawn(
      join(bin, 'postgres'),
      ['-D', data, '-k', folder, '-c', 'listen_addresses=', '-c', 'fsync=off', '-c', 'max_connections=60'],
      { ...user, cwd: folder, stdio: 'ignore' },
    );
    server = started;
    for (let tries = 0; tries < startTriesMax; tries++) {
      try {
        execFileSync(join(bin, 'pg_isready'), ['-q', '-h', folder], { ...user, cwd: folder });
        return;
      } catch {
        // Not yet: the exit code of pg_isready says no more than that.
        await new Promise((resolve) => setTimeout(resolve, startPauseMilliseconds));
      }
    }
    throw new Error('PostgreSQL does not start');
  };
  const end = (signal: NodeJS.Signals) =>
    new Promise<void>((resolve) => {
      if (server === null || server.exitCode !== null || server.signalCode !== null) return resolve();
      server.once('exit', () => resolve());
      server.kill(signal);
    });
  await start();
  let schemas = 0;
  return {
    freshUrl() {
      const schema = `watch_${++schemas}`;
      execFileSync(
        join(bin, 'psql'),
        ['-q', '-h', folder, '-U', 'watch', '-d', 'postgres', '-c', `CREATE SCHEMA ${schema}`],
        {
          ...user,
          cwd: folder,
        },
      );
      return `postgres://watch@/postgres?host=${encodeURIComponent(folder)}&options=${encodeURIComponent(`-c search_path=${schema}`)}`;
    },
    kill: () => end('SIGQUIT'),
    start,
    async stop() {
      await end('SIGINT');
      rmSync(folder, { recursive: true, force: true });
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
