import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { developmentKinds } from '../../src/records.ts';
import { parseQuery, queryFields } from '../../src/watches/watches.ts';
import { fault, type Given, matched } from './check.ts';

const page = readFileSync(join(import.meta.dirname, '../../docs/query.md'), 'utf8');
const [told, refused] = page.split('## When a query is refused');

const words = (body: string): Given => ({ body });
const boatsAndStorms = 'The ferry and the boat rode out the storm.';

/** What each example of the page finds, and beside it what it must leave out. */
const cases: Readonly<Record<string, readonly [found: Given, left: Given]>> = {
  cafe: [words('The Café is open.'), words('The cafeteria is open.')],
  '=café': [words('The café is open.'), words('The Café is open.')],
  ship: [words('A ship sank.'), words('Two ships sank.')],
  ferry: [{ title: 'Ferry back' }, words('Ferries are back.')],
  'ferry AND storm': [words('A storm. The ferry stays.'), words('The ferry stays.')],
  'ferry storm': [words('A storm. The ferry stays.'), words('The storm stays.')],
  'ferry OR boat': [words('A boat came.'), words('A ship came.')],
  'ferry NOT storm': [words('The ferry came.'), words(boatsAndStorms)],
  'ferry -storm': [words('The ferry came.'), words(boatsAndStorms)],
  '(ferry OR boat) AND storm': [words('A boat in the storm.'), words('A ferry and a boat.')],
  '"ferry line"': [words('The Ferry Line reopens.'), words('A line for the ferry.')],
  'ferry NEAR/5 storm': [words('storm one two three four five ferry'), words('ferry 1 2 3 4 5 6 storm')],
  'ferry BEFORE/5 storm': [words('The ferry met a storm.'), words('A storm met the ferry.')],
  'ferry W/S storm': [words('A storm kept the ferry in.'), words('A storm came. The ferry stayed.')],
  'ferry W/P storm': [words('A storm came. The ferry stayed.'), words('A storm came.\n\nThe ferry stayed.')],
  'resum*': [words('It resumes.'), words('It is presumed.')],
  'do?r': [words('A door.'), words('A dr, a door2 and a doer1.')],
  'do?r*': [words('Two doors.'), words('Two odors.')],
  'atleast3(ferry)': [words('Ferry, ferry, ferry!'), words('Ferry, ferry!')],
  '=US': [words('The US crew.'), words('Tell us, Us.')],
  '="Red Line"': [words('The Red Line closes.'), words('The red line closes.')],
  'stem:launch': [words('It was launched.'), words('It was lunch.')],
  위성: [
    { body: '새 통신위성이 발사됐다.', language: 'ko' },
    { body: '새 위 성은 없다.', language: 'ko' },
  ],
  한국: [
    { body: '한국은행이 말했다.', language: 'ko' },
    { body: '이를 위한 국회.', language: 'ko' },
  ],
  'title:ferry': [{ title: 'Ferry back' }, words('Ferry back.')],
  'body:ferry': [words('Ferry back.'), { title: 'Ferry back' }],
  'said:ferry': [
    { body: 'The ferry sails, Brook said.', statements: ['Brook | | | The ferry sails'] },
    { body: 'On the ferry Brook said: it rains.', statements: ['Brook | | | it rains'] },
  ],
  'speaker:brook': [
    { body: 'It rains.', statements: ['Ada Brook | | | It rains'] },
    { body: 'It rains at the brook.', statements: ['Tom Reed | | | It rains'] },
  ],
  'role:minister': [
    { body: 'It rains.', statements: ['Ada Brook | transport minister | | It rains'] },
    { body: 'The minister slept. It rains.', statements: ['Ada Brook | farmer | | It rains'] },
  ],
  'venue:"press briefing"': [
    { body: 'It rains.', statements: ['Ada Brook | | a press briefing | It rains'] },
    { body: 'A press briefing. It rains.', statements: ['Ada Brook | | a radio show | It rains'] },
  ],
  'person:brook': [named('person', 'Ada Brook'), named('place', 'Long Brook')],
  'place:osmund': [named('place', 'Osmund'), named('person', 'Osmund Reed')],
  'org:"harbour board"': [named('organisation', 'Lowell Harbour Board'), words('The harbour board met.')],
  'by:reed': [{ byline: ['Tom Reed'] }, words('By the reed.')],
  'credit:northwire': [{ credit: 'Northwire' }, { site: 'Northwire' }],
  'site:harbour': [{ site: 'Harbour Post' }, { source: 'Harbour feed' }],
  'source:"harbour feed"': [{ source: 'Harbour feed' }, { site: 'Harbour feed' }],
  'owner:reed': [
    { source: 'x', owner: 'Reed Group' },
    { source: 'Reed', owner: 'Hill Group' },
  ],
  'lang:ko': [{ language: 'ko' }, { language: 'en' }],
  // A story bears the title of its first article in these subjects.
  'story:ferry': [{ title: 'Ferry back' }, words('Ferry back.')],
  'sources:>=2': [{ independent: 2 }, { independent: 1 }],
  'published:2026-11': [{ published: '2026-11-20' }, { published: '2026-12-01' }],
  'published:2026-11-20..2026-12': [{ published: '2026-12-31' }, { published: '2026-11-19' }],
  'published:2026..': [{ published: '2031-01-01' }, { published: '2025-12-31' }],
  'published:..2025': [{ published: '2025-12-31' }, { published: '2026-01-01' }],
  'window:2026-12': [{ windows: [['2026-11-28', '2026-12-02']] }, { windows: [['2026-11-28', '2026-11-30']] }],
  'window:2026-12-03..2026-12-09': [
    { windows: [['2026-12-01', '2026-12-03']] },
    { windows: [['2026-12-10', '2026-12-12']] },
  ],
  'title:(ferry OR boat)': [{ title: 'Boat back' }, { title: 'Ship back', body: 'A ferry.' }],
  'said:("space launch" AND satellite) AND speaker:Miller': [
    { body: 'A space launch with a satellite.', statements: ['Jo Miller | | | A space launch with a satellite'] },
    {
      body: 'A space launch with a satellite. It is late.',
      statements: ['Jo Miller | | | It is late', 'Al Reed | | | A space launch with a satellite'],
    },
  ],
  '(stem:launch OR "lift-off") AND place:osmund AND sources:>=2 NOT title:anniversary': [
    { body: 'Lift-off at noon.', ...named('place', 'Osmund'), independent: 2 },
    { title: 'An anniversary', body: 'Launched.', ...named('place', 'Osmund'), independent: 2 },
  ],
  'kind:(date OR figure)': [{ kinds: ['figure'] }, { kinds: ['first'] }],
  ...Object.fromEntries(
    developmentKinds.map((kind) => [
      `kind:${kind}`,
      [{ kinds: [kind] }, { kinds: developmentKinds.filter((other) => other !== kind) }],
    ]),
  ),
};

function named(kind: 'person' | 'place' | 'organisation', name: string): Given {
  return { mentions: [{ span: [0, 0], kind, name }] };
}

/** What the page shows as code that is no query: parts of the language spoken of. */
const parts = new Set(['and', 'stem:', '*', '?', 'NEAR', 'BEFORE']);

function codeIn(text: string): string[] {
  return [...new Set([...text.matchAll(/`([^`]+)`/g)].map((match) => match[1]))].filter((code) => !parts.has(code));
}

test('every example of docs/query.md finds what the page says, and leaves out what it does not say', () => {
  assert.deepEqual(
    codeIn(told).toSorted(),
    Object.keys(cases).toSorted(),
    'an example has no case, or a case no example',
  );
  for (const [example, [found, left]] of Object.entries(cases)) {
    assert.deepEqual(parseQuery(example).problems, [], example);
    assert.notEqual(matched(example, found), null, `${example} should find it`);
    assert.equal(matched(example, left), null, `${example} should leave it out`);
  }
});

test('every refusal on the page is said so', () => {
  const rows = [...refused.matchAll(/^\| `(.+?)` \| (.+?) \| (.+?) \|$/gm)];
  assert.ok(rows.length > 15);
  for (const [, query, what, instead] of rows) assert.ok(fault(query)?.endsWith(`] ${what} → ${instead}`), query);
  const queries = new Set(rows.map(([, query]) => query));
  assert.deepEqual(
    codeIn(refused).filter((code) => !queries.has(code)),
    [],
  );
});

test('every field and operator is on the page', () => {
  const wanted = [...queryFields, 'kind', 'sources', 'published', 'window', 'stem'].map((field) => `${field}:`);
  const operators = ['AND', 'OR', 'NOT', 'NEAR/', 'BEFORE/', 'W/S', 'W/P', 'atleast', '=', '*', '?', '-', '('];
  const examples = codeIn(told);
  assert.deepEqual(
    [...wanted, ...operators].filter((part) => !examples.some((example) => example.includes(part))),
    [],
  );
});
