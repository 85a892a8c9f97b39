import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { seeded } from '../made.ts';
import { type ArchiveName, archivePages } from './archive.ts';
import { type HttpReceiver, httpReceiver, type MailReceiver, mailReceiver } from './receivers.ts';
import { assertToldOnce, type Desk, openDesk, type Told } from './told-once.ts';

/** What so many kills came to; the rest is asserted. */
export interface KillFigures extends Told {
  readonly kills: number;
  readonly pages: number;
}

/**
 * Takes an archive through a process that is killed so many times, at chance moments: while it starts, while it works, when a
 * message has come in and is not answered, and just after the answer. Asserts that what is told in the end is what an
 * undisturbed process tells, over every channel, each alert once.
 */
export async function surviveKills(archive: ArchiveName, killsWanted: number, seed: number): Promise<KillFigures> {
  const folder = mkdtempSync(join(tmpdir(), 'watchfloor-kills-'));
  const calm: Place = { data: join(folder, 'calm'), http: await httpReceiver(), mail: await mailReceiver() };
  const rough: Place = { data: join(folder, 'rough'), http: await httpReceiver(), mail: await mailReceiver() };
  const live = livesOf(archive, join(folder, 'compiled'));
  try {
    // The undisturbed run also fills the compile cache, so that each later life begins its work sooner.
    const whole = await live(calm, 0, null);
    assert.equal(whole.ended, true);
    await live(calm, whole.accepted, null, daysLater);

    const random = seeded(seed);
    let accepted = 0;
    let kills = 0;
    let shown: Desk['shown'] = { inbox: [], feed: [] };
    for (let life = 0; life < killsWanted; life++) {
      const lived = await live(rough, accepted, killAt(random, whole.lines / killsWanted));
      accepted = Math.max(accepted, lived.accepted);
      if (lived.killed) kills++;
      shown = await stillShown(rough, shown);
      if (lived.ended) break;
    }
    assert.ok(kills >= 0.8 * killsWanted, `only ${kills} of ${killsWanted} lives ended by a kill`);
    assert.equal((await live(rough, accepted, null)).ended, true);
    await live(rough, whole.accepted, null, daysLater);

    const told = await assertToldOnce(calm, rough);
    return { kills, pages: archivePages(archive).length, ...told };
  } finally {
    await Promise.all([calm, rough].flatMap(({ http, mail }) => [http.close(), mail.close()]));
    rmSync(folder, { recursive: true });
  }
}

/** A desk on disk, and the servers that its alerts go to. */
export interface Place {
  readonly data: string;
  readonly http: HttpReceiver;
  readonly mail: MailReceiver;
}

interface Kill {
  /** Counted down by lines of the process, or by messages that come in; at none it strikes. */
  readonly on: 'line' | 'message';
  readonly number: number;
  readonly milliseconds: number;
}

/** A chance moment; on average a little before the next share of the work is done. */
function killAt(random: () => number, linesShare: number): Kill {
  const kind = random();
  const milliseconds = random() < 0.4 ? 0 : random() * 12;
  // While it opens its files: the first line says that they are open.
  if (kind < 0.1) return { on: 'line', number: 0, milliseconds };
  // A message is two lines, and most lines are messages.
  const number = random() * 1.6 * linesShare;
  return kind < 0.5
    ? { on: 'message', number: Math.floor(number / 2.5), milliseconds }
    : { on: 'line', number: Math.floor(number), milliseconds };
}

interface Life {
  /** Pages that the process said were accepted. */
  readonly accepted: number;
  readonly lines: number;
  readonly ended: boolean;
  readonly killed: boolean;
}

/** The day of an archive's first life: after all of its pages. */
const firstDay = '2031-12-01T12:00:00.000Z';
/** When every digest is due. */
const daysLater = '2031-12-04T12:00:00.000Z';

function livesOf(archive: ArchiveName, cache: string) {
  /** Runs the process, to its end when `kill` is null. */
  return function live(
    { data, http, mail }: Place,
    first: number,
    kill: Kill | null,
    begins = firstDay,
  ): Promise<Life> {
    const ports = [http.host.split(':')[1], String(mail.port)];
    const script = join(import.meta.dirname, 'kill.child.ts');
    const child = spawn(process.execPath, [script, data, archive, ...ports, String(first), begins], {
      env: { ...process.env, NODE_COMPILE_CACHE: cache },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const life = { accepted: 0, lines: 0, ended: false, killed: false };
    const errors: string[] = [];
    let left = kill?.number ?? Number.POSITIVE_INFINITY;
    const strike = (on: Kill['on']) => {
      if (kill?.on !== on || left-- > 0) return;
      if (kill.milliseconds === 0) child.kill('SIGKILL');
      else setTimeout(() => child.kill('SIGKILL'), kill.milliseconds);
    };
    http.onMessage = () => strike('message');
    mail.onMessage = () => strike('message');
    createInterface({ input: child.stdout }).on('line', (line) => {
      const [word, value] = line.split(' ');
      life.lines++;
      if (word === 'accepted') life.accepted = Number(value);
      if (word === 'error') errors.push(line);
      if (word === 'end') life.ended = true;
      strike('line');
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => errors.push(text));
    return new Promise((resolve, reject) => {
      child.on('error', reject);
      child.on('close', (_code, signal) => {
        http.onMessage = () => undefined;
        mail.onMessage = () => undefined;
        assert.deepEqual(errors, []);
        resolve({ ...life, killed: signal === 'SIGKILL' });
      });
    });
  };
}

/** What a reader saw before a kill is there after it, under the same ids. */
async function stillShown(place: Place, before: Desk['shown']): Promise<Desk['shown']> {
  const desk = openDesk(place.data);
  try {
    const shown = await desk.show();
    for (const part of ['inbox', 'feed'] as const) {
      const gone = before[part].filter((id) => !shown[part].includes(id));
      // A feed gives the newest alone.
      if (part === 'inbox' || shown.feed.length < feedEntriesMax)
        assert.deepEqual(gone, [], `${part} lost what it showed`);
    }
    return shown;
  } finally {
    await desk.close();
  }
}

const feedEntriesMax = 100;
