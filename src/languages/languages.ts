import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { ja } from './ja.ts';
import { ko } from './ko.ts';
import type { Language } from './language.ts';
import { ru } from './ru.ts';
import { zh } from './zh.ts';

/** All languages with data of their own, by code. One line a language. */
export const languages: readonly Language[] = [en, ko, zh, ja, es, de, fr, ru];

const byCode = new Map(languages.map((language) => [language.code, language]));

/** The data of a language by its primary tag; null when there is none for it. */
export function languageOf(code: string | null): Language | null {
  return code === null ? null : (byCode.get(code) ?? null);
}
