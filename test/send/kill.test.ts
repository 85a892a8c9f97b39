import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import { openSqliteStore } from '../../src/store/sqlite.ts';
import { matchQuery } from '../../src/watches/watches.ts';
import { type HttpReceiver, httpReceiver, type MailReceiver, mailReceiver } from './receivers.ts';

const killsWanted = 12;
/** Enough for more alerts than a life can send before it is killed. */
const pageCount = 72;

test('killed between any two steps, it loses no alert and doubles none where ids are kept', {
  timeout: 180_000,
}, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'watchfloor-send-kill-'));
  const [http, mail] = [await httpReceiver(), await mailReceiver()];
  try {
    const data = join(folder, 'data');
    let kills = 0;
    for (let life = 0; life < killsWanted; life++) {
      // In turn: some milliseconds into the work, when a message has come and is not answered, and just after the answer.
      const on = (['work', 'http', 'mail'] as const)[life % 3];
      const killed = await live(folder, data, http, mail, { on, milliseconds: life % 2 === 0 ? 0 : (life % 5) + 1 });
      if (killed) kills++;
    }
    assert.ok(kills >= 7, `only ${kills} lives ended by a kill`);
    assert.equal(await live(folder, data, http, mail, null), false);

    const store = openSqliteStore({ file: join(data, 'watchfloor.sqlite'), matches: matchQuery });
    const alerts = await store.listAlerts({ watchId: 'wa-1', state: null, before: null, limit: 999 });
    assert.deepEqual(await store.failedDeliveries(9), []);
    await store.close();
    assert.ok(alerts.length > 8, `${alerts.length} alerts`);

    // Webhooks: what is left when ids that are known are dropped is every alert once.
    const events = new Map(http.got.map(({ headers, body }) => [headers['webhook-id'], JSON.parse(body).subject]));
    for (const { headers, body } of http.got) assert.equal(events.get(headers['webhook-id']), JSON.parse(body).subject);
    assert.deepEqual([...events.values()].sort(), alerts.map(({ alert }) => alert.id).sort());

    assert.ok(http.got.length > events.size, 'no life was killed between sending and noting: the test proves nothing');

    // Mail: the same, by the id of the message, which mail programs know.
    const mails = new Map(mail.got.map((one) => [one.mail.messageId, articlesIn(one.mail.text ?? '')]));
    for (const one of mail.got) assert.deepEqual(articlesIn(one.mail.text ?? ''), mails.get(one.mail.messageId));
    assert.deepEqual([...mails.values()].flat().sort(), alerts.map(({ alert }) => alert.articleId).sort());
  } finally {
    await Promise.all([http.close(), mail.close()]);
    rmSync(folder, { recursive: true });
  }
});

function articlesIn(text: string): string[] {
  return [...text.matchAll(/\/articles\/([A-Za-z0-9-]+)\/stored/g)].map(([, id]) => id);
}

interface Kill {
  readonly on: 'work' | 'http' | 'mail';
  readonly milliseconds: number;
}

/** Runs the process, to its end when `kill` is null; whether it was killed. */
function live(
  cache: string,
  data: string,
  http: HttpReceiver,
  mail: MailReceiver,
  kill: Kill | null,
): Promise<boolean> {
  const port = http.host.split(':')[1];
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, 'kill.child.ts'), data, port, String(mail.port), String(pageCount)],
    { env: { ...process.env, NODE_COMPILE_CACHE: join(cache, 'compiled') }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const errors: string[] = [];
  const strike = (on: Kill['on']) => {
    if (kill?.on !== on) return;
    if (kill.milliseconds === 0) child.kill('SIGKILL');
    else setTimeout(() => child.kill('SIGKILL'), kill.milliseconds);
  };
  http.onMessage = () => strike('http');
  mail.onMessage = () => strike('mail');
  createInterface({ input: child.stdout }).on('line', (line) => {
    if (line.startsWith('error')) errors.push(line);
    if (line === 'ready') strike('work');
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => errors.push(text));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (_code, signal) => {
      http.onMessage = () => undefined;
      mail.onMessage = () => undefined;
      assert.deepEqual(errors, []);
      resolve(signal === 'SIGKILL');
    });
  });
}
