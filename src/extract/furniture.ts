import { languages } from '../languages/languages.ts';
import { unitAt } from '../text/units.ts';
import { labelKey } from './phrase-finder.ts';

/**
 * Says what kind of furniture a line is by its words, in every language there is data for: a label by itself ("Most read"),
 * a label before a headline ("READ ALSO: …"), a byline, date, source or picture line. 0 for none of these.
 * A page mixes languages, so all are asked at once. Only whole labels count, never parts of words.
 */
export function furnitureKind(text: string): FurnitureKind {
  const short = text.length <= LABEL_CHARACTERS_MAX;
  const marked = hasMark(text);
  if (!short && !marked) return furniture.none;
  const line = text.slice(0, LINE_CHARACTERS_MAX).toLowerCase();
  if (short) {
    const whole = labels.get(labelKey(line));
    if (whole !== undefined) return whole;
  }
  if (!marked) return furniture.none;
  const cut = line.slice(0, LABEL_CHARACTERS_MAX + MARK_CHARACTERS).search(/[:：|｜]|\s[-–—>»]\s/);
  if (cut > 0 && cut <= LABEL_CHARACTERS_MAX) {
    const before = labels.get(labelKey(line.slice(0, cut)));
    if (before !== undefined) return prefixKinds[before];
  }
  return furniture.none;
}

export const furniture = { none: 0, photo: 1, meta: 2, alsoPrefix: 3, more: 4, list: 5 } as const;
export type FurnitureKind = (typeof furniture)[keyof typeof furniture];

const LINE_CHARACTERS_MAX = 120;
const LABEL_CHARACTERS_MAX = 48;
/** A dash with its spaces. */
const MARK_CHARACTERS = 3;

/** True when one of the marks that part a label from what follows may stand near the beginning of a text. */
function hasMark(text: string): boolean {
  // A letter may become two when it is made small.
  const end = Math.min(text.length, LABEL_CHARACTERS_MAX + MARK_CHARACTERS);
  for (let at = 0; at < end; at++) {
    const code = unitAt(text, at);
    if (code < 128 ? code === 58 || code === 124 || code === 45 || code === 62 : code >= 0x2013 || code === 0xbb)
      return true;
  }
  return false;
}

/** A label before other words: a list's name there introduces one headline. */
const prefixKinds: Readonly<Record<FurnitureKind, FurnitureKind>> = {
  [furniture.none]: furniture.none,
  [furniture.photo]: furniture.photo,
  [furniture.meta]: furniture.meta,
  [furniture.alsoPrefix]: furniture.alsoPrefix,
  [furniture.more]: furniture.alsoPrefix,
  [furniture.list]: furniture.alsoPrefix,
};

const labels = new Map<string, FurnitureKind>();
for (const { furniture: words } of languages) {
  if (words === undefined) continue;
  const add = (list: readonly string[], kind: FurnitureKind) => {
    for (const label of list) if (!labels.has(labelKey(label))) labels.set(labelKey(label), kind);
  };
  add(words.lists, furniture.list);
  add(words.more, furniture.more);
  add(words.also, furniture.list);
  add(words.photo, furniture.photo);
  for (const list of [words.by, words.published, words.updated, words.source, words.editor, words.role]) {
    add(list, furniture.meta);
  }
}
