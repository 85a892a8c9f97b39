import type { QueryField } from '../records.ts';

/** How a query is said in one language, part by part; parts in several are already said. */
export interface QueryPhrases {
  readonly all: string;
  readonly and: string;
  readonly or: string;
  not(part: string): string;
  word(word: string): string;
  exactly(word: string): string;
  anyForm(word: string): string;
  inARow(words: string): string;
  inARowExactly(words: string): string;
  like(pattern: string): string;
  oneSentence(left: string, right: string): string;
  oneParagraph(left: string, right: string): string;
  within(left: string, right: string, words: number): string;
  before(left: string, right: string, words: number): string;
  atLeast(part: string, times: number): string;
  readonly fields: Readonly<Record<QueryField, (part: string) => string>>;
  published(from: string | null, to: string | null): string;
  announcing(from: string | null, to: string | null): string;
  sources(accounts: number): string;
  kind(kind: string): string;
}

const english: QueryPhrases = {
  all: 'every article',
  and: ' and ',
  or: ' or ',
  not: (part) => `without ${part}`,
  word: (word) => `“${word}”`,
  exactly: (word) => `“${word}” exactly as written`,
  anyForm: (word) => `any form of “${word}”`,
  inARow: (words) => `the words “${words}” in a row`,
  inARowExactly: (words) => `the words “${words}” in a row, exactly as written`,
  like: (pattern) => `words like “${pattern}”`,
  oneSentence: (left, right) => `${left} and ${right} in one sentence`,
  oneParagraph: (left, right) => `${left} and ${right} in one paragraph`,
  within: (left, right, words) => `${left} within ${words} ${words === 1 ? 'word' : 'words'} of ${right}`,
  before: (left, right, words) => `${left} at most ${words} ${words === 1 ? 'word' : 'words'} before ${right}`,
  atLeast: (part, times) => `${part} at least ${times} times`,
  fields: {
    title: (part) => `in the title: ${part}`,
    body: (part) => `in the text: ${part}`,
    source: (part) => `from the source ${part}`,
    site: (part) => `on the site ${part}`,
    owner: (part) => `from outlets owned by ${part}`,
    lang: (part) => `in the language ${part}`,
    by: (part) => `with the byline ${part}`,
    credit: (part) => `credited to the agency ${part}`,
    speaker: (part) => `said by ${part}`,
    role: (part) => `said by someone who is ${part}`,
    said: (part) => `in somebody’s words: ${part}`,
    venue: (part) => `said at ${part}`,
    place: (part) => `naming the place ${part}`,
    person: (part) => `naming the person ${part}`,
    org: (part) => `naming the body ${part}`,
    story: (part) => `in the story ${part}`,
  },
  published: (from, to) => `published ${englishRange(from, to)}`,
  announcing: (from, to) => `announcing a date ${englishRange(from, to)}`,
  sources: (accounts) => `stories with at least ${accounts} independent ${accounts === 1 ? 'account' : 'accounts'}`,
  kind: (kind) => `developments of the kind ${kind}`,
};

const korean: QueryPhrases = {
  all: '모든 기사',
  and: ' 그리고 ',
  or: ' 또는 ',
  not: (part) => `${part} 제외`,
  word: (word) => `‘${word}’`,
  exactly: (word) => `쓴 그대로 ‘${word}’`,
  anyForm: (word) => `‘${word}’의 모든 꼴`,
  inARow: (words) => `이어진 낱말 ‘${words}’`,
  inARowExactly: (words) => `쓴 그대로 이어진 낱말 ‘${words}’`,
  like: (pattern) => `‘${pattern}’ 꼴의 낱말`,
  oneSentence: (left, right) => `한 문장 안에 ${left}, ${right}`,
  oneParagraph: (left, right) => `한 문단 안에 ${left}, ${right}`,
  within: (left, right, words) => `${left}, ${right} 사이가 ${words}낱말 이내`,
  before: (left, right, words) => `${left} 다음 ${words}낱말 안에 ${right}`,
  atLeast: (part, times) => `${part} ${times}번 이상`,
  fields: {
    title: (part) => `제목에 ${part}`,
    body: (part) => `본문에 ${part}`,
    source: (part) => `출처 ${part}`,
    site: (part) => `사이트 ${part}`,
    owner: (part) => `소유자 ${part}`,
    lang: (part) => `언어 ${part}`,
    by: (part) => `기자 이름 ${part}`,
    credit: (part) => `통신사 ${part}`,
    speaker: (part) => `말한 사람 ${part}`,
    role: (part) => `말한 사람의 직함 ${part}`,
    said: (part) => `발언 안에 ${part}`,
    venue: (part) => `말한 자리 ${part}`,
    place: (part) => `장소 ${part}`,
    person: (part) => `인물 ${part}`,
    org: (part) => `단체 ${part}`,
    story: (part) => `사건 ${part}`,
  },
  published: (from, to) => `${koreanRange(from, to)} 발행`,
  announcing: (from, to) => `${koreanRange(from, to)} 일정을 알린 기사`,
  sources: (accounts) => `독립된 보도가 ${accounts}건 이상인 사건`,
  kind: (kind) => `새 소식의 종류 ${kind}`,
};

/** One line a language, by its primary tag; English where there is no other. */
export const queryPhrases: Readonly<Record<string, QueryPhrases>> = { en: english, ko: korean };

function englishRange(from: string | null, to: string | null): string {
  if (from === to) return `in ${from}`;
  if (to === null) return `from ${from} on`;
  return from === null ? `up to ${to}` : `from ${from} to ${to}`;
}

function koreanRange(from: string | null, to: string | null): string {
  if (from === to) return `${from}`;
  if (to === null) return `${from}부터`;
  return from === null ? `${to}까지` : `${from}부터 ${to}까지`;
}
