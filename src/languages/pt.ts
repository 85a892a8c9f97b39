import { furniture } from './furniture/pt.ts';
import type { Language } from './language.ts';

/** Portuguese. */
export const pt: Language = {
  code: 'pt',
  name: 'Português',
  script: 'spaced',
  furniture,
};
