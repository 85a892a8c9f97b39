import { type ApiKey, type Scope, scopes, type User } from '../records.ts';
import { mayAct, newApiKey } from './asking.ts';
import { badRequest, type RequestTools } from './route.ts';

/** Makes a key for a user and gives what is shown of it once. Fails, in words, where it may not be. */
export async function makeKey(
  { whole, now }: Pick<RequestTools, 'whole' | 'now'>,
  user: User,
  asked: { name: string; scopes: readonly string[]; days: number | null; only?: string | null },
): Promise<{ key: string; record: ApiKey }> {
  const name = asked.name
    .normalize('NFC')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, nameCharactersMax);
  const wanted = scopes.filter((scope) => asked.scopes.includes(scope));
  if (name === '' || wanted.length === 0)
    throw badRequest('A key needs a name and a scope', 'Write what it is for, and tick what it may do.');
  if (!wanted.every((scope) => scopesFor(user).includes(scope)))
    throw badRequest('You may not give a key this scope', `One of ${scopesFor(user).join(', ')}.`);
  if (asked.days !== null && !(Number.isInteger(asked.days) && asked.days >= 1 && asked.days <= keyDaysMax))
    throw badRequest(
      'A key needs a number of days, or none',
      `Write a number from 1 to ${keyDaysMax}, or leave it out.`,
    );
  const live = (await whole.listApiKeys(user.id)).filter(({ revoked }) => revoked === null);
  if (live.length >= keysPerUserMax) throw badRequest('These are too many keys', 'Revoke some that are not used.');
  const at = now();
  const expires = asked.days === null ? null : new Date(Date.parse(at) + asked.days * 86_400_000).toISOString();
  const made = newApiKey(user, { name, scopes: wanted, expires, only: asked.only ?? null }, at);
  await whole.saveApiKey(made.record);
  return made;
}

/** What keys of a user may do at most: what they may do themselves. */
export function scopesFor(user: Pick<User, 'role'>): Scope[] {
  const roleFor = { read: 'reader', feeds: 'reader', write: 'analyst', admin: 'admin' } as const;
  return scopes.filter((scope) => mayAct(user, roleFor[scope]));
}

const keyDaysMax = 3_650;
const keysPerUserMax = 100;
const nameCharactersMax = 60;
