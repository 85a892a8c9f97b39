import type { User, Watch } from '../records.ts';
import { privateTo } from '../store/people-rows.ts';
import type { Act, Store, StoredDevelopment } from '../store/store.ts';
import { mayHere } from './asking.ts';
import { notAllowed, notHere, type RequestTools } from './route.ts';

/**
 * The store as one user sees it: private watches of others, their alerts, acts and messages are not there, whoever asks and
 * however. All handlers of a desk with users work on this, so that none can forget it.
 */
export function storeFor(store: Store, user: Pick<User, 'id'>): Store {
  const kept = views.get(store) ?? new Map<string, Store>();
  views.set(store, kept);
  const known = kept.get(user.id);
  if (known !== undefined) return known;
  // One for each user, since jobs that go on are kept by their store. There are never many users; a bound all the same.
  if (kept.size >= viewsMax) kept.clear();
  const view = viewOf(store, user.id);
  kept.set(user.id, view);
  return view;
}

/** True for a watch that a user may see. */
function maySee(watch: Pick<Watch, 'owner' | 'private'>, userId: string): boolean {
  return privateTo(watch) === null || watch.owner === userId;
}

/** Fails where a watch is not for whoever asks to change: a shared one is its owner's and the editors'. */
export function checkMayChange({ asking }: Pick<RequestTools, 'asking'>, { owner }: Pick<Watch, 'owner'>): void {
  const own = owner != null && owner === asking.user?.id;
  if (own || mayHere(asking, 'editor')) return;
  throw notAllowed('This watch is somebody else’s', 'Ask them or an editor, or make one of your own.');
}

/**
 * The one user who may see it, or null for all, by the id of each watch. Read anew when a watch was saved or removed, by this
 * process or another: the mark rises in the same transaction.
 */
async function privateOwners(store: Store): Promise<ReadonlyMap<string, string | null>> {
  const { watches: mark } = await store.changeMarks();
  const known = ownersKept.get(store);
  if (known?.mark === mark) return known.owners;
  const owners = new Map((await store.listWatches()).map((watch) => [watch.id, privateTo(watch)]));
  ownersKept.set(store, { mark, owners });
  return owners;
}

const ownersKept = new WeakMap<Store, { readonly mark: number; readonly owners: ReadonlyMap<string, string | null> }>();
const views = new WeakMap<Store, Map<string, Store>>();
const viewsMax = 10_000;
/** Acts and messages looked through for those that one user may see. */
const lookedAtMax = 2_000;

function viewOf(store: Store, userId: string): Store {
  const seen = async (): Promise<{ has(id: string): boolean }> => {
    const owners = await privateOwners(store);
    return { has: (id) => owners.has(id) && (owners.get(id) ?? userId) === userId };
  };
  const alertsSeen = async (ids: readonly string[]): Promise<string[]> => {
    const watches = await seen();
    const found = await Promise.all(ids.map((id) => store.getAlert(id)));
    return found.flatMap((one) => (one !== null && watches.has(one.alert.watchId) ? [one.alert.id] : []));
  };
  const onlySeen = async (developments: readonly StoredDevelopment[]): Promise<StoredDevelopment[]> => {
    const watches = await seen();
    return developments.map((one) => ({ ...one, watchIds: one.watchIds.filter((id) => watches.has(id)) }));
  };
  /** Saving or removing a watch by its id must not reach one that is not there for this user. */
  const checked = async (id: string) => {
    const there = (await store.listWatches()).find((one) => one.id === id);
    if (there !== undefined && !maySee(there, userId)) throw notHere('There is no watch with this id');
  };
  const view: Store = {
    ...store,
    listWatches: async () => (await store.listWatches()).filter((one) => maySee(one, userId)),
    async saveWatch(watch) {
      await checked(watch.id);
      await store.saveWatch(watch);
    },
    async removeWatch(id) {
      await checked(id);
      await store.removeWatch(id);
    },
    async watchCounts() {
      const [counts, watches] = await Promise.all([store.watchCounts(), seen()]);
      return counts.filter(({ watchId }) => watches.has(watchId));
    },
    listAlerts: (request) => store.listAlerts({ ...request, viewer: userId }),
    async getAlert(id) {
      const found = await store.getAlert(id);
      return found !== null && (await seen()).has(found.alert.watchId) ? found : null;
    },
    setAlertState: async (ids, state) => store.setAlertState(await alertsSeen(ids), state),
    assignAlerts: async (ids, assignee, by) => store.assignAlerts(await alertsSeen(ids), assignee, by),
    tagAlerts: async (ids, tag, on) => store.tagAlerts(await alertsSeen(ids), tag, on),
    async commentAlert(alertId, comment) {
      for (const id of await alertsSeen([alertId])) await store.commentAlert(id, comment);
    },
    alertLabels: () => store.alertLabels(userId),
    async listDevelopments(request) {
      const { watchId } = request;
      if (watchId !== null && !(await seen()).has(watchId)) return [];
      return onlySeen(await store.listDevelopments(request));
    },
    async listEvents(from, to, open, limit, comingOnly, toldBy) {
      if (toldBy != null && !(await seen()).has(toldBy)) return [];
      return store.listEvents(from, to, open, limit, comingOnly, toldBy);
    },
    async getStory(id, parts) {
      const story = await store.getStory(id, parts);
      return story === null ? null : { ...story, developments: await onlySeen(story.developments) };
    },
    async getDelivery(id) {
      const found = await store.getDelivery(id);
      return found !== null && (await alertsSeen([found.alertId])).length > 0 ? found : null;
    },
    async failedDeliveries(limit) {
      const all = await store.failedDeliveries(Math.max(limit, lookedAtMax));
      const alerts = new Set(await alertsSeen([...new Set(all.map(({ alertId }) => alertId))]));
      return all.filter(({ alertId }) => alerts.has(alertId)).slice(0, limit);
    },
    async listActs(limit) {
      const mine = (act: Act) => act.privateTo == null || act.privateTo === userId;
      return (await store.listActs(Math.max(limit, lookedAtMax))).filter(mine).slice(0, limit);
    },
    async counts() {
      const [counts, watches] = await Promise.all([store.counts(), view.watchCounts()]);
      return { ...counts, watches: watches.length, alerts: watches.reduce((sum, { total }) => sum + total, 0) };
    },
  };
  return view;
}
