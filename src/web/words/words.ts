import { en, type Words } from './en.ts';
import { ko } from './ko.ts';

/** The languages of the desk: one line each. */
export const wordLists: readonly Words[] = [en, ko];
