import type { Span } from '../records.ts';
import { mix, type Scan, wordFlag } from './scan.ts';

/**
 * A sentence by what stays when it is copied: its plain words as one hash, with its figures and names as slots. Two sentences
 * with one hash and unlike slots are the same sentence with a figure or a name changed.
 */
export interface Anchor {
  readonly hash: number;
  readonly slots: readonly Slot[];
}

export interface Slot {
  readonly text: string;
  readonly number: boolean;
  readonly span: Span;
}

/** A figure or name that differs between two texts of one sentence. */
export interface Change {
  readonly from: Slot;
  readonly to: Slot;
}

/** Sentences kept of one article. */
const anchorsMax = 24;

/** Takes the sentences of a scanned body that hold a figure or a name and enough plain words to be known again. */
export function anchorsOf(body: string, space: Scan): Anchor[] {
  const anchors: Anchor[] = [];
  let hash = 0;
  let plain = 0;
  let slots: Slot[] = [];
  const close = () => {
    if (plain >= plainWordsMin && slots.length > 0 && slots.length <= slotsMax)
      anchors.push({ hash: mix(hash), slots });
    hash = 0;
    plain = 0;
    slots = [];
  };
  for (let at = 0; at < space.count && anchors.length < anchorsMax; at++) {
    const flags = space.flags[at];
    if (flags & wordFlag.opening) close();
    const isNumber = (flags & wordFlag.number) !== 0;
    if (isNumber || (flags & wordFlag.capital && !(flags & wordFlag.opening))) {
      const span: Span = [space.starts[at], space.ends[at]];
      slots.push({ text: body.slice(span[0], span[1]), number: isNumber, span });
      // A slot keeps its place among the plain words.
      hash = Math.imul(hash ^ 0x51ed270b, 0x01000193);
    } else {
      hash = Math.imul(hash ^ space.hashes[at], 0x01000193);
      plain++;
    }
  }
  close();
  return anchors;
}

/** Figures and names changed in sentences that are otherwise the same. */
export function changesBetween(from: readonly Anchor[], to: readonly Anchor[]): Change[] {
  const changes: Change[] = [];
  for (const anchor of to) {
    const before = from.find((other) => other.hash === anchor.hash && other.slots.length === anchor.slots.length);
    if (
      before === undefined ||
      from.some((other) => other.hash === anchor.hash && sameSlots(other.slots, anchor.slots))
    )
      continue;
    const unlike = anchor.slots.flatMap((slot, at) =>
      slotsDiffer(before.slots[at], slot) ? [{ from: before.slots[at], to: slot }] : [],
    );
    // More than two at once is another sentence of the same mould ("X beat Y 3-1").
    if (unlike.length <= changedSlotsMax) changes.push(...unlike);
  }
  return changes;
}

const plainWordsMin = 5;
const slotsMax = 8;
const changedSlotsMax = 2;

function sameSlots(a: readonly Slot[], b: readonly Slot[]): boolean {
  return a.length === b.length && a.every((slot, at) => !slotsDiffer(slot, b[at]));
}

function slotsDiffer(a: Slot, b: Slot): boolean {
  if (a.number !== b.number) return true;
  const [x, y] = [a.text.replaceAll(',', '').toLowerCase(), b.text.replaceAll(',', '').toLowerCase()];
  if (x === y) return false;
  // One spelling of a name may be short for the other.
  return a.number || !(x.startsWith(y.slice(0, 3)) || y.startsWith(x.slice(0, 3)));
}
