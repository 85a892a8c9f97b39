import { Failure } from '../failures.ts';
import type { DevelopmentKind, MatchedWords, QueryNode, Subject } from '../records.ts';
import type { ArticleBrief, SearchAnswer, SearchHit, SearchRequest } from './store.ts';

/** Decides whether a query matches and by which words: `matchQuery` of watches, handed in by whoever opens the store. */
export type Matches = (query: QueryNode, subject: Subject) => readonly MatchedWords[] | null;

/** What a store gives a search: which articles may match, what stands in one, and counts where the index decides alone. */
export interface SearchIndex {
  /** Articles that may match, in the order asked for; at least as many as `lookedMax`, where there are so many. */
  candidates(request: SearchRequest): Iterable<Row> | AsyncIterable<Row>;
  /** Null when it is gone meanwhile. */
  load(row: Row): Candidate | null | Promise<Candidate | null>;
  /** Whether the index lets through what the query matches and nothing else: then it can count alone. */
  isExact(query: QueryNode): boolean;
  /** Total and facets of such a query, over all the index lets through. */
  count(request: SearchRequest): Counted | Promise<Counted>;
}

/** An article's place in the order of time. */
export interface Row {
  readonly number: number;
  readonly sort_at: string;
}

export interface Candidate {
  readonly subject: Subject;
  readonly article: ArticleBrief;
  readonly storyId: string | null;
  readonly copy: boolean;
}

export interface Counted {
  readonly total: number;
  readonly facets: SearchAnswer['facets'];
}

/** Search: the index narrows down, `matches` decides about every article given or counted. */
export async function searchOver(index: SearchIndex, matches: Matches, request: SearchRequest): Promise<SearchAnswer> {
  const wanted = Math.max(1, Math.min(request.limit, hitsMax));
  const from = request.cursor === null ? null : readCursor(request.cursor, request.order);
  const hits: Hit[] = [];
  // Where the index decides alone, the database counts, and only the hits shown are matched.
  const counted = index.isExact(request.query) ? await index.count(request) : null;
  const tally = new Tally();
  let next: string | null = null;
  let looked = 0;
  let stopped = false;
  let skipped = from?.skip ?? 0;
  for await (const row of index.candidates(request)) {
    const giving = next === null && isAfter(row, from);
    // Counting covers all, also what earlier pages have shown: total and facets are the same on every page.
    const counting = counted === null && looked < countedMax;
    if (next !== null && !counting) {
      stopped = counted === null;
      break;
    }
    if (!giving && !counting) continue;
    if (!counting && looked >= lookedMax) {
      stopped = counted === null;
      break;
    }
    looked++;
    const candidate = await index.load(row);
    if (candidate === null) continue;
    const matched = matches(request.query, candidate.subject);
    if (matched === null) continue;
    if (counting) tally.add(candidate, row.sort_at);
    if (!giving) continue;
    if (request.order === 'relevance' && skipped > 0) {
      skipped--;
      continue;
    }
    if (hits.length < wanted) hits.push({ row, hit: hitOf(candidate, matched) });
    else next = writeCursor(request.order, hits[hits.length - 1].row, (from?.skip ?? 0) + wanted);
  }
  return {
    rows: hits.map((one) => one.hit),
    next,
    total: counted?.total ?? Math.max(tally.total, hits.length),
    atLeast: stopped,
    facets: request.facets ? (counted?.facets ?? tally.facets()) : null,
  };
}

/** Most articles that are matched to count them: about a fifth of a second. */
const countedMax = 1_000;
/** Most articles that are matched to fill one page of hits, when the index lets much through that does not match. */
export const lookedMax = 20_000;
const hitsMax = 200;

interface Hit {
  readonly row: Row;
  readonly hit: SearchHit;
}

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
  readonly #kinds = new Map<DevelopmentKind | 'copy' | 'none', number>();

  add({ subject, article, copy }: Candidate, sortAt: string): void {
    this.total++;
    count(this.#days, sortAt.slice(0, 10));
    if (article.site !== null) count(this.#sites, article.site);
    if (article.language !== null) count(this.#languages, article.language);
    for (const kind of copy ? (['copy'] as const) : subject.kinds.length === 0 ? (['none'] as const) : subject.kinds) {
      count(this.#kinds, kind);
    }
  }

  facets(): NonNullable<SearchAnswer['facets']> {
    return {
      days: [...this.#days].map(([day, count]) => ({ day, count })).sort((a, b) => (a.day < b.day ? 1 : -1)),
      sites: byCount(this.#sites).map(([site, count]) => ({ site, count })),
      languages: byCount(this.#languages).map(([language, count]) => ({ language, count })),
      kinds: byCount(this.#kinds).map(([kind, count]) => ({ kind, count })),
    };
  }
}

function count<K>(counts: Map<K, number>, key: K): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function byCount<K>(counts: Map<K, number>): [K, number][] {
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
