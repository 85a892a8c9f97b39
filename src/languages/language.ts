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
}
