import { withoutTail } from '../text/tail.ts';
import { nameKey } from './credit-names.ts';
import { isName, isPhotoSign, NAME_CHARACTERS_MAX, namesAmong, namesInSign, ownNames } from './credit-signs.ts';
import { fold } from './head.ts';
import { labelOf } from './lines.ts';
import { allWords, holdsAny } from './view.ts';

/** A paragraph without the sign at its end that credits its text: "… time. (Yonhap)". */
export function withoutTailSign(paragraph: string, sites: readonly string[]): string {
  const sign = tailSign(paragraph, ownNames(sites));
  return sign === null ? paragraph : paragraph.slice(0, sign.start).trimEnd();
}

/** The sign at the end of a line that names who wrote it, and where it starts; null when there is none. */
export function tailSign(
  line: string,
  own: ReadonlySet<string>,
): { readonly names: readonly string[]; readonly start: number } | null {
  const end = line.slice(-90);
  const offset = line.length - end.length;
  const keep = (names: readonly string[]) => names.filter((name) => !own.has(nameKey(name)));
  const bracket = end.match(/[\s.。!?”"'’»—–-]{0,4}[([（【]([^()[\]（）【】]{2,70})[)\]）】]\s{0,2}[.。]?$/u);
  if (bracket?.index !== undefined && !isPhotoSign(bracket[1])) {
    const inside = bracket[1].replace(/^\s?(?:[-–—]\s?)?/, '');
    const label = labelOf(inside);
    const bare =
      label !== '' && allWords('source').has(label) ? inside.slice(inside.search(/[:：]/) + 1).trim() : inside;
    const names = keep(namesInSign(bare));
    const start = offset + bracket.index + (/^[.。!?”"'’»]*/.exec(bracket[0])?.[0].length ?? 0);
    if (names.length > 0) return { names, start };
    if (bare !== inside && isName(bare) && !own.has(nameKey(bare))) return { names: [bare], start };
    // One proper name alone in brackets behind a whole sentence signs the text, known or not.
    const signed =
      /^[.。!?”"’»]/.test(bracket[0]) &&
      (houseName.test(bare) || (/^\p{Lu}\p{Ll}{3,20}$/u.test(bare) && !allWords('endings').has(bare.toLowerCase())));
    if (signed && !own.has(nameKey(bare))) return { names: [bare], start };
  }
  const after = end.match(/(?<=[.!?。”"»)]\s{1,3}[-–—]{0,2}\s?)([\p{L}.]{2,24}(?:[/,]\s?[\p{L}.]{2,24}){0,3})\s?\.?$/u);
  if (after?.index !== undefined) {
    const names = keep(namesInSign(after[1]));
    if (names.length > 0) return { names, start: offset + after.index };
  }
  if (line.length <= NAME_CHARACTERS_MAX) {
    const bare = withoutTail(line.replace(/^[\s–—-]+/, ''), /[\s.–—-]/);
    const names = keep(namesInSign(bare));
    if (names.length > 0 && bare.split(/[\s/,]+/).length <= 6) return { names, start: 0 };
  }
  return null;
}

/** A name that says itself that it is an agency's: there are more of them than any list holds. */
const houseName =
  /^(?:\p{Lu}[\p{L}’'.-]{0,24} ){1,3}(?:Wire|Newswire|Wire Service|Press|Press Agency|News Agency|News Service)$/u;

/** Agencies of a line that says with whose help a text was made. */
export function contributors(line: string): string[] {
  const text = fold(line).replace(/^[([（]\s?|[)\]）]\s?\.?$/g, '');
  const lower = text.toLowerCase();
  if (!holdsAny('contributed', lower)) return [];
  for (const phrase of allWords('contributed')) {
    const at = lower.indexOf(phrase);
    if (
      at < 0 ||
      (at > 0 && /[\p{L}\p{N}]/u.test(lower[at - 1])) ||
      /[\p{L}\p{N}]/u.test(lower[at + phrase.length] ?? '')
    )
      continue;
    // A short word such as "mit" counts only where the line begins with it.
    if (phrase.length < 8 && at > 0) continue;
    if (phrase.length < 8 && text.length > 90) continue;
    const names = namesAmong(`${text.slice(at + phrase.length)} ${text.slice(0, at)}`);
    if (names.length > 0) return names;
  }
  return [];
}
