import { furniture } from './furniture/pl.ts';
import type { Language } from './language.ts';

/** Polish. */
export const pl: Language = {
  code: 'pl',
  name: 'Polski',
  script: 'spaced',
  furniture,
};
