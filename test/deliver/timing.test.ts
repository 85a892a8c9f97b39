import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dueAt } from '../../src/deliver/timing.ts';

const quiet = { from: '22:00', to: '07:00' };

const cases: readonly [what: string, watch: Parameters<typeof dueAt>[0], now: string, zone: string, due: string][] = [
  ['at once', {}, '2026-11-20T23:30:00.000Z', 'UTC', '2026-11-20T23:30:00.000Z'],
  ['outside the quiet hours', { quiet }, '2026-11-20T21:59:00.000Z', 'UTC', '2026-11-20T21:59:00.000Z'],
  ['before midnight', { quiet }, '2026-11-20T22:00:00.000Z', 'UTC', '2026-11-21T07:00:00.000Z'],
  ['after midnight', { quiet }, '2026-11-21T06:59:00.000Z', 'UTC', '2026-11-21T07:00:00.000Z'],
  ['at their end', { quiet }, '2026-11-21T07:00:00.000Z', 'UTC', '2026-11-21T07:00:00.000Z'],
  ['in the zone', { quiet }, '2026-11-20T13:00:00.000Z', 'Asia/Seoul', '2026-11-20T22:00:00.000Z'],
  ['a half-hour zone', { quiet }, '2026-11-20T17:00:00.000Z', 'Asia/Kolkata', '2026-11-21T01:30:00.000Z'],
  [
    'hours within a day',
    { quiet: { from: '12:00', to: '13:00' } },
    '2026-11-20T12:30:00.000Z',
    'UTC',
    '2026-11-20T13:00:00.000Z',
  ],
  [
    'no hours at all',
    { quiet: { from: '08:00', to: '08:00' } },
    '2026-11-20T08:00:00.000Z',
    'UTC',
    '2026-11-20T08:00:00.000Z',
  ],
  ['a digest today', { digestAt: '08:00' }, '2026-11-20T07:59:00.000Z', 'UTC', '2026-11-20T08:00:00.000Z'],
  ['a digest tomorrow', { digestAt: '08:00' }, '2026-11-20T08:00:00.000Z', 'UTC', '2026-11-21T08:00:00.000Z'],
  [
    'a digest in the quiet hours',
    { digestAt: '06:00', quiet },
    '2026-11-20T12:00:00.000Z',
    'UTC',
    '2026-11-21T07:00:00.000Z',
  ],
  ['clocks go back', { digestAt: '08:00' }, '2026-10-24T12:00:00.000Z', 'Europe/Berlin', '2026-10-25T07:00:00.000Z'],
  ['clocks go forward', { digestAt: '08:00' }, '2026-03-28T12:00:00.000Z', 'Europe/Berlin', '2026-03-29T06:00:00.000Z'],
  [
    'quiet hours end as clocks go back',
    { quiet },
    '2026-10-24T21:00:00.000Z',
    'Europe/Berlin',
    '2026-10-25T06:00:00.000Z',
  ],
  [
    'quiet hours end as clocks go forward',
    { quiet },
    '2026-03-28T22:00:00.000Z',
    'Europe/Berlin',
    '2026-03-29T05:00:00.000Z',
  ],
  [
    'an hour that comes twice is still quiet',
    { quiet: { from: '02:00', to: '02:30' } },
    '2026-10-25T01:10:00.000Z',
    'Europe/Berlin',
    '2026-10-25T01:30:00.000Z',
  ],
  [
    'a zone nobody knows',
    { digestAt: '08:00' },
    '2026-11-20T07:00:00.000Z',
    'Mars/Olympus',
    '2026-11-20T08:00:00.000Z',
  ],
];

for (const [what, watch, now, zone, due] of cases) {
  test(`an alert is due: ${what}`, () => assert.equal(dueAt(watch, now, zone), due));
}

test('a time that the clocks leave out is not skipped for days', () => {
  const due = dueAt({ digestAt: '02:30' }, '2026-03-28T12:00:00.000Z', 'Europe/Berlin');
  assert.ok(due > '2026-03-29T00:00' && due < '2026-03-29T03:00', due);
});

test('no alert waits longer than the day that clocks make longest, wherever and whenever it comes', () => {
  for (const zone of ['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Africa/Casablanca', 'Asia/Seoul']) {
    for (const start of ['2026-03-28', '2026-10-24', '2026-03-07', '2026-10-31', '2026-04-04']) {
      for (let minutes = 0; minutes < 3 * 24 * 60; minutes += 17) {
        const now = new Date(Date.parse(`${start}T00:00:00Z`) + minutes * 60_000).toISOString();
        const due = dueAt({ digestAt: '07:00' }, now, zone);
        const waited = (Date.parse(due) - Date.parse(now)) / 3_600_000;
        assert.ok(waited > 0 && waited <= 25, `${now} in ${zone}: ${due}`);
        const shown = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' }).format(
          Date.parse(due),
        );
        assert.equal(shown, '07:00', `${now} in ${zone}`);
      }
    }
  }
});
