import { chinesePlaceEnds, chineseSpelledR } from '../languages/transliteration.ts';
import type { Mention, Reading, Statement } from '../records.ts';
import { type Background, backgroundOf } from './background.ts';
import { headlineNumbers } from './headline-numbers.ts';
import { hashSyllables, hashWord } from './scan.ts';
import { chineseNamesIn, pinyinSoundOf, soundOf } from './sounds.ts';
import { termOfWord } from './term-stems.ts';

/**
 * What ties two accounts of one happening when they share few words, being in two languages or weeks apart: names as they
 * sound, the days that are spoken of, and the numbers counted.
 */
export interface Bridges {
  readonly names: readonly number[];
  readonly facts: readonly number[];
}

/** Names and facts kept of one article. */
const bridgesMax = 32;

/** Takes names, days and numbers from a reading. */
export function bridgesOf(reading: Reading): Bridges {
  return { names: namesOf(reading), facts: factsOf(reading) };
}

/** True for what stands for a name that is in the title. */
export function isTitled(name: number): boolean {
  return (name & titleBit) !== 0;
}

/** Each script has its own sign of a name; those named first stay when there are too many. */
function namesOf({ article, statements, mentions }: Reading): number[] {
  const title = article.title ?? '';
  const head = `${title}\n${article.body.slice(0, headLength)}`;
  const english = backgroundOf('en')!;
  const own = backgroundOf(article.language) ?? english;
  const names = createNames(title);
  addChinese(names, head, own, article.language === 'zh');
  addKorean(names, title, own);
  // A word that stands in many texts at large is no name, or too common a one.
  const isCommon = (word: string) =>
    english.countOf(hashWord(word.toLowerCase())) >= commonMin ||
    own.countOf(hashWord(termOfWord(word, article.language))) >= commonMin;
  for (const word of head.match(/\p{Lu}[\p{Ll}\p{Lu}]{3,}/gu) ?? []) if (!isCommon(word)) names.addSound(word, 2);
  addPairs(names, mentions, article, isCommon);
  // In scripts without capitals a name is known by what is said of it: by quotation marks, or by speaking.
  for (const [, quoted] of head.matchAll(/["'“‘「『《]([\p{Script=Han}\p{Script=Hangul}\p{N}]{2,8})["'”’」』》]/gu))
    names.addWritten(quoted);
  addSpeakers(names, statements, title);
  return names.all();
}

/** Names by the sound or the signs that stand for them, up to `bridgesMax`. */
interface Names {
  add(key: string, isInTitle: boolean): void;
  /** A name as written, known by its signs. */
  addWritten(written: string): void;
  /** A name that sounds of so many consonants at least. */
  addSound(written: string, soundMin: number): void;
  all(): number[];
}

function createNames(title: string): Names {
  const names = new Set<number>();
  const add = (key: string, isInTitle: boolean) => {
    if (names.size >= bridgesMax) return;
    const hash = hashWord(`name ${key}`) >>> unusedBits;
    names.add(hash & ~titleBit);
    // A name in both titles counts twice.
    if (isInTitle) names.add(hash | titleBit);
  };
  return {
    add,
    addWritten: (written) => add(written, title.includes(written)),
    addSound(written, soundMin) {
      const sound = soundOf(written);
      if (sound.length >= soundMin) add(sound, title.includes(written));
    },
    all: () => [...names],
  };
}

function addChinese(names: Names, head: string, own: Background, isChinese: boolean): void {
  for (const name of chineseNamesIn(head)) {
    names.addSound(name, 2);
    if (name.endsWith(chineseSpelledR)) names.addSound(name.slice(0, -1), 2);
  }
  for (const [name] of head.matchAll(chinesePlaces))
    if (own.countOf(hashWord(name.slice(0, 2))) < commonMin) names.addWritten(name);
  if (isChinese) addRepeated(names, head, own);
}

/** A name of ordinary words is known by two of them together: "Sound Bank", "Дальние Ключи", in whatever case. */
function addPairs(
  names: Names,
  mentions: readonly Mention[],
  { title, language }: Reading['article'],
  isCommon: (word: string) => boolean,
): void {
  const wordsOf = (text: string): readonly string[] => text.match(capitalised) ?? [];
  const termOf = (word: string) => termOfWord(word, language);
  const titled = new Set(wordsOf(title ?? '').map(termOf));
  for (const { name } of mentions) {
    const [first, second] = wordsOf(name);
    if (second === undefined || !isCommon(first) || !isCommon(second)) continue;
    const [one, other] = [termOf(first), termOf(second)];
    names.add(`${one} ${other}`, titled.has(one) && titled.has(other));
  }
}

const capitalised = /\p{Lu}[\p{L}\p{M}'’-]+/gu;

/** Chinese writes names like other words: two characters that hardly ever stand together and come again are of a name. */
function addRepeated(names: Names, head: string, own: Background): void {
  const counts = new Map<string, number>();
  const pairs: string[] = [];
  for (const [run] of head.matchAll(/\p{Script=Han}{2,}/gu)) {
    for (let at = 0; at + 1 < run.length; at++) {
      const pair = run.slice(at, at + 2);
      pairs.push(pair);
      counts.set(pair, (counts.get(pair) ?? 0) + 1);
    }
    pairs.push('');
  }
  const isTelling = (pair: string | undefined) =>
    pair !== undefined && (counts.get(pair) ?? 0) >= 2 && own.countOf(hashWord(pair)) === 0;
  // Of a longer name the first two stand for it.
  for (const [at, pair] of pairs.entries()) if (isTelling(pair) && !isTelling(pairs[at - 1])) names.addWritten(pair);
}

/** A Chinese place is known by what it is: a county, a village, a bridge. */
const chinesePlaces = new RegExp(`(?<!\\p{Script=Han})\\p{Script=Han}{2,3}?(?=[${chinesePlaceEnds}])`, 'gu');

/** A Korean name is the beginning of a word: what hangs on it is a title or a particle. */
function addKorean(names: Names, title: string, own: Background): void {
  for (const word of title.match(/[\uac00-\ud7a3]{2,}/g) ?? []) {
    if (own.countOf(hashSyllables(word.charCodeAt(0), word.charCodeAt(1))) > koreanCommonMin) continue;
    for (let length = 2; length <= Math.min(5, word.length); length++)
      names.addSound(word.slice(0, length), length === 3 ? 2 : 3);
  }
}

function addSpeakers(names: Names, statements: readonly Statement[], title: string): void {
  for (const { speaker } of statements) {
    if (speaker.name === null) continue;
    if (/[\u4e00-\u9fff\uac00-\ud7a3]/.test(speaker.name)) names.addWritten(speaker.name);
    const sound = /^\p{Script=Han}{2,4}$/u.test(speaker.name) ? pinyinSoundOf(speaker.name) : soundOf(speaker.name);
    if (sound.length >= fullSoundMin) names.add(`full ${sound}`, title.includes(speaker.name));
  }
}

function factsOf({ article, events, figures }: Reading): number[] {
  const facts = new Set<number>();
  for (const event of events) {
    for (const day of [event.from, event.to]) {
      if (day !== null && day.length >= 10) facts.add(hashWord(`day ${day.slice(0, 10)}`));
    }
  }
  for (const { value } of [...headlineNumbers(article.title ?? '', article.language), ...figures])
    if (value >= countMin && facts.size < bridgesMax) facts.add(hashWord(`number ${value}`));
  return [...facts].slice(0, bridgesMax).map((fact) => fact >>> unusedBits);
}

/** Names and facts are kept in 24 bits: few meet in one window, and memory is dear. */
const unusedBits = 8;
/** Set in what stands for a name that is in the title. */
const titleBit = 1;
/** Characters of a body whose names count: the happening is named early. */
const headLength = 1200;
/** Background texts from which on a word is too common to be a telling name. */
const commonMin = 6;
/** The same for the two syllables that a Korean word begins with, which are those of several words. */
const koreanCommonMin = 12;
/** Numbers below it stand in too many texts to tell any. */
const countMin = 12;
/** Consonants of a full name below which it sounds like many people's. */
const fullSoundMin = 3;
