import { furniture } from './furniture/vi.ts';
import type { Language } from './language.ts';

/** Vietnamese. */
export const vi: Language = {
  code: 'vi',
  name: 'Tiếng Việt',
  script: 'spaced',
  furniture,
};
