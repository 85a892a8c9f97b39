import { monthByName } from '../languages/months.ts';
import { LINE_CHARACTERS_MAX } from './credit-lines.ts';
import { agencyNamed, nameKey } from './credit-names.ts';
import { labelOf } from './lines.ts';
import { allWords } from './view.ts';

/** Every agency of a sign such as "dpa/lno" or "AFP, EFE y Reuters"; none when the sign holds words besides. */
export function namesInSign(sign: string): string[] {
  const text = sign.trim();
  if (text.length > 70) return [];
  const lower = text.toLowerCase();
  if (allWords('agencies').has(lower)) return [UNNAMED];
  const parts = text
    .split(/\s*[/,;&+=|·]\s*|\s+(?:and|und|et|y|e|i|via|with)\s+|-(?=\p{Lu})/u)
    .filter((part) => part !== '');
  const whole = signNamed(text);
  if (whole !== null) return [whole];
  // "With inputs from agencies", "Con información de AFP": a phrase of the language files, then names.
  for (const phrase of allWords('contributed')) {
    if (lower.startsWith(phrase) && lower[phrase.length] === ' ') {
      const after = namesAmong(text.slice(phrase.length));
      if (after.length > 0) return after;
    }
  }
  const names: string[] = [];
  let unknown = 0;
  for (const part of parts) {
    const name = signNamed(part);
    if (name !== null) names.push(name);
    else if (allWords('agencies').has(part.toLowerCase())) names.push(UNNAMED);
    else if (part.split(' ').length > 3) unknown += 2;
    else unknown++;
  }
  if (names.length > 0 && unknown <= names.length + 1) return [...new Set(names)];
  return [];
}

/** Agencies named anywhere in a short piece of text that is about sources. */
export function namesAmong(text: string): string[] {
  const names: string[] = [];
  const lower = text.toLowerCase();
  for (const phrase of allWords('agencies')) {
    const at = lower.indexOf(phrase);
    if (
      at >= 0 &&
      !/\p{L}/u.test(lower[at - 1] ?? ' ') &&
      !/\p{L}/u.test(lower[at + phrase.length] ?? ' ') &&
      phrase.length > 4
    ) {
      names.push(UNNAMED);
      break;
    }
  }
  const tokens = text.split(/[\s,;:/()|·]+|\.(?=\s|$)/u).filter((token) => token !== '');
  for (let at = 0; at < tokens.length && at < TOKENS_MAX; at++) {
    for (let length = Math.min(4, tokens.length - at); length >= 1; length--) {
      const name = agencyOfSign(tokens.slice(at, at + length).join(' '));
      if (name === null) continue;
      names.push(name);
      at += length - 1;
      break;
    }
  }
  const known = [...new Set(names)];
  return known.length > 1 ? known.filter((name) => name !== UNNAMED) : known;
}

/** Words looked at in one piece of text. */
const TOKENS_MAX = 40;

/** The agency of a sign, its letters' case checked: "SID" and "dpa" are signs, "sid" and "map" are words. */
export function signNamed(sign: string): string | null {
  const text = sign.trim();
  if (text.length > NAME_CHARACTERS_MAX) return null;
  return (
    agencyOfSign(text.replace(/^(?:agencia|agence|agentur|agenzia|agência|agencja|агентство|وكالة)\s+/iu, '')) ??
    agencyOfSign(text)
  );
}

/** The same of a sign that stands among other words. */
export function agencyOfSign(text: string): string | null {
  const name = agencyNamed(text);
  if (name === null) return null;
  if (/^[a-z][a-z ]{5,}$/.test(text)) return null;
  if (nameKey(text).length <= 3 && !/^[\p{L}\p{M}.\s]+$/u.test(text)) return null;
  if (/^[a-z]{2,5}$/.test(text)) return lowerSigns.has(text) ? name : null;
  // "Ap National Writer": a byline put into title case; other short words in title case are words.
  if (/^[A-Z][a-z]{1,4}$/.test(text)) return titleSigns.has(text) || name === text ? name : null;
  return name;
}

/** Signs that their agencies write small. */
const lowerSigns = new Set(
  'dpa epd afp sda ats kna sid apa awp dts lno lni lsw lby lhe lrs lnw tt ntb ap efe pap'.split(' '),
);
/** Signs that bylines put into title case. */
const titleSigns = new Set(['Ap', 'Afp', 'Efe', 'Dpa', 'Pti', 'Ani']);

/** "AP Photo/…", "Foto: dpa": a picture's sign. */
export function isPhotoSign(text: string): boolean {
  const words = text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
  if (words.some((word) => allWords('photo').has(word) || photoWord.test(word))) return true;
  if (/^[©ⓒ].{0,40}\//u.test(text)) return true;
  // "Jane Roe/AP", "Jane Roe via AP", "AP/Jane Roe": a person beside the sign took a picture.
  return (
    /^\p{Lu}[\p{L}.'’-]{1,20}\s\p{Lu}[\p{L}\s.'’-]{1,30}(?:\/|\svia\s)/u.test(text) ||
    /\/\s?\p{Lu}\p{Ll}{1,20}\s\p{Lu}\p{Ll}[\p{L}'’-]{0,20}$/u.test(text)
  );
}

/** A line that is all about a picture: a copyright sign or a picture's label in front. */
export function isPhotoLine(line: string): boolean {
  const label = labelOf(line);
  return (
    line.length <= LINE_CHARACTERS_MAX && (/^[©ⓒ]/.test(line) || allWords('photo').has(label) || photoWord.test(label))
  );
}

const photoWord = /^(?:foto|photo|getty|pool$|handout|imago|shutterstock|alamy|unsplash|pexels|pixabay)|(?:bild|foto)$/;

/** Networks, search engines and stocks of pictures: named as sources, but no one's text. */
const notHouses = new Set(
  'facebook instagram twitter youtube tiktok telegram whatsapp google wikipedia wikimedia unsplash pexels pixabay shutterstock getty flickr imago alamy substack linkedin reddit pinterest own eigene privat private'.split(
    ' ',
  ),
);

/** A name of a house: a few words, the first with a capital or of a script without capitals, no sentence, no address. */
export function isName(text: string): boolean {
  const first = text.toLowerCase().match(/^[\p{L}\p{M}]+/u)?.[0] ?? '';
  if (monthByName.has(first) || allWords('weekdays').has(first) || notHouses.has(first)) return false;
  if (text.length < 2 || text.length > NAME_CHARACTERS_MAX || /https?:|www\.|@|\d{3}/.test(text)) return false;
  const words = text.split(' ');
  return (
    words.length <= 8 &&
    /^[\p{Lu}\p{Lo}+]|^\p{Ll}{3,12}$/u.test(text) &&
    !/[.!?]\s/.test(text) &&
    !/^(?:this|it|our|photo|image)\b/i.test(text)
  );
}

/**
 * Keys of the site's own names and of the agency that it may be itself. A page that names an agency as its publisher on
 * another house's address carries that agency's text: then the agency is not the site.
 */
export function ownNames(sites: readonly string[]): ReadonlySet<string> {
  const own = new Set<string>();
  const hosts = sites.filter((site) => site.includes('.') && !site.includes(' '));
  const labels = hosts.map((host) =>
    host.replace(/\.(?:co\.|com\.|org\.|ne\.|or\.)?[a-z]{2,8}$/, '').replace(/^.*\./, ''),
  );
  const ofHost = new Set([...hosts, ...labels].map((name) => agencyNamed(name)).filter((name) => name !== null));
  for (const [at, name] of [...sites, ...labels].entries()) {
    const agency = agencyNamed(name);
    if (agency === null) own.add(nameKey(name));
    else if (at === 0 || hosts.length === 0 || ofHost.has(agency)) {
      own.add(nameKey(agency));
      own.add(nameKey(name));
    }
  }
  return own;
}

/** A name that is the site's, or one that begins as the site's does in a script without spaces. */
export function isOwn(name: string, own: ReadonlySet<string>): boolean {
  const key = nameKey(name);
  if (own.has(key)) return true;
  if (
    [...own].some(
      (other) =>
        other.length >= 5 &&
        key.startsWith(other) &&
        /^(?:news|online|com|staff|network|de)$/.test(key.slice(other.length)),
    )
  )
    return true;
  if (!/^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]{2,}$/u.test(key)) return false;
  return [...own].some((other) => other.length >= 2 && (other.startsWith(key) || key.startsWith(other)));
}

/** The name of credits that name no one: "wire services". */
export const UNNAMED = 'agencies';
/** Longest name of a house. */
export const NAME_CHARACTERS_MAX = 60;
