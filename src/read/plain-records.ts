import type { Span, Speaker, Statement } from '../records.ts';
import { recordId } from '../text/hash.ts';
import { slice, trimSpan } from '../text/spans.ts';
import type { FoundDate } from './dates.ts';
import { formOf } from './forms-of-statement.ts';
import type { PlainStatement } from './plain.ts';
import { findQuotes } from './quotes.ts';
import type { StatementInput } from './statements.ts';

/** Names, titles and pronouns of a language whose names have no capitals. */
interface PlainNames {
  readonly pronouns: readonly string[];
  readonly titles: readonly string[];
  readonly unnamed: readonly string[];
  readonly bodies: readonly string[];
  readonly documents: readonly string[];
}

/** Records of statements found without a parser: a name is tied to its fuller form, a pronoun to who spoke last. */
export function plainRecords(input: StatementInput, found: readonly PlainStatement[], names: PlainNames): Statement[] {
  const { text, words } = input.split;
  const quotes = findQuotes(text, words);
  const known: Known[] = [];
  let last: Known | null = null;
  return found.map((one) => {
    const speaker = resolve(text, one.speaker, known, last, names);
    if (speaker.name !== null) {
      last = known.find((person) => person.name === speaker.name) ?? null;
      if (last === null) {
        last = { name: speaker.name, role: speaker.roleSpan };
        known.push(last);
      }
    }
    const part = (span: Span | null) => (span === null ? null : { span, text: slice(text, span) });
    return {
      id: recordId('statement', input.articleId, one.content[0][0], one.content[one.content.length - 1][1], one.cue[0]),
      content: one.content,
      cue: one.cue,
      form: formOf(one.content, quotes),
      verb: one.verb,
      force: one.force,
      negated: one.negated,
      speaker,
      venue: part(one.venue),
      addressee: part(one.addressee),
      saidOn: dayIn(text, input.dates, one),
      relay: one.relay.map((span) => ({ span, text: slice(text, span) })),
    };
  });
}

interface Known {
  readonly name: string;
  readonly role: Span | null;
}

function resolve(
  text: string,
  span: Span | null,
  known: readonly Known[],
  last: Known | null,
  names: PlainNames,
): Speaker {
  const role = (person: Known | null) => ({
    role: person?.role == null ? null : slice(text, person.role),
    roleSpan: person?.role ?? null,
  });
  if (span === null) {
    return {
      span,
      name: last?.name ?? null,
      reason: last === null ? 'unknown: no source is named' : `left out, after ${last.name}`,
      ...role(last),
    };
  }
  const words = slice(text, span);
  if (names.pronouns.includes(words)) {
    return {
      span,
      name: last?.name ?? null,
      reason: last === null ? `unknown: no one before "${words}"` : `pronoun "${words}" after ${last.name}`,
      ...role(last),
    };
  }
  const document = names.documents.find((one) => words.endsWith(one));
  if (document !== undefined) {
    // "The board's notice says": the board; a notice of nobody stays unnamed.
    const rest = trimSpan(text, [span[0], span[1] - document.length]);
    if (rest[1] - rest[0] >= nameCharactersMin) return resolve(text, rest, known, last, names);
    return { span, name: null, reason: `unknown: "${words}" is not named`, role: null, roleSpan: null };
  }
  const isUnnamed = names.unnamed.some((word) => words.startsWith(word) || words.endsWith(word));
  // "该局副局长裴仲文": behind the title stands a name.
  if (isUnnamed && !/^\p{Script=Han}{2,4}$/u.test(nameBehindTitle(words, names)))
    return { span, name: null, reason: `unknown: "${words}" is not named`, role: null, roleSpan: null };
  const { name, roleSpan } = withoutTitle(text, span, names);
  if (name === '') return { span, name: null, reason: `unknown: "${words}" is not named`, role: words, roleSpan: span };
  const fuller = known.find(
    (person) =>
      person.name !== name &&
      person.name.length > name.length &&
      (person.name.startsWith(name) || person.name.endsWith(name)),
  );
  if (fuller !== undefined) return { span, name: fuller.name, reason: `short form of ${fuller.name}`, ...role(fuller) };
  const whole =
    name.length === 1 && roleSpan !== null ? wholeNameBefore(text, span[0], name, slice(text, roleSpan), names) : null;
  if (whole !== null && roleSpan !== null)
    return { span, name: whole, reason: `surname of ${whole}`, role: slice(text, roleSpan), roleSpan };
  return { span, name, reason: 'as written', role: roleSpan === null ? null : slice(text, roleSpan), roleSpan };
}

/** The name that a surname with its title stands for: "변 사장" after "변재호 새나래항공 사장" or "변재호사장". */
function wholeNameBefore(
  text: string,
  before: number,
  surname: string,
  role: string,
  names: PlainNames,
): string | null {
  const title = names.titles.find((one) => role.endsWith(one));
  if (title === undefined) return null;
  const pieces = text.slice(Math.max(0, before - nameReach), before).split(/\s+/);
  for (let at = pieces.length - 1; at >= 0; at--) {
    if (!pieces[at].startsWith(surname) || !/^[가-힣]{2,4}$/.test(pieces[at])) continue;
    const behind = pieces.slice(at + 1, at + 1 + titleWordsMax);
    if (behind.some((piece) => piece.includes(title))) return pieces[at];
  }
  return null;
}

/** Characters back to where a person was named in full, and words between the name and its title. */
const nameReach = 2_000;
const titleWordsMax = 4;

/** Parts a name and its title: "김철수 대변인" (behind), "发言人李明" (before). */
function withoutTitle(text: string, span: Span, names: PlainNames): { name: string; roleSpan: Span | null } {
  const words = slice(text, span);
  const behind = names.titles.find((title) => words.endsWith(title));
  const space = words.lastIndexOf(' ');
  if (behind !== undefined && space !== -1) {
    const before = words.slice(0, space).split(' ');
    const isBody = (word: string) => word.length > 2 && names.bodies.some((ending) => word.endsWith(ending));
    let to = before.length;
    // "김철수 외교부 대변인": the body belongs to the title.
    while (to > 1 && isBody(before[to - 1])) to--;
    // "외교부 김철수 대변인", "시의회 마르타 벨 부의장": the name reaches back to the body, over two words at most.
    let from = to;
    while (from > 0 && to - from < nameWordsMax && !isBody(before[from - 1])) from--;
    const name = before.slice(from, to).join(' ');
    const role = before.slice(0, to).join(' ').length + 1;
    return { name, roleSpan: [span[0] + role, span[1]] };
  }
  if (behind !== undefined && space === -1) {
    const name = words.slice(0, -behind.length);
    return name.length >= 2 && name.length <= 4
      ? { name, roleSpan: [span[1] - behind.length, span[1]] }
      : { name: '', roleSpan: span };
  }
  const named = nameBehindTitle(words, names);
  if (named !== '') return { name: named.trim(), roleSpan: [span[0], span[1] - named.length] };
  return { name: words, roleSpan: null };
}

/** What stands behind the last title; empty where none does. */
function nameBehindTitle(words: string, names: PlainNames): string {
  let cut = -1;
  for (const title of names.titles) {
    const at = words.lastIndexOf(title);
    const rest = words.length - at - title.length;
    if (at !== -1 && at + title.length > cut && rest >= nameCharactersMin) cut = at + title.length;
  }
  return cut === -1 ? '' : words.slice(cut);
}

/** Characters from which a word can be somebody's name: what is left of "위원회" without "위원" is none. */
const nameCharactersMin = 2;
/** Words a name has, given name and surname. */
const nameWordsMax = 2;

/** A day between speaker and verb. */
function dayIn(text: string, dates: readonly FoundDate[], one: PlainStatement): string | null {
  const from = one.speaker?.[0] ?? one.cue[0];
  for (const date of dates) {
    if (date.start > one.cue[1]) break;
    if (date.type !== 'DATE' || date.from === null || date.from !== date.to || date.start < from - dayCharactersMax)
      continue;
    if (one.content.some(([start, end]) => start < date.end && date.start < end)) continue;
    if (/[.。!?！？\n]/.test(text.slice(date.end, Math.max(date.end, from)))) continue;
    if (date.end <= one.cue[0]) return date.from;
  }
  return null;
}

const dayCharactersMax = 20;
