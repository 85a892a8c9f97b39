import type { User } from '../records.ts';
import type { Html } from '../web/html.ts';
import { type MeView, mePage } from '../web/people.ts';
import { guessesByClient, networkOf } from './guesses.ts';
import { makeKey, scopesFor } from './keys.ts';
import { checkedId, type DeskRequest, deskAddress, notHere, type Redirect } from './route.ts';
import { checkedPassword } from './users.ts';

/** GET `/me`: what is one's own. */
export async function me(request: DeskRequest): Promise<Html | Redirect> {
  return request.tools.asking.user === null ? { to: '/people' } : meWith(request);
}

/** POST `/me/password`: `old` and `password`. Every other browser is signed out: whoever else knew it is out. */
export async function changePassword(request: DeskRequest): Promise<Html> {
  const { tools, own } = request;
  const user = userOf(request);
  const form = await request.form();
  const { people: words } = (await request.desk()).words;
  const network = networkOf(tools.asking.client);
  const at = Date.parse(tools.now());
  const right =
    !guesses.tooMany(`${user.id} ${network}`, at) &&
    (await own.signIn.checks.verify(form.secret('old'), user.password, true));
  if (!right) {
    guesses.wrong(`${user.id} ${network}`, at);
    return meWith(request, { fault: words.wrongOld });
  }
  const password = await checkedPassword(form.secret('password'), user.signInName, own.signIn.cost);
  await tools.whole.changeUser(user.id, { password });
  await tools.whole.endSessionsOf(user.id, tools.now(), tools.asking.session?.id);
  return meWith(request, { done: words.changed });
}

/** POST `/me/sessions/:id/end`: signs one of one's own browsers out. */
export async function endSession(request: DeskRequest): Promise<Redirect> {
  const { tools } = request;
  const id = checkedId(request.param('id'));
  const own = await tools.whole.listSessions(userOf(request).id);
  if (!own.some((one) => one.id === id)) throw notHere('There is nothing with this id');
  await tools.whole.endSession(id, tools.now());
  return { to: '/me' };
}

/** POST `/me/sessions/end`: signs all others of one's own browsers out. */
export async function endOtherSessions(request: DeskRequest): Promise<Html> {
  const { tools } = request;
  const count = await tools.whole.endSessionsOf(userOf(request).id, tools.now(), tools.asking.session?.id);
  return meWith(request, { done: (await request.desk()).words.people.signedOut(count) });
}

/** POST `/me/keys`: makes a key and shows it this once. */
export async function addKey(request: DeskRequest): Promise<Html> {
  const form = await request.form();
  const days = form.text('days');
  const asked = { name: form.text('name'), scopes: form.all('scopes'), days: days === '' ? null : Number(days) };
  const { key } = await makeKey(request.tools, userOf(request), asked);
  return meWith(request, { shown: { lines: [key], addresses: false } });
}

/** POST `/watches/:id/address`: makes a key for the feeds and the calendar of one watch, and shows the addresses with it. */
export async function watchAddress(request: DeskRequest): Promise<Html> {
  const { tools } = request;
  const id = checkedId(request.param('id'));
  const watch = (await tools.store.listWatches()).find((one) => one.id === id);
  if (watch === undefined) throw notHere('There is no watch with this id');
  const { people: words } = (await request.desk()).words;
  const asked = { name: words.feedOf(watch.name), scopes: ['feeds'], days: null, only: id };
  const { key } = await makeKey(tools, userOf(request), asked);
  const paths = [`/feeds/${id}.atom`, `/feeds/${id}.json`, `/calendar/${id}.ics`];
  const lines = paths.map((path) => `${deskAddress(request)}${path}?key=${key}`);
  return meWith(request, { shown: { lines, addresses: true } });
}

/** POST `/me/keys/:id/revoke`: a key of one's own opens nothing any more. */
export async function revokeOwnKey(request: DeskRequest): Promise<Redirect> {
  const { tools } = request;
  const key = (await tools.whole.listApiKeys(userOf(request).id)).find(({ id }) => id === request.param('id'));
  if (key === undefined) throw notHere('There is no key with this id');
  if (key.revoked === null) await tools.whole.saveApiKey({ ...key, revoked: tools.now() });
  return { to: '/me' };
}

/** Wrong present passwords, by user and network: whoever sits at an open browser does not guess it there. */
const guesses = guessesByClient();

function userOf({ tools }: DeskRequest): User {
  const { user } = tools.asking;
  if (user === null) throw notHere('There is no user with this id');
  return user;
}

async function meWith(
  request: DeskRequest,
  { fault = null, done = null, shown = null }: Partial<Pick<MeView, 'fault' | 'done' | 'shown'>> = {},
): Promise<Html> {
  const { whole, asking, now } = request.tools;
  const user = userOf(request);
  const [sessions, keys] = await Promise.all([whole.listSessions(user.id), whole.listApiKeys(user.id)]);
  return mePage(await request.desk(), {
    user,
    sessions: sessions.filter(({ ended, expires }) => ended === null && expires > now()),
    current: asking.session?.id ?? null,
    keys: keys.slice(0, keysShownMax).map((key) => ({ key, owner: null })),
    scopes: scopesFor(user),
    fault,
    done,
    shown,
  });
}

const keysShownMax = 200;
