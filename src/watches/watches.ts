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
import { matchText } from './match.ts';
import { keysOf, neededKeys } from './prefilter.ts';
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
 * Files each watch under the rarest terms it cannot match without, so that an article is compared with few. The cost of an
 * article grows with the watches that share its rare words, not with all watches.
 */
export function compileWatches(watches: readonly Watch[]): WatchIndex {
  const trees: (QueryNode | null)[] = watches.map((watch) => parseQuery(watch.query).tree);
  const filed = new Map<string, number[]>();
  const always: number[] = [];
  const fields = new Set<string>();
  let prefixes = false;
  for (const [number, tree] of trees.entries()) {
    if (tree === null) continue;
    const keys = neededKeys(tree);
    if (keys === null) always.push(number);
    for (const key of keys ?? []) {
      const list = filed.get(key);
      if (list === undefined) filed.set(key, [number]);
      else list.push(number);
      fields.add(key.slice(0, key.indexOf(':')));
      if (key.startsWith('p:')) prefixes = true;
    }
  }
  return {
    faulty: watches.filter((_, number) => trees[number] === null),
    match(subject) {
      const text = new SubjectText(subject);
      const candidates = new Set(always);
      for (const key of keysOf(text, { prefixes, fields }))
        for (const number of filed.get(key) ?? []) candidates.add(number);
      const matches: WatchMatch[] = [];
      for (const number of [...candidates].sort((a, b) => a - b)) {
        const matched = matchText(trees[number]!, text);
        if (matched !== null) matches.push({ watch: watches[number], matched });
      }
      return matches;
    },
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
