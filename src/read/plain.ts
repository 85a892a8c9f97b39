import type { Span, Statement } from '../records.ts';

/** A statement as the readers of languages without a parser of their own find it. */
export interface PlainStatement {
  content: Span[];
  readonly cue: Span;
  readonly verb: string | null;
  readonly force: Statement['force'];
  readonly negated: boolean;
  readonly speaker: Span | null;
  readonly venue: Span | null;
  readonly addressee: Span | null;
  readonly relay: readonly Span[];
  readonly paragraph: number;
  readonly nested: boolean;
}
