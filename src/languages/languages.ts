import { en } from './en.ts';
import type { Language } from './language.ts';

/** All languages with data of their own, by code. One line a language. */
export const languages: readonly Language[] = [en];

const byCode = new Map(languages.map((language) => [language.code, language]));

/** The data of a language by its primary tag; null when there is none for it. */
export function languageOf(code: string | null): Language | null {
  return code === null ? null : (byCode.get(code) ?? null);
}
