import { join } from 'node:path';
import { backup, pagesName, restore } from '../store/backup.ts';
import { isBucketPlace, withArchive } from './archive.ts';
import { type Command, exitCodes, writeJson } from './command.ts';
import { dataFolderOf, dataOption, withStore } from './open.ts';
import { progress } from './progress.ts';

export const backupCommand: Command = {
  name: 'backup',
  summary: 'Make a consistent copy of a desk, also while it runs.',
  arguments: [{ name: '<to>', help: 'a folder to be made, or a file ending in .tar' }],
  options: [
    dataOption,
    { flag: '--without-pages', help: 'leave out the stored pages, when what holds them is copied by other means' },
  ],
  examples: ['backup /backups/desk-2026-11-21.tar'],
  run: ([to], options, terminal) =>
    withStore(options, terminal, async (store, data) => {
      const bar = progress(terminal, 'bytes copied', 0);
      const manifest = await withArchive(terminal.configuration, data.folder, (archive) =>
        backup({
          store,
          pages: options.withoutPages === true ? null : archive,
          to,
          now: terminal.now().toISOString(),
          onProgress: (bytes, total) => bar.at(bytes, total),
        }),
      );
      bar.end();
      const bytes = manifest.files.reduce((sum, file) => sum + file.bytes, 0);
      await writeJson(terminal.out, { to, made: manifest.made, files: manifest.files.length, bytes });
      terminal.err.write(
        `${manifest.files.length} files, ${(bytes / 1e6).toFixed(1)} MB, each with its hash, in ${to}\n`,
      );
      return exitCodes.ok;
    }),
};

export const restoreCommand: Command = {
  name: 'restore',
  summary: 'Bring a backup back into an empty data folder; every hash is checked before anything is put in place.',
  arguments: [{ name: '<from>', help: 'a backup: its folder or .tar file' }],
  options: [dataOption],
  examples: ['restore /backups/desk-2026-11-21.tar --data /srv/watchfloor'],
  async run([from], options, terminal) {
    const { folder } = dataFolderOf(options, terminal);
    const { pages } = terminal.configuration;
    const manifest = await restore(from, folder);
    await writeJson(terminal.out, { from, to: folder, made: manifest.made, files: manifest.files.length });
    terminal.err.write(
      `the desk of ${manifest.made} is in ${folder}; start it with "watchfloor serve --data ${folder}"\n`,
    );
    // Their files keep their names, so that one that is there already stays as it is.
    if (pages !== '' && manifest.files.some(({ path }) => path.startsWith(`${pagesName}/`))) {
      const restored = join(folder, pagesName);
      const to = isBucketPlace(pages) ? pages : `pages:${pages}`;
      terminal.err.write(
        `its pages are in ${restored}; bring them to ${pages} with "watchfloor move pages:${restored} ${to}"\n`,
      );
    }
    return exitCodes.ok;
  },
};
