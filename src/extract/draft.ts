/** The blocks chosen so far, with why a later step changed its mind. */
export interface Draft {
  /** Log odds of each block. */
  readonly scores: Float32Array;
  readonly kept: Uint8Array;
  /** Step and reason of the last change; null where the scores decided. */
  readonly changes: (Change | null)[];
}

export interface Change {
  readonly step: string;
  readonly reason: string;
}

/** Changes the fate of a block, and notes which step did it and why; nothing where it is so already. */
export function change(draft: Draft, at: number, kept: 0 | 1, step: string, reason: string): void {
  if (draft.kept[at] === kept) return;
  draft.kept[at] = kept;
  draft.changes[at] = { step, reason };
}
