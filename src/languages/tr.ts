import { furniture } from './furniture/tr.ts';
import type { Language } from './language.ts';

/** Turkish. */
export const tr: Language = {
  code: 'tr',
  name: 'Türkçe',
  script: 'spaced',
  furniture,
};
