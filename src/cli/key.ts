import { Failure } from '../failures.ts';
import { scopes } from '../records.ts';
import { makeKey } from '../server/keys.ts';
import { type Command, exitCodes, text, usage, write, writeJson } from './command.ts';
import { dataOption, withStore } from './open.ts';
import { onOneLine } from './report.ts';
import { noted, userNamed } from './user.ts';

const json = { flag: '--json', help: 'print JSON even on a terminal' } as const;

export const keyAddCommand: Command = {
  name: 'key add',
  summary: 'Make a key for a program. It does what its scopes say and its user may do. It is printed this once.',
  arguments: [
    { name: '<user>', help: 'whose it is: the name they sign in with' },
    { name: '<name>', help: 'what it is for' },
  ],
  options: [
    dataOption,
    { flag: '--scopes <list>', help: `some of ${scopes.join(', ')}, by commas (read)` },
    { flag: '--days <number>', help: 'days until it ends; without, it does not' },
  ],
  examples: ['key add ida dashboard', 'key add osk importer --scopes read,write --days 90'],
  run: ([named, name], options, terminal) =>
    withStore(options, terminal, async (store) => {
      const user = await userNamed(store, named);
      const days = text(options, 'days');
      const asksFor = (text(options, 'scopes') ?? 'read').split(',').map((scope) => scope.trim());
      const unknown = asksFor.find((asked) => !scopes.some((scope) => scope === asked));
      if (unknown !== undefined) throw usage(`there is no scope called ${onOneLine(unknown)}`, scopes.join(', '));
      const tools = { whole: store, now: () => terminal.now().toISOString() };
      const asked = { name, scopes: asksFor, days: days === undefined ? null : Number(days) };
      const { key, record } = await makeKey(tools, user, asked);
      await noted(store, terminal, 'key add', record, record.scopes.join(', '));
      await write(terminal.out, `${key}\n`);
      terminal.err.write(`keep it: it is shown this once, and can be revoked as ${record.prefix}\n`);
      return exitCodes.ok;
    }),
};

export const keyListCommand: Command = {
  name: 'key list',
  summary: 'List the keys by how they begin, with their users and when they were last used.',
  arguments: [],
  options: [dataOption, json],
  examples: ['key list'],
  run: (_, options, terminal) =>
    withStore(options, terminal, async (store) => {
      const names = new Map((await store.listUsers()).map(({ id, signInName }) => [id, signInName]));
      for (const { keyHash: _hash, ...key } of await store.listApiKeys(null)) {
        const row = { ...key, user: names.get(key.userId) ?? null };
        if (options.json === true || !terminal.outInteractive) await writeJson(terminal.out, row);
        else
          await write(
            terminal.out,
            `${key.prefix}…  ${row.user}  ${onOneLine(key.name)}  ${key.scopes.join(',')}${key.revoked === null ? '' : '  REVOKED'}${key.expires === null ? '' : `  until ${key.expires.slice(0, 10)}`}  ${key.used === null ? 'never used' : `used ${key.used.slice(0, 16)}`}\n`,
          );
      }
      return exitCodes.ok;
    }),
};

export const keyRevokeCommand: Command = {
  name: 'key revoke',
  summary: 'Revoke a key: from now on it opens nothing, and streams that it opened end.',
  arguments: [{ name: '<key>', help: 'how it begins, or its id' }],
  options: [dataOption],
  examples: ['key revoke wf_3fQx7a'],
  run: ([given], options, terminal) =>
    withStore(options, terminal, async (store) => {
      const keys = (await store.listApiKeys(null)).filter(
        ({ id, prefix }) => id === given || prefix === given.slice(0, prefix.length),
      );
      const [key] = keys;
      if (keys.length !== 1) {
        throw new Failure('no-input', keys.length === 0 ? 'there is no such key' : 'several keys begin so', {
          retry: 'never',
          advice: '"watchfloor key list --json" tells their ids.',
        });
      }
      if (key.revoked === null) await store.saveApiKey({ ...key, revoked: terminal.now().toISOString() });
      await noted(store, terminal, 'key revoke', key, null);
      terminal.err.write(`${onOneLine(key.name)} opens nothing any more\n`);
      return exitCodes.ok;
    }),
};
