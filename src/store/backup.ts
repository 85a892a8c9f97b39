import { createHash, type Hash } from 'node:crypto';
import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Failure } from '../failures.ts';
import { parseTarHeader, tarBlockBytes, tarHeader, tarPadding } from '../formats/tar.ts';
import type { Instant } from '../records.ts';
import { migrate } from './migrations.ts';
import { isPageFile } from './page-records.ts';
import { type PageFileStore, readRange, readWhole } from './pages.ts';
import { Database } from './sqlite/database.ts';
import type { Store } from './store.ts';

/** Names in a data folder, and in a backup of one. */
export const databaseName = 'watchfloor.sqlite';
export const pagesName = 'pages';

/** What is copied, and where to. */
export interface BackupOptions {
  readonly store: Pick<Store, 'backupTo'>;
  /** The page archive, copied with the database wherever it is; null leaves it out. */
  readonly pages: PageFileStore | null;
  /** A folder to be made, or a file whose name ends in `.tar`. */
  readonly to: string;
  readonly now: Instant;
  readonly onProgress?: (bytes: number, bytesTotal: number) => void;
}

/** What a backup says of itself, in `manifest.json`: every file in it but this one. */
export interface BackupManifest {
  readonly format: 'watchfloor-backup';
  readonly version: 1;
  readonly made: Instant;
  readonly files: readonly { readonly path: string; readonly bytes: number; readonly sha256: string }[];
}

/**
 * Copies database and page archive while both are in use. The database is copied first, by SQLite itself; of each page file
 * then as much as that copy knows of, which is whole records, since pages are kept before they are accepted. What is not
 * finished bears another name, so that half a backup is never taken for one.
 */
export async function backup(options: BackupOptions): Promise<BackupManifest> {
  const { store, pages, to, now, onProgress } = options;
  if (existsSync(to)) {
    throw new Failure('backup-exists', `${to} is there already`, {
      retry: 'never',
      advice: 'Name a file or folder that does not exist yet.',
    });
  }
  const part = `${to}.part`;
  const copy = `${to}.database.part`;
  await rm(part, { recursive: true, force: true });
  await rm(copy, { force: true });
  mkdirSync(dirname(part), { recursive: true });
  const target = to.endsWith('.tar') ? await tarTarget(part, now) : folderTarget(part);
  try {
    await store.backupTo(copy);
    const databaseBytes = lstatSync(copy).size;
    const sources = [
      { path: databaseName, bytes: databaseBytes, content: () => readWhole(copy, databaseBytes) },
      ...(pages === null
        ? []
        : pageFilesOf(copy).map(({ file, end }) => ({
            path: `${pagesName}/${file}`,
            bytes: end,
            content: () => pages.fileContent(file, end),
          }))),
    ];
    const total = sources.reduce((sum, { bytes }) => sum + bytes, 0);
    let done = 0;
    const files: BackupManifest['files'][number][] = [];
    for (const { path, bytes, content } of sources) {
      const hash = createHash('sha256');
      await target.add(path, bytes, hashed(content(), hash));
      files.push({ path, bytes, sha256: hash.digest('hex') });
      done += bytes;
      onProgress?.(done, total);
    }
    const manifest: BackupManifest = { format: 'watchfloor-backup', version: 1, made: now, files };
    const text = Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`);
    await target.add(manifestName, text.byteLength, once(text));
    await target.close();
    await rename(part, to);
    return manifest;
  } catch (error) {
    await target.abandon();
    await rm(part, { recursive: true, force: true });
    throw error;
  } finally {
    await rm(copy, { force: true });
  }
}

const manifestName = 'manifest.json';

/** How far each page file is known to a database. */
function pageFilesOf(databaseFile: string): { file: string; end: number }[] {
  const database = new Database(databaseFile);
  try {
    return database.all<{ file: string; end: number }>(
      `SELECT file, max((record ->> '$.stored.offset') + (record ->> '$.stored.length')) AS end
       FROM page WHERE file IS NOT NULL GROUP BY file ORDER BY file`,
    );
  } finally {
    database.close();
  }
}

async function* hashed(content: AsyncIterable<Uint8Array>, hash: Hash): AsyncGenerator<Uint8Array> {
  for await (const chunk of content) {
    hash.update(chunk);
    yield chunk;
  }
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** Where a backup is written to. */
interface Target {
  add(path: string, bytes: number, content: AsyncIterable<Uint8Array>): Promise<void>;
  close(): Promise<void>;
  abandon(): Promise<void>;
}

function folderTarget(folder: string): Target {
  mkdirSync(join(folder, pagesName), { recursive: true });
  return {
    async add(path, _, content) {
      await writeFileSafely(join(folder, path), content);
    },
    close: async () => undefined,
    abandon: async () => undefined,
  };
}

async function tarTarget(file: string, now: Instant): Promise<Target> {
  const handle = await open(file, 'wx', 0o600);
  const seconds = Date.parse(now) / 1000;
  let isOpen = true;
  return {
    async add(path, bytes, content) {
      await handle.writeFile(tarHeader(path, bytes, seconds));
      for await (const chunk of content) await handle.writeFile(chunk);
      await handle.writeFile(Buffer.alloc(tarPadding(bytes)));
    },
    async close() {
      await handle.writeFile(Buffer.alloc(2 * tarBlockBytes));
      await handle.sync();
      await handle.close();
      isOpen = false;
    },
    async abandon() {
      if (isOpen) await handle.close();
    },
  };
}

/** Writes a new file that no one else may read, safe on disk when this returns. */
async function writeFileSafely(path: string, content: AsyncIterable<Uint8Array>): Promise<void> {
  const handle = await open(path, 'wx', 0o600);
  try {
    for await (const chunk of content) await handle.writeFile(chunk);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/**
 * Brings a backup back into a data folder that is empty or not there. A backup is not trusted: only the names that a backup
 * has are taken, only regular files, and only when every hash of the manifest agrees. Until all is checked, the data folder
 * is not touched.
 */
export async function restore(from: string, dataFolder: string): Promise<BackupManifest> {
  const isThere = existsSync(dataFolder);
  if (
    isThere &&
    (!lstatSync(dataFolder).isDirectory() || readdirSync(dataFolder).some((name) => name !== stagingName))
  ) {
    throw new Failure('restore-not-empty', `The data folder ${dataFolder} is not empty`, {
      retry: 'never',
      advice: 'Restore into a new folder, or move what is there away.',
    });
  }
  if (!existsSync(from)) throw refused(`${from} is not there`, 'Check the name.');
  // Inside the data folder, which may be a volume of its own: nothing can be moved into one from outside.
  const staging = join(dataFolder, stagingName);
  rmSync(staging, { recursive: true, force: true });
  mkdirSync(join(staging, pagesName), { recursive: true });
  try {
    const hashes = lstatSync(from).isDirectory() ? await takeFolder(from, staging) : await takeTar(from, staging);
    const manifest = checkManifest(staging, hashes);
    checkDatabase(join(staging, databaseName));
    // The database last: while it is missing, the folder is not taken for one that can be used.
    for (const name of [pagesName, databaseName]) await rename(join(staging, name), join(dataFolder, name));
    rmSync(staging, { recursive: true });
    return manifest;
  } catch (error) {
    rmSync(isThere ? staging : dataFolder, { recursive: true, force: true });
    throw error;
  }
}

const stagingName = '.restoring';

function refused(what: string, advice = 'Nothing was changed. Use another backup.'): Failure {
  return new Failure('restore-refused', what, { retry: 'never', advice });
}

/** The only names a backup has. */
function isBackupName(name: string): boolean {
  const folder = `${pagesName}/`;
  return (
    name === databaseName || name === manifestName || (name.startsWith(folder) && isPageFile(name.slice(folder.length)))
  );
}

type Hashes = Map<string, { bytes: number; sha256: string }>;

async function takeFolder(from: string, staging: string): Promise<Hashes> {
  const hashes: Hashes = new Map();
  const names = [databaseName, manifestName];
  const pages = join(from, pagesName);
  if (existsSync(pages)) {
    // A linked folder could lead anywhere, as a linked file could.
    if (!lstatSync(pages).isDirectory()) throw refused(`${pages} is no folder`);
    names.push(...readdirSync(pages).map((name) => `${pagesName}/${name}`));
  }
  for (const name of names) {
    const path = join(from, name);
    if (!existsSync(path)) throw refused(`The backup has no ${name}`);
    const status = lstatSync(path);
    checkEntry(name, status.isFile(), hashes);
    await takeOne(name, status.size, readWhole(path, status.size), staging, hashes);
  }
  return hashes;
}

async function takeTar(from: string, staging: string): Promise<Hashes> {
  const hashes: Hashes = new Map();
  const total = lstatSync(from).size;
  const handle = await open(from, 'r');
  try {
    for (let at = 0; ; ) {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(tarBlockBytes), 0, tarBlockBytes, at);
      const entry = parseTarHeader(buffer.subarray(0, bytesRead));
      if (entry === 'end') return hashes;
      if (entry === null) throw refused(`${from} is no backup, or it is cut short`);
      at += tarBlockBytes;
      checkEntry(entry.name, entry.type === '0', hashes);
      if (at + entry.size > total) throw refused(`${from} is cut short within ${entry.name}`);
      await takeOne(
        entry.name,
        entry.size,
        readRange(handle, at, entry.size, () => refused('The backup is cut short')),
        staging,
        hashes,
      );
      at += entry.size + tarPadding(entry.size);
    }
  } finally {
    await handle.close();
  }
}

function checkEntry(name: string, isFile: boolean, hashes: Hashes): void {
  if (!isBackupName(name)) throw refused(`The backup holds "${name.slice(0, 100)}", which no backup does`);
  if (!isFile) throw refused(`The backup holds ${name} as a link or something else that is no file`);
  if (hashes.has(name)) throw refused(`The backup holds ${name} twice`);
}

async function takeOne(
  name: string,
  bytes: number,
  content: AsyncIterable<Uint8Array>,
  staging: string,
  hashes: Hashes,
): Promise<void> {
  const hash = createHash('sha256');
  await writeFileSafely(join(staging, name), hashed(content, hash));
  hashes.set(name, { bytes, sha256: hash.digest('hex') });
}

function checkManifest(staging: string, hashes: Hashes): BackupManifest {
  if (!hashes.has(manifestName)) throw refused('The backup has no manifest.json');
  const manifest = parseManifest(readFileSync(join(staging, manifestName), 'utf8'));
  const named = new Set([manifestName]);
  for (const { path, bytes, sha256 } of manifest.files) {
    const found = hashes.get(path);
    if (found === undefined) throw refused(`The backup lacks ${path}`);
    if (found.bytes !== bytes || found.sha256 !== sha256) throw refused(`${path} is not what the manifest says it is`);
    named.add(path);
  }
  for (const path of hashes.keys()) if (!named.has(path)) throw refused(`The manifest does not know ${path}`);
  if (!named.has(databaseName)) throw refused(`The manifest does not name ${databaseName}`);
  return manifest;
}

function parseManifest(text: string): BackupManifest {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw refused(`manifest.json is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  const { format, version, made, files } = (value ?? {}) as Record<string, unknown>;
  if (format !== 'watchfloor-backup') throw refused('manifest.json is not that of a backup');
  if (version !== 1)
    throw refused(`The backup has version ${String(version)}`, 'Use the Watchfloor that made it, or newer.');
  if (typeof made !== 'string' || !Array.isArray(files) || !files.every(isManifestFile))
    throw refused('manifest.json is damaged');
  return { format, version, made, files };
}

function isManifestFile(value: unknown): value is BackupManifest['files'][number] {
  const { path, bytes, sha256 } = (value ?? {}) as Record<string, unknown>;
  return typeof path === 'string' && typeof bytes === 'number' && typeof sha256 === 'string';
}

/** Refuses a damaged database and one of a newer version before it takes the place of the data folder. */
function checkDatabase(file: string): void {
  const database = new Database(file);
  try {
    const [{ quick_check: verdict }] = database.all<{ quick_check: string }>('PRAGMA quick_check(1)');
    if (verdict !== 'ok') throw refused(`The database of the backup is damaged: ${verdict}`);
    migrate(database);
    // Who was signed in when it was made may have been signed out since.
    database.run('DELETE FROM desk_session');
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw refused(
      `The database of the backup cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    );
  } finally {
    database.close();
  }
}
