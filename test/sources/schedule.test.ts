import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Failure } from '../../src/failures.ts';
import type { SourceHealth } from '../../src/records.ts';
import { newHealth, nextHealth, type PollOutcome } from '../../src/sources/schedule.ts';

const start = '2026-11-01T00:00:00.000Z';
const fresh = (count: number): PollOutcome => ({
  kind: 'read',
  fresh: count,
  etag: '"v1"',
  lastModified: null,
  freshSeconds: null,
});
const failed = (retry: 'later' | 'never', retryAfterSeconds?: number): PollOutcome => ({
  kind: 'failed',
  failure: new Failure('status-503', 'busy', { retry, advice: 'Wait.', retryAfterSeconds }),
});
const hoursBetween = (from: string | null, to: string | null) =>
  (Date.parse(to ?? '') - Date.parse(from ?? '')) / 3_600_000;

/** Polls a source whenever it is due until a time, each poll with the outcome for its instant. */
function run(until: string, outcomeAt: (now: string) => PollOutcome, health = newHealth(start)) {
  let polls = 0;
  let at = health;
  for (; at.nextDue !== null && at.nextDue < until; polls++) {
    assert.ok(polls < 20_000, 'polls far too often');
    at = nextHealth(at, outcomeAt(at.nextDue), at.nextDue, 'so-1');
  }
  return { health: at, polls };
}

test('a busy source is asked often, a quiet one rarely, neither outside the limits', () => {
  const busy = run('2026-11-03T00:00:00.000Z', () => fresh(5));
  assert.equal(busy.health.intervalSeconds, 300);
  const quiet = run('2026-11-08T00:00:00.000Z', () => ({ kind: 'unchanged' }));
  assert.equal(quiet.health.intervalSeconds, 6 * 3_600);
  assert.equal(quiet.health.state, 'good');
  assert.ok(busy.polls > 400 && quiet.polls < 60, `${busy.polls} ${quiet.polls}`);
});

test('a source that fails shows since when and why, is asked more and more rarely, and recovers at once', () => {
  let health = nextHealth(newHealth(start), fresh(1), start, 'so-1');
  const waits: number[] = [];
  let first = '';
  for (let round = 0; round < 8; round++) {
    const now = health.nextDue!;
    first ||= now;
    health = nextHealth(health, failed('later'), now, 'so-1');
    waits.push(hoursBetween(now, health.nextDue));
  }
  assert.equal(health.state, 'failing');
  assert.equal(health.since, first);
  assert.equal(health.failuresInRow, 8);
  assert.equal(health.failure?.code, 'status-503');
  assert.ok(waits[1] > waits[0] * 1.5 && waits[2] > waits[1] * 1.5, String(waits));
  assert.ok(Math.max(...waits) <= 24 * 1.1 + 0.01);
  const back = nextHealth(health, { kind: 'unchanged' }, health.nextDue!, 'so-1');
  assert.equal(back.state, 'good');
  assert.equal(back.failure, null);
  assert.equal(back.failuresInRow, 0);
  assert.equal(back.etag, '"v1"', 'a 304 keeps the validators');
});

test('Retry-After is kept to, within a week', () => {
  const health = nextHealth(newHealth(start), failed('later', 7_200), start, 'so-1');
  assert.ok(hoursBetween(start, health.nextDue) >= 2 && hoursBetween(start, health.nextDue) < 2.6);
  const long = nextHealth(newHealth(start), failed('later', 1e9), start, 'so-1');
  assert.ok(hoursBetween(start, long.nextDue) < 9 * 24);
});

test('what no retry will mend is still asked once a day', () => {
  const health = nextHealth(newHealth(start), failed('never'), start, 'so-1');
  assert.ok(hoursBetween(start, health.nextDue) > 20 && hoursBetween(start, health.nextDue) < 28);
});

test('a source that falls silent says since when, measured by its own pace', () => {
  // One item a day, until the ninth.
  let seen = 0;
  const daily = (now: string) => {
    const days = Math.min(Number(now.slice(8, 10)), 9) - seen;
    seen += days;
    return fresh(days);
  };
  const stopped = run('2026-11-30T00:00:00.000Z', daily);
  assert.equal(stopped.health.state, 'silent');
  assert.equal(stopped.health.failure?.code, 'silent');
  assert.match(stopped.health.since, /^2026-11-09T/);
  assert.match(stopped.health.failure?.what ?? '', /nothing new since 2026-11-09; before, .* every \d+ (hours|days)/);
  const again = nextHealth(stopped.health, fresh(1), stopped.health.nextDue!, 'so-1');
  assert.equal(again.state, 'good');
  assert.equal(again.failure, null);
});

test('a source from which nothing ever came is silent after two weeks', () => {
  assert.equal(run('2026-11-14T00:00:00.000Z', () => fresh(0)).health.state, 'good');
  const never = run('2026-11-17T00:00:00.000Z', () => fresh(0)).health;
  assert.equal(never.state, 'silent');
  assert.match(never.failure?.what ?? '', /nothing has come from it yet/);
});

test('the same poll gives the same health, and different sources do not fall due together', () => {
  const outcomes = fc.array(fc.constantFrom(fresh(0), fresh(1), fresh(9), failed('later'), failed('never')), {
    maxLength: 30,
  });
  fc.assert(
    fc.property(outcomes, (list) => {
      const runThrough = (): SourceHealth => {
        let health = newHealth(start);
        for (const outcome of list) health = nextHealth(health, outcome, health.nextDue!, 'so-1');
        return health;
      };
      assert.deepEqual(runThrough(), runThrough());
      assert.ok(runThrough().intervalSeconds >= 300 && runThrough().intervalSeconds <= 6 * 3_600);
    }),
  );
  const due = new Set(
    Array.from({ length: 50 }, (_, at) => nextHealth(newHealth(start), fresh(0), start, `so-${at}`).nextDue),
  );
  assert.ok(due.size > 30);
});
