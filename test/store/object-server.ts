import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { homedir, tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import type { BucketOptions } from '../../src/store/bucket.ts';

/** A store that speaks S3, in a process and a folder of its own. */
export interface ObjectServer {
  readonly endpoint: string;
  /** A new, empty bucket, and how to get at it. */
  freshBucket(): BucketOptions;
  /** Where the objects of a bucket lie as files. */
  folderOf(options: BucketOptions): string;
  kill(): Promise<void>;
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** Why none can be started here, or null. */
export function whyNoObjectServer(): string | null {
  return program() === null
    ? 'there is no S3 store here (go install github.com/versity/versitygw/cmd/versitygw@v1.8.0)'
    : null;
}

const keys = { keyId: 'watch', secretKey: 'a-secret-of-the-test' };

export async function startObjectServer(): Promise<ObjectServer> {
  const folder = mkdtempSync(join(tmpdir(), 'watchfloor-s3-'));
  for (const name of ['objects', 'aside']) mkdirSync(join(folder, name));
  const port = await freePort();
  const endpoint = `http://127.0.0.1:${port}`;
  let server: ReturnType<typeof spawn> | null = null;
  let buckets = 0;
  const end = async () => {
    if (server === null || server.exitCode !== null || server.signalCode !== null) return;
    server.kill('SIGKILL');
    await once(server, 'exit');
  };
  const folderOf = ({ bucket, prefix }: BucketOptions) => join(folder, 'objects', bucket, prefix);
  const made: ObjectServer = {
    endpoint,
    freshBucket() {
      const options: BucketOptions = {
        bucket: `desk-${++buckets}`,
        prefix: 'kept/pages',
        endpoint,
        region: 'us-east-1',
        pathStyle: true,
        credentials: keys,
      };
      mkdirSync(join(folder, 'objects', options.bucket));
      return options;
    },
    folderOf,
    kill: end,
    async start() {
      server = spawn(
        program()!,
        // What it keeps of an object beside its bytes goes into a folder: not every file system takes it.
        [
          '--port',
          `127.0.0.1:${port}`,
          '--quiet',
          'posix',
          '--sidecar',
          join(folder, 'aside'),
          join(folder, 'objects'),
        ],
        {
          env: { ...process.env, ROOT_ACCESS_KEY_ID: keys.keyId, ROOT_SECRET_ACCESS_KEY: keys.secretKey },
          stdio: 'ignore',
        },
      );
      for (let tries = 0; tries < startTriesMax; tries++) {
        const answers = await fetch(endpoint).then(
          () => true,
          () => false,
        );
        if (answers) return;
        await new Promise((resolve) => setTimeout(resolve, startPauseMilliseconds));
      }
      throw new Error('the S3 store does not start');
    },
    async stop() {
      await end();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  await made.start();
  return made;
}

const startTriesMax = 100;
const startPauseMilliseconds = 100;

function program(): string | null {
  const folders = [...(process.env.PATH ?? '').split(delimiter), join(homedir(), 'go', 'bin'), '/usr/local/bin'];
  return folders.map((folder) => join(folder, 'versitygw')).find((path) => existsSync(path)) ?? null;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
