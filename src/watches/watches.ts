import type {
  Alert,
  Development,
  DevelopmentKind,
  Instant,
  MatchedWords,
  QueryNode,
  Subject,
  Watch,
} from '../records.ts';
import { recordId } from '../text/hash.ts';
import { SubjectText } from './document.ts';
import { holds, matchedWords } from './match.ts';
import { guessedCommonness, neededKeys, visitKeys } from './prefilter.ts';
import { parseQuery } from './query.ts';

export { explainQuery } from './explain.ts';
export { matchQuery } from './match.ts';
export { type ParsedQuery, parseQuery, queryFields, queryLimits } from './query.ts';
export type { QueryProblem } from './tokens.ts';

/** All watches in one index, asked once per article. */
export interface WatchIndex {
  /** Watches whose query matches, in the order they were given, and the words that made them match. */
  match(subject: Subject): readonly WatchMatch[];
  /** Watches whose query has a fault: they match nothing and the person is told. */
  readonly faulty: readonly Watch[];
}

export interface WatchMatch {
  readonly watch: Watch;
  readonly matched: readonly MatchedWords[];
}

/**
 * Files each watch under the rarest words it cannot match without, so that an article is compared with few. The cost of an
 * article grows with the watches that share its rare words, not with all watches. Which words are rare is guessed at first
 * and counted as articles come in; the answers are the same either way.
 */
export function compileWatches(watches: readonly Watch[]): WatchIndex {
  const trees = watches.map((watch) => parseQuery(watch.query).tree);
  let filing = fileWatches(trees, guessedCommonness);
  let seen = 0;
  return {
    faulty: watches.filter((_, number) => trees[number] === null),
    match(subject) {
      const text = new SubjectText(subject);
      const matches: WatchMatch[] = [];
      for (const number of filing.candidates(text)) {
        const tree = trees[number];
        if (tree === null || !holds(tree, text)) continue;
        matches.push({ watch: watches[number], matched: matchedWords(tree, text) ?? [] });
      }
      if (refiledAfter.has(++seen)) filing = fileWatches(trees, filing.commonness(seen));
      return matches;
    },
  };
}

/** After so many articles the watches are filed anew by what was counted. */
const refiledAfter = new Set([100, 1_000, 10_000]);

interface Filing {
  /** Numbers of the watches that could match, ascending. */
  candidates(text: SubjectText): readonly number[];
  /** How common the keys were among the articles asked about so far. */
  commonness(articles: number): (key: string) => number;
}

function fileWatches(trees: readonly (QueryNode | null)[], commonness: (key: string) => number): Filing {
  const filed = new Map<string, number[]>();
  const counts = new Map<string, number>();
  const always: number[] = [];
  const fields = new Set<string>();
  let prefixes = false;
  // Counted for all words of all watches, filed or not: the next filing chooses among them.
  const count = (key: string) => {
    counts.set(key, 0);
    return commonness(key);
  };
  for (const [number, tree] of trees.entries()) {
    if (tree === null) continue;
    const keys = neededKeys(tree, count);
    if (keys === null) always.push(number);
    for (const key of keys ?? []) {
      const list = filed.get(key);
      if (list === undefined) filed.set(key, [number]);
      else list.push(number);
    }
  }
  for (const key of counts.keys()) {
    if (key.endsWith('*')) prefixes = true;
    else if (key.includes(':')) fields.add(key.slice(0, key.indexOf(':')));
  }
  return {
    candidates(text) {
      const found = new Set(always);
      visitKeys(text, { prefixes, fields }, (key) => {
        const times = counts.get(key);
        if (times === undefined) return;
        counts.set(key, times + 1);
        for (const number of filed.get(key) ?? []) found.add(number);
      });
      return [...found].sort((a, b) => a - b);
    },
    // One is added so that a word not met yet is rare, not impossible; ties go to the guess.
    commonness: (articles) => (key) => ((counts.get(key) ?? 0) + guessedCommonness(key)) / (articles + 1),
  };
}

/** Weightiest first: what a person must hear of before the rest. */
const weight: readonly DevelopmentKind[] = [
  'first',
  'date',
  'correction',
  'alteration',
  'figure',
  'statement',
  'coverage',
];

/**
 * The alerts an article's developments give: one per watch, its developments folded into one, weightiest first. None for a
 * watch that is paused, muted or over, whose kinds are not among them, or whose floor of independent accounts is not reached.
 */
export function alertsFor(
  index: WatchIndex,
  subject: Subject,
  developments: readonly Development[],
  now: Instant,
): readonly Alert[] {
  if (developments.length === 0) return [];
  const alerts: Alert[] = [];
  for (const { watch, matched } of index.match(subject)) {
    if (
      watch.paused ||
      (watch.mutedUntil !== null && now < watch.mutedUntil) ||
      (watch.expires !== null && now >= watch.expires)
    )
      continue;
    if ((subject.story?.independentCount ?? 0) < watch.independentMin) continue;
    const told = developments
      .filter((one) => watch.kinds.length === 0 || watch.kinds.includes(one.kind))
      .sort(byWeight);
    if (told.length === 0) continue;
    const { storyId, articleId, at, summary } = told[0];
    const id = recordId('alert', watch.id, articleId);
    alerts.push({
      id,
      watchId: watch.id,
      storyId,
      articleId,
      developmentIds: told.map((one) => one.id),
      at,
      summary,
      matched,
    });
  }
  return alerts;
}

function byWeight(a: Development, b: Development): number {
  return weight.indexOf(a.kind) - weight.indexOf(b.kind) || (a.id < b.id ? -1 : 1);
}
