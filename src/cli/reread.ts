import { Failure } from '../failures.ts';
import { reread } from '../reread.ts';
import { withArchive } from './archive.ts';
import { type Command, exitCodes, text, usage, write, writeJson } from './command.ts';
import { dataOption, withStore } from './open.ts';
import { progress } from './progress.ts';
import { counted, onOneLine, printable } from './report.ts';

/** Runs today's stages over the archive: first a report, then, when told to, the change. */
export const rereadCommand: Command = {
  name: 'reread',
  audited: true,
  summary: 'Read the stored pages anew with this version and say what would differ; change it only with --apply.',
  arguments: [],
  options: [
    dataOption,
    { flag: '--since <day>', help: 'only pages received from this day on' },
    { flag: '--apply', help: 'store what came out; what you decided by hand stays, and nothing is told again' },
    { flag: '--json', help: 'one JSON object a page that differs' },
  ],
  examples: ['reread', 'reread --since 2026-11-01 --apply'],
  run: (_, options, terminal) =>
    withStore(options, terminal, (store, data) =>
      withArchive(terminal.configuration, data.folder, async (archive) => {
        const since = text(options, 'since') ?? '0000';
        if (since !== '0000' && Number.isNaN(Date.parse(since)))
          throw usage(`--since ${since} is no day`, 'Write it as 2026-11-01.');
        const apply = options.apply === true;
        const lock = apply ? await data.takeLock() : null;
        if (apply && lock === null)
          throw new Failure('in-use', 'a desk works on this folder', {
            retry: 'stop',
            advice: 'Stop it while pages are read anew.',
          });
        const bar = progress(terminal, 'read anew', (await store.counts()).articles);
        const parts = new Map<string, number>();
        let [pages, differing] = [0, 0];
        try {
          const { storyWindowDays, coverageAccounts } = terminal.configuration;
          for await (const { articleId, title, differences } of reread({
            store,
            archive,
            since,
            now: terminal.now().toISOString(),
            storyWindowDays,
            coverageAccounts,
            apply,
          })) {
            bar.at(++pages);
            if (terminal.stopped.aborted) break;
            if (differences.length === 0) continue;
            differing++;
            for (const { part } of differences) parts.set(part, (parts.get(part) ?? 0) + 1);
            if (options.json === true || !terminal.outInteractive)
              await writeJson(terminal.out, { articleId, title, differences });
            else
              await write(
                terminal.out,
                `${onOneLine(title ?? articleId)}\n${differences.map(({ part, before, after }) => `  ${part}: ${printable(before)} → ${printable(after)}\n`).join('')}`,
              );
          }
        } finally {
          bar.end();
          lock?.release();
        }
        const sum = [...parts].map(([part, count]) => `${count} ${part}`).join(', ');
        terminal.err.write(
          `${counted(pages, 'page')} read anew, ${differing} ${apply ? 'changed' : 'would change'}${sum === '' ? '' : ` (${sum})`}\n`,
        );
        return terminal.stopped.aborted ? exitCodes.stopped : exitCodes.ok;
      }),
    ),
};
