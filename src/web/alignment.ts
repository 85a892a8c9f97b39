import { foldWord, splitWords } from '../text/words.ts';

/** One step of two texts laid side by side, paragraph by paragraph. */
export type AlignedPair =
  | { readonly kind: 'kept'; readonly before: string; readonly after: string }
  | { readonly kind: 'changed'; readonly before: string; readonly after: string; readonly runs: readonly Run[] | null }
  | { readonly kind: 'cut'; readonly before: string; readonly after: null }
  | { readonly kind: 'added'; readonly before: null; readonly after: string };

/** A run of words that both have, or what stands in one in the place of the other. */
export type Run = { readonly same: string } | { readonly before: string; readonly after: string };

/**
 * Lays a copy beside its origin: the alignment of paragraphs with the greatest sum of word overlap (Needleman and Wunsch,
 * J. Mol. Biol. 48, 1970), then the words of each pair by longest common subsequence. Bounded by the two limits below.
 */
export function alignTexts(origin: string, copy: string): AlignedPair[] {
  const before = origin
    .split('\n\n')
    .filter((one) => one !== '')
    .slice(0, paragraphsMax)
    .map(measured);
  const after = copy
    .split('\n\n')
    .filter((one) => one !== '')
    .slice(0, paragraphsMax)
    .map(measured);
  const width = after.length + 1;
  const score = new Float64Array((before.length + 1) * width);
  const likeness = new Float64Array(before.length * after.length);
  for (let i = before.length - 1; i >= 0; i--) {
    for (let j = after.length - 1; j >= 0; j--) {
      const alike = overlap(before[i], after[j]);
      likeness[i * after.length + j] = alike;
      const paired = alike >= pairedMin ? alike + score[(i + 1) * width + j + 1] : 0;
      score[i * width + j] = Math.max(paired, score[(i + 1) * width + j], score[i * width + j + 1]);
    }
  }
  const pairs: AlignedPair[] = [];
  let i = 0;
  let j = 0;
  while (i < before.length || j < after.length) {
    const best = i < before.length && j < after.length ? score[i * width + j] : 0;
    const alike = i < before.length && j < after.length ? likeness[i * after.length + j] : 0;
    if (
      i < before.length &&
      j < after.length &&
      alike >= pairedMin &&
      best === alike + score[(i + 1) * width + j + 1]
    ) {
      pairs.push(pairOf(before[i].text, after[j].text));
      i++;
      j++;
    } else if (j >= after.length || (i < before.length && best === score[(i + 1) * width + j])) {
      pairs.push({ kind: 'cut', before: before[i].text, after: null });
      i++;
    } else {
      pairs.push({ kind: 'added', before: null, after: after[j].text });
      j++;
    }
  }
  return pairs;
}

/** The words of two texts as runs that are the same and runs that differ; null when they are too long for it. */
export function wordRuns(before: string, after: string): Run[] | null {
  const left = tokens(before);
  const right = tokens(after);
  if (left.length * right.length > wordCellsMax) return null;
  const width = right.length + 1;
  const length = new Uint16Array((left.length + 1) * width);
  for (let i = left.length - 1; i >= 0; i--) {
    for (let j = right.length - 1; j >= 0; j--) {
      length[i * width + j] =
        left[i].trim() === right[j].trim()
          ? length[(i + 1) * width + j + 1] + 1
          : Math.max(length[(i + 1) * width + j], length[i * width + j + 1]);
    }
  }
  const runs: Run[] = [];
  let same = '';
  let gone = '';
  let come = '';
  const flush = () => {
    if (gone !== '' || come !== '') runs.push({ before: gone, after: come });
    gone = '';
    come = '';
  };
  let i = 0;
  let j = 0;
  while (i < left.length || j < right.length) {
    if (i < left.length && j < right.length && left[i].trim() === right[j].trim()) {
      flush();
      same += right[j];
      i++;
      j++;
      continue;
    }
    if (same !== '') runs.push({ same });
    same = '';
    const leftOn = i < left.length && (j >= right.length || length[(i + 1) * width + j] >= length[i * width + j + 1]);
    if (leftOn) gone += left[i++];
    else come += right[j++];
  }
  flush();
  if (same !== '') runs.push({ same });
  return runs;
}

/** Percent of the words of the copy that stand at their place in the origin: 100 only when all do, 0 only when none does. */
export function percentKept(pairs: readonly AlignedPair[]): number {
  let [kept, all] = [0, 0];
  for (const pair of pairs) {
    if (pair.after === null) continue;
    const words = tokens(pair.after).length;
    all += words;
    if (pair.kind === 'kept') kept += words;
    // Too long to be laid side by side word by word: by the words they share, wherever these stand.
    else if (pair.kind === 'changed')
      kept +=
        pair.runs === null
          ? words * overlap(measured(pair.before), measured(pair.after))
          : pair.runs.reduce((sum, run) => sum + ('same' in run ? tokens(run.same).length : 0), 0);
  }
  if (kept === 0 || kept === all) return all === 0 ? 0 : (kept / all) * 100;
  return Math.min(99, Math.max(1, Math.round((kept / all) * 100)));
}

/** How alike two texts are by their words: 0 when they share none, 1 when they share all. */
export function likeness(a: string, b: string): number {
  return overlap(measured(a), measured(b));
}

/** What a reader of a copy must know first: figures, quotations and names that are not what they were. */
export interface Alteration {
  readonly kind: 'figure' | 'quotation' | 'name';
  readonly before: string;
  readonly after: string;
  /** The words that follow in both, so that a bare figure reads. */
  readonly following: string;
}

/** The changed runs that touch a figure, words in quotation marks, or a name, weightiest kind first. */
export function alterations(pairs: readonly AlignedPair[]): Alteration[] {
  const found: Alteration[] = [];
  for (const pair of pairs) {
    if (pair.kind !== 'changed' || pair.runs === null) continue;
    let text = '';
    for (const [index, run] of pair.runs.entries()) {
      if ('same' in run) {
        text += run.same;
        continue;
      }
      const kind = kindOfChange(run.before, run.after, insideQuotes(text));
      if (kind !== null)
        found.push({
          kind,
          before: run.before.trim(),
          after: run.after.trim(),
          following: wordsAfter(pair.runs[index + 1]),
        });
      text += run.after;
    }
  }
  const order = ['figure', 'quotation', 'name'];
  return found.sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind)).slice(0, alterationsMax);
}

const paragraphsMax = 300;
const wordCellsMax = 400_000;
const alterationsMax = 40;
const wordsAfterMax = 4;
/** Two paragraphs are laid beside each other when at least this share of their words is common. */
const pairedMin = 0.4;

interface Measured {
  readonly text: string;
  readonly words: ReadonlyMap<string, number>;
  readonly count: number;
}

function measured(text: string): Measured {
  const words = new Map<string, number>();
  let count = 0;
  for (const { start, end, kind } of splitWords(text)) {
    if (kind === 'mark') continue;
    const word = foldWord(text.slice(start, end));
    words.set(word, (words.get(word) ?? 0) + 1);
    count++;
  }
  return { text, words, count };
}

/** Dice's coefficient over words with their counts; the text itself decides when neither has words. */
function overlap(a: Measured, b: Measured): number {
  if (a.text === b.text) return 1;
  if (a.count + b.count === 0) return 0;
  const [few, many] = a.words.size < b.words.size ? [a, b] : [b, a];
  let common = 0;
  for (const [word, count] of few.words) common += Math.min(count, many.words.get(word) ?? 0);
  return (2 * common) / (a.count + b.count);
}

function pairOf(before: string, after: string): AlignedPair {
  const same = before.replace(/\s+/g, ' ').trim() === after.replace(/\s+/g, ' ').trim();
  return same ? { kind: 'kept', before, after } : { kind: 'changed', before, after, runs: wordRuns(before, after) };
}

/** Words, each with the white space and signs after it up to the next word. */
function tokens(text: string): string[] {
  const words = splitWords(text);
  return words.map((word, index) =>
    text.slice(index === 0 ? 0 : word.start, index + 1 < words.length ? words[index + 1].start : text.length),
  );
}

function kindOfChange(before: string, after: string, quoted: boolean): Alteration['kind'] | null {
  if (/\p{N}/u.test(before) || /\p{N}/u.test(after)) return 'figure';
  if (quoted || /["“”„«»「」『』]/.test(before + after)) return 'quotation';
  return /\p{Lu}\p{L}+/u.test(before) || /\p{Lu}\p{L}+/u.test(after) ? 'name' : null;
}

function wordsAfter(next: Run | undefined): string {
  if (next === undefined || !('same' in next)) return '';
  return tokens(next.same).slice(0, wordsAfterMax).join('').trim();
}

function insideQuotes(text: string): boolean {
  const opened = (text.match(/[“„«「『]/g) ?? []).length;
  const closed = (text.match(/[”»」』]/g) ?? []).length;
  const straight = (text.match(/"/g) ?? []).length;
  return opened > closed || straight % 2 === 1;
}
