import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Span } from '../../src/records.ts';
import { dayRange, shiftMonth } from '../../src/web/calendar.ts';
import { histogram, timeAxis } from '../../src/web/charts.ts';
import { markedPieces } from '../../src/web/evidence.ts';
import type { Desk } from '../../src/web/page.ts';
import { queryReading } from '../../src/web/query.ts';
import { calendarWords, intervalWords, shortTime, timeTag } from '../../src/web/times.ts';
import { en } from '../../src/web/words/en.ts';
import { ko } from '../../src/web/words/ko.ts';

const desk = { words: en, zone: 'Asia/Seoul', now: '2026-11-24T16:40:00.000Z' } as Desk;

test('evidence marks exactly its characters and is cut at words', () => {
  const text = `First paragraph.\n\n${'before '.repeat(60)}the marked words ${'after '.repeat(60)}\n\nLast.`;
  const start = text.indexOf('the marked');
  const pieces = markedPieces(text, [[start, start + 'the marked words'.length]], 80);
  assert.deepEqual(
    pieces.filter((piece) => piece.marked).map((piece) => piece.text),
    ['the marked words'],
  );
  const shown = pieces.map((piece) => piece.text).join('');
  assert.match(shown, /^… before /);
  assert.match(shown, / after …$/);
  assert.doesNotMatch(shown, /First|Last/);
});

test('evidence with any spans never throws and shows every valid one', () => {
  const text = 'One two three.\n\nFour five six seven eight nine ten.';
  const span = fc.tuple(fc.integer({ min: -5, max: 60 }), fc.integer({ min: -5, max: 60 }));
  fc.assert(
    fc.property(fc.array(span, { maxLength: 5 }), (spans) => {
      const pieces = markedPieces(text, spans as Span[], 20);
      const valid = spans.filter(([start, end]) => start >= 0 && end > start && end <= text.length);
      assert.equal(
        pieces.some((piece) => piece.marked),
        valid.length > 0,
      );
      for (const piece of pieces) if (piece.marked) assert.ok(text.includes(piece.text));
    }),
  );
});

test("times are relative up to a day, then dates, in the reader's zone", () => {
  assert.equal(shortTime('2026-11-24T16:39:40.000Z', desk), 'now');
  assert.equal(shortTime('2026-11-24T16:10:00.000Z', desk), '30 min');
  assert.equal(shortTime('2026-11-24T10:10:00.000Z', desk), '6 h');
  assert.equal(shortTime('2026-11-22T16:10:00.000Z', desk), '23 Nov', 'already the next day in Seoul');
  assert.equal(shortTime('2023-11-22T03:10:00.000Z', desk), '22 Nov 2023');
  assert.equal(shortTime('2026-11-25T00:00:00.000Z', desk), '25 Nov', 'what lies ahead is a date');
  assert.match(
    timeTag('2026-11-24T16:10:00.000Z', desk, '2026-11-25').markup,
    /title="25 Nov 2026, 01:10 GMT\+9 · on the page: 2026-11-25"/,
  );
});

test('calendar values are as coarse as they are known', () => {
  assert.equal(calendarWords('2026', desk), '2026');
  assert.equal(calendarWords('2026-10', desk), 'Oct 2026');
  assert.equal(calendarWords('2026-10-05T09:30+09:00', desk), '5 Oct 2026, 09:30');
  assert.equal(calendarWords('soon', desk), 'soon');
  assert.equal(intervalWords('2026-11-27', '2026-12-03', desk), '27 Nov – 3 Dec 2026');
  assert.equal(intervalWords('2025-12-27', '2026-01-03', desk), '27 Dec 2025 – 3 Jan 2026');
  assert.equal(intervalWords('2026-10-17', '2026-10-23', desk), '17–23 Oct 2026');
  assert.equal(intervalWords('2026-10-17', '2026-10-23', { ...desk, words: ko }), '2026년 10월 17일–23일');
  assert.equal(intervalWords('2026-11', '2026-11', desk), 'Nov 2026');
  assert.equal(intervalWords(null, '2026-11-02', desk), 'until 2 Nov 2026');
  assert.equal(intervalWords(null, null, desk), null);
});

test('months and days are counted over the turn of a year', () => {
  assert.equal(shiftMonth('2026-11', 3), '2027-02');
  assert.equal(shiftMonth('2026-01', -1), '2025-12');
  const [first, last] = dayRange('2026-02', '2026-02') ?? [0, 0];
  assert.equal(last - first + 1, 28);
  assert.equal(dayRange(null, null), null);
});

test('charts hold every bar inside their width and say what they show', () => {
  const days = fc.array(fc.tuple(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 1, max: 5000 })), {
    minLength: 2,
    maxLength: 40,
  });
  fc.assert(
    fc.property(days, (list) => {
      const counted = list.map(([offset, count]) => ({
        day: new Date(Date.UTC(2024, 0, 1 + offset)).toISOString().slice(0, 10),
        count,
      }));
      const markup = histogram(desk, counted, 'Articles by day')?.markup ?? '';
      for (const [, x, width] of markup.matchAll(/<rect[^>]*\sx="([\d.]+)%" width="([\d.]+)%"/g))
        assert.ok(Number(x) + Number(width) <= 100.1, `${x} ${width}`);
      assert.match(markup, /role="img" aria-label="Articles by day: /);
    }),
  );
});

test('developments too close for the axis stand in one pile, the rest counted', () => {
  const at = (minute: number) => new Date(Date.UTC(2026, 10, 24, 12, minute)).toISOString();
  const coverage = [0, 10, 600].map((minute) => ({ at: at(minute), copy: minute === 10 }));
  const close = [1, 2, 3, 4, 5].map((minute) => ({
    at: at(minute),
    kind: 'statement' as const,
    summary: `s${minute}`,
  }));
  const markup = timeAxis(desk, coverage, close)?.markup ?? '';
  assert.match(markup, />\+3<\/text>/);
  assert.match(markup, /class="bar-copy"/);
  assert.equal(timeAxis(desk, coverage.slice(0, 1), close), null, 'one page makes no axis');
});

test('a query shows its parts, or its fault at the character', () => {
  const read = queryReading(
    {
      text: 'title:sea NOT fog',
      parts: [
        { at: [0, 6], kind: 'field' },
        { at: [6, 9], kind: 'word' },
        { at: [10, 13], kind: 'operator' },
        { at: [14, 17], kind: 'not' },
      ],
      words: 'w',
      problems: [],
    },
    desk,
  );
  assert.match(
    read?.markup ?? '',
    /<span class="q-field">title:<\/span><span class="q-word">sea<\/span> <span class="q-operator">NOT<\/span> <span class="q-not">fog<\/span>/,
  );
  const fault = queryReading(
    { text: 'sea AND (', parts: [], words: null, problems: [{ at: [8, 9], what: 'open bracket', instead: 'sea' }] },
    desk,
  );
  assert.match(fault?.markup ?? '', /sea AND <mark class="fault">\(<\/mark>/);
  assert.equal(queryReading({ text: ' ', parts: [], words: null, problems: [] }, desk), null);
});
