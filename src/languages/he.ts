import { furniture } from './furniture/he.ts';
import type { Language } from './language.ts';

/** Hebrew. */
export const he: Language = {
  code: 'he',
  name: 'עברית',
  script: 'spaced',
  furniture,
};
