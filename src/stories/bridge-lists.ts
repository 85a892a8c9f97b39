import { type Bridges, isTitled } from './bridges.ts';
import { createHashTable, widened } from './hash-table.ts';
import { mix } from './scan.ts';

/** Which stories share names and facts with an article. */
export interface BridgeIndex {
  /** The open story that most ties lead to, when they are enough; strangers are stories without the article's language. */
  find(bridges: Bridges, isStranger: (story: number) => boolean, isOpen: (story: number) => boolean): number | null;
  /** What an article shares with a story that few other stories have. */
  sharedWith(bridges: Bridges, story: number): SharedTies;
  /** The same for two articles. */
  sharedBy(a: Bridges, b: Bridges): Omit<SharedTies, 'titled'>;
  add(bridges: Bridges, story: number): void;
  /** Gives stories new numbers and lets go of those whose new number is below zero. */
  renumber(stories: Int32Array): void;
}

/** Counts of ties: all that are shared, days and numbers of them, names in both titles, and names in the article's own title. */
export interface SharedTies {
  readonly all: number;
  readonly facts: number;
  readonly inTitles: number;
  readonly titled: number;
}

/** An index of no stories. */
export function createBridgeIndex(): BridgeIndex {
  const byName = createStoryLists(storiesPerNameMax);
  const byFact = createStoryLists(storiesPerFactMax);
  return {
    find({ names, facts }, isStranger, isOpen) {
      const byNames = byName.tally(names);
      const byFacts = byFact.tally(facts);
      let best: { story: number; score: number } | null = null;
      for (const [story, shared] of byNames) {
        if (!isOpen(story)) continue;
        const told = byFacts.get(story) ?? 0;
        const score = shared + told;
        const isEnough = told > 0 && score >= (isStranger(story) ? strangerTiesMin : tiesMin);
        if (isEnough && (best === null || score > best.score || (score === best.score && story < best.story)))
          best = { story, score };
      }
      return best?.story ?? null;
    },
    sharedWith({ names, facts }, story) {
      const of = (tally: Map<number, number>) => tally.get(story) ?? 0;
      const titled = names.filter(isTitled);
      const shared = of(byFact.tally(facts));
      return {
        all: of(byName.tally(names)) + shared,
        facts: shared,
        inTitles: of(byName.tally(titled)),
        titled: titled.length,
      };
    },
    sharedBy(a, b) {
      const names = a.names.filter((name) => b.names.includes(name) && byName.isRare(name));
      const facts = a.facts.filter((fact) => b.facts.includes(fact) && byFact.isRare(fact));
      return { all: names.length + facts.length, facts: facts.length, inTitles: names.filter(isTitled).length };
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
  let counts = new Uint8Array(roomFirst);
  let last = new Uint32Array(roomFirst);
  let stories = new Uint32Array(roomFirst);
  let before = new Uint32Array(roomFirst);
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
      [counts, last] = [new Uint8Array(roomFirst), new Uint32Array(roomFirst)];
      [stories, before] = [new Uint32Array(roomFirst), new Uint32Array(roomFirst)];
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

/** Keys, and entries, that there is room for before arrays are widened. */
const roomFirst = 1024;
/** Names and facts that lead to a story, a fact among them: fewer to one in other languages, which shares no words. */
const strangerTiesMin = 3;
const tiesMin = 5;
/** A name or fact of more stories than this tells none apart. */
const storiesPerNameMax = 4;
const storiesPerFactMax = 12;
