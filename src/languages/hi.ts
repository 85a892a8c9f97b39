import { furniture } from './furniture/hi.ts';
import type { Language } from './language.ts';

/** Hindi. */
export const hi: Language = {
  code: 'hi',
  name: 'हिन्दी',
  script: 'spaced',
  furniture,
};
