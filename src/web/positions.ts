import type { CalendarValue, Development } from '../records.ts';
import type { StoredEvent } from '../store/store.ts';

/** Where an announced date stood before it moved: the words for it, and its interval when the event is still known. */
export interface EarlierPosition {
  readonly summary: string;
  readonly eventId: string | null;
  readonly from: CalendarValue | null;
  readonly to: CalendarValue | null;
}

/**
 * The positions that some events have left, oldest first: developments of the kind `date` name the event that moved and, as
 * evidence of what it replaces, the words of the earlier one, which lead back to its event.
 */
export function earlierPositions(
  eventIds: ReadonlySet<string>,
  developments: readonly Development[],
  events: readonly StoredEvent[],
): EarlierPosition[] {
  return developments
    .filter((one) => one.kind === 'date' && one.eventId !== null && eventIds.has(one.eventId))
    .sort((a, b) => a.at.localeCompare(b.at))
    .flatMap(({ replaces }) => {
      if (replaces === null) return [];
      const [evidence] = replaces.evidence;
      const before = events.find(
        ({ article, event }) =>
          evidence !== undefined &&
          article.id === evidence.articleId &&
          event.expression.some((span) => evidence.spans.some((other) => span[0] < other[1] && other[0] < span[1])),
      )?.event;
      return [
        {
          summary: replaces.summary,
          eventId: before?.id ?? null,
          from: before?.from ?? null,
          to: before?.to ?? null,
        },
      ];
    });
}
