import type {
  Alert,
  Development,
  DevelopmentKind,
  Instant,
  MatchedWords,
  QueryNode,
  Story,
  Subject,
  Watch,
} from '../records.ts';
import { recordId } from '../text/hash.ts';
import { Asker, Verdict } from './ask.ts';
import { SubjectText } from './document.ts';
import { Filing } from './filing.ts';
import { matches, wordsOfMatch } from './match.ts';
import { Places } from './places.ts';
import { conditionOf } from './prefilter.ts';
import { Programs } from './program.ts';
import { parseQuery } from './query.ts';

export { explainQuery } from './explain.ts';
export { type FewerProposal, proposeFewer, type Told } from './fewer.ts';
export { matchQuery } from './match.ts';
export { followParts, type PartsFollowed } from './parts.ts';
export { type ParsedQuery, parseQuery, queryFields, queryLimits } from './query.ts';
export type { QueryProblem } from './tokens.ts';

/** All watches in one index, asked once per article. */
export interface WatchIndex {
  /** Watches whose query matches, in the order they were given, and the words that made them match. */
  match(subject: Subject): readonly WatchMatch[];
  /** Counts of independent accounts below which some watch tells nothing, each once. */
  readonly floors: ReadonlySet<number>;
  /** Watches whose query has a fault: they match nothing and the person is told. */
  readonly faulty: readonly Watch[];
}

export interface WatchMatch {
  readonly watch: Watch;
  readonly matched: readonly MatchedWords[];
}

/** Most parsed queries kept at hand; the others are parsed again when their words are asked for. */
const treesKeptMax = 20_000;

/**
 * Holds each watch as a program of numbers, filed under the rarest keys it cannot match without, so that an article is
 * compared with few and its cost does not grow with all watches. Programs tell words, phrases, wildcards and nearness by
 * themselves; where they cannot, and for the words that matched, the query is asked (`match.ts`). Which keys are rare is
 * guessed at first and counted as articles come in; the answers are the same either way.
 */
export function compileWatches(watches: readonly Watch[]): WatchIndex {
  const programs = new Programs();
  const faulty: Watch[] = [];
  for (const watch of watches) {
    const { tree } = parseQuery(watch.query);
    if (tree === null) faulty.push(watch);
    programs.add(tree === null ? null : conditionOf(tree));
  }
  programs.finish();
  const trees = new Map<number, QueryNode>();
  const treeOf = (number: number): QueryNode => {
    const known = trees.get(number);
    if (known !== undefined) return known;
    const tree = parseQuery(watches[number].query).tree!;
    if (trees.size >= treesKeptMax) trees.clear();
    trees.set(number, tree);
    return tree;
  };
  const places = new Places(programs);
  const asker = new Asker(programs, places);
  const filing = new Filing(programs);
  let seen = 0;
  return {
    faulty,
    floors: new Set(watches.map((watch) => watch.independentMin).filter((floor) => floor > 1)),
    match(subject) {
      const text = new SubjectText(subject);
      places.take(text);
      asker.begin();
      const found: number[] = [];
      filing.visitCandidates(places, (number) => {
        const verdict = asker.verdict(number);
        if (verdict === Verdict.yes || (verdict === Verdict.perhaps && matches(treeOf(number), text)))
          found.push(number);
      });
      if (refiledAfter.has(++seen)) filing.fileAnew();
      return found
        .sort((a, b) => a - b)
        .map((number) => new Match(watches[number], () => wordsOfMatch(treeOf(number), text)));
    },
  };
}

/** After so many articles the watches are filed anew by what was counted. */
const refiledAfter = new Set([100, 1_000, 10_000]);

/** A watch that matches. Its words are looked for when they are asked for: many an alert is not told in the end. */
class Match implements WatchMatch {
  readonly watch: Watch;
  readonly #find: () => readonly MatchedWords[];
  #matched: readonly MatchedWords[] | null = null;

  constructor(watch: Watch, find: () => readonly MatchedWords[]) {
    this.watch = watch;
    this.#find = find;
  }

  get matched(): readonly MatchedWords[] {
    this.#matched ??= this.#find();
    return this.#matched;
  }
}

/** Kinds of development, weightiest first: what a person must hear of before the rest. */
const weightiestFirst: readonly DevelopmentKind[] = [
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
 *
 * An article that brings nothing new may still be the account that a watch was waiting for: its alert then has no developments of
 * its own, and whoever stores it tells with it what the story brought before.
 */
export function alertsFor(
  index: WatchIndex,
  subject: Subject,
  developments: readonly Development[],
  now: Instant,
  reached: FloorReached | null = null,
): readonly Alert[] {
  const awaited = (floor: number) => (reached === null ? null : awaitedNews(floor, subject.story, reached));
  if (developments.length === 0 && ![...index.floors].some((floor) => awaited(floor) !== null)) return [];
  const alerts: Alert[] = [];
  for (const match of index.match(subject)) {
    const { watch } = match;
    if (
      watch.paused ||
      (watch.mutedUntil !== null && now < watch.mutedUntil) ||
      (watch.expires !== null && now >= watch.expires)
    )
      continue;
    const told = toldBy(watch, subject.story, developments);
    const news = told.at(0) ?? awaited(watch.independentMin);
    if (news === null) continue;
    const articleId = subject.reading.article.id;
    alerts.push({
      id: recordId('alert', watch.id, articleId),
      watchId: watch.id,
      storyId: news.storyId,
      articleId,
      developmentIds: told.map((one) => one.id),
      at: news.at,
      summary: news.summary,
      // Looked for only now: a match that is not told needs no words.
      matched: match.matched,
    });
  }
  return alerts;
}

/** What is known of the accounts of a story when an article comes to it. */
export interface FloorReached {
  /** Independent accounts before it. */
  readonly accountsBefore: number;
  /** When the article became known. */
  readonly at: Instant;
}

/** What a watch with such a floor of independent accounts is told when an article reaches it: the story. Null when it does not. */
function awaitedNews(
  floor: number,
  story: Story | null,
  { accountsBefore, at }: FloorReached,
): Pick<Development, 'storyId' | 'at' | 'summary'> | null {
  if (floor <= 1 || story === null || floor <= accountsBefore || floor > story.independentCount) return null;
  return { storyId: story.id, at, summary: story.title };
}

/**
 * Of the developments that one article brought those that a watch tells of, weightiest first: those of its kinds, and none
 * while its floor of independent accounts is not reached.
 */
export function toldBy(
  { kinds, independentMin }: Pick<Watch, 'kinds' | 'independentMin'>,
  story: Pick<Story, 'independentCount'> | null,
  developments: readonly Development[],
): readonly Development[] {
  if ((story?.independentCount ?? 0) < independentMin) return [];
  return developments.filter(({ kind }) => kinds.length === 0 || kinds.includes(kind)).sort(byWeight);
}

function byWeight(a: Development, b: Development): number {
  return weightiestFirst.indexOf(a.kind) - weightiestFirst.indexOf(b.kind) || (a.id < b.id ? -1 : 1);
}
