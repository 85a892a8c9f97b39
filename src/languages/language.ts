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
  /** For `extract`: the words around a text that are not the text. */
  readonly furniture?: FurnitureWords;
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

/** A list of phrases written as one string, parted by commas. */
export function phrases(list: string): readonly string[] {
  return list
    .split(',')
    .map((phrase) => phrase.trim().replace(/\s+/g, ' '))
    .filter((phrase) => phrase !== '');
}

/** Month names written as one string: months parted by commas, the forms of one month by strokes. */
export function monthNames(list: string): readonly (readonly string[])[] {
  return phrases(list).map((month) => month.split('/'));
}

/**
 * The words around a text that are no part of it: labels, list headings, marks of bylines and dates. All in lower case;
 * the logic compares whole labels, never parts of words.
 */
export interface FurnitureWords {
  /** Names and short names of the twelve months, January first, in the forms a date line uses. */
  readonly months: readonly (readonly string[])[];
  /** What stands before a writer's name: "by", "von", "글". */
  readonly by: readonly string[];
  /** What a writer is called before or after the name: "staff writer", "기자". */
  readonly role: readonly string[];
  /** Bylines that name no person: "staff", "redaktion". */
  readonly nobody: readonly string[];
  /** Labels of a source line: "source", "quelle", "来源". */
  readonly source: readonly string[];
  /** Labels of the line naming who edited: "责任编辑". */
  readonly editor: readonly string[];
  /** Links to the rest of a text, no headline: "read more", "详细". */
  readonly more: readonly string[];
  /** Labels before one headline of another story: "read also", "lesen sie auch". */
  readonly also: readonly string[];
  /** Headings over lists of other stories: "most read", "많이 본 뉴스". */
  readonly lists: readonly string[];
  /** Labels before the time of publication. */
  readonly published: readonly string[];
  /** Labels before the time of the last change. */
  readonly updated: readonly string[];
  /** Labels of a picture's credit. */
  readonly photo: readonly string[];
  /** Agencies without a name: "wire services", "agenturen". */
  readonly agencies: readonly string[];
  /** Words that make a credit a share beside the site's own work: "with inputs from". */
  readonly contributed: readonly string[];
  /** Words that name the house a text was taken from: "originally appeared on". */
  readonly republished: readonly string[];
}
