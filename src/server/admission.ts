import type { OpenIdPerson } from '../fetch/openid.ts';
import { type Role, roles, type User } from '../records.ts';
import type { Store } from '../store/store.ts';
import { folding, newUser, roleOf, signInNameOf } from './users.ts';

/** What a desk makes of people whom its OpenID provider vouches for. */
export interface AdmissionRules {
  /** Role of somebody who was never here; null: an admin must have added them. */
  readonly newRole: Role | null;
  /** Role of the members of a group. With any, the groups decide at every sign-in, and who is in none stays out. */
  readonly groupRoles: ReadonlyMap<string, Role>;
}

/** Why somebody whom the provider knows does not come in. */
export type Turned = 'unknown' | 'no-group' | 'disabled';

/**
 * The user that a person is: by what the provider calls them; else, once, whoever an admin added with that e-mail address and
 * who is not tied to a provider yet; else somebody new, if the rules take new people. Only an address that the provider says is
 * theirs counts: others could be anybody's.
 */
export async function admitted(
  person: OpenIdPerson,
  { newRole, groupRoles }: AdmissionRules,
  store: Pick<Store, 'findUser' | 'listUsers' | 'getUser' | 'saveUser' | 'changeUser'>,
  now: string,
): Promise<User | Turned> {
  const byGroup = highest(person.groups.map((group) => groupRoles.get(group)));
  if (groupRoles.size > 0 && byGroup === null) return 'no-group';
  const identity = { issuer: person.issuer, subject: person.subject };
  const known = (await store.findUser(identity)) ?? (await tied(person, store));
  if (known !== null) {
    if (known.disabled !== null) return 'disabled';
    if (byGroup === null || byGroup === known.role) return known;
    // The last admin stays one, or nobody could let people in any more.
    await store.changeUser(known.id, { role: byGroup });
    return (await store.getUser(known.id)) ?? 'unknown';
  }
  const role = byGroup ?? newRole;
  if (role === null) return 'unknown';
  const asked = { name: person.name ?? '', email: person.verifiedEmail, role, password: null, identity };
  for (const signInName of namesFor(person)) {
    const user = await newUser({ ...asked, signInName }, now);
    if ((await store.saveUser(user)) === 'saved') return user;
    // Signed in twice at one time: the other sign-in made them.
    const made = await store.findUser(identity);
    if (made !== null) return made.disabled === null ? made : 'disabled';
  }
  return 'unknown';
}

/** `night-desk=analyst, desk-admins=admin` as a table; fails, in words, for a role that there is not. */
export function groupRolesOf(setting: string): ReadonlyMap<string, Role> {
  const pairs = setting
    .split(',')
    .map((pair) => pair.trim())
    .filter((pair) => pair !== '');
  return new Map(
    pairs.map((pair) => {
      const at = pair.lastIndexOf('=');
      return [pair.slice(0, Math.max(at, 0)).trim(), roleOf(pair.slice(at + 1).trim())];
    }),
  );
}

async function tied(person: OpenIdPerson, store: Pick<Store, 'listUsers' | 'getUser' | 'changeUser'>) {
  const { verifiedEmail, issuer, subject } = person;
  if (verifiedEmail === null) return null;
  const email = folding(verifiedEmail);
  const waiting = (await store.listUsers()).filter(
    (user) => user.identity === null && user.email !== null && folding(user.email) === email,
  );
  // Two with one address: nobody can tell which of them came.
  if (waiting.length !== 1) return null;
  const [user] = waiting;
  if (user.disabled !== null) return user;
  const outcome = await store.changeUser(user.id, { identity: { issuer, subject } });
  return outcome === 'saved' ? store.getUser(user.id) : null;
}

function highest(found: readonly (Role | undefined)[]): Role | null {
  return roles.findLast((role) => found.includes(role)) ?? null;
}

/** Names to sign in with that would do, the likeliest first. */
function* namesFor({ preferredName, verifiedEmail, subject }: OpenIdPerson): Iterable<string> {
  const first = [preferredName, verifiedEmail, subject].map(usable).find((name) => name !== null) ?? 'user';
  yield first;
  for (let number = 2; number <= namesMax; number++) yield `${first.slice(0, nameRoom)}-${number}`;
}

function usable(name: string | null): string | null {
  if (name === null) return null;
  try {
    return signInNameOf(name);
  } catch {
    // Providers allow more in a name than we do: the next one may do.
    return null;
  }
}

const namesMax = 50;
const nameRoom = 58;
