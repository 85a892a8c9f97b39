import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readFeedDate } from '../../src/sources/published.ts';

const received = '2026-11-25T02:00:00.000Z';

test('dates in every form feeds have them', () => {
  const cases: readonly [text: string, date: string | null][] = [
    ['Wed, 25 Nov 2026 10:00:00 +0900', '2026-11-25T10:00:00+09:00'],
    ['Wed, 25 Nov 2026 01:00:00 GMT', '2026-11-25T01:00:00Z'],
    ['Tue, 24 Nov 26 23:05 EST', '2026-11-24T23:05:00-05:00'],
    ['24 November 2026 09:30 UTC', '2026-11-24T09:30:00Z'],
    ['Tue, 24-Nov-2026 09:30:00 KST', '2026-11-24T09:30:00+09:00'],
    ['Tue Nov 24 10:00:00 KST 2026', '2026-11-24T10:00:00+09:00'],
    ['Nov 24, 2026 3:05 PM GMT+2', '2026-11-24T15:05:00+02:00'],
    ['Nov 24, 2026 12:05 AM UTC', '2026-11-24T00:05:00Z'],
    ['mar., 24 nov. 2026 10:00:00 +0100', '2026-11-24T10:00:00+01:00'],
    ['lun, 12 ene 2026 10:00:00 -0300', '2026-01-12T10:00:00-03:00'],
    ['2026-11-24T10:00:00Z', '2026-11-24T10:00:00Z'],
    ['2026-11-24T10:00:00.123+05:30', '2026-11-24T10:00:00+05:30'],
    ['2026-11-24 10:00:00 +0900', '2026-11-24T10:00:00+09:00'],
    ['20261124T100000Z', '2026-11-24T10:00:00Z'],
    ['2026-11-24', '2026-11-24'],
    ['2026/11/24', '2026-11-24'],
    ['1764028800', '2025-11-25T00:00:00Z'],
    // A time without a zone, or with one that means several, is worth its day.
    ['2026-11-24T10:00:00', '2026-11-24'],
    ['24 Nov 2026 10:00:00', '2026-11-24'],
    ['24 Nov 2026 10:00:00 IST', '2026-11-24'],
  ];
  for (const [text, date] of cases) assert.equal(readFeedDate(text, received), date, text);
});

test('what is no date, or no possible one, is none', () => {
  for (const text of [
    '',
    'today',
    '0000-00-00',
    '2026-02-30',
    '2026-13-01',
    'Thu, 31 Nov 2026 10:00:00 GMT',
    '5',
    'x 5 2026',
    '2026-11-29',
    '1970-01-01',
    '24 Mxy 2026',
  ]) {
    assert.equal(readFeedDate(text, received), null, text);
  }
  assert.equal(readFeedDate(null, received), null);
});

test('any instant written by a standard comes back as that instant', () => {
  const instants = fc.date({ min: new Date('1990-01-01'), max: new Date('2026-11-25'), noInvalidDate: true });
  fc.assert(
    fc.property(instants, (date) => {
      const whole = Math.floor(date.getTime() / 1000) * 1000;
      assert.equal(Date.parse(readFeedDate(date.toUTCString(), received) ?? ''), whole);
      assert.equal(Date.parse(readFeedDate(date.toISOString(), received) ?? ''), whole);
    }),
  );
});

test('no text makes it throw or give what is no date', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
      const date = readFeedDate(text, received);
      assert.ok(date === null || !Number.isNaN(Date.parse(date)));
    }),
  );
});
