import { type AlertState, alertStates, type Placement, type Source, type Story, type Watch } from '../records.ts';
import type { Act } from '../store/store.ts';
import { recordId } from '../text/hash.ts';
import { badRequest, checkedId, type DeskRequest, notHere, type Redirect } from './route.ts';

/** POST `/alerts`: keeps, dismisses or puts back the alerts named by `id`. */
export async function setAlerts(request: DeskRequest): Promise<Redirect> {
  const form = await request.form();
  const ids = form.all('id').map(checkedId);
  const state = stateIn(form.text('state'));
  const from = stateIn(form.text('from') || 'new');
  if (ids.length === 0) throw badRequest('No alert was named', 'Go back to the floor and press a button on a row.');
  if (state === null || from === null)
    throw badRequest('This is no state of an alert', `Use one of ${alertStates.join(', ')}.`);
  await request.tools.store.setAlertState(ids, state);
  const { words } = await request.desk();
  const act = await recorded(
    request,
    'alerts',
    words.floor.actDone(ids.length, state),
    { ids, state: from },
    { ids, state },
  );
  return { to: form.text('back') || '/', act };
}

/** POST `/acts/:id/undo`: puts back what was before. Undoing twice does nothing more. */
export async function undo(request: DeskRequest): Promise<Redirect> {
  const id = checkedId(request.param('id'));
  const { store, worker } = request.tools;
  const act = (await store.listActs(actsMax)).find((one) => one.id === id);
  if (act === undefined) throw notHere('This can no longer be undone');
  const form = await request.form();
  const to = form.text('back') || '/';
  if (act.undone) return { to };
  const before: unknown = JSON.parse(act.before);
  switch (act.what) {
    case 'alerts': {
      const { ids, state } = before as { ids: string[]; state: AlertState };
      await store.setAlertState(ids, state);
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
    case 'sample-removed':
      if (worker?.loadSample === undefined) throw notHere('The sample archive cannot be loaded by this process');
      await worker.loadSample();
      break;
  }
  await store.markUndone(id);
  return { to };
}

/** Writes down something a person did, with what undo puts back; gives its id. */
export async function recorded(
  request: DeskRequest,
  what: Act['what'],
  summary: string,
  before: unknown,
  after: unknown,
): Promise<string> {
  const at = request.tools.now();
  const texts = { before: JSON.stringify(before), after: JSON.stringify(after) };
  const id = recordId('act', at, what, texts.before, texts.after);
  await request.tools.store.recordAct({ id, at, what, summary, ...texts, undone: false });
  return id;
}

const actsMax = 200;

function stateIn(text: string): AlertState | null {
  return alertStates.find((state) => state === text) ?? null;
}
