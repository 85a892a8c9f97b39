import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asFailure } from '../../src/failures.ts';
import { createPace, type PaceOptions } from '../../src/fetch/pace.ts';

/** A pace under a clock that the test moves by hand. */
function check(options: Partial<PaceOptions> = {}) {
  let now = 0;
  const alarms: { at: number; act: () => void }[] = [];
  const pace = createPace(
    { perHostMax: 2, delayMilliseconds: 1_000, delayMillisecondsMax: 60_000, waitMillisecondsMax: 600_000, ...options },
    { now: () => now, after: (milliseconds, act) => void alarms.push({ at: now + milliseconds, act }) },
  );
  const started: string[] = [];
  const ends = new Map<string, () => void>();
  return {
    pace,
    started,
    ask: (name: string, host = 'a.example', delay?: number) =>
      pace.turn(host, delay).then(
        (end) => {
          started.push(`${name}@${now}`);
          ends.set(name, end);
        },
        (thrown) => {
          const { code, retryAfterSeconds } = asFailure(thrown);
          started.push(`${name}: ${code}${code === 'host-busy' ? ` +${retryAfterSeconds}` : ''}`);
        },
      ),
    end: (name: string) => ends.get(name)?.(),
    /** Lets time pass, alarm by alarm. */
    async pass(milliseconds: number) {
      const until = now + milliseconds;
      for (;;) {
        await new Promise(setImmediate);
        const next = alarms.toSorted((a, b) => a.at - b.at)[0];
        if (next === undefined || next.at > until) break;
        alarms.splice(alarms.indexOf(next), 1);
        now = next.at;
        next.act();
      }
      now = until;
      await new Promise(setImmediate);
    },
  };
}

test('starts keep their distance, hosts do not wait for each other', async () => {
  const { ask, pass, started } = check({ perHostMax: 9 });
  for (const name of ['1', '2', '3']) void ask(name);
  void ask('other', 'b.example');
  await pass(5_000);
  assert.deepEqual(started, ['1@0', 'other@0', '2@1000', '3@2000']);
});

test('no more at a time than allowed, however long they take', async () => {
  const { ask, pass, started, end } = check();
  for (const name of ['1', '2', '3']) void ask(name);
  await pass(60_000);
  assert.deepEqual(started, ['1@0', '2@1000']);
  end('1');
  end('1');
  await pass(0);
  assert.deepEqual(started, ['1@0', '2@1000', '3@60000']);
});

test('a longer distance that the site asks for is kept, up to a limit', async () => {
  const { ask, pass, started } = check({ perHostMax: 9 });
  void ask('1', 'a.example', 10_000);
  void ask('2', 'a.example', 1e9);
  void ask('3', 'a.example');
  await pass(100_000);
  assert.deepEqual(started, ['1@0', '2@10000', '3@70000']);
});

test('a host on hold fails at once, for those who wait and those who come', async () => {
  const { ask, pass, started, pace } = check({ perHostMax: 1 });
  void ask('1');
  void ask('2');
  await pass(0);
  pace.hold('a.example', 30_000);
  void ask('3');
  await pass(29_000);
  void ask('4');
  await pass(1_000);
  assert.deepEqual(started, ['1@0', '2: host-on-hold', '3: host-on-hold', '4: host-on-hold']);
});

test('who would wait too long is turned away, each to a later time', async () => {
  const { ask, pass, started } = check({ perHostMax: 1, waitMillisecondsMax: 1_500 });
  for (const name of ['1', '2', '3', '4', '5']) void ask(name);
  await pass(0);
  assert.deepEqual(started, ['1@0', '4: host-busy +3', '5: host-busy +4']);
});
