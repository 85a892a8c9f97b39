import { datesEs } from './dates/es.ts';
import { figuresEs } from './figures/es.ts';
import { furniture } from './furniture/es.ts';
import type { Language } from './language.ts';
import { words } from './language.ts';
import { namesEs, speechEs } from './speech/es.ts';

/** Spanish. */
export const es: Language = {
  code: 'es',
  name: 'Español',
  script: 'spaced',
  furniture,
  sentences: {
    abbreviations: words(
      'sr sra srta dr dra prof ud uds pte gral cnel av núm núms pág págs ee uu aprox etc ene feb mar abr jun jul ago sept oct nov dic',
    ),
    openers: words(
      'El La Los Las Un Una Unos Unas En De Por Para Con Sin Según Pero Y O Si Cuando Mientras Tras Desde Este Esta Ese Esa Su Sus No Se Lo Le Al Del Ante Además También Sin',
    ),
  },
  dates: datesEs,
  speech: speechEs,
  names: namesEs,
  figures: figuresEs,
};
