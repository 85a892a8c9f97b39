import { Failure } from '../failures.ts';
import type { AuditEntry, User } from '../records.ts';
import { newEntry } from '../server/auditing.ts';
import { checkedPassword, checkSaved, folding, newUser, roleOf } from '../server/users.ts';
import type { Store } from '../store/store.ts';
import { type Command, exitCodes, type Options, type Terminal, text, write, writeJson } from './command.ts';
import { dataOption, openStore, withStore } from './open.ts';
import { onOneLine } from './report.ts';
import { newPasswordFrom } from './typed.ts';

const json = { flag: '--json', help: 'print JSON even on a terminal' } as const;
const nameArgument = { name: '<name>', help: 'the name they sign in with' } as const;

export const userAddCommand: Command = {
  name: 'user add',
  summary:
    'Let somebody in. From the first user on, who must be an admin, everybody signs in. The password is typed, piped in, or read from WATCHFLOOR_NEW_PASSWORD_FILE.',
  arguments: [nameArgument],
  options: [
    dataOption,
    { flag: '--role <role>', help: 'reader, analyst, editor or admin (analyst; the first is admin)' },
    { flag: '--name <name>', help: 'the name that others see (the one to sign in with)' },
    { flag: '--email <address>', help: 'their e-mail' },
    { flag: '--no-password', help: 'set none: they sign in by OpenID alone' },
  ],
  examples: ['user add ida', 'user add osk --role editor --name "Osk Tarn"', 'user add mara < password.txt'],
  async run([signInName], options, terminal) {
    const password = options.password === false ? null : await newPasswordFrom(terminal);
    const { store } = await openStore(options, terminal, true);
    try {
      const given = text(options, 'role');
      const role = given === undefined ? ((await store.hasUsers()) ? 'analyst' : 'admin') : roleOf(given);
      const asked = {
        name: text(options, 'name') ?? '',
        signInName,
        email: text(options, 'email') ?? null,
        role,
        password,
      };
      const user = await newUser(asked, terminal.now().toISOString());
      checkSaved(await store.saveUser(user));
      await noted(store, terminal, 'user add', user, role);
      terminal.err.write(`${onOneLine(user.name)} may come in as ${role}\n`);
      return exitCodes.ok;
    } finally {
      await store.close();
    }
  },
};

export const userListCommand: Command = {
  name: 'user list',
  summary: 'List who may use the desk.',
  arguments: [],
  options: [dataOption, json],
  examples: ['user list'],
  run: (_, options, terminal) =>
    withStore(options, terminal, async (store) => {
      const watches = await store.listWatches();
      for (const user of await store.listUsers()) {
        // Of a password only whether there is one, of private watches only how many.
        const { password, ...shown } = user;
        const seen = (await store.listSessions(user.id)).map((session) => session.seen).sort();
        const own = watches.filter((watch) => watch.owner === user.id && watch.private === true).length;
        const row = { ...shown, password: password !== null, seen: seen.at(-1) ?? null, privateWatches: own };
        if (options.json === true || !terminal.outInteractive) await writeJson(terminal.out, row);
        else
          await write(
            terminal.out,
            `${user.signInName}  ${user.role}  ${onOneLine(user.name)}${user.disabled === null ? '' : '  SHUT OUT'}  ${row.seen === null ? 'never signed in' : `seen ${row.seen.slice(0, 16)}`}\n`,
          );
      }
      return exitCodes.ok;
    }),
};

export const userRoleCommand: Command = {
  name: 'user role',
  summary: 'Give somebody another role.',
  arguments: [nameArgument, { name: '<role>', help: 'reader, analyst, editor or admin' }],
  options: [dataOption],
  examples: ['user role osk admin'],
  run: ([named, given], options, terminal) => {
    const role = roleOf(given);
    return change(options, terminal, named, 'user role', { role }, `is ${role} now`, role);
  },
};

export const userPasswordCommand: Command = {
  name: 'user password',
  summary:
    'Set somebody’s password and sign them out everywhere. It is typed, piped in, or read from WATCHFLOOR_NEW_PASSWORD_FILE.',
  arguments: [nameArgument],
  options: [dataOption],
  examples: ['user password ida'],
  async run([named], options, terminal) {
    const password = await checkedPassword(await newPasswordFrom(terminal), folding(named));
    return change(options, terminal, named, 'user password', { password }, 'has a new password', null, true);
  },
};

export const userDisableCommand: Command = {
  name: 'user disable',
  summary: 'Shut somebody out: sessions, keys and open streams end. What they did keeps their name.',
  arguments: [nameArgument],
  options: [dataOption, { flag: '--undo', help: 'let them in again' }],
  examples: ['user disable osk', 'user disable osk --undo'],
  run: ([named], options, terminal) => {
    const again = options.undo === true;
    const disabled = again ? null : terminal.now().toISOString();
    const said = again ? 'may come in again' : 'is shut out';
    return change(options, terminal, named, 'user disable', { disabled }, said, again ? 'undone' : null, !again);
  },
};

export const userSignOutCommand: Command = {
  name: 'user sign-out',
  summary: 'Sign somebody out of every browser.',
  arguments: [nameArgument],
  options: [dataOption],
  examples: ['user sign-out ida'],
  run: ([named], options, terminal) =>
    change(options, terminal, named, 'user sign-out', {}, 'is signed out', null, true),
};

/** A user by the name to sign in with; a Failure when there is none. */
export async function userNamed(store: Store, named: string): Promise<User> {
  const user = await store.findUser({ signInName: folding(named) });
  if (user !== null) return user;
  throw new Failure('no-input', `there is no user called ${onOneLine(named)}`, {
    retry: 'never',
    advice: '"watchfloor user list" names them.',
  });
}

/** Writes down what was done at the command line, on a desk with users. */
export async function noted(
  store: Store,
  terminal: Terminal,
  what: string,
  on: Pick<User, 'id'> | null,
  detail: AuditEntry['detail'],
): Promise<void> {
  if (!(await store.hasUsers())) return;
  const through = { kind: 'command-line', id: null } as const;
  const entry = { who: null, through, what, on: on?.id ?? null, outcome: 'done', detail, client: '' } as const;
  await store.recordAudit(newEntry(entry, terminal.now().toISOString()));
}

function change(
  options: Options,
  terminal: Terminal,
  named: string,
  what: string,
  changes: Partial<User>,
  said: string,
  detail: string | null,
  signOut = false,
) {
  return withStore(options, terminal, async (store) => {
    const user = await userNamed(store, named);
    const outcome = await store.changeUser(user.id, changes);
    if (outcome !== 'unknown') checkSaved(outcome);
    if (signOut) await store.endSessionsOf(user.id, terminal.now().toISOString());
    await noted(store, terminal, what, user, detail);
    terminal.err.write(`${onOneLine(user.name)} ${said}\n`);
    return exitCodes.ok;
  });
}
