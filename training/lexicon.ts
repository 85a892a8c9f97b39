import { classWords } from '../src/extract/class-words.ts';
import type { DescribedPage } from '../src/extract/describe.ts';
import { type Lexicon, lexiconByWord, textWords } from '../src/extract/lexicon.ts';
import type { BlockLabel } from './labels.ts';

/** A labelled page as the lexicon is learnt from it. */
export interface LexiconPage {
  readonly site: string;
  readonly described: DescribedPage;
  readonly labels: readonly BlockLabel[];
}

/**
 * Counts on how many *sites* a word stands in the article and on how many beside it: a word that one site uses a thousand times
 * says nothing of others. `without(site)` gives the lexicon as the other sites would make it, so that a page is never
 * described by its own labels.
 */
export function learnLexicon(pages: readonly LexiconPage[]): LearntLexicon {
  const text = new Map<string, WordCounts>();
  const classes = new Map<string, WordCounts>();
  for (const { site, described, labels } of pages) {
    const { blocks, boxes } = described.page;
    const wordsOfNames = described.page.names.map(classWords);
    for (let at = 0; at < blocks.length; at++) {
      const { label, weight } = labels[at];
      if (weight === 0) continue;
      // Furniture by the thousand teaches nothing: only what lies near the article counts as its opposite.
      const near =
        described.rules.kept[at] === 1 || described.features[at * described.width + described.insideColumn] === 1;
      const share = label > 0.5 || near ? 1 : FAR_WEIGHT;
      for (const word of new Set(textWords(blocks[at].text))) count(text, word, site, label, share);
      let index = blocks[at].box;
      for (let level = 0; level < 4 && index >= 0; level++, index = boxes[index].parent) {
        for (const word of wordsOfNames[boxes[index].names]) count(classes, word, site, label, share);
      }
    }
  }
  for (const map of [text, classes]) {
    for (const [word, counts] of map) if (counts.bySite.size < SITES_MIN) map.delete(word);
  }
  return {
    without: (site) =>
      lexiconByWord(
        (word) => odds(text.get(word), site),
        (word) => odds(classes.get(word), site),
      ),
    stored: () => ({ text: allOdds(text), classes: allOdds(classes) }),
  };
}

export interface LearntLexicon {
  without(site: string | null): Lexicon;
  stored(): { text: Record<string, number>; classes: Record<string, number> };
}

interface WordCounts {
  /** Weight in and beside the article, by site. */
  readonly bySite: Map<string, [yes: number, no: number]>;
  yes: number;
  no: number;
  settled: boolean;
}

const FAR_WEIGHT = 0.1;
const SITES_MIN = 5;
/** Log odds nearer to 0 than this say too little to be kept. */
const ODDS_MIN = 30;

function count(map: Map<string, WordCounts>, word: string, site: string, label: number, weight: number): void {
  if (word.length > 32) return;
  let counts = map.get(word);
  if (counts === undefined) {
    counts = { bySite: new Map(), yes: 0, no: 0, settled: false };
    map.set(word, counts);
  }
  const own = counts.bySite.get(site) ?? [0, 0];
  own[label > 0.5 ? 0 : 1] += weight;
  counts.bySite.set(site, own);
}

/** A site has one vote, parted by its own counts. */
function voteOf([yes, no]: readonly [number, number]): [number, number] {
  const all = yes + no;
  const voice = Math.min(1, all);
  return [(voice * yes) / all, (voice * no) / all];
}

function odds(counts: WordCounts | undefined, without: string | null): number | undefined {
  if (counts === undefined) return undefined;
  if (!counts.settled) {
    for (const own of counts.bySite.values()) {
      const [yes, no] = voteOf(own);
      counts.yes += yes;
      counts.no += no;
    }
    counts.settled = true;
  }
  let { yes, no } = counts;
  let sites = counts.bySite.size;
  const own = without === null ? undefined : counts.bySite.get(without);
  if (own !== undefined) {
    const vote = voteOf(own);
    yes -= vote[0];
    no -= vote[1];
    sites--;
  }
  if (sites < SITES_MIN - 1) return undefined;
  const value = Math.round(100 * Math.log((yes + 1) / (no + 1)));
  return Math.abs(value) < ODDS_MIN ? undefined : value;
}

/** All that the trees were taught with: with the weaker words left out pages would be described otherwise than in training. */
function allOdds(map: ReadonlyMap<string, WordCounts>): Record<string, number> {
  const known: [word: string, value: number][] = [];
  for (const [word, counts] of map) {
    const value = odds(counts, null);
    if (value !== undefined) known.push([word, value]);
  }
  return Object.fromEntries(known.sort(([a], [b]) => (a < b ? -1 : 1)));
}
