import { datesEn } from './dates/en.ts';
import { figuresEn } from './figures/en.ts';
import { furniture } from './furniture/en.ts';
import type { Language } from './language.ts';
import { words } from './language.ts';
import { speechEn } from './speech/en.ts';
import { namesEn } from './speech/en-names.ts';

/** English. */
export const en: Language = {
  code: 'en',
  name: 'English',
  script: 'spaced',
  furniture,
  sentences: {
    abbreviations: words(
      'mr mrs ms messrs dr prof rev hon st sr jr gen col lt maj capt cmdr adm sgt cpl pvt brig gov sen rep reps sens pres sec amb supt insp det jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri sat sun inc corp co ltd llc plc bros assn dept univ no nos vol vs v etc al fig approx est ave blvd rd mt ft cf eg ie ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa tenn tex va vt wash wis wyo',
    ),
    openers: words(
      'The A An In On At It He She They We You I But And Or If As For From With By After Before When While This That These Those There His Her Their Its Our My What Who Where Why How So Yet Some Many Most All No Not One Two Three Both Each Under Since Although Though Because Meanwhile However Last Earlier Now Then Also Another Such',
    ),
  },
  speech: speechEn,
  names: namesEn,
  figures: figuresEn,
  dates: datesEn,
};
