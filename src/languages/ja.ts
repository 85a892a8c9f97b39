import { datesJa } from './dates/ja.ts';
import { furniture } from './furniture/ja.ts';
import type { Language } from './language.ts';

/** Japanese. */
export const ja: Language = {
  code: 'ja',
  name: '日本語',
  script: 'unspaced',
  furniture,
  dates: datesJa,
};
