import type { Reading } from '../records.ts';
import { backgroundOf } from './background.ts';
import { createHashTable, widened } from './hash-table.ts';
import { headlineNumbers } from './headline-numbers.ts';
import { hashSyllables, hashWord, mix } from './scan.ts';
import { chineseNamesIn, pinyinSoundOf, soundOf } from './sounds.ts';

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
export function bridgesOf({ article, events, figures, statements }: Reading): Bridges {
  const names = new Set<number>();
  const english = backgroundOf('en')!;
  const own = backgroundOf(article.language) ?? english;
  const title = article.title ?? '';
  const addName = (word: string, soundMin: number) => {
    const sound = soundOf(word);
    if (sound.length >= soundMin) addKey(sound, word);
  };
  const addKey = (key: string, written: string) => {
    if (names.size >= bridgesMax) return;
    const hash = hashWord(`name ${key}`) >>> unusedBits;
    names.add(hash & ~titleBit);
    // A name in both titles counts twice.
    if (title.includes(written)) names.add(hash | titleBit);
  };
  const head = `${title}\n${article.body.slice(0, headLength)}`;
  for (const name of chineseNamesIn(head)) {
    addName(name, 2);
    // Chinese spells out an r that Latin letters write and many readers do not hear: "莫尔" for "moor".
    if (name.endsWith('尔')) addName(name.slice(0, -1), 2);
  }
  // A Chinese place is known by what it is: a county, a village, a bridge.
  for (const [name] of head.matchAll(/(?<!\p{Script=Han})\p{Script=Han}{2,3}?(?=[县縣市镇鎮村省州岛島港桥橋湖])/gu))
    if (own.countOf(hashWord(name.slice(0, 2))) < commonMin) addKey(name, name);
  // A Korean name is the beginning of a word: what hangs on it is a title or a particle.
  for (const word of title.match(/[\uac00-\ud7a3]{2,}/g) ?? []) {
    if (own.countOf(hashSyllables(word.charCodeAt(0), word.charCodeAt(1))) > 0) continue;
    for (let length = 2; length <= Math.min(5, word.length); length++)
      addName(word.slice(0, length), length === 3 ? 2 : 3);
  }
  for (const word of head.match(/\p{Lu}[\p{Ll}\p{Lu}]{3,}/gu) ?? []) {
    const folded = word.toLowerCase();
    // A word that stands in many texts at large is no name, or too common a one.
    const hash = hashWord(folded);
    if (english.countOf(hash) < commonMin && own.countOf(hash) < commonMin) addName(word, 2);
  }
  // In scripts without capitals a name is known by what is said of it: by quotation marks, or by speaking.
  for (const [, quoted] of head.matchAll(/["'“‘「『《]([\p{Script=Han}\p{Script=Hangul}\p{N}]{2,8})["'”’」』》]/gu))
    addKey(quoted, quoted);
  for (const { speaker } of statements) {
    if (speaker.name === null) continue;
    if (/[\u4e00-\u9fff\uac00-\ud7a3]/.test(speaker.name)) addKey(speaker.name, speaker.name);
    const sound = /^\p{Script=Han}{2,4}$/u.test(speaker.name) ? pinyinSoundOf(speaker.name) : soundOf(speaker.name);
    if (sound.length >= fullSoundMin) addKey(`full ${sound}`, speaker.name);
  }
  const facts = new Set<number>();
  for (const event of events) {
    for (const day of [event.from, event.to]) {
      if (day !== null && day.length >= 10) facts.add(hashWord(`day ${day.slice(0, 10)}`));
    }
  }
  for (const { value } of [...headlineNumbers(title, article.language), ...figures])
    if (value >= countMin && facts.size < bridgesMax) facts.add(hashWord(`number ${value}`));
  return {
    names: [...names],
    facts: [...facts].slice(0, bridgesMax).map((fact) => fact >>> unusedBits),
  };
}

/** Which stories share names and facts with an article. */
export interface BridgeIndex {
  /** The story that most ties lead to, when they are enough; `strangers` are stories without the article's language. */
  find(bridges: Bridges, isStranger: (story: number) => boolean): number | null;
  /** What an article shares with a story that few other stories have. */
  sharedWith(bridges: Bridges, story: number): SharedTies;
  /** The same for two articles. */
  sharedBy(a: Bridges, b: Bridges): Omit<SharedTies, 'titled'>;
  add(bridges: Bridges, story: number): void;
  /** Gives stories new numbers and lets go of those whose new number is below zero. */
  renumber(stories: Int32Array): void;
}

/** Counts of ties: all that are shared, those that are names in both titles, and names in the article's own title. */
export interface SharedTies {
  readonly all: number;
  readonly inTitles: number;
  readonly titled: number;
}

export function createBridgeIndex(): BridgeIndex {
  const byName = createStoryLists(storiesPerNameMax);
  const byFact = createStoryLists(storiesPerFactMax);
  return {
    find({ names, facts }, isStranger) {
      const byNames = byName.tally(names);
      const byFacts = byFact.tally(facts);
      let best: { story: number; score: number } | null = null;
      for (const [story, shared] of byNames) {
        const told = byFacts.get(story) ?? 0;
        const isEnough = isStranger(story) ? told >= 1 && shared + told >= 3 : told >= 1 && shared + told >= 5;
        const score = shared + told;
        if (isEnough && (best === null || score > best.score || (score === best.score && story < best.story)))
          best = { story, score };
      }
      return best?.story ?? null;
    },
    sharedWith({ names, facts }, story) {
      const of = (tally: Map<number, number>) => tally.get(story) ?? 0;
      const titled = names.filter((name) => name & titleBit);
      const all = of(byName.tally(names)) + of(byFact.tally(facts));
      return { all, inTitles: of(byName.tally(titled)), titled: titled.length };
    },
    sharedBy(a, b) {
      const names = a.names.filter((name) => b.names.includes(name) && byName.isRare(name));
      const facts = a.facts.filter((fact) => b.facts.includes(fact) && byFact.isRare(fact));
      return { all: names.length + facts.length, inTitles: names.filter((name) => name & titleBit).length };
    },
    add({ names, facts }, story) {
      for (const name of names) byName.add(name, story);
      for (const fact of facts) byFact.add(fact, story);
    },
    renumber(stories) {
      byName.renumber(stories);
      byFact.renumber(stories);
    },
  };
}

/** Stories by key, in linked lists over typed arrays; a key of more than `storiesMax` stories counts for nothing. */
interface StoryLists {
  add(key: number, story: number): void;
  /** How many of the keys lead to each story. */
  tally(keys: readonly number[]): Map<number, number>;
  isRare(key: number): boolean;
  renumber(stories: Int32Array): void;
}

function createStoryLists(storiesMax: number): StoryLists {
  let numbers = createHashTable();
  // By key: how many stories it has, and its last entry plus one. By entry: the story, and the entry before it plus one.
  let counts = new Uint8Array(1024);
  let last = new Uint32Array(1024);
  let stories = new Uint32Array(1024);
  let before = new Uint32Array(1024);
  let entries = 0;

  function has(number: number, story: number): boolean {
    for (let entry = last[number]; entry !== 0; entry = before[entry - 1])
      if (stories[entry - 1] === story) return true;
    return false;
  }

  function add(hash: number, story: number): void {
    const number = numbers.number(hash);
    if (number >= counts.length) [counts, last] = [widened(counts), widened(last)];
    if (counts[number] > storiesMax || has(number, story)) return;
    counts[number]++;
    if (entries >= stories.length) [stories, before] = [widened(stories), widened(before)];
    stories[entries] = story;
    before[entries] = last[number];
    last[number] = ++entries;
  }

  return {
    add: (key, story) => add(mix(key), story),
    renumber(renumbered) {
      const old = { numbers, counts, last, stories, before };
      numbers = createHashTable();
      [counts, last, stories, before] = [
        new Uint8Array(1024),
        new Uint32Array(1024),
        new Uint32Array(1024),
        new Uint32Array(1024),
      ];
      entries = 0;
      const listed: number[] = [];
      for (let number = 0; number < old.numbers.size; number++) {
        listed.length = 0;
        for (let entry = old.last[number]; entry !== 0; entry = old.before[entry - 1])
          listed.push(old.stories[entry - 1]);
        // From the oldest on, as they were added. A key that had too many stories is asked anew.
        for (const story of listed.reverse())
          if (renumbered[story] >= 0) add(old.numbers.hashOf(number), renumbered[story]);
      }
    },
    isRare(key) {
      const number = numbers.find(mix(key));
      return number < 0 || counts[number] <= storiesMax;
    },
    tally(keys) {
      const found = new Map<number, number>();
      for (const key of keys) {
        const number = numbers.find(mix(key));
        if (number < 0 || counts[number] > storiesMax) continue;
        for (let entry = last[number]; entry !== 0; entry = before[entry - 1])
          found.set(stories[entry - 1], (found.get(stories[entry - 1]) ?? 0) + 1);
      }
      return found;
    },
  };
}

/** Names and facts are kept in 24 bits: few meet in one window, and memory is dear. */
const unusedBits = 8;
/** Set in what stands for a name that is in the title. */
const titleBit = 1;
/** Characters of a body whose names count: the happening is named early. */
const headLength = 1200;
/** Background texts from which on a word is too common to be a telling name. */
const commonMin = 6;
const countMin = 12;
/** Consonants of a full name below which it sounds like many people's. */
const fullSoundMin = 3;
/** A name or fact of more stories than this tells none apart. */
const storiesPerNameMax = 4;
const storiesPerFactMax = 12;
