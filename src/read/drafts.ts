import type { Cue } from './cues.ts';
import type { Frame } from './lexicon.ts';
import type { Run } from './phrases.ts';
import type { Token } from './tokens.ts';

/** A statement as runs of tokens of one sentence; `read/statements.ts` makes records of them. */
export interface Draft {
  readonly cue: Run;
  readonly frame: Frame;
  readonly negated: boolean;
  speaker: Run | null;
  /** Content, in order. */
  pieces: Run[];
  addressee: Run | null;
  venue: Run | null;
  /** Where in the sentence the cue's own words lie: from its subject to what stands between verb and content. */
  readonly reach: Run;
  readonly relay: Run[];
  readonly step: string;
}

/** What stands between a verb of saying and what is said. */
export interface After {
  /** First token of the content; the end of the sentence when there is none on this side. */
  readonly at: number;
  readonly kind: 'clause' | 'question' | 'quote' | 'colon' | 'bare' | 'topic' | 'comma' | 'none';
  readonly addressee: Run | null;
  readonly venue: Run | null;
}

/** How one verb of saying is to be read in its sentence. */
export interface Plan {
  readonly cue: Cue;
  readonly after: After;
  /** Subject, also when it stands behind the verb ("said Miller"). */
  readonly subject: Run | null;
  readonly inverted: boolean;
  /** Between commas or behind one: what is said stands before it. */
  readonly parenthetical: boolean;
  /** What stands before the cue is a whole quotation; the token it is, -1 when it is none. */
  readonly utterance: boolean;
  readonly quoteAt: number;
  readonly frame: Frame;
  /** First token of the cue's own clause. */
  readonly from: number;
}

/** Whether a verb can be followed in one of the ways that the letters stand for. */
export function has(frame: Frame, letters: string): boolean {
  const { frames } = frame;
  for (let at = 0; at < letters.length; at++) if (frames.includes(letters[at])) return true;
  return false;
}

/** Index behind the last token of a sentence that is no stop. */
export function sentenceEnd(tokens: readonly Token[]): number {
  let n = tokens.length;
  while (n > 0 && tokens[n - 1].kind === 'mark' && stops.has(tokens[n - 1].lower)) n--;
  return n;
}

/** A place at which what is said ends, because the clause of another source begins. */
export interface Break {
  readonly at: number;
  /** Where the content may go on; the sentence's end when it does not. */
  readonly resume: number;
  /** Another source's words put into what is said, which may go on behind them. */
  readonly inserted?: true;
}

const stops = new Set(['.', '!', '?', '…', ';', '。', '！', '？']);
