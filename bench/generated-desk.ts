import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from '../src/server/app.ts';
import { cpuMillisecondsSince } from './figures.ts';
import { type GeneratedArchive, generatedArchive } from './generated-archive.ts';

/** A desk over an archive of generated articles, and what its pages cost. */
export interface GeneratedDesk extends GeneratedArchive {
  /** Asks for one page, whole, and throws when there is none. */
  ask(path: string): Promise<{ readonly text: string; readonly milliseconds: number }>;
  close(): Promise<void>;
}

/** Opens one. A named folder or PostgreSQL database is kept, and used as it is when the archive is there already. */
export async function generatedDesk(articleCount: number, named: string | undefined): Promise<GeneratedDesk> {
  const folder = named ?? mkdtempSync(join(tmpdir(), 'watchfloor-bench-'));
  const archive = await generatedArchive(folder, articleCount);
  const { app } = createApp(
    {
      store: archive.store,
      pages: { content: async () => null },
      now: () => archive.now,
      log: {
        info: () => undefined,
        error: (fields, message) => process.stderr.write(`${message} ${JSON.stringify(fields)}\n`),
      },
    },
    { names: [], password: null },
  );
  return {
    ...archive,
    async ask(path) {
      const start = process.cpuUsage();
      const answer = await app.request(`http://127.0.0.1${path}`, { headers: { host: '127.0.0.1' } });
      const text = await answer.text();
      const milliseconds = cpuMillisecondsSince(start);
      if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
      return { text, milliseconds };
    },
    async close() {
      await archive.store.close();
      if (named === undefined) rmSync(folder, { recursive: true });
    },
  };
}
