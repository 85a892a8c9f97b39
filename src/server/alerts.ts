import type { AlertComment, Watch } from '../records.ts';
import type { StoredAlert } from '../store/store.ts';
import { recordId } from '../text/hash.ts';
import { alertPage } from '../web/alert.ts';
import { fewerPage } from '../web/fewer.ts';
import type { Html } from '../web/html.ts';
import { en, type Words } from '../web/words/en.ts';
import { recorded, watchesOf } from './acts.ts';
import { cookiesOf } from './cookies.ts';
import { narrowing } from './fewer.ts';
import { alertRow, createLookup } from './floor.ts';
import { badRequest, checkedId, type DeskRequest, notHere, type Redirect, type RequestTools } from './route.ts';
import { cookie } from './settings.ts';
import { checkMayChange } from './viewing.ts';

/** GET `/alerts/:id`: one alert with what people said of it. */
export async function alert(request: DeskRequest): Promise<Html> {
  const stored = await savedAlert(request.tools, request.param('id'));
  const { store } = request.tools;
  const labels = await store.alertLabels();
  return alertPage(await request.desk(), {
    stored,
    row: await alertRow(stored, createLookup(store)),
    own: request.tools.asking.user?.name ?? nameIn(cookiesOf(request.raw).get('name') ?? ''),
    people: [...new Set([...(await namesOfUsers(request.tools)), ...labels.assignees.map(({ name }) => name)])],
    tags: labels.tags.map(({ name }) => name),
  });
}

/** POST `/alerts/:id/assign`: gives it to a person; an empty name gives it back. */
export async function assignAlert(request: DeskRequest): Promise<Redirect> {
  const stored = await savedAlert(request.tools, request.param('id'));
  const form = await request.form();
  const { words } = await request.desk();
  const act = await assign(request.tools, words, [stored], form.text('assignee'));
  return { to: form.text('back') || `/alerts/${stored.alert.id}`, act };
}

/** POST `/alerts/:id/tags`: adds a tag, or takes it off when `off` is set. */
export async function tagAlert(request: DeskRequest): Promise<Redirect> {
  const stored = await savedAlert(request.tools, request.param('id'));
  const form = await request.form();
  const { words } = await request.desk();
  const act = await tag(request.tools, words, [stored], form.text('tag'), form.text('off') === '');
  return { to: form.text('back') || `/alerts/${stored.alert.id}`, act };
}

/** POST `/alerts/:id/comments`: says something; the name is kept in this browser for the next time. */
export async function commentAlert(request: DeskRequest): Promise<Redirect> {
  const stored = await savedAlert(request.tools, request.param('id'));
  const form = await request.form();
  const { words } = await request.desk();
  const by = form.text('by');
  const { act } = await comment(request.tools, words, stored, by, form.text('text'));
  const to = form.text('back') || `/alerts/${stored.alert.id}`;
  if (request.tools.asking.user !== null) return { to, act };
  return { to, act, cookies: [cookie('name', encodeURIComponent(nameIn(by)))] };
}

/** GET `/alerts/:id/fewer`: changes of the watch that would not have told of this, each with its effect. */
export async function fewer(request: DeskRequest): Promise<Html> {
  const stored = await savedAlert(request.tools, request.param('id'));
  return fewerPage(await request.desk(), await narrowing(request.tools, stored));
}

/** POST `/alerts/:id/fewer`: takes one of them, named by what it adds. */
export async function takeFewer(request: DeskRequest): Promise<Redirect> {
  const stored = await savedAlert(request.tools, request.param('id'));
  const added = (await request.form()).text('added');
  const { words } = await request.desk();
  const { act, watch } = await narrow(request.tools, words, stored, added);
  return { to: `/?watch=${watch.id}`, act };
}

/** Gives alerts to a person, or back when the name is empty; gives the act that can be undone. */
export async function assign(
  tools: RequestTools,
  words: Words,
  alerts: readonly StoredAlert[],
  name: string,
): Promise<string> {
  const assignee = nameIn(name) || null;
  const ids = alerts.map((one) => one.alert.id);
  await tools.store.assignAlerts(ids, assignee, tools.asking.user?.name ?? null);
  const before = alerts.map((one) => [one.alert.id, one.notes.assignee, one.notes.assignedBy ?? null]);
  const summary = assignee === null ? words.alert.unassignedAct : words.alert.assignedAct(assignee);
  return recorded(
    { tools },
    'alert-assigned',
    summary,
    before,
    { ids, assignee },
    await watchesOfAlerts(tools, alerts),
  );
}

/** Puts a tag on alerts, or takes it off; undo touches only those that it changed. */
export async function tag(
  tools: RequestTools,
  words: Words,
  alerts: readonly StoredAlert[],
  text: string,
  on: boolean,
): Promise<string> {
  const tagged = tagIn(text);
  if (tagged === '') throw badRequest('A tag has letters or digits', 'Write a word, such as “harbour”.');
  const ids = alerts.filter((one) => one.notes.tags.includes(tagged) !== on).map((one) => one.alert.id);
  await tools.store.tagAlerts(ids, tagged, on);
  const summary = on ? words.alert.taggedAct(tagged) : words.alert.untaggedAct(tagged);
  const [before, after] = [!on, on].map((then) => ({ ids, tag: tagged, on: then }));
  return recorded({ tools }, 'alert-tagged', summary, before, after, await watchesOfAlerts(tools, alerts));
}

/** Says something of an alert: under the user's name, or, on a desk without users, under the one that is given. */
export async function comment(
  tools: RequestTools,
  words: Words,
  stored: StoredAlert,
  name: string,
  text: string,
): Promise<{ act: string; comment: AlertComment }> {
  const { id } = stored.alert;
  const { user } = tools.asking;
  const by = user?.name ?? nameIn(name);
  const said = text.trim().replaceAll('\r\n', '\n').slice(0, commentCharactersMax);
  if (by === '' || said === '') throw badRequest('A comment needs words and a name', 'Write both.');
  const at = tools.now();
  const signed = user === null ? {} : { userId: user.id };
  const one: AlertComment = { id: recordId('comment', id, at, by, said), at, by, text: said, ...signed };
  await tools.store.commentAlert(id, one);
  const about = await watchesOfAlerts(tools, [stored]);
  const act = await recorded({ tools }, 'alert-commented', words.alert.commentedAct, { comment: one.id }, one, about);
  return { act, comment: one };
}

/** Changes the watch of an alert by one of the proposals, found anew so that only such a change is made here. */
export async function narrow(
  tools: RequestTools,
  words: Words,
  stored: StoredAlert,
  added: string,
): Promise<{ act: string; watch: Watch }> {
  const { watch, proposals } = await narrowing(tools, stored);
  checkMayChange(tools, watch);
  const taken = proposals.find((one) => one.added === added);
  if (taken === undefined) {
    throw badRequest('This change is no longer proposed', 'Open “Fewer like this” again: the watch may have changed.');
  }
  const changed = { ...watch, query: taken.query };
  await tools.store.saveWatch(changed);
  const before = { id: watch.id, watch };
  const act = await recorded({ tools }, 'watch-changed', words.fewer.taken(watch.name), before, changed, [watch]);
  return { act, watch: changed };
}

/** An alert by its id, or a failure that says that there is none. */
export async function savedAlert({ store }: Pick<RequestTools, 'store'>, id: string): Promise<StoredAlert> {
  const stored = await store.getAlert(checkedId(id));
  if (stored === null) throw notHere('There is no alert with this id');
  return stored;
}

function watchesOfAlerts(tools: RequestTools, alerts: readonly StoredAlert[]): Promise<Watch[]> {
  return watchesOf(
    tools,
    alerts.map(({ alert }) => alert.watchId),
  );
}

/** Who an alert may be given to by name. */
async function namesOfUsers({ asking, whole }: RequestTools): Promise<string[]> {
  if (!asking.people) return [];
  return (await whole.listUsers()).filter(({ disabled }) => disabled === null).map(({ name }) => name);
}

/** The texts of acts that programs do: they have no language of their own. */
export const apiWords: Words = en;

const commentCharactersMax = 2_000;
const nameCharactersMax = 60;
const tagCharactersMax = 40;

function nameIn(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim().slice(0, nameCharactersMax).trim();
}

/** Folded, so that one tag is not two; the sign that people put before it is not part of it. */
function tagIn(text: string): string {
  const plain = text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim().replace(/^#+ ?/, '');
  return plain.slice(0, tagCharactersMax).trim();
}
