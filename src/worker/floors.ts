import type { Alert, Development, Watch } from '../records.ts';
import type { Store } from '../store/store.ts';
import { toldBy } from '../watches/watches.ts';

/** What was held back while a story had too few accounts is told at once, so many of it at most. */
const heldBackMax = 5;

/**
 * The alerts of one article, with what a floor of independent accounts held back: a watch that was never told of a story yet is
 * told of its developments so far as well, weightiest first. None where there is nothing of the kinds that it asks for.
 */
export async function withHeldBack(
  alerts: readonly Alert[],
  developments: readonly Development[],
  watchOf: (id: string) => Watch | undefined,
  store: Pick<Store, 'getStory' | 'listAlerts'>,
): Promise<readonly Alert[]> {
  const whole: Alert[] = [];
  for (const alert of alerts) {
    const { watchId, storyId, developmentIds } = alert;
    const watch = watchOf(watchId);
    const before =
      watch === undefined ? [] : await store.listAlerts({ watchId, storyId, state: null, before: null, limit: 2 });
    const isFirst = watch !== undefined && !before.some((one) => one.alert.id !== alert.id);
    const stored = isFirst ? await store.getStory(storyId) : null;
    if (watch === undefined || stored === null) {
      // Without developments it told of a floor that is reached: of a story told before, once more after its count went down.
      if (developmentIds.length > 0) whole.push(alert);
      continue;
    }
    const unbound = { ...watch, independentMin: 0 };
    const known = stored.developments.map(({ development }) => development);
    const held = toldBy(
      unbound,
      stored.story,
      known.filter(({ id }) => !developmentIds.includes(id)),
    );
    const own = developments.filter(({ id }) => developmentIds.includes(id));
    const told = toldBy(unbound, stored.story, [...own, ...held.slice(0, heldBackMax)]);
    if (told.length > 0) whole.push({ ...alert, developmentIds: told.map(({ id }) => id), summary: told[0].summary });
  }
  return whole;
}
