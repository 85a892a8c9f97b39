import { glob, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { PageHint } from '../records.ts';
import { bringIn } from './bring.ts';
import { type Command, exitCodes, type Terminal, text, usage, writeJson } from './command.ts';
import type { ImportFile } from './importing.ts';
import { dataOption, openStore } from './open.ts';
import { progress } from './progress.ts';
import { readWaiting, withArchive } from './work.ts';

/** Files of a folder taken at most; a larger one is imported in parts. */
export const folderFilesMax = 1_000_000;

/** Brings files in without network: pages, folders, JSON lines, web archives, lists of feeds. */
export const importCommand: Command = {
  name: 'import',
  summary: 'Bring in pages, folders, JSON lines, WARC and WACZ archives, bare-text dumps or OPML lists. No network.',
  arguments: [{ name: '<files...>', help: 'files and folders' }],
  options: [
    dataOption,
    { flag: '--published <day>', help: 'day of publication of all pages in it, when you know it' },
    { flag: '--keep-waiting', help: 'accept the pages and leave reading them to the desk' },
    { flag: '--json', help: 'one JSON object a file' },
  ],
  examples: ['import pages/ crawl.warc.gz', 'import feeds.opml', 'import dump.txt --published 2026-11-21'],
  async run(paths, options, terminal) {
    const published = text(options, 'published');
    if (published !== undefined && Number.isNaN(Date.parse(published)))
      throw usage(`--published ${published} is no day`, 'Write it as 2026-11-21.');
    const hint: PageHint = published === undefined ? {} : { published };
    const { store, data } = openStore(options, terminal, true);
    const now = terminal.now().toISOString();
    const sum = { accepted: 0, known: 0, sources: 0, failed: 0 };
    try {
      return await withArchive(data, async (archive) => {
        const bar = progress(terminal, 'pages brought in', 0);
        for await (const file of filesAt(paths, terminal, () => sum.failed++)) {
          const before = sum.accepted + sum.known;
          const brought = await bringIn(file, {
            store,
            archive,
            now,
            hint,
            stopped: terminal.stopped,
            onProgress: (accepted, known) => bar.at(before + accepted + known),
          });
          sum.accepted += brought.accepted;
          sum.known += brought.known;
          sum.sources += brought.sources;
          sum.failed += brought.problems.length;
          bar.end();
          for (const problem of brought.problems) terminal.err.write(`${file.name}: ${problem}\n`);
          if (options.json === true || !terminal.outInteractive)
            await writeJson(terminal.out, { file: file.name, ...brought });
          if (terminal.stopped.aborted) break;
        }
        terminal.err.write(
          `${sum.accepted} pages new, ${sum.known} known already${sum.sources > 0 ? `, ${sum.sources} sources added` : ''}\n`,
        );
        if (options.keepWaiting !== true && !terminal.stopped.aborted) {
          const read = await readWaiting(store, archive, data, terminal);
          if (read === null) terminal.err.write('the running desk reads them\n');
          else {
            terminal.err.write(
              `${read.done} read${read.failed > 0 ? `, ${read.failed} could not be (see "watchfloor doctor")` : ''}\n`,
            );
            sum.failed += read.failed;
          }
        }
        if (terminal.stopped.aborted) return exitCodes.stopped;
        return sum.failed > 0 ? exitCodes.someFailed : exitCodes.ok;
      });
    } finally {
      await store.close();
    }
  },
};

/** The files named, folders walked through in order of name. What is not there is told and counted. */
async function* filesAt(
  paths: readonly string[],
  terminal: Terminal,
  onMissing: () => void,
): AsyncGenerator<ImportFile> {
  for (const path of paths) {
    let folder: boolean;
    try {
      folder = (await stat(path)).isDirectory();
    } catch (thrown) {
      onMissing();
      terminal.err.write(
        `${path}: ${thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT' ? 'there is no such file' : `cannot be read (${thrown})`}\n`,
      );
      continue;
    }
    if (!folder) {
      yield { name: basename(path), from: { path } };
      continue;
    }
    const found: string[] = [];
    for await (const entry of glob('**/*', { cwd: path, withFileTypes: true })) {
      if (entry.isFile() && !entry.name.startsWith('.') && found.length < folderFilesMax)
        found.push(join(entry.parentPath, entry.name));
    }
    for (const file of found.sort())
      yield { name: join(basename(path), file.slice(path.length).replace(/^[\\/]+/, '')), from: { path: file } };
  }
}
