import type { Span } from '../records.ts';
import type { Named } from './mentions.ts';
import type { Token } from './tokens.ts';

/** Whom words name, why, and what role stands with them. */
export interface Resolved {
  readonly named: Named | null;
  readonly reason: string;
  readonly role: Span | null;
}

/** The words of a speaker where they stand. */
export interface Phrase {
  readonly tokens: readonly Token[];
  readonly from: number;
  readonly to: number;
  readonly span: Span;
  readonly words: string;
  readonly sentenceStart: number;
}

/** Who spoke last, and where: a person, and a body. */
export interface Spoken {
  readonly person: { readonly named: Named; readonly at: number } | null;
  readonly organisation: { readonly named: Named; readonly at: number } | null;
}
