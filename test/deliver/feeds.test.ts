import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseAtomFeed, parseJsonFeed } from 'feedsmith';
import ICAL from 'ical.js';
import { atomFeed } from '../../src/deliver/atom.ts';
import type { Bulletin, Notice } from '../../src/deliver/bulletin.ts';
import { type CalendarEntry, iCalendar } from '../../src/deliver/icalendar.ts';
import { jsonFeed } from '../../src/deliver/jsonfeed.ts';
import type { DatedEvent } from '../../src/records.ts';

const at = '2026-11-20T08:00:00.000Z';
const evil = '<script>alert(1)</script> & ]]> "x" \u0000\u001b\ud800';

function notice(id: string, summary: string): Notice {
  return {
    alert: {
      id,
      watchId: 'wa-1',
      storyId: 'st-1',
      articleId: 'ar/1',
      developmentIds: ['de-1'],
      at,
      summary,
      matched: [],
    },
    story: {
      id: 'st-1',
      title: 'Ferry',
      language: 'en',
      opened: at,
      latest: at,
      pageCount: 14,
      outletCount: 9,
      independentCount: 1,
    },
    article: { title: evil, site: 'Harbour Post', url: 'https://harbour.example/a?b=1&c=2' },
    developments: [
      {
        id: 'de-1',
        storyId: 'st-1',
        articleId: 'ar/1',
        kind: 'date',
        at,
        summary,
        evidence: [{ articleId: 'ar/1', where: 'body', spans: [[0, 5]], quote: evil }],
        replaces: { summary: '1 December', evidence: [] },
        statementId: null,
        eventId: null,
      },
    ],
  };
}

const bulletin: Bulletin = {
  watch: { id: 'wa-1', name: `Ferries ${evil}`, query: 'ferry AND "a & b"' },
  desk: 'http://127.0.0.1:7311',
  self: 'http://127.0.0.1:7311/feeds/wa-1.atom',
  updated: at,
  notices: [notice('al-2', 'Moved to 3 December'), notice('al-1', evil)],
};

test('an Atom feed reads back whole, with stable ids and no markup of a page', () => {
  const xml = atomFeed(bulletin);
  // Markup of a page may stand there as text only: inside CDATA, and never as html content.
  assert.doesNotMatch(xml, /type="x?html"|[\u0000-\u0008\u001b]/);
  assert.doesNotMatch(xml.replace(/<!\[CDATA\[[\s\S]*?\]\]>/g, ''), /<script/);
  const feed = parseAtomFeed(xml);
  assert.deepEqual(
    feed.entries?.map((entry) => entry.id),
    ['tag:watchfloor.example,2026:alert/al-2', 'tag:watchfloor.example,2026:alert/al-1'],
  );
  assert.deepEqual(
    feed.entries?.[0].links?.map(({ rel, href }) => [rel, href]),
    [
      ['alternate', 'http://127.0.0.1:7311/articles/ar%2F1?at=0-5'],
      ['related', 'http://127.0.0.1:7311/articles/ar%2F1/stored'],
      ['via', 'https://harbour.example/a?b=1&c=2'],
    ],
  );
  assert.match(
    String(feed.entries?.[0].content?.value),
    /Moved to 3 December[\s\S]*instead of: 1 December[\s\S]*14 pages · 9 outlets · 1 independent account\n/,
  );
  assert.equal(new Date(String(feed.updated)).toISOString(), at);
});

test('a JSON Feed says the same', () => {
  const feed = parseJsonFeed(jsonFeed(bulletin));
  assert.deepEqual(
    feed.items?.map((item) => item.id),
    ['tag:watchfloor.example,2026:alert/al-2', 'tag:watchfloor.example,2026:alert/al-1'],
  );
  assert.equal(feed.items?.[0].external_url, 'https://harbour.example/a?b=1&c=2');
  assert.match(feed.items?.[0].content_text ?? '', /instead of: 1 December/);
  assert.equal(feed.items?.[0].url, 'http://127.0.0.1:7311/articles/ar%2F1?at=0-5');
  assert.match(
    feed.items?.[0].content_text ?? '',
    /\nPage as received: http:\/\/127\.0\.0\.1:7311\/articles\/ar%2F1\/stored$/,
  );
});

/** What RFC 4287 asks of a feed and its entries (4.1.1, 4.1.2), and RFC 5545 of a calendar (3.1, 3.4, 3.6). */
test('feeds and calendars keep to the rules of their RFCs, whatever a page says', () => {
  const xml = atomFeed(bulletin);
  const [head, ...entries] = xml.replace(/<!\[CDATA\[[\s\S]*?\]\]>/g, 'x').split(/<entry>/);
  const count = (text: string, element: string) => text.split(`<${element}`).length - 1;
  for (const element of ['id>', 'title', 'updated>', 'author>']) assert.equal(count(head, element), 1, element);
  assert.match(head, /<link[^>]*rel="self"/);
  assert.match(xml, /^<\?xml version="1\.0" encoding="utf-8"\?>\s*<feed xmlns="http:\/\/www\.w3\.org\/2005\/Atom"/i);
  assert.equal(entries.length, 2);
  for (const one of entries) {
    for (const element of ['id>', 'title', 'updated>', 'published>', 'content'])
      assert.equal(count(one, element), 1, element);
    assert.equal(one.split('rel="alternate"').length - 1, 1);
    for (const [, time] of one.matchAll(/<(?:updated|published)>([^<]+)</g))
      assert.match(time, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/);
  }
  const json = JSON.parse(jsonFeed(bulletin));
  assert.equal(json.version, 'https://jsonfeed.org/version/1.1');
  for (const { id, content_text } of json.items) assert.ok(typeof id === 'string' && content_text.length > 0);
  const calendar = iCalendar(evil, 'http://desk.example', [
    entry({}),
    entry({}, { what: evil.repeat(9), title: evil, thread: 'th-2' }),
  ]);
  const lines = calendar.split('\r\n');
  for (const line of lines) {
    assert.ok(Buffer.byteLength(line) <= 75, line);
    assert.doesNotMatch(line, /[\n\r\u0000-\u0008\u000e-\u001f]/);
  }
  const whole = calendar.replaceAll('\r\n ', '');
  for (const property of ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:', 'METHOD:PUBLISH'])
    assert.equal(whole.split(`${property}`).length - 1, 1, property);
  for (const event of whole.split('BEGIN:VEVENT').slice(1))
    for (const property of ['UID:', 'DTSTAMP:', 'DTSTART;', 'SEQUENCE:', 'STATUS:', 'URL;'])
      assert.equal(event.split(`\r\n${property}`).length - 1, 1, property);
});

function entry(change: Partial<DatedEvent>, rest: Partial<CalendarEntry> = {}): CalendarEntry {
  const event: DatedEvent = {
    id: 'ev-1',
    expression: [[0, 1]],
    from: '2026-11-22',
    to: '2026-12-01',
    precision: 'day',
    certain: true,
    open: null,
    partial: null,
    kind: 'window',
    status: 'planned',
    what: null,
    who: null,
    ...change,
  };
  return {
    event,
    what: 'launch; of, a\nsatellite',
    who: 'the institute',
    expression: 'between Nov. 22 and Dec. 1',
    articleId: 'ar-1',
    title: 'Launch set',
    site: 'Harbour Post',
    received: at,
    thread: 'th-1',
    sequence: 0,
    ...rest,
  };
}

function readBack(entries: readonly CalendarEntry[]) {
  const root = new ICAL.Component(ICAL.parse(iCalendar('All windows', 'http://desk.example', entries)));
  return root.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component));
}

test('an independent parser reads the calendar back: whole days to the last, times with their zone', () => {
  const [window] = readBack([entry({})]);
  assert.equal(window.startDate.toString(), '2026-11-22');
  assert.equal(window.endDate.toString(), '2026-12-02');
  assert.equal(window.uid, 'th-1@watchfloor');
  assert.equal(window.summary, 'the institute launch; of, a\nsatellite');
  assert.equal(window.component.getFirstPropertyValue('url'), 'http://desk.example/articles/ar-1?at=0-1');
  assert.match(window.description, /\nPage as received: http:\/\/desk\.example\/articles\/ar-1\/stored$/);
  const [month] = readBack([entry({ from: '2026-12', to: '2026-12', precision: 'month' })]);
  assert.deepEqual([month.startDate.toString(), month.endDate.toString()], ['2026-12-01', '2027-01-01']);
  assert.match(month.description, /Known to the month only/);
  const [timed] = readBack([
    entry({ from: '2026-11-22T10:00+09:00', to: '2026-11-22T11:30+09:00', precision: 'minute' }),
  ]);
  assert.equal(timed.startDate.toJSDate().toISOString(), '2026-11-22T01:00:00.000Z');
});

test('a moved window keeps its UID and raises SEQUENCE; one called off is CANCELLED; an open one is left out', () => {
  const [before] = readBack([entry({})]);
  const [after] = readBack([entry({ id: 'ev-2', from: '2026-11-27', to: '2026-12-03' }, { sequence: 1 })]);
  assert.equal(after.uid, before.uid);
  assert.equal(after.sequence, 1);
  const [off] = readBack([entry({ status: 'cancelled' })]);
  assert.equal(off.component.getFirstPropertyValue('status'), 'CANCELLED');
  assert.match(off.summary, /^Cancelled: /);
  assert.deepEqual(readBack([entry({ from: null, to: null, open: 'no day of publication', certain: false })]), []);
});
