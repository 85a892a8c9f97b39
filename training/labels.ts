import type { BlockPage } from '../src/extract/blocks.ts';

/** What the gold says of one block: in the article, how sure, and with what weight to learn it. */
export interface BlockLabel {
  readonly label: number;
  readonly weight: number;
}

const TOKEN = /[\p{L}\p{N}_]+/gu;
const tokensOf = (text: string): readonly string[] => text.match(TOKEN) ?? [];

/**
 * Labels the blocks of a page whose whole text is known. Long blocks by the share of their 4-token windows found in the gold;
 * of several blocks with the same words the one that fits the order of the gold; short ones (fewer than four tokens say
 * little) only where their neighbours in the gold are their neighbours on the page.
 */
export function labelByText(page: BlockPage, gold: string): BlockLabel[] {
  const goldTokens = tokensOf(gold);
  const places = new Map<string, number[]>();
  for (let at = 0; at + 4 <= goldTokens.length; at++) {
    const key = goldTokens.slice(at, at + 4).join(' ');
    const list = places.get(key);
    if (list === undefined) places.set(key, [at]);
    else list.push(at);
  }
  const blocks = page.blocks.map((block) => tokensOf(block.text));
  const share = new Float64Array(blocks.length);
  const start = new Int32Array(blocks.length).fill(-1);
  for (let at = 0; at < blocks.length; at++) {
    const tokens = blocks[at];
    if (tokens.length < 4) continue;
    let found = 0;
    const votes = new Map<number, number>();
    for (let k = 0; k + 4 <= tokens.length; k++) {
      const list = places.get(tokens.slice(k, k + 4).join(' '));
      if (list === undefined) continue;
      found++;
      for (const place of list.slice(0, 8)) votes.set(place - k, (votes.get(place - k) ?? 0) + 1);
    }
    share[at] = found / (tokens.length - 3);
    let best = 0;
    for (const [place, count] of votes)
      if (count > best || (count === best && place < start[at])) {
        best = count;
        start[at] = place;
      }
  }
  const chain = longestChain(blocks, share, start);
  const label = new Float32Array(blocks.length);
  const covered = new Uint8Array(goldTokens.length + 1);
  const cover = (at: number) => {
    for (let k = Math.max(0, start[at]); k < Math.min(goldTokens.length, start[at] + blocks[at].length); k++)
      covered[k] = 1;
  };
  for (const at of chain) {
    label[at] = 1;
    cover(at);
  }
  for (let at = 0; at < blocks.length; at++) {
    if (label[at] === 1 || share[at] < 0.5) continue;
    let free = 0;
    for (let k = Math.max(0, start[at]); k < Math.min(goldTokens.length, start[at] + blocks[at].length); k++)
      free += 1 - covered[k];
    if (free > blocks[at].length * 0.6) {
      label[at] = 1;
      cover(at);
    }
  }
  labelShort(blocks, goldTokens, label, start, covered);
  const goldCount = goldTokens.length + 60;
  return blocks.map((tokens, at) => ({
    label: label[at],
    weight: 0.15 + 3 * Math.sqrt(tokens.length / goldCount),
  }));
}

/** The heaviest chain of blocks whose order on the page is their order in the gold. */
function longestChain(blocks: readonly (readonly string[])[], share: Float64Array, start: Int32Array): number[] {
  const sure: number[] = [];
  for (let at = 0; at < blocks.length; at++) if (share[at] >= 0.5) sure.push(at);
  const best = new Float64Array(sure.length);
  const before = new Int32Array(sure.length).fill(-1);
  let top = -1;
  for (let a = 0; a < sure.length; a++) {
    for (let b = Math.max(0, a - 400); b < a; b++) {
      const inOrder = start[sure[b]] + blocks[sure[b]].length * 0.7 <= start[sure[a]] + 3;
      // A chain without holes is the likelier one among equals.
      const near = start[sure[a]] - (start[sure[b]] + blocks[sure[b]].length) < 12 ? 2 : 0;
      if (inOrder && best[b] + near > best[a]) {
        best[a] = best[b] + near;
        before[a] = b;
      }
    }
    best[a] += blocks[sure[a]].length * share[sure[a]];
    if (top < 0 || best[a] > best[top]) top = a;
  }
  const chain: number[] = [];
  for (let at = top; at >= 0; at = before[at]) chain.push(sure[at]);
  return chain.reverse();
}

function labelShort(
  blocks: readonly (readonly string[])[],
  gold: readonly string[],
  label: Float32Array,
  start: Int32Array,
  covered: Uint8Array,
): void {
  // Forward: a short block whose tokens come next in the gold after what was placed last.
  let next = 0;
  for (let at = 0; at < blocks.length; at++) {
    if (label[at] === 1) {
      next = start[at] + blocks[at].length;
      continue;
    }
    const tokens = blocks[at];
    if (tokens.length === 0 || tokens.length > 6) continue;
    for (let place = next; place <= Math.min(next + SHORT_REACH_TOKENS, gold.length - tokens.length); place++) {
      if (covered[place] === 1) break;
      if (tokens.every((token, k) => gold[place + k] === token)) {
        label[at] = 1;
        start[at] = place;
        for (let k = 0; k < tokens.length; k++) covered[place + k] = 1;
        next = place + tokens.length;
        break;
      }
    }
  }
}

const SHORT_REACH_TOKENS = 8;

/** Labels from snippets that must or must not be in the text; blocks with neither weigh nothing. */
export function labelBySnippets(page: BlockPage, wanted: readonly string[], unwanted: readonly string[]): BlockLabel[] {
  const flat = (text: string) => text.replace(/\s+/g, ' ').trim();
  const yes = wanted.map(flat).filter((snippet) => snippet.length > 3);
  const no = unwanted.map(flat).filter((snippet) => snippet.length > 3);
  return page.blocks.map((block) => {
    const isWanted = yes.some(
      (snippet) => block.text.includes(snippet) || (block.text.length > 40 && snippet.includes(block.text)),
    );
    const isUnwanted = no.some((snippet) => block.text.includes(snippet));
    if (isWanted === isUnwanted) return { label: 0, weight: 0 };
    return { label: isWanted ? 1 : 0, weight: SNIPPET_WEIGHT };
  });
}

const SNIPPET_WEIGHT = 1;
