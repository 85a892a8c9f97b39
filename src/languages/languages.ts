import { ar } from './ar.ts';
import { de } from './de.ts';
import { el } from './el.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { he } from './he.ts';
import { hi } from './hi.ts';
import { id } from './id.ts';
import { ja } from './ja.ts';
import { ko } from './ko.ts';
import type { Language } from './language.ts';
import { pl } from './pl.ts';
import { pt } from './pt.ts';
import { ru } from './ru.ts';
import { th } from './th.ts';
import { tr } from './tr.ts';
import { vi } from './vi.ts';
import { zh } from './zh.ts';

/** All languages with data of their own, by code. One line a language. */
export const languages: readonly Language[] = [de, en, es, fr, ja, ko, ru, zh, ar, he, el, tr, hi, th, pt, pl, id, vi];

const byCode = new Map(languages.map((language) => [language.code, language]));

/** The data of a language by its primary tag; null when there is none for it. */
export function languageOf(code: string | null): Language | null {
  return code === null ? null : (byCode.get(code) ?? null);
}
