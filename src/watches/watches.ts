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
import { matchedWords } from './match.ts';
import { conditionOf, guessedCommonness, visitKeys } from './prefilter.ts';
import { Programs } from './program.ts';
import { parseQuery } from './query.ts';

export { explainQuery } from './explain.ts';
export { type FewerPart, type FewerProposal, proposeFewer, type Told } from './fewer.ts';
export { matchQuery } from './match.ts';
export { followParts, type PartsFollowed } from './parts.ts';
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

/** Most parsed queries kept at hand; the others are parsed again when an article could match them. */
const treesKeptMax = 20_000;

/**
 * Holds each watch as the keys it cannot match without, filed under the rarest of them, so that an article is compared with
 * few and the cost of an article does not grow with all watches. Which keys are rare is guessed at first and counted as
 * articles come in; the answers are the same either way.
 */
export function compileWatches(watches: readonly Watch[]): WatchIndex {
  const programs = new Programs();
  const trees = new Map<number, QueryNode>();
  const faulty: Watch[] = [];
  for (const watch of watches) {
    const { tree } = parseQuery(watch.query);
    if (tree === null) faulty.push(watch);
    programs.add(tree === null ? null : conditionOf(tree));
  }
  const silent = new Set(faulty);
  const treeOf = (number: number): QueryNode | null => {
    const known = trees.get(number);
    if (known !== undefined) return known;
    const { tree } = parseQuery(watches[number].query);
    if (trees.size >= treesKeptMax) trees.clear();
    if (tree !== null) trees.set(number, tree);
    return tree;
  };
  let filing = fileWatches(programs, watches.length, null);
  let seen = 0;
  return {
    faulty,
    match(subject) {
      const text = new SubjectText(subject);
      const matches: WatchMatch[] = [];
      for (const number of filing.candidates(text)) {
        if (!programs.could(number) || silent.has(watches[number])) continue;
        const tree = treeOf(number);
        const matched = tree === null ? null : matchedWords(tree, text);
        if (matched !== null) matches.push({ watch: watches[number], matched });
      }
      if (refiledAfter.has(++seen)) filing = fileWatches(programs, watches.length, filing.commonness(seen));
      return matches;
    },
  };
}

/** After so many articles the watches are filed anew by what was counted. */
const refiledAfter = new Set([100, 1_000, 10_000]);

interface Filing {
  /** Numbers of the watches that could match, ascending; the programs know the subject's keys afterwards. */
  candidates(text: SubjectText): readonly number[];
  /** How common the keys were among the articles asked about so far, by their numbers. */
  commonness(articles: number): Float64Array;
}

function fileWatches(programs: Programs, watchCount: number, commonness: Float64Array | null): Filing {
  const keys = [...programs.keys];
  const guessed = Float64Array.from(keys, guessedCommonness);
  const counts = new Uint32Array(keys.length);
  const filed: number[][] = [];
  const always: number[] = [];
  for (let number = 0; number < watchCount; number++) {
    const needed = programs.needed(number, commonness ?? guessed);
    if (needed === null) always.push(number);
    for (const key of needed ?? []) {
      filed[key] ??= [];
      filed[key].push(number);
    }
  }
  const prefixes = keys.some((key) => key.endsWith('*'));
  const fields = new Set(keys.filter((key) => key.includes(':')).map((key) => key.slice(0, key.indexOf(':'))));
  return {
    candidates(text) {
      const found = new Set(always);
      programs.begin();
      visitKeys(text, { prefixes, fields }, (key) => {
        const place = programs.keyNumber(key);
        if (place === undefined || !programs.have(place)) return;
        counts[place]++;
        for (const number of filed[place] ?? []) found.add(number);
      });
      return [...found].sort((a, b) => a - b);
    },
    // A share of the guess is added so that a word not met yet is rare, not impossible.
    commonness: (articles) =>
      counts.length === 0
        ? guessed
        : Float64Array.from(counts, (count, key) => (count + guessed[key]) / (articles + 1)),
  };
}

/** Kinds of development, weightiest first: what a person must hear of before the rest. */
export const weightiestFirst: readonly DevelopmentKind[] = [
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
  return weightiestFirst.indexOf(a.kind) - weightiestFirst.indexOf(b.kind) || (a.id < b.id ? -1 : 1);
}
