import type { Subject } from '../../src/records.ts';
import { compileWatches, matchQuery, parseQuery } from '../../src/watches/watches.ts';
import { plainWatch, seeded } from '../made.ts';
import { subjectOf } from './check.ts';

/**
 * Asks so many pairs of a random watch and a random article of the index and of its slow twin, every watch on every article
 * by itself; gives where they differ, in words or in whether it matches at all.
 */
export function disagreements(pairs: number, seed: number): { asked: number; matched: number; differing: string[] } {
  const random = seeded(seed);
  const differing: string[] = [];
  let [asked, matched] = [0, 0];
  while (asked < pairs) {
    const queries = Array.from({ length: watchesPerRound }, () => query(random, 3));
    const trees = queries.map((one) => parseQuery(one).tree);
    const index = compileWatches(queries.map((one, number) => plainWatch(String(number), one)));
    for (let article = 0; article < articlesPerRound; article++) {
      const subject = someArticle(random);
      const found = new Map(index.match(subject).map((one) => [Number(one.watch.id), one.matched]));
      for (const [number, tree] of trees.entries()) {
        const words = tree === null ? null : matchQuery(tree, subject);
        asked++;
        if (words !== null) matched++;
        if (JSON.stringify(words) !== JSON.stringify(found.get(number) ?? null))
          differing.push(`${queries[number]} on ${subject.reading.article.title} / ${subject.reading.article.body}`);
      }
    }
  }
  return { asked, matched, differing };
}

const watchesPerRound = 200;
const articlesPerRound = 120;

type Random = () => number;

const words = [
  ...[
    'ferry',
    'ferries',
    'line',
    'lines',
    'storm',
    'storms',
    'bridge',
    'bridges',
    'new',
    'newest',
    'the',
    'of',
    'a',
    'US',
  ],
  ...[
    'U.S.',
    'mid-deck',
    'café',
    'CAFE',
    'Osmund',
    'osmundite',
    '3.5',
    '위성',
    '위성이',
    '위',
    '성',
    '발사',
    '卫星',
    '星',
    'ロケット',
  ],
];

function word(random: Random): string {
  return pick(words, random);
}

/** A query of any shape; now and then one with a fault, which matches nothing. */
function query(random: Random, depth: number): string {
  const inner = () => query(random, depth - 1);
  if (depth > 0 && random() < 0.6)
    return pick(
      [
        () => `(${inner()} AND ${inner()})`,
        () => `(${inner()} OR ${inner()})`,
        () => `(${inner()} OR ${inner()} OR ${inner()})`,
        () => `(${inner()} NOT ${inner()})`,
        () => `(NOT ${inner()})`,
        () => `${pick(['title', 'body', 'said', 'speaker', 'site', 'person'], random)}:(${inner()})`,
      ],
      random,
    )();
  return pick(leaves, random)(random);
}

const leaves: readonly ((random: Random) => string)[] = [
  word,
  word,
  word,
  (random) => `"${word(random)} ${word(random)}"`,
  (random) => `"${word(random)} ${word(random)} ${word(random)}"`,
  (random) => `=${word(random)}`,
  (random) => `stem:${word(random)}`,
  (random) => `${word(random).slice(0, 3)}*`,
  (random) => `${word(random).slice(0, 2)}*s`,
  (random) => `${word(random).slice(0, 3)}?${word(random).slice(-1)}`,
  (random) => `${word(random)} NEAR/${1 + Math.floor(random() * 4)} ${word(random)}`,
  (random) => `"${word(random)} ${word(random)}" BEFORE/2 (${word(random)} OR ${word(random).slice(0, 3)}*)`,
  (random) => `(${word(random)} OR "${word(random)} ${word(random)}") NEAR/3 (${word(random)} OR ${word(random)})`,
  (random) => `${word(random)} NEAR/2 ${word(random)} NEAR/2 ${word(random)}`,
  (random) => `(${word(random)} AND ${word(random)}) NEAR/2 ${word(random)}`,
  (random) => `${word(random)} W/S ${word(random)}`,
  (random) => `${word(random)} W/P (${word(random)} OR ${word(random)})`,
  (random) => `atleast2(${word(random)} OR ${word(random)})`,
  (random) => `said:${word(random)} AND speaker:${pick(['Brook', 'Reed'], random)}`,
  (random) => `title:${word(random)}`,
  () => 'lang:en',
  () => 'role:operator',
  () => 'site:harbour',
  () => 'kind:first',
  () => 'sources:>=2',
  () => 'published:2026-11',
  () => 'person:brook',
];

function someArticle(random: Random): Subject {
  const text = (most: number) => Array.from({ length: Math.floor(random() * most) }, () => word(random));
  const paragraph = () => `${text(6).join(' ')}. ${text(6).join(' ')}.`;
  const said = text(4).join(' ');
  const body = `${paragraph()}\n\n${said}\n\n${paragraph()}`;
  return subjectOf({
    title: text(6).join(' '),
    body,
    language: pick(['en', 'ko', 'de'], random),
    independent: random() < 0.3 ? 2 : 1,
    ...(random() < 0.5 ? { site: 'Harbour Post' } : {}),
    ...(random() < 0.5 ? { published: '2026-11-20' } : {}),
    ...(said === ''
      ? {}
      : { statements: [`Ada Brook | operator | | ${said}`, `Tom Reed | | | ${said.split(' ')[0]}`] }),
    ...(random() < 0.5 ? { mentions: [{ span: [0, 0], kind: 'person', name: 'Ada Brook' }] as const } : {}),
  });
}

function pick<T>(list: readonly T[], random: Random): T {
  return list[Math.floor(random() * list.length)];
}
