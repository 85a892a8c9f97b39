import type { Language } from './language.ts';

/** English. */
export const en: Language = { code: 'en', name: 'English', script: 'spaced' };
