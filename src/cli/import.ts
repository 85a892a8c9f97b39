import { asFailure } from '../failures.ts';
import type { PageHint } from '../records.ts';
import { importPath } from '../worker/importing.ts';
import { withArchive } from './archive.ts';
import { type Command, exitCodes, text, usage, writeJson } from './command.ts';
import { dataOption, openStore } from './open.ts';
import { progress } from './progress.ts';
import { counted, onOneLine } from './report.ts';
import { readWaiting, tell } from './work.ts';

/** Brings files in without network: pages, folders, JSON lines, web archives, lists of feeds. */
export const importCommand: Command = {
  name: 'import',
  audited: true,
  summary: 'Bring in pages, folders, JSON lines, WARC and WACZ archives, bare-text dumps or OPML lists. No network.',
  arguments: [{ name: '<files...>', help: 'files and folders' }],
  options: [
    dataOption,
    { flag: '--published <day>', help: 'day of publication of all pages in it, when you know it' },
    { flag: '--keep-waiting', help: 'accept the pages and leave reading them to the desk' },
    { flag: '--json', help: 'print one JSON object a file, even on a terminal' },
  ],
  examples: ['import pages/ crawl.warc.gz', 'import feeds.opml', 'import dump.txt --published 2026-11-21'],
  async run(paths, options, terminal) {
    const published = text(options, 'published');
    if (published !== undefined && Number.isNaN(Date.parse(published))) {
      throw usage(`--published ${published} is no day`, 'Write it as 2026-11-21.');
    }
    const hint: PageHint = published === undefined ? {} : { published };
    const now = () => terminal.now().toISOString();
    const inflatedBytesMax = terminal.configuration.importInflatedBytesMax;
    const { store, data } = await openStore(options, terminal, true);
    let failed = 0;
    try {
      await withArchive(terminal.configuration, data.folder, async (archive) => {
        for (const path of paths) {
          if (terminal.stopped.aborted) return;
          const bar = progress(terminal, 'pages brought in', 0);
          const onProblem = ({ name, what }: { name: string; what: string }) =>
            terminal.err.write(`${onOneLine(name)}: ${onOneLine(what)}\n`);
          const onProgress = ({ accepted, known }: { accepted: number; known: number }) => bar.at(accepted + known);
          try {
            const tally = await importPath(path, {
              store,
              archive,
              now,
              hint,
              inflatedBytesMax,
              onProblem,
              onProgress,
            });
            failed += tally.failed;
            if (tally.failed > tally.problems.length)
              terminal.err.write(`and ${tally.failed - tally.problems.length} more that could not be taken in\n`);
            if (options.json === true || !terminal.outInteractive)
              await writeJson(terminal.out, { file: path, ...tally });
            const { accepted, known, sources } = tally;
            terminal.err.write(
              `${onOneLine(path)}: ${counted(accepted, 'page')} new, ${known} known already${sources > 0 ? `, ${counted(sources, 'source')} added` : ''}\n`,
            );
          } catch (thrown) {
            const failure = asFailure(thrown);
            if (failure.code === 'bug') throw thrown;
            failed++;
            tell(terminal, path, failure);
          } finally {
            bar.end();
          }
        }
        if (options.keepWaiting === true) return;
        const read = await readWaiting(store, archive, data, terminal);
        if (read === null) terminal.err.write('the running desk reads them\n');
        else
          terminal.err.write(
            `${read.done} read${read.failed > 0 ? `, ${read.failed} could not be (see "watchfloor doctor")` : ''}\n`,
          );
        failed += read?.failed ?? 0;
      });
    } finally {
      await store.close();
    }
    if (terminal.stopped.aborted) return exitCodes.stopped;
    return failed > 0 ? exitCodes.someFailed : exitCodes.ok;
  },
};
