import { furniture } from './furniture/el.ts';
import type { Language } from './language.ts';

/** Greek. */
export const el: Language = {
  code: 'el',
  name: 'Ελληνικά',
  script: 'spaced',
  furniture,
};
