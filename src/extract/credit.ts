import { attribute } from '../formats/html.ts';
import { monthByName } from '../languages/months.ts';
import type { Credit } from '../records.ts';
import { Around } from './blocks.ts';
import { bylineLines } from './byline.ts';
import { agencyNamed, agencySpelled, nameKey } from './credit-names.ts';
import { fold } from './head.ts';
import { labelOf } from './lines.ts';
import { isSite } from './title.ts';
import { allWords, besideArticle, type PageView } from './view.ts';

/** Who wrote the text of a page when the site did not: only what a line about the text says, never a guess. */
export function findCredit(view: PageView): Credit | null {
  return creditOf(linesOf(view));
}

/** The places of a page where a credit can stand, as plain lines: what a page of HTML and a bare text have in common. */
export interface CreditLines {
  readonly bylines: readonly string[];
  /** Short lines between the headline and the text. */
  readonly above: readonly string[];
  /** First paragraphs. */
  readonly first: readonly string[];
  /** Last paragraphs. */
  readonly last: readonly string[];
  /** Lines below the text, nearest first. */
  readonly below: readonly string[];
  /** Providers and sources named in structured data and meta elements. */
  readonly metadata: readonly string[];
  /** Alternative texts of pictures above the text. */
  readonly logos: readonly string[];
  /** Names of the site itself, which credit nobody. */
  readonly sites: readonly string[];
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

/** A paragraph without the sign at its end that credits its text: "… time. (Yonhap)". */
export function withoutTailSign(paragraph: string, sites: readonly string[]): string {
  const sign = tailSign(paragraph, ownNames(sites));
  return sign === null ? paragraph : paragraph.slice(0, sign.start).trimEnd();
}

/** The name of credits that name no one: "wire services". */
const UNNAMED = 'agencies';
const LINE_CHARACTERS_MAX = 220;
const DATELINE_CHARACTERS = 130;
const NAME_CHARACTERS_MAX = 60;
const BELOW_BLOCKS = 8;
const FIRST_PARAGRAPHS = 3;
const LAST_PARAGRAPHS = 3;
const LOGO_NODES = 1_500;
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
      const name = atEnd ?? (atStart !== null && (roleEnds.has(role) || allWords('role').has(role)) ? atStart : null);
      if (name !== null) {
        names.push(name);
        break;
      }
    }
  }
  return [...new Set(names)];
}

const roleEnds = new Set('writer writers staff reporter correspondent editor agency news'.split(' '));

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

/** The sign at the end of a line that names who wrote it, and where it starts; null when there is none. */
function tailSign(
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
      (houseName.test(bare) || (/^\p{Lu}\p{Ll}{3,20}$/u.test(bare) && !notSigns.has(bare.toLowerCase())));
    if (signed && !own.has(nameKey(bare))) return { names: [bare], start };
  }
  const after = end.match(/(?<=[.!?。”"»)]\s{1,3}[-–—]{0,2}\s?)([\p{L}.]{2,24}(?:[/,]\s?[\p{L}.]{2,24}){0,3})\s?\.?$/u);
  if (after?.index !== undefined) {
    const names = keep(namesInSign(after[1]));
    if (names.length > 0) return { names, start: offset + after.index };
  }
  if (line.length <= NAME_CHARACTERS_MAX) {
    const bare = line.replace(/^[\s–—-]+|[\s.–—-]+$/g, '');
    const names = keep(namesInSign(bare));
    if (names.length > 0 && bare.split(/[\s/,]+/).length <= 6) return { names, start: 0 };
  }
  return null;
}

/** A name that says itself that it is an agency's: there are more of them than any list holds. */
const houseName =
  /^(?:\p{Lu}[\p{L}’'.-]{0,24} ){1,3}(?:Wire|Newswire|Wire Service|Press|Press Agency|News Agency|News Service)$/u;

/** Words that stand alone in brackets at the end of texts and name nobody. */
const notSigns = new Set([
  'ends',
  'updated',
  'update',
  'continued',
  'more',
  'photo',
  'video',
  'laughs',
  'laughter',
  'applause',
  'ende',
  'fin',
  'conclusion',
]);

/** Agencies of a line that says with whose help a text was made. */
function contributors(line: string): string[] {
  const text = fold(line).replace(/^[([（]\s?|[)\]）]\s?\.?$/g, '');
  const lower = text.toLowerCase();
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

/** "Quelle: kathpress", "来源： 半月谈", "SOURCE: News agencies": labelled lines around the text. */
function fromSourceLines({ above, below, first, last, sites }: CreditLines, own: ReadonlySet<string>): Credit | null {
  const source = allWords('source');
  for (const line of [...above, ...first, ...below, ...last]) {
    if (line.length > LINE_CHARACTERS_MAX) continue;
    for (const match of line.matchAll(
      /(?:^|[\s|(（•-])([\p{L}\p{M}]{1,20}(?: [\p{L}\p{M}]{1,12})?)\s?[:：=]\s{0,3}/gu,
    )) {
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

/** "This post originally appeared on Grist.", "© Provided by The Guardian", "Copyright © 2019 Press TV." */
function fromRepublished({ above, below, last, sites }: CreditLines, own: ReadonlySet<string>): Credit | null {
  for (const line of [...last, ...below, ...above]) {
    if (line.length > LINE_CHARACTERS_MAX * 2) continue;
    const text = fold(line);
    const lower = text.toLowerCase();
    for (const phrase of allWords('republished')) {
      const at = lower.indexOf(phrase);
      if (at < 0 || at > REPUBLISHED_AT_MAX) continue;
      const near = lower.slice(Math.max(0, at - ABOUT_CHARACTERS_MAX), at);
      if (!aboutText.test(near) && !(at <= ABOUT_CHARACTERS_MAX && opensAsText.test(near))) continue;
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
/** What may stand before such a phrase at the beginning of a line: nothing, or a word for the text. */
const opensAsText =
  /^[^\p{L}]*$|^[^\p{L}]*(?:materials?|text|content|article|story|column|piece|post|this|dieser|der|este|esta|el|cet|ce|il|questo|artículo|artikel|beitrag|artigo|texto|статья|материал|هذا|המאמר|bu|bài)/u;
/** Inside a line the text itself must be spoken of. */
const aboutText = /(?:this|the) (?:article|story|column|piece|post|essay|interview|report|excerpt|material)/u;

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

/** Every agency of a sign such as "dpa/lno" or "AFP, EFE y Reuters"; none when the sign holds words besides. */
function namesInSign(sign: string): string[] {
  const text = sign.trim();
  if (text.length > 70) return [];
  const lower = text.toLowerCase();
  if (allWords('agencies').has(lower)) return [UNNAMED];
  const parts = text
    .split(/\s*[/,;&+=|·]\s*|\s+(?:and|und|et|y|e|i|via|with)\s+|-(?=\p{Lu})/u)
    .filter((part) => part !== '');
  const whole = signNamed(text);
  if (whole !== null) return [whole];
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
  // "With inputs from agencies", "Con información de AFP": a phrase of the language files, then names.
  for (const phrase of allWords('contributed')) {
    if (lower.startsWith(`${phrase} `)) {
      const after = namesAmong(text.slice(phrase.length));
      if (after.length > 0) return after;
    }
  }
  return [];
}

/** Agencies named anywhere in a short piece of text that is about sources. */
function namesAmong(text: string): string[] {
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

const TOKENS_MAX = 40;

/** The agency of a sign, its letters' case checked: "SID" and "dpa" are signs, "sid" and "map" are words. */
function signNamed(sign: string): string | null {
  const text = sign.trim();
  if (text.length > NAME_CHARACTERS_MAX) return null;
  return (
    agencyOfSign(text.replace(/^(?:agencia|agence|agentur|agenzia|agência|agencja|агентство|وكالة)\s+/iu, '')) ??
    agencyOfSign(text)
  );
}

function agencyOfSign(text: string): string | null {
  const name = agencyNamed(text);
  if (name === null) return null;
  if (/^[a-z][a-z ]{5,}$/.test(text)) return null;
  if (nameKey(text).length <= 3 && !/^[\p{L}\p{M}.\s]+$/u.test(text)) return null;
  if (/^[a-z]{2,5}$/.test(text)) return lowerSigns.has(text) ? name : null;
  // "Ap National Writer": a byline put into title case; other short words in title case are words.
  if (/^[A-Z][a-z]{1,4}$/.test(text)) return titleSigns.has(text) || name === text ? name : null;
  return name;
}

const lowerSigns = new Set(
  'dpa epd afp sda ats kna sid apa awp dts lno lni lsw lby lhe lrs lnw tt ntb ap efe pap'.split(' '),
);
const titleSigns = new Set(['Ap', 'Afp', 'Efe', 'Dpa', 'Pti', 'Ani']);

/** "AP Photo/…", "Foto: dpa": a picture's sign. */
function isPhotoSign(text: string): boolean {
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
function isPhotoLine(line: string): boolean {
  const label = labelOf(line);
  return (
    line.length <= LINE_CHARACTERS_MAX && (/^[©ⓒ]/.test(line) || allWords('photo').has(label) || photoWord.test(label))
  );
}

const photoWord = /^(?:foto|photo|getty|pool$|handout|imago|shutterstock|alamy|unsplash|pexels|pixabay)|(?:bild|foto)$/;

/** Networks, search engines and stocks of pictures: named as sources, but no one's text. */
const notHouses = new Set(
  'facebook instagram twitter youtube tiktok telegram whatsapp google wikipedia wikimedia unsplash pexels pixabay shutterstock getty flickr imago alamy substack linkedin reddit pinterest monday tuesday wednesday thursday friday saturday sunday own eigene privat private'.split(
    ' ',
  ),
);

/** A name of a house: a few words, the first with a capital or of a script without capitals, no sentence, no address. */
function isName(text: string): boolean {
  const first = text.toLowerCase().match(/^[\p{L}\p{M}]+/u)?.[0] ?? '';
  if (monthByName.has(first) || notHouses.has(first)) return false;
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
function ownNames(sites: readonly string[]): ReadonlySet<string> {
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
function isOwn(name: string, own: ReadonlySet<string>): boolean {
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

function linesOf(view: PageView): CreditLines {
  const { page, kept, own } = view;
  const { blocks, boxes } = page;
  const first = kept[0] ?? blocks.length;
  const last = kept[kept.length - 1] ?? first;
  const readable = (at: number) => {
    const around = boxes[blocks[at].box].around;
    return (
      (around & (Around.figure | Around.caption | Around.nav | Around.hidden)) === 0 &&
      !nearPicture(view, boxes[blocks[at].box].node)
    );
  };
  const above: string[] = [];
  const headline =
    view.headlineBlock >= 0 && view.headlineBlock < first ? view.headlineBlock + 1 : first - ABOVE_BLOCKS;
  // A standfirst may be taken for the first paragraph; the byline then stands behind it.
  const second = Math.min(kept[1] ?? first, first + STANDFIRST_BLOCKS);
  for (let at = Math.max(0, headline, first - ABOVE_BLOCKS_MAX); at < Math.max(first, second); at++) {
    if (at !== first && readable(at) && blocks[at].text.length <= LINE_CHARACTERS_MAX) above.push(withNext(view, at));
  }
  const keptSet = new Set(kept);
  const below: string[] = [];
  const lastNode = last < blocks.length ? blocks[last].node : -1;
  for (let at = Math.max(first, last - 6); at < Math.min(blocks.length, last + 1 + BELOW_BLOCKS); at++) {
    if (keptSet.has(at) || !readable(at) || blocks[at].text.length > LINE_CHARACTERS_MAX * 2) continue;
    if (blocks[at].linkLength * 10 > blocks[at].text.length * 9 && blocks[at].text.length > 30) continue;
    if (!besideArticle(view.tree, blocks[at].node, lastNode)) below.push(withNext(view, at));
  }
  const agents = [own?.provider, own?.sourceOrganization, own?.copyrightHolder].map((agent) => agent?.name ?? null);
  const elsewhere = hostOf(view.canonical) === hostOf(view.url) ? null : hostOf(view.canonical);
  const metas = [
    'article:source',
    'source',
    'dc.source',
    'dcterms.source',
    'syndication-source',
    'original-source',
    'news_source',
    'byl-source',
  ];
  return {
    bylines: bylineLines(view),
    above,
    first: kept.slice(0, FIRST_PARAGRAPHS).map((block) => blocks[block].text),
    last: kept.slice(-LAST_PARAGRAPHS).map((block) => blocks[block].text),
    below,
    metadata: [
      ...agents,
      own?.creditText ?? null,
      own?.publisher?.name ?? null,
      elsewhere,
      ...metas.map((name) => view.head.metas.get(name)?.[0] ?? null),
    ].filter((name): name is string => name !== null),
    logos: logosOf(view, first < blocks.length ? blocks[first].node : 0),
    sites: view.sites,
  };
}

/** The main word of an address's host: "example" of `www.example.co.uk`. */
function hostOf(url: string | null): string | null {
  return (
    url
      ?.match(/^https?:\/\/([^/:]{1,255})/)?.[1]
      .replace(/\.(?:co\.|com\.|org\.)?[a-z]{2,8}$/, '')
      .replace(/^.*\./, '') ?? null
  );
}

/** True when an element just around a node is a picture's: its agency took the picture. */
function nearPicture(view: PageView, node: number): boolean {
  for (let at = node, steps = 0; at > 0 && steps < PICTURE_DEPTH; at = view.tree.parent[at], steps++) {
    if (pictureClass.test(attribute(view.tree, at, 'class'))) return true;
  }
  return false;
}

const PICTURE_DEPTH = 3;
const pictureClass = /caption|photo|image|picture|figure|galler|galer|legend|img|carousel|lightbox|slide/i;

/** A label that stands alone, with the block after it. */
function withNext(view: PageView, at: number): string {
  const { blocks } = view.page;
  const text = blocks[at].text;
  return text.length <= 30 && /[:：]$/.test(text) && at + 1 < blocks.length
    ? `${text} ${blocks[at + 1].text.slice(0, NAME_CHARACTERS_MAX)}`
    : text;
}

const ABOVE_BLOCKS = 12;
const STANDFIRST_BLOCKS = 6;
const ABOVE_BLOCKS_MAX = 20;

function logosOf(view: PageView, firstNode: number): string[] {
  const { tree } = view;
  const from = view.headlineBlock >= 0 ? view.page.blocks[view.headlineBlock].node : firstNode - LOGO_NODES;
  const alts: string[] = [];
  for (let node = Math.max(1, from - 60, firstNode - LOGO_NODES); node < firstNode; node++) {
    if (tree.tag[node] !== 'img') continue;
    const alt = fold(attribute(tree, node, 'alt'));
    if (alt !== '' && alt.length <= NAME_CHARACTERS_MAX) alts.push(alt);
  }
  return alts;
}
