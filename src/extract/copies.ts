import { Around } from './blocks.ts';
import { letters } from './clues.ts';
import type { DescribedPage } from './describe.ts';
import { change, type Draft } from './draft.ts';

/**
 * A run of paragraphs that stands in the text twice is kept once, and so is a hidden twin; single repeats (a question put to
 * everyone, a refrain) stay. A block that only repeats several others in one piece goes too.
 */
export function dropCopies({ page, facts }: DescribedPage, draft: Draft): void {
  const seen = new Map<string, number>();
  let run: number[] = [];
  let next = -1;
  const endRun = () => {
    if (run.length >= COPY_RUN_MIN) {
      for (const at of run) change(draft, at, 0, 'copies', 'the same paragraphs stand before in the text');
    }
    run = [];
  };
  const order: number[] = [];
  for (let at = 0; at < page.blocks.length; at++) {
    if (draft.kept[at] === 0 || facts[at].mass < COPY_MASS_MIN) continue;
    const before = seen.get(page.blocks[at].text);
    order.push(at);
    if (before === undefined) {
      seen.set(page.blocks[at].text, order.length - 1);
      endRun();
      continue;
    }
    if ((page.boxes[page.blocks[at].box].around & Around.hidden) !== 0) {
      change(draft, at, 0, 'copies', 'a hidden twin of a paragraph');
    }
    if (before !== next) endRun();
    run.push(at);
    next = before + 1;
  }
  endRun();
  dropLumps({ page, facts }, draft);
}

/** A block that only repeats several others in one piece. How many comparisons are made has a limit: on any page few are needed. */
function dropLumps({ page, facts }: Pick<DescribedPage, 'page' | 'facts'>, draft: Draft): void {
  const starts = new Map<number, string>();
  let comparisons = 0;
  for (let at = 0; at < page.blocks.length; at++) {
    const hidden = (page.boxes[page.blocks[at].box].around & Around.hidden) !== 0;
    if (draft.kept[at] === 0 || facts[at].mass < LUMP_MASS_MIN || (!hidden && facts[at].sentences < LUMP_SENTENCES_MIN))
      continue;
    if (starts.size === 0) {
      for (let other = 0; other < page.blocks.length; other++) {
        if (draft.kept[other] === 0 || facts[other].mass < COPY_MASS_MIN) continue;
        starts.set(other, letters(page.blocks[other].text.slice(0, LUMP_START_CHARACTERS)));
      }
    }
    const lump = letters(page.blocks[at].text.slice(0, LUMP_CHARACTERS_MAX));
    let held = 0;
    for (const [other, start] of starts) {
      if (held >= LUMP_HELD_MIN || comparisons >= LUMP_COMPARISONS_MAX) break;
      comparisons++;
      if (other !== at && draft.kept[other] === 1 && lump.includes(start)) held++;
    }
    if (held >= LUMP_HELD_MIN) change(draft, at, 0, 'copies', 'the text once more in one piece');
  }
}

/** Paragraphs in a row that make a copy. */
const COPY_RUN_MIN = 3;
const LUMP_MASS_MIN = 800;
/** A lump that is shown is a whole text; a hidden one may be a part. */
const LUMP_SENTENCES_MIN = 12;
/** Blocks whose beginnings a lump must hold, how much of each beginning is compared, how much of a lump is read. */
const LUMP_HELD_MIN = 3;
const LUMP_START_CHARACTERS = 200;
const LUMP_CHARACTERS_MAX = 20_000;
const LUMP_COMPARISONS_MAX = 20_000;

const COPY_MASS_MIN = 60;
