import { furniture } from './furniture/th.ts';
import type { Language } from './language.ts';

/** Thai. */
export const th: Language = {
  code: 'th',
  name: 'ไทย',
  script: 'unspaced',
  furniture,
};
