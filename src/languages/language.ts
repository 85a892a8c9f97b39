/**
 * The shape of a language: data only, logic is shared. A new language is one file beside this one and one line in
 * `languages.ts`. Every section is optional but for the code and script, so a language can start with what is known of it;
 * each section's interface is documented in the stage's terms and lives in this file, since data is all they share.
 */
export interface Language {
  /** BCP 47 primary tag. */
  readonly code: string;
  /** Its own name, as shown in the desk. */
  readonly name: string;
  /** `spaced` scripts part words by spaces; `unspaced` ones (Chinese, Japanese, Thai) do not. */
  readonly script: 'spaced' | 'unspaced';
  readonly sentences?: SentenceWords;
}

/** What `text/sentences.ts` must know to find where a sentence ends. */
export interface SentenceWords {
  /** Words that take a full stop without ending a sentence, lower case, without the stop. */
  readonly abbreviations: readonly string[];
  /** Words that, with a capital, most often begin a sentence: after an abbreviation only they begin a new one. */
  readonly openers: readonly string[];
  /** Ordinals are written with a full stop ("3. Oktober"). */
  readonly ordinalPoint?: boolean;
}

/** A list of words written as one string, so that language files stay readable. */
export function words(list: string): readonly string[] {
  return list.split(/\s+/).filter((word) => word !== '');
}
