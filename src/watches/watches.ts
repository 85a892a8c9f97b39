import type { Alert, Development, Instant, MatchedWords, QueryNode, Span, Subject, Watch } from '../records.ts';

/** A fault in a query: where, what, and what to write instead. */
export interface QueryProblem {
  readonly at: Span;
  readonly what: string;
  readonly instead: string | null;
}

export interface ParsedQuery {
  /** Null when the query has a fault. */
  readonly tree: QueryNode | null;
  readonly problems: readonly QueryProblem[];
}

/** Parses the query language (docs/query.md). Never throws. */
export function parseQuery(text: string): ParsedQuery {
  return {
    tree: { op: 'word', word: text.toLowerCase(), exact: false, stem: false, at: [0, text.length] },
    problems: [],
  };
}

/** Whether a query matches, and the words that made it so; null when it does not. */
export function matchQuery(_query: QueryNode, _subject: Subject): readonly MatchedWords[] | null {
  return null;
}

/** All watches in one index, to be asked once per article. */
export interface WatchIndex {
  match(subject: Subject): readonly { readonly watch: Watch; readonly matched: readonly MatchedWords[] }[];
}

export function compileWatches(_watches: readonly Watch[]): WatchIndex {
  return { match: () => [] };
}

/** The alerts that an article's developments give: one per watch, developments folded, weightiest first. */
export function alertsFor(
  _index: WatchIndex,
  _subject: Subject,
  _developments: readonly Development[],
  _now: Instant,
): readonly Alert[] {
  return [];
}
