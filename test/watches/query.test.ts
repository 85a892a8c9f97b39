import assert from 'node:assert/strict';
import { test } from 'node:test';
import { explainQuery, parseQuery } from '../../src/watches/watches.ts';
import { fault, matched } from './check.ts';

const ferry = {
  title: 'Ferry line to Osmund resumes after storm',
  body: 'The Osmund ferry line resumed on Monday, its operator said.\n\n“We are ready,” said Ada Brook, the line’s spokeswoman. A U.S. engineer checked the mid-deck doors twice. The doors were new. The café stays shut.',
};

const cases: readonly [query: string, found: string | null][] = [
  ['ferry', 'Ferry · ferry'],
  ['ferry AND storm', 'Ferry · storm · ferry'],
  ['ferry storm', 'Ferry · storm · ferry'],
  ['ferry quake', null],
  ['quake OR storm', 'storm'],
  ['ferry NOT storm', null],
  ['ferry -quake', 'Ferry · ferry'],
  ['(quake OR storm) AND operator', 'storm · operator'],
  ['"ferry line"', 'Ferry line · ferry line'],
  ['“ferry line”', 'Ferry line · ferry line'],
  ['"line ferry"', null],
  ['operator NEAR/3 ferry', null],
  ['ferry NEAR/5 operator', 'ferry · operator'],
  ['operator NEAR/5 ferry', 'ferry · operator'],
  ['operator BEFORE/5 ferry', null],
  ['ferry BEFORE/5 operator', 'ferry · operator'],
  ['engineer W/S doors', 'engineer · doors'],
  ['engineer W/S new', null],
  ['engineer W/P new', 'engineer · new'],
  ['operator W/P engineer', null],
  ['resum*', 'resumes · resumed'],
  ['do?rs', 'doors · doors'],
  ['atleast2(doors)', 'doors · doors'],
  ['atleast3(doors)', null],
  ['=US', null],
  ['=U.S.', 'U.S'],
  ['u.s.', 'U.S'],
  ['=ferry', 'ferry'],
  ['="Osmund ferry"', 'Osmund ferry'],
  ['mid-deck', 'mid-deck'],
  ['cafe', 'café'],
  ['=cafe', null],
  ['=café', 'café'],
  ['stem:resuming', 'resumes · resumed'],
  ['title:ferry', 'Ferry'],
  ['body:storm', null],
  ['', ''],
];

test('operators find what they say and nothing else', () => {
  for (const [query, found] of cases) assert.equal(matched(query, ferry), found, query);
});

test('words of unspaced scripts are found as written inside a text', () => {
  const given = {
    title: '오스문드 위성 발사 연기',
    body: '새로운 통신위성이 월요일에 발사된다.\n\n卫星发射推迟到周三。',
    language: 'ko',
  };
  assert.equal(matched('위성', given), '위성 · 위성');
  assert.equal(matched('위성 NEAR/8 발사', given), '위성 · 발사 · 위성 · 발사');
  assert.equal(matched('发射', given), '发射');
  assert.equal(matched('射发', given), null);
  assert.equal(matched('"卫星发射"', given), '卫星发射');
});

test('a Korean word is not found across a space, as its signs stand in many others', () => {
  const given = {
    title: '국회를 위한 국제 회의',
    body: '1일 본회의에서 한국은행이 북한, 국경을 말했다. 한국 은행도 있다.',
    language: 'ko',
    statements: ['조 바이든 | | | 북한, 국경'],
  };
  assert.equal(matched('일본', given), null);
  assert.equal(matched('한국', given), '한국 · 한국');
  assert.equal(matched('title:한국', given), null);
  assert.equal(matched('위한', given), '위한');
  assert.equal(matched('"한국 은행"', given), '한국은행 · 한국 은행');
  assert.equal(matched('한국은행', given), '한국은행');
  assert.equal(matched('북한-국경', given), '북한, 국경');
  assert.equal(matched('speaker:조바이든', given), '조 바이든');
});

test('fields look at what was read', () => {
  const given = {
    ...ferry,
    site: 'Harbour Post',
    byline: ['Tom Reed'],
    credit: 'Northwire',
    published: '2026-11-20',
    source: 'Harbour feed',
    owner: 'Reed Group',
    statements: ['Ada Brook | spokeswoman | | We are ready', ' | operator | | The Osmund ferry line resumed on Monday'],
    mentions: [{ span: [4, 10], kind: 'place', name: 'Osmund' }] as const,
    windows: [['2026-12-01', '2026-12-05']] as const,
    independent: 2,
  };
  const yes = [
    'site:harbour',
    'by:reed',
    'credit:northwire',
    'lang:en',
    'source:"harbour feed"',
    'owner:reed',
    'place:osmund',
    'speaker:brook',
    'role:operator',
    'said:ready',
    'said:ready AND speaker:brook',
    'sources:>=2',
    'sources:2',
    'kind:first',
    'published:2026-11',
    'published:2026-11-20..',
    'published:..2026',
    'window:2026-12',
    'window:2026-12-03..2026-12-09',
    'said:("ferry line" AND resumed) AND role:operator',
    'story:ferry',
    'site:harbour AND (storm OR quake)',
  ];
  const no = [
    'site:hill',
    'lang:ko',
    'said:engineer',
    'said:ferry AND speaker:brook',
    'sources:>=3',
    'kind:date',
    'published:2026-10',
    'published:2026-11-21..',
    'window:2026-11',
    'person:osmund',
    'said:("ferry line" AND ready)',
  ];
  for (const query of yes) assert.notEqual(matched(query, given), null, query);
  for (const query of no) assert.equal(matched(query, given), null, query);
});

test('a fault points at its characters and says what to write', () => {
  const faults: readonly [query: string, said: string][] = [
    ['ferry AND', '[AND] something is missing after AND → write a word after AND, or take AND out'],
    ['(ferry OR storm', '[(] this bracket is never closed → write ) where it ends'],
    ['ferry)', '[)] a closing bracket without an opening one → take it out, or open one before it'],
    ['"ferry line', '["] this quotation mark is never closed → write " where the phrase ends'],
    ['speeker:Brook', '[speeker:] no field is called speeker → speaker:'],
    ['*ferry', '[*] at least 2 letters must stand before a * or ? → write the first letters of the word'],
    ['ferry NEAR/900 storm', '[NEAR/900] NEAR/900 looks too far: 1 to 100 words → NEAR/100 or W/P (same paragraph)'],
    ['ferry NEAR storm', '[NEAR] NEAR needs a number of words → NEAR/5'],
    [
      'kind:denial',
      '[denial] no kind of development is called denial → one of first, statement, date, figure, correction, alteration, coverage',
    ],
    [
      'ferry NEAR/3 NOT storm',
      '[NOT storm] NEAR/3 compares places of words, and this has none → use AND here, or put the whole NEAR inside the field: said:(a NEAR/5 b)',
    ],
    ['speaker:*', '[*] * has no letter or digit to search for → take it out, or put it in quotes with a word'],
    ['OR ferry', '[OR] OR stands where a word should → write a word before OR, or put it in quotes to search for it'],
    [
      'published:soon',
      '[soon] published: takes days, months or years → published:2026-12, published:2026-11-20..2026-12 or published:2026..',
    ],
    ['window:2026-12..2026-11', '[2026-12..2026-11] the range ends before it begins → window:2026-11..2026-12'],
  ];
  for (const [query, said] of faults) assert.equal(fault(query), said, query);
});

test('a query that costs too much is refused, however it is nested', () => {
  assert.match(fault(`${'('.repeat(500)}a${')'.repeat(500)}`) ?? '', /nest deeper/);
  assert.match(
    fault(Array.from({ length: 2200 }, (_, number) => `w${number}`).join(' OR ')) ?? '',
    /more than 2000 parts/,
  );
  assert.match(fault('a '.repeat(15_000)) ?? '', /longer than/);
  assert.match(fault(`${'NOT '.repeat(4_000)}a`) ?? '', /nest deeper/);
});

test('a query reads back in plain words', () => {
  const { tree } = parseQuery('said:("space launch" AND satellite) AND speaker:Miller');
  assert.equal(
    explainQuery(tree!),
    'in somebody’s words: (the words “space launch” in a row and “satellite”) and said by “miller”',
  );
});
