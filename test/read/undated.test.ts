import assert from 'node:assert/strict';
import { test } from 'node:test';
import { read } from '../../src/read/read.ts';
import type { Reading } from '../../src/records.ts';
import { plainArticle, publishedOn } from '../made.ts';

/** One window in every language, with days of a year that only the day of publication tells. */
const windows: readonly (readonly [language: string, body: string])[] = [
  ['en', 'The sound will be closed from Nov. 22 to Dec. 1, the harbour board said on Monday.'],
  ['es', 'La bahía estará cerrada del 22 de noviembre al 1 de diciembre, dijo el puerto el lunes.'],
  ['fr', 'La baie sera fermée du 22 novembre au 1er décembre, a dit le port lundi.'],
  ['de', 'Die Bucht wird vom 22. November bis 1. Dezember gesperrt, sagte das Hafenamt am Montag.'],
  ['ru', 'Залив закроют с 22 ноября по 1 декабря, сообщил порт в понедельник.'],
  ['ko', '항만은 11월 22일부터 12월 1일까지 폐쇄된다.'],
  ['zh', '海湾将于11月22日至12月1日关闭。'],
];

for (const [language, body] of windows) {
  test(`a window without a day of publication stays open and says why, until a day is known: ${language}`, () => {
    const article = plainArticle(body, { published: publishedOn(null), language });
    const open = windowOf(read(article, []).value.reading);
    assert.deepEqual([open.from, open.to, open.certain], [null, null, false]);
    assert.match(open.open ?? '', /\S/, 'the reason');
    assert.deepEqual(open.partial, { from: '--11-22', to: '--12-01' });

    const known = windowOf(read({ ...article, published: publishedOn('2024-11-12') }, []).value.reading);
    assert.deepEqual([known.from, known.to, known.open, known.partial], ['2024-11-22', '2024-12-01', null, null]);
    assert.equal(known.id, open.id, 'it is the same event');

    // A day put right later moves it again.
    const corrected = windowOf(read({ ...article, published: publishedOn('2025-11-12') }, []).value.reading);
    assert.deepEqual([corrected.from, corrected.to, corrected.id], ['2025-11-22', '2025-12-01', open.id]);
  });
}

test('a year written in the text needs no day of publication', () => {
  const article = plainArticle('The sound will be closed from Nov. 22 to Dec. 1, 2024.', {
    published: publishedOn(null),
  });
  const { from, to, open } = windowOf(read(article, []).value.reading);
  assert.deepEqual([from, to, open], ['2024-11-22', '2024-12-01', null]);
});

test('weekdays and days counted from today stay open too', () => {
  const article = plainArticle('It opened last week. It closes on Monday. It rained three days ago.', {
    published: publishedOn(null),
  });
  for (const { from, to, value } of read(article, []).value.reading.dates) {
    assert.deepEqual([from, to], [null, null]);
    assert.match(value, /^X/);
  }
});

function windowOf({ events }: Reading): Reading['events'][number] {
  const window = events.find(({ kind }) => kind === 'window');
  assert.ok(window !== undefined, 'no window was read');
  return window;
}
