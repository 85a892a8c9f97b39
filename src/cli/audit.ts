import type { AuditEntry } from '../records.ts';
import { type Command, exitCodes, text, usage, write, writeJson } from './command.ts';
import { dataOption, numberFrom, withStore } from './open.ts';
import { onOneLine } from './report.ts';
import { userNamed } from './user.ts';

/** The audit log, newest first. */
export const auditCommand: Command = {
  name: 'audit',
  summary: 'Tell what was done on a desk with users and what was refused, newest first.',
  arguments: [],
  options: [
    dataOption,
    { flag: '--since <days>', help: 'how far back, as 7d (all that is kept)' },
    { flag: '--user <name>', help: 'only what this user did' },
    { flag: '--limit <number>', help: 'how many at most (1000)' },
    { flag: '--json', help: 'print JSON even on a terminal' },
  ],
  examples: ['audit --since 7d', 'audit --user osk --json'],
  run(_, options, terminal) {
    const days = /^(\d{1,5})d?$/.exec(text(options, 'since') ?? '36500');
    if (days === null) throw usage(`--since ${text(options, 'since')} is no number of days`, 'Write it as 7d.');
    const since = new Date(terminal.now().getTime() - Number(days[1]) * 86_400_000).toISOString();
    const limit = numberFrom(options, 'limit', 1_000, 1, 10_000_000);
    const named = text(options, 'user');
    return withStore(options, terminal, async (store) => {
      const userId = named === undefined ? null : (await userNamed(store, named)).id;
      let left = limit;
      for (let cursor: string | null = null; left > 0; ) {
        const { rows, next } = await store.listAudit({ cursor, limit: Math.min(left, 500), userId, since });
        for (const entry of rows) {
          if (options.json === true || !terminal.outInteractive) await writeJson(terminal.out, entry);
          else await write(terminal.out, `${lineOf(entry)}\n`);
        }
        left -= rows.length;
        if (next === null) break;
        cursor = next;
      }
      return exitCodes.ok;
    });
  },
};

function lineOf({ at, who, what, on, outcome, detail, through, client }: AuditEntry): string {
  const parts = [at.slice(0, 19), who?.name ?? '–', what, on, outcome, detail, through.kind, client];
  return parts.flatMap((part) => (part === null || part === '' ? [] : [onOneLine(part)])).join('  ');
}
