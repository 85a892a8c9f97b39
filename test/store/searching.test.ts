import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Development, Page } from '../../src/records.ts';
import { type SearchSizes, searchSizes } from '../../src/store/sqlite/sizes.ts';
import { addNumbers, countOf, noSlots, visitDown, without } from '../../src/store/sqlite/slots.ts';
import { openSqliteStore } from '../../src/store/sqlite.ts';
import type { ArticleBrief, SearchAnswer, SearchRequest, Store } from '../../src/store/store.ts';
import { matchQuery } from '../../src/watches/match.ts';
import { parseQuery } from '../../src/watches/query.ts';
import { at, madePage, madeReading, madeResults, madeSource, madeStatement, seeded } from '../made.ts';

const queries = [
  'NOT kind:first',
  'harbour',
  'ferry NOT harbour',
  'harb* OR lang:fr',
  'kind:date',
  'lang:en NOT kind:first',
  'site:herald',
  'source:evening',
  'owner:lund NOT harbour',
  'published:2031-05-07..2031-05-09',
  'ferry NEAR/3 harbour',
  'ferry',
  'ferry came harbour',
  '港',
  '旧港',
  '港 OR ferry',
  'ha* NOT ferry',
  'sources:1',
  'speaker:tarn',
  'speaker:"Osk Tarn" NOT ferry',
  '=Harbour',
  '"old harbour"',
  'said:the',
  'speaker:tarn said:the',
  'speaker:(tarn OR lind) NOT said:a',
  'venue:harbour OR said:a',
  'harbo?r',
  'stem:harbour',
  'ferry BEFORE/9 harbour',
  'ferry W/S harbour',
  'atleast2(harbour)',
  'title:(old OR ferry)',
  'kind:(date OR first) NOT lang:(en OR fr)',
  'site:(herald OR café) kind:date',
  'story:harbour',
  'window:2031-05',
  'NOT published:2031-05-03..',
  'NOT (ferry OR harb*)',
  'title:port OR 旧港关闭',
];

test('what is held in memory is what a plain count gives, whatever was done, here and by another process', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'watchfloor-searching-'));
  const file = join(folder, 'watchfloor.db');
  // Blocks of a few articles, so that some are made, changed, made again and let go.
  const open = (sizes: Partial<SearchSizes> = {}) =>
    openSqliteStore({
      file,
      matches: matchQuery,
      now: () => at(600),
      sizes: { ...searchSizes, blockSize: 32, ...sizes },
    });
  const [store, other] = [open(), open()];
  // One that gives up where the others still count.
  const hasty = open({ placesMax: 9, beginningsMax: 9, weighedMax: 9, storiesMax: 1 });
  const random = seeded(5);
  const among = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)];
  for (const [number, title] of ['Evening News', 'Morning Post', 'Gazette'].entries()) {
    await store.addSource(madeSource(`so-${number}`, { title, owner: among(['Lund', 'Vik']) }));
  }
  const pages = Array.from({ length: 120 }, (_, number) =>
    madePage(`p${number}`, number, { sourceId: `so-${number % 3}` }),
  );
  await store.acceptPages(pages);
  const read = async (page: Page) => {
    const article = {
      title: among(['Ferry to harbour', 'Old Harbour closed', 'Nothing']),
      body: among(['A ferry came to the old harbour.', 'The harbours are shut.', 'HARBOUR', '旧港关闭', '']),
      site: among(['The Herald', 'Café Post', null]),
      language: among(['en', 'fr', null]),
      published: among([
        { value: `2031-05-0${1 + Math.floor(random() * 9)}`, precision: 'day', from: 'meta' } as const,
        { value: null, precision: 'unknown', from: 'none' } as const,
      ]),
    };
    const { body } = madeReading(page, article).article;
    const statements = [among(['Osk Tarn', 'Mara Lind', null])].flatMap((name) =>
      name === null ? [] : [madeStatement(body, body.slice(0, 3), name)],
    );
    const reading = madeReading(page, article, { statements });
    const results = madeResults(page, reading);
    const developments = among<readonly Development['kind'][]>([[], ['first'], ['date', 'first'], ['date', 'date']]);
    await among([store, other]).savePageResults({
      ...results,
      developments: developments.map((kind, number) => ({
        ...results.developments[0],
        id: `de-${reading.article.id}-${number}`,
        kind,
      })),
      placement: { ...results.placement!, copyOf: among([null, 'ar-other']) },
    });
  };
  const acts: readonly (() => Promise<unknown>)[] = [
    () => read(among(pages)),
    () => read(among(pages)),
    () => read(among(pages)),
    () => among([store, other]).removePagesOf(`so-${Math.floor(random() * 3)}`),
    () => store.restorePagesOf(`so-${Math.floor(random() * 3)}`),
    async () => {
      const stored = await store.getArticle(madeReading(among(pages)).article.id);
      if (stored?.placement)
        await store.savePlacements([{ ...stored.placement, copyOf: among([null, 'ar-x']), byHand: true }], []);
    },
    () => among([store, other]).prune(at(Math.floor(random() * 60) - 20)),
    () => store.purgeRemoved(at(random() < 0.1 ? 601 : 1)),
    () => store.acceptPages(pages),
  ];
  for (const page of pages) if (random() < 0.7) await read(page);
  let made = 0;
  for (let step = 0; step < 240; step++) {
    await among(acts)();
    if (random() < 0.4 && (await among([store, other]).makeSearchQuick())) made++;
    const text = among(queries);
    const order = among(['newest', 'relevance'] as const);
    const wanted = await plainSearch(store, text);
    for (const [name, one] of Object.entries({ store, other })) {
      const { rows, total, atLeast, atMost, facets } = await search(one, text, { order });
      assert.deepEqual(
        { total, atLeast, atMost, facets, found: rows.map((row) => row.article.id).sort() },
        wanted,
        `${text} after step ${step} in ${name}`,
      );
      if (order === 'newest') {
        const days = rows.map(({ article }) => dayOf(article));
        assert.deepEqual(days, [...days].sort().reverse());
      }
    }
    const { rows, total, atLeast, atMost } = await search(hasty, text, { order });
    assert.deepEqual(rows.map((row) => row.article.id).sort(), wanted.found, `${text} after step ${step} in haste`);
    assert.ok(total <= wanted.total && wanted.total <= atMost! && atLeast === atMost! > total);
  }
  // As after a restart.
  assert.ok(made > 5, `${made} blocks made`);
  const again = open();
  for (const text of queries) assert.deepEqual(await search(again, text), await search(store, text));
  for (const one of [store, other, hasty, again]) await one.close();
  rmSync(folder, { recursive: true });
});

test('a page that would need too many articles to be read is given as far as it got, and goes on', async () => {
  const store = openSqliteStore({ file: ':memory:', matches: matchQuery });
  const pages = Array.from({ length: 90 }, (_, number) => madePage(`p${number}`, number));
  await store.acceptPages(pages);
  for (const [number, page] of pages.entries())
    await store.savePageResults(
      madeResults(
        page,
        madeReading(page, { body: number % 30 === 0 ? `HARBOUR ${number}` : 'The harbour.', title: null }),
      ),
    );
  const found: string[] = [];
  const sizes: number[] = [];
  for (let cursor: string | null = null; ; ) {
    const answer: SearchAnswer = await search(store, '=HARBOUR', { limit: 5, lookMax: 20, cursor });
    assert.ok(answer.total >= answer.rows.length && answer.atMost! >= 3);
    found.push(...answer.rows.map((row) => row.snippet));
    sizes.push(answer.rows.length);
    cursor = answer.next;
    if (cursor === null) break;
  }
  assert.deepEqual(found, ['HARBOUR 60', 'HARBOUR 30', 'HARBOUR 0']);
  assert.deepEqual(sizes, [0, 1, 1, 0, 1]);
  await store.close();
});

test('sets of slots are what sets of numbers are', () => {
  const random = seeded(3);
  const [a, b] = [new Set<number>(), new Set<number>()];
  for (let count = 0; count < 300; count++) {
    a.add(40 + Math.floor(random() * 500));
    b.add(40 + Math.floor(random() * 500));
  }
  const slotsOf = (numbers: Set<number>) => {
    const slots = noSlots(512);
    addNumbers(slots, Buffer.from([...numbers].join(',')), 32);
    return slots;
  };
  const [left, right] = [slotsOf(a), slotsOf(b)];
  const down: number[] = [];
  visitDown(without(left, right), (slot) => down.push(slot + 32));
  assert.deepEqual(
    down,
    [...a].filter((number) => !b.has(number)).sort((one, two) => two - one),
  );
  assert.equal(countOf(left), a.size);
  assert.equal(countOf(slotsOf(new Set())), 0);
});

async function search(store: Store, text: string, change: Partial<SearchRequest> = {}): Promise<SearchAnswer> {
  const { tree } = parseQuery(text);
  assert.ok(tree, text);
  return store.search({ query: tree, order: 'newest', limit: 200, cursor: null, facets: true, ...change });
}

/** A day of publication, which is never later than receipt. */
function dayOf({ published: { value }, received }: ArticleBrief): string {
  const day = received.slice(0, 10);
  return value === null || value > day ? day : value;
}

/** The same by looking at every article there is. */
async function plainSearch(store: Store, text: string) {
  const { tree } = parseQuery(text);
  const subjects = await store.subjectsSince(at(0), null, 1_000);
  const stored = await Promise.all(subjects.map(({ article }) => store.getArticle(article.id)));
  const days = new Map<string, number>();
  const [sites, languages, kinds] = [new Map<string, number>(), new Map<string, number>(), new Map<string, number>()];
  const count = (counts: Map<string, number>, key: string | null) =>
    key !== null && counts.set(key, (counts.get(key) ?? 0) + 1);
  const found = subjects.filter(({ subject }) => matchQuery(tree!, subject) !== null);
  for (const { subject, article } of found) {
    count(days, dayOf(article));
    count(sites, article.site);
    count(languages, article.language);
    const its = stored.find((one) => one?.reading.article.id === article.id);
    if (its?.placement?.copyOf != null) count(kinds, 'copy');
    else for (const kind of subject.kinds.length === 0 ? ['none'] : subject.kinds) count(kinds, kind);
  }
  const most = (counts: Map<string, number>, name: string) =>
    [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([key, count]) => ({ [name]: key, count }));
  return {
    total: found.length,
    atLeast: false,
    atMost: found.length,
    facets: {
      days: [...days].sort((a, b) => (a[0] < b[0] ? 1 : -1)).map(([day, count]) => ({ day, count })),
      sites: most(sites, 'site'),
      languages: most(languages, 'language'),
      kinds: most(kinds, 'kind'),
    },
    found: found.map(({ article }) => article.id).sort(),
  };
}
