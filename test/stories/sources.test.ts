import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createSourceCounter } from '../../src/stories/independent.ts';
import { type OriginCandidate, originOf } from '../../src/stories/origin.ts';
import { createStories, type Placed } from '../../src/stories/stories.ts';
import { seeded, shuffled } from '../made.ts';
import { madeUpText } from './made-up.ts';
import { arrivalOf, type Told } from './telling.ts';

type Counted = Partial<Parameters<ReturnType<typeof createSourceCounter>['add']>[0]>;

function countOf(accounts: readonly Counted[]): number[] {
  const counter = createSourceCounter();
  for (const [group, account] of accounts.entries())
    counter.add({ group, outlet: null, owner: null, agency: null, cites: null, ...account });
  const { pages, outlets, independent } = counter.counts();
  return [pages, outlets, independent];
}

test('pages, outlets and independent accounts are three counts', () => {
  assert.deepEqual(countOf([{ outlet: 'a' }, { outlet: 'b' }, { outlet: 'c' }]), [3, 3, 3]);
  assert.deepEqual(countOf([{ outlet: 'a' }, { outlet: 'a' }]), [2, 1, 1], 'two texts of one outlet');
  assert.deepEqual(
    countOf([
      { outlet: 'a', group: 7 },
      { outlet: 'b', group: 7 },
    ]),
    [2, 2, 1],
    'a copy',
  );
  assert.deepEqual(
    countOf([
      { outlet: 'a', owner: 'o' },
      { outlet: 'b', owner: 'o' },
    ]),
    [2, 2, 1],
    'titles of one owner',
  );
  assert.deepEqual(
    countOf([
      { outlet: 'a', agency: 'w' },
      { outlet: 'b', agency: 'w' },
    ]),
    [2, 2, 1],
    'one wire',
  );
  assert.deepEqual(countOf([{ outlet: 'w' }, { outlet: 'b', agency: 'w' }]), [2, 2, 1], 'the wire and who prints it');
  assert.deepEqual(countOf([{ outlet: 'a' }, { outlet: 'b', cites: 'a' }]), [2, 2, 1], 'who only cites another');
  assert.deepEqual(countOf([{ outlet: 'b', cites: 'a' }, { outlet: 'a' }]), [2, 2, 1], 'the other way round');
});

test('what ties two groups of accounts later lessens the count, in whatever order they came', () => {
  const accounts: Counted[] = [
    { outlet: 'a' },
    { outlet: 'b', agency: 'w' },
    { outlet: 'c', cites: 'b' },
    { outlet: 'd', owner: 'o' },
    { outlet: 'e', owner: 'o', agency: 'w' },
    { outlet: 'f' },
  ];
  const chance = seeded(61);
  for (let round = 0; round < 20; round++) assert.deepEqual(countOf(shuffled(accounts, chance)), [6, 6, 3]);
});

const candidate = (text: number, more: Partial<OriginCandidate> = {}): OriginCandidate => ({
  text,
  size: 100,
  isAgency: false,
  published: null,
  received: text,
  ...more,
});
const day = 86_400_000;

test('the origin is the agency, else what contains the others, else what was published first, else received first', () => {
  const cases: readonly [candidates: OriginCandidate[], text: number, reason: RegExp][] = [
    [[candidate(1), candidate(2, { isAgency: true, size: 40 })], 2, /agency/],
    [[candidate(1, { size: 40 }), candidate(2)], 2, /contains/],
    [[candidate(1, { published: 5 * day }), candidate(2, { published: 4.9 * day })], 2, /published first/],
    [[candidate(1), candidate(2)], 1, /received first/],
    // A text out a day before a longer one is no cut of it.
    [[candidate(1, { size: 40, published: day }), candidate(2, { published: 3 * day })], 1, /day or more/],
  ];
  for (const [candidates, text, reason] of cases) {
    for (const order of [candidates, candidates.toReversed()]) {
      const origin = originOf(order);
      assert.equal(origin.text, text);
      assert.match(origin.reason, reason);
    }
  }
});

const body = madeUpText(seeded(62), 240);
const cut = body.split(' ').slice(0, 150).join(' ');
const cutAgain = `${cut.split(' ').slice(0, 90).join(' ')} ${madeUpText(seeded(63), 20)}`;
const wire: Told = {
  title: 'Wire on the matter',
  body,
  site: 'Northern Wire',
  agency: 'Northern Wire',
  published: '2031-05-05',
};
const first: Told = {
  title: 'First to print it',
  body: cut,
  site: 'Mail',
  agency: 'Northern Wire',
  published: '2031-05-05',
};
const second: Told = { title: 'Took it from the first', body: cutAgain, site: 'Digest', published: '2031-05-06' };

function placeAll(told: readonly Told[]): Placed[] {
  const stories = createStories();
  return told.map((one, turn) => stories.place(arrivalOf(one, turn)).value);
}

test('a chain is agency, first republisher, copy of the copy: each hangs under what it carries, all under the agency', () => {
  const [agency, republished, copied] = placeAll([wire, first, second]).map(({ placement }) => placement);
  assert.equal(agency.copyOf, null);
  assert.equal(republished.copyOf, agency.articleId);
  assert.equal(copied.copyOf, republished.articleId, 'the text that it shares most with');
  assert.deepEqual(new Set([republished.originId, copied.originId]), new Set([agency.articleId]));
});

test('in any order of arrival the agency is the origin in the end, and only the first to come is told', () => {
  const all = [wire, first, second];
  for (const order of [
    [0, 1, 2],
    [0, 2, 1],
    [1, 0, 2],
    [1, 2, 0],
    [2, 0, 1],
    [2, 1, 0],
  ]) {
    const stories = createStories();
    const placed = order.map((at, turn) => stories.place(arrivalOf(all[at], turn)).value);
    const agency = placed[order.indexOf(0)].placement.articleId;
    const origins = placed.map(({ placement }) => stories.placementOf(placement.articleId)?.originId);
    assert.deepEqual(new Set(origins), new Set([agency]), `${order}`);
    assert.deepEqual(
      placed.map(({ developments }) => developments.map(({ kind }) => kind)),
      [['first'], [], []],
      `${order}`,
    );
    assert.equal(placed.at(-1)?.story.independentCount, 1, `${order}`);
  }
});
