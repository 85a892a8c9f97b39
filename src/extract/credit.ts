import type { Credit } from '../records.ts';
import { type CreditLines, creditLines, LINE_CHARACTERS_MAX } from './credit-lines.ts';
import { agencyNamed, agencySpelled, nameKey } from './credit-names.ts';
import {
  agencyOfSign,
  isName,
  isOwn,
  isPhotoLine,
  isPhotoSign,
  NAME_CHARACTERS_MAX,
  namesAmong,
  namesInSign,
  ownNames,
  signNamed,
  UNNAMED,
} from './credit-signs.ts';
import { contributors, tailSign } from './credit-tail.ts';
import { fold } from './head.ts';
import { isSite } from './title.ts';
import { allWords, holdsAny, type PageView } from './view.ts';

/** Who wrote the text of a page when the site did not: only what a line about the text says, never a guess. */
export function findCredit(view: PageView): Credit | null {
  return creditOf(creditLines(view));
}

/** The credit that these lines state, plainest place first. */
export function creditOf(lines: CreditLines): Credit | null {
  const own = ownNames(lines.sites);
  const found: Credit[] = [];
  for (const step of steps) {
    const credit = step(lines, own);
    if (credit !== null) found.push(credit);
  }
  const best = found.find((credit) => credit.agency !== UNNAMED) ?? found[0];
  if (best === undefined) return null;
  const others = found
    .flatMap((credit) => [credit.agency, ...credit.others])
    .filter((name) => name !== best.agency && name !== UNNAMED);
  return { ...best, others: [...new Set([...best.others, ...others])] };
}

const DATELINE_CHARACTERS = 130;
/** Shorter alternative texts are as likely marks of other things. */
const LOGO_CHARACTERS_MIN = 5;

type Step = (lines: CreditLines, own: ReadonlySet<string>) => Credit | null;

/** Bylines are plainest; machine-readable fields come after what a reader can see. */
const steps: readonly Step[] = [
  fromBylines,
  fromDateline,
  fromTail,
  fromSourceLines,
  fromRepublished,
  fromMetadata,
  fromLogos,
];

function fromBylines({ bylines, above }: CreditLines, own: ReadonlySet<string>): Credit | null {
  const short = above.filter(
    (line) => line.length <= NAME_CHARACTERS_MAX && !isPhotoSign(line) && !/[([（]/.test(line),
  );
  for (const line of [...bylines, ...short]) {
    if (line.length > LINE_CHARACTERS_MAX || isPhotoSign(line) || /:\s(?:\S{1,40}\s){5}/.test(line)) continue;
    const names = namesInByline(line).filter((name) => !own.has(nameKey(name)));
    if (names.length > 0) return credit(names, line, 'byline');
  }
  return null;
}

/** Agencies in a line of writers: a whole segment, or the end or beginning of one beside a person's name or a role. */
function namesInByline(line: string): string[] {
  const text = fold(line)
    .replace(/／/g, '/')
    .replace(/^by(?=[A-Z])/i, '')
    // A time beside the name is no part of it.
    .replace(/^[\d\s:/.-]{8,20}/, '')
    .replace(/\s(?:published|updated|posted)\b.{0,200}$/i, '')
    .replace(/\s(?:\p{L}{3,9}\.? )?\d{1,4}\b.{0,200}$/u, '');
  const names: string[] = [];
  const by = allWords('by');
  for (const segment of text.split(
    /\s*[|/;•·=,:()（）［］[\]—–]\s*|\s+-\s+|\s+(?:and|und|et|y|e|i|via|for|with|mit|con|avec)\s+/u,
  )) {
    let part = segment.trim();
    for (const words of [2, 1]) {
      const head = part.split(' ').slice(0, words).join(' ');
      if (by.has(head.toLowerCase()) && part.length > head.length) part = part.slice(head.length).trim();
    }
    if (part === '' || part.length > 120) continue;
    if (allWords('agencies').has(part.toLowerCase())) names.push(UNNAMED);
    const whole = signNamed(part) ?? agencySpelled(part);
    if (whole !== null) {
      names.push(whole);
      continue;
    }
    const wide = part.match(/^([\p{Script=Han}\p{Script=Hangul}A-Z]{2,12}?)\s?(?:記者|记者|기자|特派员|特派員)/u);
    const wideName = wide === null ? null : agencyNamed(wide[1]);
    if (wideName !== null) {
      names.push(wideName);
      continue;
    }
    const words = part.split(' ');
    // "Tom Doe Associated Press", "Ann DoeThe Associated Press", "AP National Writer", "Reuters Staff".
    for (let length = Math.min(4, words.length - 1); length >= 1; length--) {
      const end = words
        .slice(-length)
        .join(' ')
        .replace(/^\p{L}{0,40}(?<=\p{Ll})The(?= )/u, 'The');
      const start = words.slice(0, length).join(' ');
      const atEnd = length >= 2 || words.length <= 4 ? agencyOfSign(end) : null;
      const atStart = agencyOfSign(start);
      const role = words[words.length - 1].toLowerCase().replace(/[^\p{L}]/gu, '');
      const name =
        atEnd ?? (atStart !== null && (allWords('signRoles').has(role) || allWords('role').has(role)) ? atStart : null);
      if (name !== null) {
        names.push(name);
        break;
      }
    }
  }
  return [...new Set(names)];
}

/** "WASHINGTON (AP) —", "Hamburg (dpa/lno) -", "(서울=연합뉴스)", "新华社北京11月21日电", "【ワシントン時事】", "МОСКВА, 21 ноя — РИА Новости". */
function fromDateline({ first, above }: CreditLines, own: ReadonlySet<string>): Credit | null {
  for (const paragraph of [...above.filter((line) => line.length < 60), ...first]) {
    const head = paragraph.slice(0, DATELINE_CHARACTERS);
    const bracket = head.match(/^(.{0,70}?)[([（【［]([^()[\]（）【】［］]{2,50})[)\]）】］]\s{0,2}(.{0,40})/u);
    if (bracket !== null && isPlace(bracket[1])) {
      const inside = bracket[2];
      const names = namesInSign(inside).filter((name) => !own.has(nameKey(name)));
      // A sign in a place line is followed by a dash, a stop, a writer or the text itself with a capital.
      if (
        names.length > 0 &&
        !isPhotoSign(inside) &&
        bracket[3].trim() !== '' &&
        (bracket[1].trim() !== '' || /^[-–—.:=]|^\p{Lo}|^\p{Lu}/u.test(bracket[3]))
      ) {
        return credit(names, `${bracket[1]}(${inside})`.trim(), 'dateline');
      }
    }
    const slashed = head.match(/^([^/]{2,60}?)\s?\/([\p{L} -]{2,20})\/[.,:]?\s/u);
    const slashedName = slashed === null || !isPlace(slashed[1]) ? null : signNamed(slashed[2]);
    if (slashed !== null && slashedName !== null && !own.has(nameKey(slashedName)))
      return credit([slashedName], slashed[0].trim(), 'dateline');
    const wide = head.match(
      /^[【［（(〔]?\s?(新华社|新華社|中新社|中新网|中新網|央视网|中央社|공동취재단)[^，。,]{0,30}?(?:电|電|讯|訊|报道|報導|记者|記者)/u,
    );
    const wideName = wide === null ? null : agencyNamed(wide[1]);
    if (wide !== null && wideName !== null && !own.has(nameKey(wideName)))
      return credit([wideName], wide[0], 'dateline');
    const japanese = head.match(/^【([^】]{1,30}?)(時事|共同|AFP=時事|ロイター|AFP|AP)】/u);
    const japaneseName = japanese === null ? null : agencyNamed(japanese[2].split('=')[0]);
    if (japanese !== null && japaneseName !== null && !own.has(nameKey(japaneseName)))
      return credit([japaneseName], japanese[0], 'dateline');
    const dashed = head.match(/^(.{2,60}?)\s?[—–-]{1,2}\s?([\p{L}. ]{2,30}?)\s?[.:,—–-](?=\s|$)/u);
    if (dashed !== null && isPlace(dashed[1])) {
      const name = signNamed(dashed[2]) ?? agencySpelled(dashed[2]);
      if (name !== null && !own.has(nameKey(name))) return credit([name], dashed[0].trim(), 'dateline');
    }
    const before = head.match(/^(.{2,60}?)\s?[—–]{1,2}\s|^(.{2,60}?)\s--?\s/u);
    if (before !== null) {
      const place = before[1] ?? before[2];
      const parts = place.split(/\s*[,/:|]\s*|\s+via\s+/);
      const names = parts
        .map((part) => signNamed(part))
        .filter((name): name is string => name !== null && !own.has(nameKey(name)));
      if (names.length > 0 && (parts.length > 1 || place.length < 12) && /^[\p{Lu}\p{Lo}]/u.test(place))
        return credit(names, before[0].trim(), 'dateline');
    }
  }
  return null;
}

/** Words before the sign of a place line: a place and a date, no sentence. */
function isPlace(text: string): boolean {
  const words = text
    .trim()
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length > 9 || /[!?;"“”]/.test(text)) return false;
  const small = words.filter((word) => /^\p{Ll}/u.test(word) && word.length > 4 && !/[.,]$/.test(word)).length;
  return small <= 1;
}

/** "(Yonhap)", "(dpa/gem)", "… US. PTI", "With Post wires", "(Con información de AFP, EFE y Reuters)". */
function fromTail({ last, below }: CreditLines, own: ReadonlySet<string>): Credit | null {
  const lines = [...last.slice().reverse(), ...below].filter((line) => !isPhotoLine(line));
  for (const line of lines.filter((one) => last.includes(one) || one.length <= NAME_CHARACTERS_MAX)) {
    const sign = tailSign(line, own);
    if (sign !== null) return credit(sign.names, line.slice(sign.start).trim(), 'tail');
  }
  for (const line of lines) {
    if (line.length > LINE_CHARACTERS_MAX * 2) continue;
    const names = contributors(line).filter((name) => !own.has(nameKey(name)));
    if (names.length > 0) return credit(names, line.slice(0, LINE_CHARACTERS_MAX), 'tail');
  }
  return null;
}

/** "Quelle: kathpress", "来源： 半月谈", "SOURCE: News agencies": labelled lines around the text. */
function fromSourceLines({ above, below, first, last, sites }: CreditLines, own: ReadonlySet<string>): Credit | null {
  const source = allWords('source');
  for (const line of [...above, ...first, ...below, ...last]) {
    if (line.length > LINE_CHARACTERS_MAX) continue;
    if (!/[:：=]/.test(line)) continue;
    for (const match of line.matchAll(labelBefore)) {
      if (!source.has(match[1].toLowerCase()) && !source.has(match[1].toLowerCase().split(' ').at(-1) ?? '')) continue;
      const named = line.slice(match.index + match[0].length);
      const part = line.slice(match.index).trim();
      const bare = named.split(/\s+(?:\d|[|•(-])|\s{2,}|[,，;)）\]】]/u)[0].trim();
      const names = namesAmong(bare.length >= 2 ? named.split(/\s+[|•-]\s|\s{2,}/)[0] : '').filter(
        (name) => !own.has(nameKey(name)),
      );
      if (names.length > 0) return credit(names, part, 'source-line');
      if (isName(bare) && !isPhotoSign(bare) && !isOwn(bare, own) && !isSite(bare, sites))
        return credit([agencyNamed(bare) ?? bare], part, 'source-line');
    }
  }
  return null;
}

/** A word or two before a colon. */
const labelBefore = /(?:^|[\s|(（•-]|(?<=\d)(?=\p{Lu}))([\p{L}\p{M}]{1,20}(?: [\p{L}\p{M}]{1,12})?)\s?[:：=]\s{0,3}/gu;

/** "This post originally appeared on Grist.", "© Provided by The Guardian", "Copyright © 2019 Press TV." */
function fromRepublished({ above, below, last, sites }: CreditLines, own: ReadonlySet<string>): Credit | null {
  for (const line of [...last, ...below, ...above]) {
    if (line.length > LINE_CHARACTERS_MAX * 2) continue;
    const text = fold(line);
    const lower = text.toLowerCase();
    for (const phrase of holdsAny('republished', lower) ? allWords('republished') : []) {
      const at = lower.indexOf(phrase);
      if (at < 0 || at > REPUBLISHED_AT_MAX) continue;
      const near = lower.slice(Math.max(0, at - ABOUT_CHARACTERS_MAX), at);
      if (!speaksOfText(near) && !(at <= ABOUT_CHARACTERS_MAX && opensAsText(near))) continue;
      const rest = text
        .slice(at + phrase.length)
        .replace(/^(?:\s?(?:the|la|der|die|den|el|il|by|on|in|at|:))?\s+/i, ' ')
        .trim();
      const names = namesAmong(rest.slice(0, 120));
      const named =
        names[0] ??
        rest.match(
          /^[\p{Lu}\p{Lo}+][\p{L}\p{N}'’&+-]{0,30}(?:\s(?:of|for|to|in|on|the|and(?=\s\p{Lu})|de|für|[\p{Lu}\p{N}][\p{L}\p{N}'’&+-]{0,30})){0,7}/u,
        )?.[0] ??
        null;
      if (named !== null && isName(named) && !own.has(nameKey(named)) && !isSite(named, sites))
        return credit([named, ...names.slice(1)], text, 'source-line');
    }
    const copyright = text.match(
      /(?:copyright|©|ⓒ|\(c\))[\s©@]{0,4}(?:\d{4})?\s{0,2}(?:by\s)?([\p{L}][\p{L}\p{N} .'-]{1,40}?)(?:[.,]|\s\d{4}|\s?all rights|$)/iu,
    );
    const holder = copyright === null || isPhotoSign(text) ? null : agencySpelled(copyright[1].trim());
    if (holder !== null && !own.has(nameKey(holder))) return credit([holder], text, 'source-line');
  }
  return null;
}

const REPUBLISHED_AT_MAX = 110;
/** So near before the phrase must the text be spoken of. */
const ABOUT_CHARACTERS_MAX = 24;
/** True where the line opens with the phrase, or with a word for the text or one that points at it. */
function opensAsText(before: string): boolean {
  const start = before.replace(/^[^\p{L}]+/u, '');
  if (start === '') return true;
  for (const word of allWords('writings')) if (start.startsWith(word)) return true;
  for (const word of allWords('pointers')) if (start.startsWith(`${word} `)) return true;
  return false;
}

/** True where the text itself is spoken of inside a line: "this article", "the story". */
function speaksOfText(near: string): boolean {
  const words = near.match(/\p{L}+/gu) ?? [];
  return words.some((word, at) => at > 0 && allWords('writings').has(word) && allWords('pointers').has(words[at - 1]));
}

function fromMetadata({ metadata }: CreditLines, own: ReadonlySet<string>): Credit | null {
  for (const line of metadata) {
    const names = namesInSign(fold(line)).filter((name) => !own.has(nameKey(name)));
    if (names.length > 0) return credit(names, line, 'metadata');
  }
  return null;
}

function fromLogos({ logos }: CreditLines, own: ReadonlySet<string>): Credit | null {
  for (const alt of logos) {
    if (alt.length < LOGO_CHARACTERS_MIN) continue;
    const name = agencySpelled(alt.replace(/\s?\blogo\b\s?/i, ''));
    if (name !== null && !own.has(nameKey(name))) return credit([name], alt, 'logo-alt');
  }
  return null;
}

function credit(names: readonly string[], evidence: string, form: Credit['form']): Credit {
  const [agency, ...others] = [...new Set(names)];
  return { agency, evidence: fold(evidence).slice(0, LINE_CHARACTERS_MAX), form, others };
}
