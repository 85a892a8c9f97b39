import { Failure } from '../failures.ts';
import type { MatchedWords, QueryNode, Subject } from '../records.ts';
import type { ArticleBrief, SearchAnswer, SearchHit, SearchRequest } from './store.ts';

/** Decides whether a query matches and by which words: `matchQuery` of watches, handed in by whoever opens the store. */
export type Matches = (query: QueryNode, subject: Subject) => readonly MatchedWords[] | null;

/** What a store gives a search: which articles may match, what stands in one, and counts where the index decides alone. */
export interface SearchIndex {
  /**
   * Articles that may match, in the order asked for; at least as many as `lookedMax`, where there are so many. Those up to
   * `after`, in order of time, need not be given.
   */
  candidates(request: SearchRequest, after: Row | null): Iterable<Row> | AsyncIterable<Row>;
  /** Null when it is gone meanwhile. */
  load(row: Row): Candidate | null | Promise<Candidate | null>;
  /** Counts by what the index tells by itself; null where articles must be read to count them. */
  readonly told: Told | null;
}

/** What an index tells of a query without reading an article, and what reading settles of the rest. */
export interface Told {
  /** Whether so few are unsure that reading them all costs little: then they are given. */
  unsettled(most: number): readonly Row[];
  settle(row: Row, matches: boolean): void;
  /** `atMost` counts those that may match as well; null when there may be any number more. */
  count(facets: boolean): Counted | Promise<Counted>;
}

/** An article's place in the order of time. */
export interface Row {
  readonly number: number;
  readonly sort_at: string;
}

/** An article that may match, as it is asked about. */
export interface Candidate {
  readonly subject: Subject;
  readonly article: ArticleBrief;
  readonly storyId: string | null;
  readonly copy: boolean;
}

/** What an index counts without reading articles. */
export interface Counted {
  readonly total: number;
  readonly atMost: number | null;
  readonly facets: SearchAnswer['facets'];
}

/** Search: the index narrows down, `matches` decides about every article given, and about those counted that the index does not. */
export async function searchOver(index: SearchIndex, matches: Matches, request: SearchRequest): Promise<SearchAnswer> {
  const wanted = Math.max(1, Math.min(request.limit, hitsMax));
  const lookMax = Math.max(wanted, request.lookMax ?? lookedMax);
  const from = request.cursor === null ? null : readCursor(request.cursor, request.order);
  const { told } = index;
  const after = from === null || from.sortAt === '' ? null : { number: from.number, sort_at: from.sortAt };
  const hits: SearchHit[] = [];
  const tally = new Tally();
  let next: string | null = null;
  /** Where the next page begins: after the last hit of a full one, after the last article looked at for another. */
  let pageEnd: string | null = null;
  let passed = 0;
  let looked = 0;
  let stopped = false;
  const look = async (row: Row) => {
    const candidate = await index.load(row);
    const matched = candidate === null ? null : matches(request.query, candidate.subject);
    told?.settle(row, matched !== null);
    return candidate === null || matched === null ? null : { candidate, matched };
  };
  for await (const row of index.candidates(request, told === null ? null : after)) {
    passed++;
    const giving = next === null && (request.order === 'relevance' ? passed > (from?.skip ?? 0) : isAfter(row, from));
    // Counting covers all, also what earlier pages have shown: total and facets are the same on every page.
    const counting = told === null && looked < countedMax;
    if (!giving && !counting) {
      if (next === null) continue;
      stopped = true;
      break;
    }
    if (!counting && looked >= lookMax) {
      next = pageEnd;
      stopped = true;
      break;
    }
    looked++;
    const found = await look(row);
    const full = hits.length === wanted;
    if (giving && !full) pageEnd = writeCursor(request.order, row, passed);
    if (found === null) continue;
    if (counting) tally.add(found.candidate, row.sort_at);
    if (!giving) continue;
    if (full) next = pageEnd;
    else hits.push(hitOf(found.candidate, found.matched));
  }
  if (told !== null) {
    for (const row of told.unsettled(settledMax)) await look(row);
    const { total, atMost, facets } = await told.count(request.facets);
    return { rows: hits, next, total, atLeast: atMost === null || atMost > total, atMost, facets };
  }
  const total = Math.max(tally.total, hits.length);
  return {
    rows: hits,
    next,
    total,
    atLeast: stopped,
    atMost: stopped ? null : total,
    facets: request.facets ? tally.facets() : null,
  };
}

/** Most articles that are matched to count them: about a fifth of a second. */
const countedMax = 1_000;
/** Most articles that are matched to fill one page of hits, when the index lets much through that does not match. */
export const lookedMax = 20_000;
/** Where the index is unsure of fewer articles than this, they are read, and the count is exact. */
const settledMax = 60;
const hitsMax = 200;

/** A piece of the body around the first match, cut between words, with the matched words' places in it. */
function hitOf({ subject, article, storyId }: Candidate, matched: readonly MatchedWords[]): SearchHit {
  const { body, standfirst } = subject.reading.article;
  const spans = matched
    .filter((words) => words.where === 'body' && words.span !== null)
    .map((words) => words.span!)
    .sort((a, b) => a[0] - b[0]);
  const text = body === '' ? (standfirst ?? '') : body;
  const first = spans.length === 0 ? 0 : spans[0][0];
  const start = wordStart(text, Math.max(0, first - snippetBefore), first);
  const end = wordEnd(text, Math.min(text.length, start + snippetLength), spans.length === 0 ? start : spans[0][1]);
  const marks: [number, number][] = [];
  for (const span of spans) {
    const before = marks[marks.length - 1];
    if (span[0] < start || span[1] > end || (before !== undefined && span[0] - start < before[1])) continue;
    marks.push([span[0] - start, span[1] - start]);
  }
  return { article, storyId, snippet: text.slice(start, end), marks };
}

const snippetBefore = 80;
const snippetLength = 260;

function wordStart(text: string, at: number, latest: number): number {
  if (at === 0) return 0;
  for (let look = at; look < latest && look < at + 30; look++) if (/\s/.test(text[look])) return look + 1;
  return isLowSurrogate(text, at) ? at + 1 : at;
}

function wordEnd(text: string, at: number, earliest: number): number {
  if (at >= text.length) return text.length;
  for (let look = at; look > earliest && look > at - 30; look--) if (/\s/.test(text[look])) return look;
  const end = Math.max(at, earliest);
  return isLowSurrogate(text, end) ? end - 1 : end;
}

function isLowSurrogate(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff;
}

class Tally {
  total = 0;
  readonly #days = new Map<string, number>();
  readonly #sites = new Map<string, number>();
  readonly #languages = new Map<string, number>();
  readonly #kinds = new Map<FacetKind, number>();

  add({ subject, article, copy }: Candidate, sortAt: string): void {
    this.total++;
    count(this.#days, sortAt.slice(0, 10));
    if (article.site !== null) count(this.#sites, article.site);
    if (article.language !== null) count(this.#languages, article.language);
    for (const kind of copy ? (['copy'] as const) : subject.kinds.length === 0 ? (['none'] as const) : subject.kinds) {
      count(this.#kinds, kind);
    }
  }

  facets(): Facets {
    return facetsOf({ days: this.#days, sites: this.#sites, languages: this.#languages, kinds: this.#kinds });
  }
}

/** Counts as a search gives them: days newest first, the others most first and by name where as many. */
export function facetsOf({ days, sites, languages, kinds }: FacetCounts): Facets {
  return {
    days: [...days].map(([day, count]) => ({ day, count })).sort((a, b) => (a.day < b.day ? 1 : -1)),
    sites: byCount(sites).map(([site, count]) => ({ site, count })),
    languages: byCount(languages).map(([language, count]) => ({ language, count })),
    kinds: byCount(kinds).map(([kind, count]) => ({ kind, count })),
  };
}

type Facets = NonNullable<SearchAnswer['facets']>;

/** What a search counts an article under beside day, site and language. */
export type FacetKind = Facets['kinds'][number]['kind'];

interface FacetCounts {
  /** By day, written `2023-11-20`. */
  readonly days: ReadonlyMap<string, number>;
  readonly sites: ReadonlyMap<string, number>;
  readonly languages: ReadonlyMap<string, number>;
  readonly kinds: ReadonlyMap<FacetKind, number>;
}

function count<K>(counts: Map<K, number>, key: K): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function byCount<K>(counts: ReadonlyMap<K, number>): [K, number][] {
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}

/** Where to go on: after a row in order of time; after a number of hits in order of relevance, which has no stable key. */
interface Cursor {
  readonly sortAt: string;
  readonly number: number;
  readonly skip: number;
}

function writeCursor(order: SearchRequest['order'], row: Row, skip: number): string {
  const parts = order === 'relevance' ? ['r', skip] : ['n', row.sort_at, row.number];
  return Buffer.from(JSON.stringify(parts)).toString('base64url');
}

function readCursor(cursor: string, order: SearchRequest['order']): Cursor {
  const wrong = () =>
    new Failure('cursor', 'The mark to go on from is not one of this search', {
      retry: 'never',
      advice: 'Ask for the first page again and follow its link.',
    });
  let parts: unknown;
  try {
    parts = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch (error) {
    throw new Failure('cursor', wrong().message, { retry: 'never', advice: wrong().advice, cause: error });
  }
  if (!Array.isArray(parts)) throw wrong();
  const [kind, first, second] = parts as unknown[];
  if (order === 'relevance' && kind === 'r' && typeof first === 'number')
    return { sortAt: '', number: 0, skip: Math.max(0, Math.trunc(first)) };
  if (order === 'newest' && kind === 'n' && typeof first === 'string' && typeof second === 'number')
    return { sortAt: first, number: second, skip: 0 };
  throw wrong();
}

function isAfter(row: Row, cursor: Cursor | null): boolean {
  if (cursor === null || cursor.sortAt === '') return true;
  return row.sort_at < cursor.sortAt || (row.sort_at === cursor.sortAt && row.number < cursor.number);
}
