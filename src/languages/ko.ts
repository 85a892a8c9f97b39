import { datesKo } from './dates/ko.ts';
import { countsKo } from './figures/ko.ts';
import { furniture } from './furniture/ko.ts';
import type { Language } from './language.ts';
import { speechKo } from './speech/ko.ts';

/** Korean. */
export const ko: Language = {
  code: 'ko',
  name: '한국어',
  script: 'spaced',
  furniture,
  dates: datesKo,
  particleSpeech: speechKo,
  counts: countsKo,
};
