import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { DevelopmentKind, Reading, Subject } from '../../src/records.ts';
import { proposeFewer, type Told } from '../../src/watches/fewer.ts';
import { matchQuery, parseQuery } from '../../src/watches/watches.ts';
import { plainArticle, plainReading } from '../made.ts';

interface Case {
  readonly title?: string;
  readonly body?: string;
  readonly site?: string;
  readonly places?: readonly string[];
  readonly kinds?: readonly DevelopmentKind[];
  readonly independent?: number;
  readonly state?: 'wanted' | 'unwanted';
}

function told({ title = 'Ferry news', body = '', site, places = [], kinds = [], independent = 3, state }: Case): Told {
  const text = `The ferry line is back. ${body}`;
  const article = plainArticle(text, { title, site: site ?? null });
  const facts: Partial<Reading> = {
    mentions: places.map((name) => ({ span: [0, 3] as const, kind: 'place' as const, name })),
  };
  const story: Subject['story'] = {
    id: 'st-1',
    title,
    language: 'en',
    opened: '2031-05-05T00:00:00.000Z',
    latest: '2031-05-05T00:00:00.000Z',
    pageCount: independent,
    outletCount: independent,
    independentCount: independent,
  };
  const subject: Subject = { reading: plainReading(article, facts), source: null, story, kinds };
  return { subject, wanted: state === 'wanted', unwanted: state === 'unwanted' };
}

/** What is proposed against the first of the cases, as it would be written. */
function check(query: string, cases: readonly Case[]): string[] {
  return proposeFewer(query, cases.map(told), 0).map((one) => one.added);
}

test('a site that sends only unwanted ones is left out first', () => {
  const cases: Case[] = [
    { site: 'Velm Daily', state: 'unwanted' },
    { site: 'Velm Daily', state: 'unwanted' },
    { site: 'Port Herald', state: 'wanted' },
    { site: 'Port Herald' },
  ];
  const [first] = proposeFewer('ferry', cases.map(told), 0);
  assert.deepEqual(first, {
    added: 'NOT site:"Velm Daily"',
    part: 'site',
    value: 'Velm Daily',
    query: 'ferry NOT site:"Velm Daily"',
    dropped: [0, 1],
  });
});

test('a site that also sends wanted ones comes after what tells them apart', () => {
  const proposed = check('ferry', [
    { site: 'Port Herald', places: ['Quellmouth'], title: 'Ferry regatta begins', state: 'unwanted' },
    { site: 'Port Herald', state: 'wanted' },
    { site: 'Other' },
  ]);
  assert.ok(proposed.indexOf('NOT place:"Quellmouth"') < proposed.indexOf('NOT site:"Port Herald"'));
  assert.ok(proposed.includes('NOT title:"regatta"'), proposed.join(', '));
});

test('a word that is repeated here and rare elsewhere is proposed, what the query asks for never', () => {
  const proposed = check('ferry', [
    { body: 'A regatta is a regatta. The ferry waits.', state: 'unwanted' },
    { body: 'The board met.' },
    { body: 'The crew rests.' },
  ]);
  assert.ok(proposed.includes('NOT "regatta"'), proposed.join(', '));
  assert.ok(!proposed.some((one) => one.includes('ferry')), proposed.join(', '));
});

test('alternatives keep their brackets, so that what is left out is left out of each', () => {
  const [first] = proposeFewer('ferry OR boat', [told({ site: 'Velm Daily' }), told({ site: 'Other' })], 0);
  assert.equal(first.query, '(ferry OR boat) NOT site:"Velm Daily"');
});

test('a story with a single account can be waited for, a lone kind left out', () => {
  const proposed = check('ferry', [
    { independent: 1, kinds: ['coverage'] },
    { independent: 3, kinds: ['date'] },
  ]);
  assert.ok(proposed.includes('sources:>=2'), proposed.join(', '));
  assert.ok(proposed.includes('NOT kind:coverage'), proposed.join(', '));
});

test('nothing that would silence the whole watch is proposed', () => {
  const proposed = check('ferry', [{ site: 'Velm Daily' }, { site: 'Velm Daily' }]);
  assert.ok(!proposed.some((one) => one.includes('site:')), proposed.join(', '));
});

test('a faulty query and a missing article give nothing', () => {
  assert.deepEqual(proposeFewer('ferry AND (', [told({})], 0), []);
  assert.deepEqual(proposeFewer('ferry', [], 0), []);
});

test('each proposal drops exactly what it says, the article among it, whatever the names are', () => {
  const name = fc.string({ unit: 'grapheme', maxLength: 12 });
  const one = fc.record({ site: name, places: fc.array(name, { maxLength: 2 }), body: name, title: name });
  fc.assert(
    fc.property(fc.array(one, { minLength: 1, maxLength: 5 }), (cases) => {
      const all = cases.map(told);
      for (const { query, dropped } of proposeFewer('ferry', all, 0)) {
        const { tree } = parseQuery(query);
        assert.ok(tree !== null, query);
        const lost = all.flatMap(({ subject }, index) => (matchQuery(tree, subject) === null ? [index] : []));
        assert.deepEqual(lost, dropped, query);
        assert.ok(dropped.includes(0), query);
      }
    }),
    { numRuns: 200 },
  );
});
