import { furniture } from './furniture/ar.ts';
import type { Language } from './language.ts';

/** Arabic. */
export const ar: Language = {
  code: 'ar',
  name: 'العربية',
  script: 'spaced',
  furniture,
};
