import { datesFr } from './dates/fr.ts';
import { figuresFr } from './figures/fr.ts';
import { furniture } from './furniture/fr.ts';
import type { Language } from './language.ts';
import { words } from './language.ts';
import { namesFr, speechFr } from './speech/fr.ts';

/** French. */
export const fr: Language = {
  code: 'fr',
  name: 'Français',
  script: 'spaced',
  furniture,
  sentences: {
    abbreviations: words(
      'm mm mme mmes mlle dr prof st ste av bd env etc janv févr avr juil sept oct nov déc cf p pp n art',
    ),
    openers: words(
      "Le La Les L' Un Une Des De Du En Au Aux À Il Elle Ils Elles On Nous Vous Je Ce Cet Cette Ces Son Sa Ses Leur Et Ou Mais Si Quand Lorsque Selon Pour Par Avec Sans Dans Sur Depuis Après Avant Alors",
    ),
  },
  dates: datesFr,
  speech: speechFr,
  names: namesFr,
  figures: figuresFr,
};
