import type { Language } from '../languages/language.ts';
import { languageOf } from '../languages/languages.ts';
import { monthByName } from '../languages/months.ts';
import { oncePer } from '../text/once.ts';
import { withoutTail } from '../text/tail.ts';
import { agencyNamed } from './credit-names.ts';
import { fold } from './head.ts';
import { isSite, keyOf } from './title.ts';
import { allWords, longestFirst } from './view.ts';

/**
 * How far a line may be believed to hold names. `person`: structured data says so; `listed`: a field for authors; `named`: a link
 * to a writer's page; `loose`: words near the headline, where dates, roles and buttons stand too.
 */
export type Trust = 'person' | 'listed' | 'named' | 'loose';

/** Takes names of people out of lines about writers. */
export class NameReader {
  readonly #language: string | null;
  readonly #sites: readonly string[];
  readonly #by: readonly string[];

  constructor(language: string | null, sites: readonly string[]) {
    this.#language = language;
    this.#sites = sites;
    this.#by = byWordsOf(languageOf(language));
  }

  all(lines: readonly string[], trust: Trust = 'listed'): readonly string[] {
    const names: string[] = [];
    for (const line of lines) {
      for (const name of this.#people(line, trust)) {
        if (names.length >= PEOPLE_MAX) return names;
        const key = keyOf(name);
        // "Ann Lee" beside "Dr Ann Lee", or a name run together with a second one read before.
        if (
          !names.some(
            (other) =>
              keyOf(other) === key ||
              (trust !== 'person' && (keyOf(other).includes(key) || key.includes(keyOf(other)))),
          )
        )
          names.push(name);
      }
    }
    return names;
  }

  #people(line: string, trust: Trust): string[] {
    const text = fold(line)
      .slice(0, LINE_CHARACTERS_MAX)
      .replace(/\S{1,100}@\S{1,100}|https?:\/\/\S{1,200}|@\w{1,30}/g, ' ')
      // "Jane RoeThe Wire Service": a name and an agency run together by the layout.
      .replace(/(\p{Ll})(The\s\p{Lu})/u, '$1, $2')
      .replace(/\([^()]{0,80}\)|\[[^\][]{0,80}\]|<[^<>]{0,80}>/g, ' ');
    const names: string[] = [];
    // "Jobs & Hire" must not become two people.
    if (trust !== 'person' && isSite(text, this.#sites)) return names;
    for (const segment of text.split(
      /\s*[|•·–—\n\t;/／、]\s*|\s+-\s+|\s{2,}|(?<=\S\s\S{1,40})\s(?=\p{Lu}\p{Ll}{2,14}:\s)/u,
    )) {
      let any = false;
      for (const part of this.#withoutBy(segment).split(splitter(this.#language))) {
        const name = this.#name(part, trust);
        if (name !== null) {
          names.push(name);
          any = true;
        } else if (any && trust === 'loose') break;
      }
      // In a loose line what follows the first names is roles, dates and buttons.
      if (any && trust === 'loose') break;
    }
    return names;
  }

  #withoutBy(segment: string): string {
    let text = segment.trim().replace(/^by(?=[A-Z])/i, '');
    for (let turns = 0; turns < 2; turns++) {
      const lower = text.toLowerCase();
      const word = this.#by.find(
        (by) => lower.startsWith(by) && /^[\s:：.]|^$/.test(text.slice(by.length, by.length + 1)),
      );
      if (word === undefined) return text;
      text = text.slice(word.length).replace(/^[\s:：.]+/, '');
    }
    return text;
  }

  #name(part: string, trust: Trust): string | null {
    const bare = this.#withoutRole(this.#withoutBy(part)).replace(/^[^\p{L}]+/u, '');
    let text = withoutTail(bare, /[^\p{L}\p{M}.'’)]/u).replace(/[’']s$/, '');
    // A date or a count behind the name: "Ann Lee January 3, 2020", "Ann Lee 12 Comments".
    const digit = text.search(/\p{N}/u);
    if (digit === 0 || (digit > 0 && !text.slice(0, digit).includes(' ') && trust !== 'named')) return null;
    if (digit > 0 && text.slice(0, digit).includes(' ')) text = text.slice(0, digit).trim();
    text = this.#withoutTrail(text.split(/\s(?:for|para|für|pour)\s(?:the\s)?/i)[0]);
    if (text === '' || /\.\p{L}{2,4}$/u.test(text)) return null;
    text = text.replace(/\.$/, (dot) => (/\b(?:jr|sr|\p{L})\.$/iu.test(text) ? dot : ''));
    const words = text.split(' ').filter((word) => word !== '');
    if (text.length < 2 || text.length > NAME_CHARACTERS_MAX || words.length > WORDS_MAX) return null;
    const lower = text.toLowerCase();
    if (
      allWords('nobody').has(lower) ||
      allWords('nobody').has(part.trim().toLowerCase()) ||
      roles.includes(lower) ||
      allWords('agencies').has(lower) ||
      (trust !== 'person' && isSite(text, this.#sites)) ||
      agencyNamed(text) !== null
    )
      return null;
    const wide = wideWord.test(text);
    const holds = (kind: 'offices' | 'notNames') => words.some((word) => allWords(kind).has(word.toLowerCase()));
    if (isHouse(lower, wide) || holds('offices')) return null;
    const head = words[0].toLowerCase().replace(/:$/, '');
    if (/:/.test(text) || allWords('published').has(head) || allWords('updated').has(head) || clockWords.test(text))
      return null;
    if (lower.startsWith('the ')) return null;
    if (trust === 'named') return holds('notNames') ? null : text;
    if (trust === 'loose') {
      if (wide ? text.length > 14 && !text.includes(' ') : words.length < 2) return null;
      if (holds('notNames')) return null;
      const cased = /\p{Lu}|\p{Ll}/u.test(text);
      // Every word of a name has a capital but for particles.
      if (cased && words.filter((word) => /^\p{Ll}/u.test(word) && !particles.has(word)).length > 0) return null;
    } else if (words.length === 1 && !wide && text.length < 3) return null;
    return text;
  }

  /** A name without what runs on behind it: an agency, a month, a day of the week, the label of the date. */
  #withoutTrail(name: string): string {
    const words = name.split(' ').filter((word) => word !== '');
    for (let turns = 0; turns < 4 && words.length > 2; turns++) {
      const last = words[words.length - 1].toLowerCase().replace(/[.,:]$/, '');
      const agency = [3, 2, 1].find(
        (length) =>
          words.length > length + 1 &&
          agencyNamed(words.slice(-length).join(' ')) !== null &&
          /^\p{Lu}{2}/u.test(words[words.length - 1]),
      );
      if (agency !== undefined) words.splice(words.length - agency);
      else if (
        monthByName.has(last) ||
        allWords('weekdays').has(last) ||
        allWords('trails').has(last) ||
        allWords('published').has(last) ||
        allWords('updated').has(last)
      )
        words.pop();
      else break;
    }
    return withoutTail(words.join(' '), /[^\p{L}\p{M}\p{N}.'’]/u);
  }

  #withoutRole(part: string): string {
    let text = afterWideRole(part.trim());
    for (let turns = 0; turns < 3; turns++) {
      const lower = text.toLowerCase();
      const role = roles.find((word) => {
        const ends = lower.endsWith(word);
        if (!ends && !lower.startsWith(word)) return false;
        const wide = /[가-힣一-鿿ぁ-ヿ]/.test(word);
        if (ends) return lower.length > word.length && (wide || /[\s,]$/.test(lower.slice(0, -word.length)));
        return wide ? word.length > 1 : /^[\s:,]/.test(lower.slice(word.length));
      });
      if (role === undefined) return text;
      text = (lower.endsWith(role) ? text.slice(0, -role.length) : text.slice(role.length)).replace(
        /^[\s:：,=]+|[\s,=]+$/g,
        '',
      );
    }
    return text;
  }
}

/** "中央社記者林曉文": the name behind an agency and a role that are written together. */
function afterWideRole(text: string): string {
  return (
    text.match(
      /^[\p{Script=Han}A-Z]{2,8}(?:記者|记者|特派員|特派员|通讯员|通訊員)[\s:：]?(\p{Script=Han}{2,4})(?!\p{Script=Han})/u,
    )?.[1] ?? text
  );
}

const roles = longestFirst(allWords('role'));
/** What stands before a writer's name in a language and in English, which pages of any language borrow from. */
const byWordsOf = oncePer((language: Language | null) =>
  longestFirst(new Set([language, languageOf('en')].flatMap((one) => one?.furniture?.by ?? []))),
);

const LINE_CHARACTERS_MAX = 300;
const PEOPLE_MAX = 20;
const NAME_CHARACTERS_MAX = 60;
const WORDS_MAX = 5;
/** Small words in names of any origin, whatever the language of the page. */
const particles = new Set(
  'van von de der den del della di da dos das du la le el al bin ibn zu ten ter y e af av of the d’ o’ und'.split(' '),
);
const clockWords = /\b(?:AM|PM|EST|EDT|GMT|UTC|CET|PST|PDT|BST)\b/;
/** True where a word of houses stands in a name; scripts without spaces write it onto the name's beginning or end. */
function isHouse(name: string, wide: boolean): boolean {
  const known = allWords('organisations');
  if (name.split(/[ -]/).some((word) => known.has(word))) return true;
  if (!wide) return false;
  for (const word of known)
    if (word.length > 1 && wideWord.test(word) && (name.startsWith(word) || name.endsWith(word))) return true;
  return false;
}

const wideWord = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

function splitter(language: string | null): RegExp {
  return language === 'ko' || language === 'zh' || language === 'ja' ? wideSplitter : latinSplitter;
}
const latinSplitter =
  /\s*[,&،]\s*|\s+(?:and|und|et|y|e|ed|og|och|en|i|и|και|ve|ja|և|और|dan|và|и др|with|mit)\s+|\s+و(?=\p{L})/iu;
const wideSplitter = /[,，、·&/ ]\s*|\s+(?:and)\s+/u;
