import { withoutTail } from '../text/tail.ts';
import { unitAt } from '../text/units.ts';
import { agencyNamed } from './credit-names.ts';
import { fold } from './head.ts';
import { isRemarkLine } from './remarks.ts';
import { allWords } from './view.ts';
import { findDays } from './written-date.ts';

/** What a line of a bare-text page is by its looks, before its neighbours are asked. */
export interface Line {
  /** White space folded, list mark taken off. */
  readonly text: string;
  readonly kind: LineKind;
  /** A mark of a list stood before it. */
  readonly bullet: boolean;
  /** A blank line stood before it. */
  readonly apart: boolean;
  /** Length as a reader feels it: signs of unspaced scripts count more. */
  readonly mass: number;
}

/**
 * `prose` ends as a sentence does and is as long as one; `short` is a short sentence; `running` begins or ends inside a sentence;
 * `cut` breaks off in an ellipsis; `headline` is none of these; `heading` names a list; `mark` is a list mark alone;
 * `label` is a line about the text (who edited it, its source, its date, its copyright).
 */
export type LineKind = 'prose' | 'short' | 'running' | 'cut' | 'headline' | 'heading' | 'mark' | 'label';

/** Reads the lines of a bare text. Linear; lines past `LINES_MAX` are left out. */
export function readLines(text: string): Line[] {
  const lines: Line[] = [];
  let apart = false;
  for (const raw of unwrapped(text)) {
    if (lines.length >= LINES_MAX) break;
    const folded = fold(raw);
    if (folded === '') {
      apart = true;
      continue;
    }
    const mark = folded.match(/^(?:[-–—*•·∙‣▪■□◆◇●○▶▲△►※>☞ㆍ+]|\d{1,2}[.)])(?:\s+|$)/u)?.[0] ?? '';
    const rest = folded.slice(mark.length).trim();
    // "2. Nov" and the like are no list marks.
    const bullet = mark !== '';
    lines.push({
      text: rest === '' ? folded : rest,
      kind: rest === '' ? 'mark' : kindOf(rest),
      bullet,
      apart,
      mass: massOf(rest),
    });
    apart = false;
  }
  return withoutMenu(lines);
}

/** Short lines that a page opens with are its name and its menu, unless a text follows right away. */
function withoutMenu(lines: Line[]): Line[] {
  let end = 0;
  while (end < lines.length && isMenuLine(lines[end])) end++;
  const next = lines[end]?.kind;
  if (end < MENU_LINES_MIN || next === undefined || next === 'prose' || next === 'short' || next === 'running')
    return lines;
  return lines.map((line, at) => (at < end && line.kind === 'headline' ? { ...line, kind: 'label' } : line));
}

function isMenuLine({ text, kind, bullet, mass }: Line): boolean {
  return (kind === 'headline' || kind === 'heading') && !bullet && mass < MENU_MASS_MAX && text.split(' ').length <= 3;
}

const MENU_LINES_MIN = 3;
const MENU_MASS_MAX = 28;

/** A line without the link to the rest of its text that ends it: "… for tr ...[more]". */
export function withoutMore(text: string): string {
  const tail = text.slice(-MORE_CHARACTERS_MAX);
  const end = tail.match(/\s*[[(（【]?\s?([^[\](（）)【】.…]{1,30}?)\s?[\])）】]?\s*(?:[»›>→]{1,2})?$/u);
  if (end === null || end.index === undefined || !allWords('more').has(end[1].trim().toLowerCase())) return text;
  const before = text.slice(0, text.length - tail.length + end.index);
  // Only after an ellipsis, a stop or inside brackets: "for more" may end a headline.
  return /(?:…|\.|。)\s*$/.test(before) || /[\])）】»›>→]$/.test(text) ? before.trim() : text;
}

/** The word or two before a colon, lower case; '' when the line has no label. */
export function labelOf(text: string): string {
  const match = text.match(/^[([（【<〈]?\s?([\p{L}\p{M}' .]{1,30}?)\s?[:：=|]/u);
  return match === null ? '' : match[1].trim().toLowerCase();
}

/** True when a text ends as a sentence does, closing signs and a source in brackets left aside. */
function endsSentence(text: string): boolean {
  const bare = text
    .slice(-80)
    .replace(/\s?[([（][^()[\]（）]{1,40}[)\]）]\s*$/u, '')
    .replace(/["'”’»)\]」』）\s]+$/u, '');
  if (/[.!?。！？؟۔।]$/.test(bare)) return !/\.{2,3}$/.test(bare);
  // "… on Friday. PTI": a sign after the stop.
  const sign = bare.match(/[.!?。]["'”’»)]?\s[–—-]{0,2}\s?(\p{L}[\p{L}/.]{1,14})$/u);
  return sign !== null && agencyNamed(sign[1].split('/')[0]) !== null;
}

export function massOf(text: string): number {
  let wide = 0;
  const counted = text.length > MASS_CHARACTERS_MAX ? text.slice(0, MASS_CHARACTERS_MAX) : text;
  const { length } = counted;
  for (let at = 0; at < length; at++) {
    const unit = unitAt(counted, at);
    if ((unit >= 0x2e80 && unit < 0xfb00) || (unit >= 0xe00 && unit < 0xe80)) wide++;
  }
  return text.length + wide * 1.5;
}

const LINES_MAX = 50_000;
/** The longest link to the rest of a text, brackets and arrows with it. */
const MORE_CHARACTERS_MAX = 48;
const MASS_CHARACTERS_MAX = 4_000;
/** A sentence shorter than this is as likely a headline with a stop or a spoken line. */
const PROSE_MASS_MIN = 60;
const LABEL_LINE_MASS_MAX = 140;
const HEADING_WORDS_MAX = 6;

function kindOf(text: string): LineKind {
  const mass = massOf(text);
  const short = mass <= LABEL_LINE_MASS_MAX;
  const lower = withoutTail(text.toLowerCase().replace(/^[[(（【<«■▶◆●▲\s]+/u, ''), /[\])）】>»:：\s]/);
  if (short) {
    if (/^[\p{P}\p{S}\p{N}\s]*$/u.test(text)) return 'label';
    if (allWords('lists').has(lower) && lower.split(' ').length <= HEADING_WORDS_MAX) return 'heading';
    if (allWords('more').has(lower)) return 'label';
    if (isLabelLine(text)) return 'label';
  }
  const more = withoutMore(text);
  if (/(?:…|\.{3}|‥)["'”’»\])]?$/.test(more) && (more !== text || mass >= PROSE_MASS_MIN)) return 'cut';
  if (endsSentence(text)) return mass >= PROSE_MASS_MIN ? 'prose' : 'short';
  if (mass >= LONG_MASS && /[\p{Ll}\p{Lo}]{3}[.!?。！？؟۔।]["'”’»)\]]?\s["'“‘«(]?[\p{Lu}\p{Lo}\p{N}]/u.test(text))
    return 'prose';
  if (mass >= PROSE_MASS_MIN && /[:：]$/.test(text)) return 'running';
  if (/[,;،、，]$/.test(text)) return 'running';
  if (/^\p{Ll}/u.test(text) && !/^(?:i[A-Z]|e[A-Z])/.test(text)) return 'running';
  return 'headline';
}

/** A long line with a sentence end inside is running text, however it ends. */
const LONG_MASS = 90;

/** Who edited it, where it is from, when it was published, whose rights: lines about the text. */
function isLabelLine(text: string): boolean {
  if (/©|ⓒ|\(c\)\s|copyright/i.test(text) || isRemarkLine(text)) {
    return true;
  }
  // Where the page stands in its site: "Home > News > Ports".
  if (/^[^>»›]{1,24}(?:\s?[>»›]\s?[^>»›]{1,24}){1,5}$/u.test(text)) return true;
  // A menu in one line: "About us | Contact | Imprint".
  if (/^[^|｜]{1,16}(?:\s?[|｜]\s?[^|｜]{1,16}){2,8}$/u.test(text)) return true;
  const label = labelOf(text);
  if (label !== '') {
    for (const kind of ['editor', 'source', 'published', 'updated', 'photo', 'by'] as const)
      if (allWords(kind).has(label)) return true;
  }
  if (/\S@\S{1,60}\.\S{2}|^(?:https?:\/\/|www\.)\S{1,300}$/.test(text)) return true;
  const days = findDays(text.slice(0, 160));
  if (days.length > 0) {
    const left = text.slice(0, days[0].start) + text.slice(days[days.length - 1].end);
    // What is left beside the day is a time, a weekday and a label.
    if (left.replace(/[\d:.,|()\s-]/g, '').length <= 28) return true;
  }
  const words = text.toLowerCase().split(/\s+/);
  if (
    words.length <= 7 &&
    allWords('by').has(words[0]) &&
    words.length >= 3 &&
    /^\p{Lu}/u.test(text.split(/\s+/)[1] ?? '')
  ) {
    return !/\p{Ll}\s\p{Ll}/u.test(text.slice(words[0].length + 1)) || words.length <= 4;
  }
  return /^[\p{Script=Hangul}·\s=]{2,24}\s?(?:기자|특파원)$/u.test(text);
}

/**
 * Lines of a text wrapped at a column are one paragraph: a block between blank lines whose lines but the last are about
 * equally long and no longer than a terminal is wide is joined. All other lines stand for themselves.
 */
function* unwrapped(text: string): Generator<string> {
  let block: string[] = [];
  for (const line of text.split(/\r\n|[\n\r\u2028\u2029]/)) {
    if (line.trim() !== '') {
      block.push(line.trim());
      continue;
    }
    yield* joined(block);
    block = [];
    yield '';
  }
  yield* joined(block);
}

const WRAP_CHARACTERS_MIN = 50;
const WRAP_CHARACTERS_MAX = 100;

function* joined(whole: readonly string[]): Generator<string> {
  // A headline may stand on the wrapped lines without a blank one between.
  const widest = whole.reduce((most, line) => Math.max(most, line.length), 0);
  const headed =
    whole.length >= 4 && whole[0].length < widest * 0.7 && !endsSentence(whole[0]) && /^\p{Lu}/u.test(whole[1]);
  if (headed) yield whole[0];
  const block = headed ? whole.slice(1) : whole;
  const longest = block.reduce((most, line) => Math.max(most, line.length), 0);
  const body = block.slice(0, -1);
  const even =
    block.length >= 3 &&
    longest >= WRAP_CHARACTERS_MIN &&
    longest <= WRAP_CHARACTERS_MAX &&
    body.every((line) => line.length >= longest * 0.7) &&
    body.filter((line) => !endsSentence(line)).length * 2 > body.length &&
    !body.some((line) => /^(?:[-*•·]|\d{1,2}[.)])\s/.test(line)) &&
    block.slice(1).filter((line) => /^[\p{Ll}\p{N}"“'(]/u.test(line)).length * 3 >= block.length - 1;
  if (even) yield block.join(' ');
  else yield* block;
}
