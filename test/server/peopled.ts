import { type ApiKey, type Role, roles, type Scope, scopes, type User } from '../../src/records.ts';
import { newApiKey, newSession, sessionLimits } from '../../src/server/asking.ts';
import { hashPassword } from '../../src/server/passwords.ts';
import type { Store } from '../../src/store/store.ts';
import { now } from '../desk/archive.ts';
import { madeUser } from '../made.ts';
import { cheapCost, openDesk, type TestDesk } from './desk.ts';

/** A desk with a user of every role, whose password is `a long password of ROLE`. */
export interface PeopledDesk extends TestDesk {
  readonly users: Readonly<Record<Role, User>>;
  /** Headers of a browser that somebody is signed in with, each time another. */
  session(user: User): Promise<Record<string, string>>;
  /** Headers of a program with a new key. */
  key(user: User, scopes?: readonly Scope[], change?: Partial<ApiKey>): Promise<Record<string, string>>;
}

export async function openPeopledDesk(options: Parameters<typeof openDesk>[0] = {}): Promise<PeopledDesk> {
  const desk = await openDesk(options);
  const users = {} as Record<Role, User>;
  for (const role of roles.toReversed()) users[role] = await addUser(desk.store, role, role);
  return {
    ...desk,
    users,
    session: (user) => sessionOf(desk.store, user),
    async key(user, some = scopes, change = {}) {
      const { record, key } = newApiKey(user, { name: 'test', scopes: some, expires: null }, now);
      await desk.store.saveApiKey({ ...record, ...change });
      return { authorization: `Bearer ${key}` };
    },
  };
}

export async function addUser(store: Store, signInName: string, role: Role): Promise<User> {
  const password = await hashPassword(passwordOf(signInName), cheapCost);
  const user = madeUser(signInName, { role, password });
  if ((await store.saveUser(user)) !== 'saved') throw new Error('not saved');
  return user;
}

export function passwordOf(signInName: string): string {
  return `a long password of ${signInName}`;
}

async function sessionOf(store: Store, user: User): Promise<Record<string, string>> {
  const made = { by: 'password', client: '', device: 'none', now, limits: sessionLimits } as const;
  const { session, token } = newSession(user, made);
  await store.addSession(session);
  return { cookie: `watchfloor=${token}` };
}

/** Every cookie of an answer, as a browser sends it back. */
export function cookiesGiven(answer: Response): Record<string, string> {
  return {
    cookie: answer.headers
      .getSetCookie()
      .map((one) => one.split(';')[0])
      .join('; '),
  };
}

/** What a browser sends to sign in, and from where. */
export function signIn(
  desk: Pick<TestDesk, 'app'>,
  fields: { name: string; password: string; next?: string },
  { client = '192.0.2.1', ...headers }: Record<string, string> = {},
): Promise<Response> {
  return Promise.resolve(
    desk.app.request(
      'http://127.0.0.1:7311/sign-in',
      {
        method: 'POST',
        body: new URLSearchParams(fields),
        headers: { host: '127.0.0.1:7311', accept: 'text/html', 'sec-fetch-site': 'same-origin', ...headers },
      },
      { incoming: { socket: { remoteAddress: client } } },
    ),
  );
}
