import assert from 'node:assert/strict';
import { test } from 'node:test';
import { alertColumns, alertRow } from '../../src/deliver/csv.ts';
import { ninjsItems } from '../../src/deliver/ninjs.ts';
import { stixDesk, stixObjects } from '../../src/deliver/stix.ts';
import type { Placement } from '../../src/records.ts';
import type { ArticleBrief, StoredAlert, StoredStory } from '../../src/store/store.ts';
import { at, madeEvent, madeStatement } from '../made.ts';

const evil = '=cmd|"/c calc"!A1, <b>"x"</b>\r\n\u0000\ud800';

function brief(id: string, change: Partial<ArticleBrief> = {}): ArticleBrief {
  return {
    id,
    title: evil,
    site: 'Harbour Post',
    sourceId: null,
    language: 'en',
    published: { value: at(0), precision: 'instant', from: 'meta' },
    received: at(1),
    credit: null,
    url: `https://harbour.example/${id}`,
    ...change,
  };
}

function placed(id: string, copyOf: string | null): Placement {
  return { articleId: id, storyId: 'st-1', copyOf, originId: copyOf ?? id, share: null, reason: 'x', byHand: false };
}

const body = '"The lamp is out," said Ida Holm.';
const article = brief('ar-1');
const copy = brief('ar-2', { site: 'Quay Times', credit: 'Coast Wire' });
const said = madeStatement(body, 'The lamp is out', 'Ida Holm');
const stored: StoredStory = {
  story: {
    id: 'st-1',
    title: evil,
    language: 'en',
    opened: at(0),
    latest: at(5),
    pageCount: 2,
    outletCount: 2,
    independentCount: 1,
  },
  articles: [
    { brief: article, placement: placed('ar-1', null) },
    { brief: copy, placement: placed('ar-2', 'ar-1') },
  ],
  developments: [],
  statements: [
    { statement: said, quote: 'The lamp is out', article, storyId: 'st-1' },
    { statement: { ...said, id: 'sm-2' }, quote: 'The lamp is out', article: copy, storyId: 'st-1' },
  ],
  events: [
    {
      event: { ...madeEvent('2031-06-01', '2031-06-03'), kind: 'window', status: 'cancelled' },
      what: 'the repair',
      who: 'the harbour board',
      expression: '1 to 3 June',
      article,
      storyId: 'st-1',
    },
    {
      event: { ...madeEvent(null, null, 'ev-2'), kind: 'window' },
      what: null,
      who: null,
      expression: 'soon',
      article,
      storyId: 'st-1',
    },
  ],
};

/** Names that the ninjs 2.2 schema allows; it allows no others. */
const ninjsNames: Readonly<Record<string, readonly string[]>> = {
  item: 'uri type representationtype profile version firstcreated versioncreated contentcreated embargoed pubstatus urgency copyrightholder copyrightnotice usageterms ednote language descriptions bodies headlines people organisations places subjects events eventdetails plannedcoverage objects infosources title by slugline located renditions associations altids trustindicators standard genres expires rightsinfo name'.split(
    ' ',
  ),
  standard: ['name', 'version', 'schema'],
  descriptions: ['role', 'contenttype', 'value'],
  headlines: ['role', 'contenttype', 'value'],
  bodies: ['role', 'contenttype', 'charcount', 'wordcount', 'value'],
  people: ['name', 'rel', 'uri', 'literal', 'contactinfo'],
  events: ['id', 'name', 'rel', 'uri', 'literal'],
  infosources: ['name', 'role', 'uri', 'literal', 'contactinfo'],
  altids: ['role', 'value'],
  eventdetails: ['dates', 'organiser'],
  dates: ['startdate', 'enddate', 'duration', 'recurrence'],
  organiser: ['name', 'rel', 'uri', 'literal', 'symbols', 'contactinfo'],
};

function checkNinjs(value: object, kind: string): void {
  const allowed = ninjsNames[kind];
  if (allowed === undefined) return;
  for (const [name, inner] of Object.entries(value)) {
    assert.ok(allowed.includes(name), `${kind} has ${name}`);
    const below = name === 'associations' ? 'item' : name;
    for (const one of Array.isArray(inner) ? inner : [inner]) if (typeof one === 'object') checkNinjs(one, below);
  }
}

test('ninjs: names of the schema alone, copies left out, planned events with their dates', () => {
  const items = ninjsItems(stored) as Record<string, never>[];
  for (const item of items) checkNinjs(item, 'item');
  const [story, event, ...rest] = items as unknown as [
    {
      uri: string;
      type: string;
      associations: { type: string; name: string; uri: string }[];
      events: { uri: string }[];
    },
    { uri: string; type: string; pubstatus: string; eventdetails: { dates: object } },
  ];
  assert.deepEqual(rest, []);
  assert.equal(story.type, 'composite');
  assert.deepEqual(
    story.associations.map((one) => one.type),
    ['text', 'component'],
  );
  for (const one of story.associations) assert.ok(one.name !== '' && URL.canParse(one.uri));
  assert.equal(event.uri, story.events[0].uri);
  assert.deepEqual([event.type, event.pubstatus], ['event', 'canceled']);
  assert.deepEqual(event.eventdetails.dates, { startdate: '2031-06-01', enddate: '2031-06-03' });
  assert.ok(JSON.stringify(items).isWellFormed());
});

test('STIX: every reference leads to an object, and the same story gives the same ids', () => {
  const objects = [stixDesk, ...stixObjects(stored)];
  const ids = new Set(objects.map(({ id }) => id));
  for (const { id, type, spec_version, created, modified, object_refs = [] } of objects) {
    assert.match(id, new RegExp(`^${type}--[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$`));
    assert.equal(spec_version, '2.1');
    assert.ok(String(modified) >= String(created));
    for (const reference of object_refs as string[]) assert.ok(ids.has(reference), reference);
  }
  assert.deepEqual(
    objects.map(({ type }) => type),
    ['identity', 'report', 'identity', 'note'],
  );
  assert.equal(ids.size, objects.length);
  assert.deepEqual(stixObjects(stored), stixObjects(stored));
});

test('a table of alerts reads back, and runs nothing in a spreadsheet', () => {
  const alert: StoredAlert = {
    alert: {
      id: 'al-1',
      watchId: 'wa-1',
      storyId: 'st-1',
      articleId: 'ar-1',
      developmentIds: [],
      at: at(0),
      summary: evil,
      matched: [],
    },
    state: 'new',
    notes: { assignee: null, tags: [], comments: [] },
    story: stored.story,
    article,
    developments: [],
  };
  const [names, cells, ...rest] = readCsv(alertColumns + alertRow(alert, '@SUM(1)'));
  assert.deepEqual(rest, []);
  assert.equal(cells.length, names.length);
  const row = Object.fromEntries(names.map((name, number) => [name, cells[number]]));
  assert.equal(row.watch, "'@SUM(1)");
  assert.ok(row.summary.startsWith('\'=cmd|"/c calc"!A1, <b>"x"</b>'));
  assert.equal(row.address, 'https://harbour.example/ar-1');
  for (const one of cells) assert.doesNotMatch(one, /^[=+\-@]/);
});

/** RFC 4180, written from its grammar. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    row.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end !== '\r\n') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}
