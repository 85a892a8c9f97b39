import { furniture } from './furniture/id.ts';
import type { Language } from './language.ts';

/** Indonesian. */
export const id: Language = {
  code: 'id',
  name: 'Bahasa Indonesia',
  script: 'spaced',
  furniture,
};
