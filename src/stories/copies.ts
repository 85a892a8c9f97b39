import { createSketchIndex, textsPerShingleMax } from './postings.ts';

/** A text as the copy index takes it. */
export interface SketchedText {
  /** Shingle hashes in the order of the text (`sketch`). */
  readonly sketch: Uint32Array;
  /** Earlier texts that are known to be the same short item. */
  readonly same: readonly number[];
  /** Number of the outlet; 0 when it is not known. */
  readonly outlet: number;
  /** When it became known, in hours since 1970; null when no time is known. */
  readonly hours: number | null;
}

/** Whose text a text carries. */
export interface CopyLink {
  readonly text: number;
  /** Share of the sketch found in the other text, 0 to 1. */
  readonly share: number;
}

/**
 * Finds texts that carry each other's words. Two links are kept a text, both to its best match only: over all texts, and over
 * texts at least as long as it. A group is what hangs together by these links; nothing else joins, so a text that happens to
 * quote two stories does not make them one.
 */
export interface CopyIndex {
  /** Adds the next text (they are numbered from 0) and gives the texts whose group changed, itself among them. */
  add(text: SketchedText): readonly number[];
  /** The texts of the group of `text`, ascending. */
  groupOf(text: number): readonly number[];
  /** Best match of a text; null when it carries no other. */
  linkOf(text: number): CopyLink | null;
  /** Gives texts new numbers, in their order and without gaps, and lets go of those whose new number is below zero. */
  renumber(texts: Int32Array): void;
  readonly size: number;
  readonly byteCount: number;
}

/**
 * Least share of the shorter sketch that two texts must have in common. Texts of two outlets within days of each other are
 * likely to be one agency's, so a third is enough, scattered as it may be; of texts of which that is not known nearly half is
 * asked, and only hashes that follow each other in the text count, since writers on one subject share many short phrases.
 */
const nearShareMin = 0.29;
export const farShareMin = 0.44;
/** Hours apart within which two outlets print one agency's text. */
const nearHoursMax = 72;
/** An outlet rarely reprints itself under another address: what it repeats is mostly furniture that is still being learnt. */
const sameOutletShareMin = 0.6;
/** Shared hashes below which a likeness is chance. */
export const sharedMin = 2;
/** Groups of one outlet that hold a shingle before it counts as that outlet's furniture. */
const furnitureGroupsMin = 2;
/** Groups of any outlets that hold a shingle before it counts as a set phrase of everyone. */
const commonGroupsMin = 12;
/** A longer match counts only when it is not far weaker than the best: else a text of two pieces would tie both stories. */
const longerMatchShareMin = 0.6;

export function createCopyIndex(): CopyIndex {
  const index = createSketchIndex();
  let count = 0;
  let sizes = new Uint16Array(1024);
  let outlets = new Uint32Array(1024);
  let groups = new Int32Array(1024);
  // Links to the best match, and to the best match that is no shorter.
  let links = [new Int32Array(1024).fill(-1), new Int32Array(1024).fill(-1)];
  let scores = [new Float32Array(1024), new Float32Array(1024)];
  let hours = new Float64Array(1024);
  // Scratch of one `add`: hashes shared with a text, those of them that follow each other, and where the last one stood.
  let shared = new Uint16Array(1024);
  let following = new Uint16Array(1024);
  let lastAt = new Int32Array(1024);
  /** Members of groups with more than one text. */
  const members = new Map<number, number[]>();
  const found = new Uint32Array(textsPerShingleMax);
  const groupsSeen = new Int32Array(textsPerShingleMax);

  function grow(): void {
    const to = Math.ceil(count * 1.35) + 1024;
    sizes = copied(new Uint16Array(to), sizes);
    outlets = copied(new Uint32Array(to), outlets);
    groups = copied(new Int32Array(to), groups);
    links = links.map((old) => copied(new Int32Array(to).fill(-1), old));
    scores = scores.map((old) => copied(new Float32Array(to), old));
    hours = copied(new Float64Array(to), hours);
    shared = new Uint16Array(to);
    following = new Uint16Array(to);
    lastAt = new Int32Array(to);
  }

  /** Counts shared shingles with every text that has one, adds the text's own to the index, and gives its size without furniture. */
  function countShared(text: number, { sketch, outlet }: SketchedText, touched: number[]): number {
    let size = 0;
    for (let at = 0; at < sketch.length; at++) {
      const hash = sketch[at];
      const holders = index.find(hash, found);
      if (holders > 0) {
        // A shingle told twice by this very text counts once.
        if (found[holders - 1] === text || isFurniture(outlet, holders)) continue;
        for (let of = 0; of < holders; of++) {
          const other = found[of];
          if (shared[other]++ === 0) {
            touched.push(other);
            following[other] = 0;
          } else if (lastAt[other] === ~(at - 1)) {
            // The second of a run counts the first too, which stood alone until now; complemented, it is known to have one.
            following[other] += 1;
          } else if (lastAt[other] === at - 1) following[other] += 2;
          const inRun = lastAt[other] === at - 1 || lastAt[other] === ~(at - 1);
          lastAt[other] = shared[other] > 1 && inRun ? ~at : at;
        }
      }
      size++;
      if (holders < textsPerShingleMax) index.add(hash, text);
    }
    return size;
  }

  /** True when the holders in `found` show a set phrase: of one outlet on unrelated pages, or of everyone. */
  function isFurniture(outlet: number, holders: number): boolean {
    let ownGroups = 0;
    let allGroups = 0;
    for (let of = 0; of < holders; of++) {
      const group = groups[found[of]];
      let known = false;
      for (let seen = 0; seen < allGroups && !known; seen++) known = groupsSeen[seen] === group;
      if (known) continue;
      groupsSeen[allGroups++] = group;
      if (outlet !== 0 && outlets[found[of]] === outlet) ownGroups++;
    }
    return ownGroups >= furnitureGroupsMin || allGroups >= commonGroupsMin;
  }

  function offer(kind: number, text: number, other: number, score: number): boolean {
    const before = links[kind][text];
    if (before >= 0 && (score < scores[kind][text] || (score === scores[kind][text] && other > before))) return false;
    links[kind][text] = other;
    scores[kind][text] = score;
    return true;
  }

  /** Works out the groups anew among the members of the groups of `texts`; a moved link may part a group. */
  function regroup(texts: readonly number[]): number[] {
    const all = new Set<number>();
    for (const text of texts) for (const member of membersOf(groups[text], text)) all.add(member);
    const ordered = [...all].sort((a, b) => a - b);
    const root = new Map(ordered.map((text) => [text, text]));
    const rootOf = (text: number): number => {
      let at = text;
      while (root.get(at) !== at) at = root.get(at)!;
      root.set(text, at);
      return at;
    };
    for (const text of ordered) {
      for (const [kind, link] of links.entries()) {
        if (link[text] < 0) continue;
        if (kind === 1 && scores[1][text] < scores[0][text] * longerMatchShareMin) continue;
        const [a, b] = [rootOf(text), rootOf(link[text])];
        if (a !== b) root.set(Math.max(a, b), Math.min(a, b));
      }
    }
    const changed: number[] = [];
    for (const text of ordered) members.delete(groups[text]);
    const fresh = new Map<number, number[]>();
    for (const text of ordered) {
      const group = rootOf(text);
      (fresh.get(group) ?? fresh.set(group, []).get(group)!).push(text);
      if (groups[text] !== group) changed.push(text);
      groups[text] = group;
    }
    for (const [group, list] of fresh) if (list.length > 1) members.set(group, list);
    return changed;
  }

  function membersOf(group: number, text: number): readonly number[] {
    return members.get(group) ?? [text];
  }

  return {
    add(sketched) {
      const text = count++;
      if (count > sizes.length) grow();
      groups[text] = text;
      outlets[text] = sketched.outlet;
      hours[text] = sketched.hours ?? Number.NaN;
      const touched: number[] = [];
      const size = Math.min(0xffff, countShared(text, sketched, touched));
      sizes[text] = size;
      const moved = new Set<number>([text]);
      const consider = (other: number) => {
        const smaller = Math.min(size, sizes[other]);
        const same = sketched.outlet !== 0 && outlets[other] === sketched.outlet;
        const isNear =
          sketched.outlet !== 0 && outlets[other] !== 0 && Math.abs(hours[other] - hours[text]) <= nearHoursMax;
        const common = isNear ? shared[other] : following[other];
        const least = same ? sameOutletShareMin : isNear ? nearShareMin : farShareMin;
        if (common >= sharedMin && common >= smaller * least) link(text, other, shared[other]);
      };
      const link = (a: number, b: number, common: number) => {
        const scoreA = score(common, sizes[a], sizes[b]);
        const scoreB = score(common, sizes[b], sizes[a]);
        if (offer(0, a, b, scoreA)) moved.add(a).add(b);
        if (offer(0, b, a, scoreB)) moved.add(a).add(b);
        const aIsShorter = sizes[a] < sizes[b] || (sizes[a] === sizes[b] && a > b);
        if (aIsShorter ? offer(1, a, b, scoreA) : offer(1, b, a, scoreB)) moved.add(a).add(b);
      };
      touched.sort((a, b) => a - b);
      for (const other of touched) {
        consider(other);
        shared[other] = 0;
      }
      for (const other of sketched.same) link(text, other, Math.max(1, Math.min(size, sizes[other])));
      if (moved.size === 1) return [text];
      const changed = new Set(regroup([...moved]));
      return [...changed.add(text)].sort((a, b) => a - b);
    },
    groupOf: (text) => membersOf(groups[text], text),
    renumber(texts) {
      index.renumber(texts);
      const kept = [...members.values()].map((list) => list.map((text) => texts[text]).filter((text) => text >= 0));
      members.clear();
      let left = 0;
      for (let text = 0; text < count; text++) {
        if (texts[text] < 0) continue;
        [sizes[left], outlets[left], hours[left], groups[left]] = [sizes[text], outlets[text], hours[text], left];
        for (const kind of links.keys()) {
          const link = links[kind][text];
          // A match that is gone is none; the group it made stays one.
          links[kind][left] = link < 0 ? -1 : texts[link];
          scores[kind][left] = links[kind][left] < 0 ? 0 : scores[kind][text];
        }
        left++;
      }
      for (const link of links) link.fill(-1, left, count);
      for (const score of scores) score.fill(0, left, count);
      count = left;
      for (const list of kept) {
        if (list.length > 1) members.set(list[0], list);
        for (const text of list) groups[text] = list[0];
      }
    },
    linkOf: (text) => (links[0][text] < 0 ? null : { text: links[0][text], share: Math.min(1, scores[0][text]) }),
    get size() {
      return count;
    },
    get byteCount() {
      const columns = [sizes, outlets, groups, hours, shared, following, lastAt, ...links, ...scores];
      return index.byteCount + columns.reduce((sum, column) => sum + column.byteLength, 0);
    },
  };
}

/** Share of a text in another; among equals, the one that has less beside it. */
function score(common: number, size: number, otherSize: number): number {
  // Rounded as it is kept, so that equals stay equals.
  return Math.fround(common / Math.max(1, size) + (0.001 * common) / Math.max(1, otherSize));
}

function copied<T extends Uint16Array | Uint32Array | Int32Array | Float32Array | Float64Array>(into: T, from: T): T {
  into.set(from);
  return into;
}
