import { datesZh } from './dates/zh.ts';
import { countsZh } from './figures/zh.ts';
import { furniture } from './furniture/zh.ts';
import type { Language } from './language.ts';
import { speechZh } from './speech/zh.ts';

/** Chinese. */
export const zh: Language = {
  code: 'zh',
  name: '中文',
  script: 'unspaced',
  furniture,
  dates: datesZh,
  unspacedSpeech: speechZh,
  counts: countsZh,
};
