/** What is known of a text when the origin of its group of copies is asked for. */
export interface OriginCandidate {
  readonly text: number;
  /** Size of its sketch: of two texts of a group the larger contains the smaller. */
  readonly size: number;
  /** The outlet is the agency that the group credits. */
  readonly isAgency: boolean;
  /** When it was published, in milliseconds since 1970; null when unknown. */
  readonly published: number | null;
  /** When it was received. */
  readonly received: number;
}

export interface Origin {
  readonly text: number;
  readonly reason: string;
}

/**
 * The first text of a group of copies: the agency's own, else the one that contains the others, else the one published first,
 * else the one received first. A text known to be out a day before a longer one is not taken for a cut of it.
 */
export function originOf(group: readonly OriginCandidate[]): Origin {
  const agencies = group.filter((candidate) => candidate.isAgency);
  if (agencies.length > 0) return { text: earliest(agencies).text, reason: 'the agency that is credited' };
  const largest = Math.max(...group.map((candidate) => candidate.size));
  const whole = group.filter((candidate) => candidate.size >= largest * wholeShareMin);
  const first = earliest(whole);
  const before = earliest(group);
  if (before.published !== null && first.published !== null && first.published - before.published >= clearlyEarlierMs) {
    return { text: before.text, reason: 'published a day or more before the others' };
  }
  if (whole.length < group.length) return { text: first.text, reason: 'contains the others' };
  const dated = group.every((candidate) => candidate.published !== null);
  return { text: first.text, reason: dated ? 'published first' : 'received first' };
}

/** A text of this share of the longest is as whole as it: the rest is a site's frame. */
const wholeShareMin = 0.8;
const clearlyEarlierMs = 24 * 3_600_000;

function earliest(candidates: readonly OriginCandidate[]): OriginCandidate {
  return candidates.reduce((best, candidate) => (comesBefore(candidate, best) ? candidate : best));
}

function comesBefore(a: OriginCandidate, b: OriginCandidate): boolean {
  if (a.published !== null && b.published !== null && a.published !== b.published) return a.published < b.published;
  return a.received < b.received || (a.received === b.received && a.text < b.text);
}
