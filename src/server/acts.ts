import type { Channel } from '../deliver/channel.ts';
import {
  type AlertState,
  alertStates,
  type Placement,
  type Role,
  type Source,
  type Story,
  type Watch,
} from '../records.ts';
import { privateTo } from '../store/people-rows.ts';
import type { Act } from '../store/store.ts';
import { recordId } from '../text/hash.ts';
import type { Words } from '../web/words/en.ts';
import { mayHere } from './asking.ts';
import { bringBackChannel, dropChannel } from './channels.ts';
import { writeOwner } from './owners.ts';
import {
  badRequest,
  checkedId,
  type DeskRequest,
  notAllowed,
  notHere,
  type Redirect,
  type RequestTools,
} from './route.ts';

/** POST `/alerts`: keeps, dismisses or puts back the alerts named by `id`. */
export async function setAlerts(request: DeskRequest): Promise<Redirect> {
  const form = await request.form();
  const ids = form.all('id').map(checkedId);
  const state = alertStates.find((one) => one === form.text('state'));
  if (ids.length === 0) throw badRequest('No alert was named', 'Go back to the floor and press a button on a row.');
  if (state === undefined) throw badRequest('This is no state of an alert', `Use one of ${alertStates.join(', ')}.`);
  const { words } = await request.desk();
  return { to: form.text('back') || '/', act: await changeStates(request.tools, words, ids, state) };
}

/** Puts alerts into a state; gives the act whose undoing puts each back into its own. */
export async function changeStates(
  tools: RequestTools,
  words: Words,
  ids: readonly string[],
  state: AlertState,
): Promise<string> {
  const before = new Map<AlertState, string[]>();
  const watchIds: string[] = [];
  for (const id of new Set(ids)) {
    const alert = await tools.store.getAlert(id);
    if (alert === null) continue;
    before.set(alert.state, [...(before.get(alert.state) ?? []), id]);
    watchIds.push(alert.alert.watchId);
  }
  await tools.store.setAlertState(ids, state);
  const states = [...before].map(([was, theirs]) => ({ ids: theirs, state: was }));
  return recorded(
    { tools },
    'alerts',
    words.floor.actDone(ids.length, state),
    states,
    { ids, state },
    await watchesOf(tools, watchIds),
  );
}

/** POST `/acts/:id/undo`: puts back what was before. Undoing twice does nothing more. */
export async function undo(request: DeskRequest): Promise<Redirect> {
  const act = await undoAct(request.tools, checkedId(request.param('id')));
  // The story that an article was split off into is gone: the way back leads to the one it came from.
  const [story] = act.what === 'story-split' ? (JSON.parse(act.before) as { stories: Story[] }).stories : [];
  return { to: story === undefined ? (await request.form()).text('back') || '/' : `/stories/${story.id}` };
}

/** Puts back what was before an act, and gives the act; nothing more when that was done already. */
export async function undoAct(tools: RequestTools, id: string): Promise<Act> {
  const { store, whole, worker } = tools;
  const act = (await store.listActs(actsMax)).find((one) => one.id === id);
  if (act === undefined) throw notHere('This can no longer be undone');
  if (!mayUndo(tools, act)) throw notAllowed('This is for whoever did it to undo', 'Ask them, or an editor.');
  if (act.undone) return act;
  const before: unknown = JSON.parse(act.before);
  switch (act.what) {
    case 'alerts': {
      // Acts of older desks hold one state for all.
      const states = [before].flat() as { ids: string[]; state: AlertState }[];
      for (const { ids, state } of states) await store.setAlertState(ids, state);
      break;
    }
    case 'alert-assigned':
      for (const [alertId, assignee, by] of before as [string, string | null, string | null | undefined][]) {
        await store.assignAlerts([alertId], assignee, by);
      }
      break;
    case 'alert-tagged': {
      const { ids, tag, on } = before as { ids: string[]; tag: string; on: boolean };
      await store.tagAlerts(ids, tag, on);
      break;
    }
    case 'alert-commented':
      await store.removeComment((before as { comment: string }).comment);
      break;
    case 'channel-added':
      await dropChannel(whole, (before as { name: string }).name);
      break;
    case 'channel-removed': {
      const { channel, watches } = before as { channel: Channel; watches: string[] };
      await bringBackChannel(whole, channel, watches);
      break;
    }
    case 'watch-removed':
    case 'watch-changed': {
      const { id: watchId, watch } = before as { id: string; watch: Watch | null };
      if (watch === null) await store.removeWatch(watchId);
      else await store.saveWatch(watch);
      break;
    }
    case 'source-added':
      await store.removeSource((before as { id: string }).id);
      break;
    case 'source-removed':
      await store.addSource(before as Source);
      break;
    case 'source-changed': {
      const { id: sourceId, title, owner, paused } = before as Source;
      await store.updateSource(sourceId, { title, owner, paused });
      break;
    }
    case 'story-merged':
    case 'story-split':
    case 'not-a-copy': {
      const { placements, stories } = before as { placements: Placement[]; stories: Story[] };
      await store.savePlacements(placements, stories);
      break;
    }
    case 'owners-changed': {
      const { name, hosts } = before as { name: string; hosts: string[] | null };
      await writeOwner(store, name, hosts);
      break;
    }
    case 'sample-removed':
      if (worker?.loadSample === undefined) throw notHere('The sample archive cannot be loaded by this process');
      await worker.loadSample();
      break;
  }
  await store.markUndone(id);
  return act;
}

/** True for one's own acts and for editors; what takes more to do takes as much to undo. */
export function mayUndo({ asking }: Pick<RequestTools, 'asking'>, { by, what }: Pick<Act, 'by' | 'what'>): boolean {
  const own = by != null && by.id === asking.user?.id;
  return mayHere(asking, undoNeeds[what] ?? 'analyst') && (own || mayHere(asking, 'editor'));
}

const undoNeeds: Partial<Record<Act['what'], Role>> = {
  'channel-added': 'admin',
  'channel-removed': 'admin',
  'source-added': 'editor',
  'source-changed': 'editor',
  'source-removed': 'editor',
  'sample-removed': 'editor',
  'owners-changed': 'editor',
};

/**
 * Writes down something a person did, with what undo puts back; gives its id. `about` are the watches that it is about: an act
 * about a private one is for its owner's eyes alone.
 */
export async function recorded(
  { tools }: Pick<DeskRequest, 'tools'>,
  what: Act['what'],
  summary: string,
  before: unknown,
  after: unknown,
  about: readonly Pick<Watch, 'owner' | 'private'>[] = [],
): Promise<string> {
  const at = tools.now();
  const { user } = tools.asking;
  const texts = { before: JSON.stringify(before), after: JSON.stringify(after) };
  const id = recordId('act', at, what, texts.before, texts.after);
  const owner = about.map(privateTo).find((one) => one !== null) ?? null;
  const names = user === null ? {} : { by: { id: user.id, name: user.name }, privateTo: owner };
  await tools.store.recordAct({ id, at, what, summary, ...texts, undone: false, ...names });
  return id;
}

/** The watches of these ids, as far as they are there. */
export async function watchesOf({ store }: Pick<RequestTools, 'store'>, ids: readonly string[]): Promise<Watch[]> {
  return (await store.listWatches()).filter((one) => ids.includes(one.id));
}

const actsMax = 200;
