import type { User } from '../records.ts';
import { auditPage } from '../web/audit.ts';
import type { Html } from '../web/html.ts';
import { type PeopleView, type Person, peoplePage } from '../web/people.ts';
import { checkedId, type DeskRequest, notHere, type Redirect } from './route.ts';
import { openSession } from './sign-in.ts';
import { checkedPassword, checkSaved, emailOf, nameOf, newUser, roleOf } from './users.ts';

/** GET `/people`. */
export async function people(request: DeskRequest): Promise<Html> {
  return peopleWith(request);
}

/** POST `/people`: lets somebody in. Whoever adds the first user is signed in as that one, since from then on one has to be. */
export async function addPerson(request: DeskRequest): Promise<Html | Redirect> {
  const { tools, own } = request;
  const form = await request.form();
  const asked = {
    name: form.text('name'),
    signInName: form.text('signInName'),
    email: form.text('email'),
    role: roleOf(form.text('role')),
    // Who comes from the provider needs none.
    password: form.secret('password') || (passwordless(request) ? null : ''),
  };
  const user = await newUser(asked, tools.now(), own.signIn.cost);
  checkSaved(await tools.whole.saveUser(user));
  if (!tools.asking.people) return { to: '/people', cookies: await openSession(request, user, 'password') };
  return peopleWith(request, { done: (await request.desk()).words.people.added(user.name) });
}

/** The first user signs in here, whoever else comes from the provider. */
function passwordless({ tools, own }: DeskRequest): boolean {
  return own.signIn.openId !== null && tools.asking.people;
}

/** POST `/people/:id`: name, e-mail and role. */
export async function changePerson(request: DeskRequest): Promise<Html> {
  const user = await personOf(request);
  const form = await request.form();
  const change = {
    name: nameOf(form.text('name')) || user.name,
    email: emailOf(form.text('email')),
    role: roleOf(form.text('role')),
  };
  await changed(request, user, change);
  return peopleWith(request, { done: (await request.desk()).words.people.saved(change.name) });
}

/** POST `/people/:id/disable`: shuts out, with every browser and stream, or lets in again. */
export async function disablePerson(request: DeskRequest): Promise<Redirect> {
  const { tools } = request;
  const user = await personOf(request);
  await changed(request, user, { disabled: user.disabled === null ? tools.now() : null });
  if (user.disabled === null) await tools.whole.endSessionsOf(user.id, tools.now());
  return { to: '/people' };
}

/** POST `/people/:id/password`: sets a password for somebody, and signs them out everywhere. */
export async function setPassword(request: DeskRequest): Promise<Html> {
  const { tools, own } = request;
  const user = await personOf(request);
  const form = await request.form();
  await changed(request, user, {
    password: await checkedPassword(form.secret('password'), user.signInName, own.signIn.cost),
  });
  await tools.whole.endSessionsOf(user.id, tools.now());
  return peopleWith(request, { done: (await request.desk()).words.people.saved(user.name) });
}

/** POST `/people/:id/sign-out`: ends every session of somebody. */
export async function signOutPerson(request: DeskRequest): Promise<Html> {
  const user = await personOf(request);
  const count = await request.tools.whole.endSessionsOf(user.id, request.tools.now());
  return peopleWith(request, { done: (await request.desk()).words.people.signedOut(count) });
}

/** POST `/people/keys/:id/revoke`: a key of anybody opens nothing any more. */
export async function revokeKey(request: DeskRequest): Promise<Redirect> {
  const { whole, now } = request.tools;
  const key = (await whole.listApiKeys(null)).find(({ id }) => id === request.param('id'));
  if (key === undefined) throw notHere('There is no key with this id');
  if (key.revoked === null) await whole.saveApiKey({ ...key, revoked: now() });
  return { to: '/people' };
}

/** GET `/audit`: `user`, `cursor`. */
export async function audit(request: DeskRequest): Promise<Html> {
  const { whole, keeps } = request.tools;
  const asked = request.query('user');
  const userId = asked === null ? null : checkedId(asked);
  const { rows, next } = await whole.listAudit({ cursor: request.query('cursor'), limit: entriesShown, userId });
  return auditPage(await request.desk(), { entries: rows, next, days: keeps?.auditDays ?? null, userId });
}

const entriesShown = 100;
const keysShownMax = 200;

async function personOf({ tools, param }: DeskRequest): Promise<User> {
  const user = await tools.whole.getUser(checkedId(param('id')));
  if (user === null) throw notHere('There is no user with this id');
  return user;
}

async function changed({ tools }: DeskRequest, user: User, change: Partial<User>): Promise<void> {
  const outcome = await tools.whole.changeUser(user.id, change);
  if (outcome === 'unknown') throw notHere('There is no user with this id');
  checkSaved(outcome);
}

async function peopleWith(
  request: DeskRequest,
  { fault = null, done = null }: Partial<Pick<PeopleView, 'fault' | 'done'>> = {},
): Promise<Html> {
  const { whole } = request.tools;
  const [users, keys, watches] = await Promise.all([whole.listUsers(), whole.listApiKeys(null), whole.listWatches()]);
  const people: Person[] = [];
  for (const user of users) {
    const seen = (await whole.listSessions(user.id)).map((session) => session.seen).sort();
    const theirs = watches.filter(({ owner }) => owner === user.id);
    const own = theirs.filter((watch) => watch.private === true).length;
    people.push({ user, seen: seen.at(-1) ?? null, sharedWatches: theirs.length - own, privateWatches: own });
  }
  const nameOfUser = new Map(users.map(({ id, name }) => [id, name]));
  return peoplePage(await request.desk(), {
    people,
    keys: keys.slice(0, keysShownMax).map((key) => ({ key, owner: nameOfUser.get(key.userId) ?? null })),
    passwordless: passwordless(request),
    fault,
    done,
  });
}
