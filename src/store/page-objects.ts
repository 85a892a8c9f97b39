import { randomBytes } from 'node:crypto';
import { asFailure, isOutage } from '../failures.ts';
import type { Page, StoredAt } from '../records.ts';
import { type BucketOptions, openBucket } from './bucket.ts';
import { contentOf, firstMember, headersOf, isPageFile, memberOf, recordIn } from './page-records.ts';
import { type PageArchive, type PageToKeep, pageFileGone } from './pages.ts';

/** A bucket to keep pages in, and how long pages wait for one another. */
export interface PageObjectsOptions extends BucketOptions {
  readonly software?: string;
  /** A page waits so long for others to share its object. */
  readonly gatherMilliseconds?: number;
  /** Objects younger than this may be those of pages that are about to be accepted, and are left alone. */
  readonly orphanSeconds?: number;
}

/**
 * Opens a page archive in a bucket. Objects are whole WARC files and are never changed: pages that come in within a moment
 * share one, and each is accepted only once its object is stored. Any number of processes write, each its own objects. See
 * docs/decisions/pages-in-a-bucket.md.
 */
export async function openPageObjects(options: PageObjectsOptions): Promise<PageArchive> {
  const { software = 'Watchfloor', gatherMilliseconds = 250, orphanSeconds = 86_400 } = options;
  const bucket = await openBucket(options);
  const recent = createRecent();
  const uploads = new Set<Promise<void>>();
  let waiting: Waiting[] = [];
  let timer: NodeJS.Timeout | null = null;

  const isYoung = (written: number) => Date.now() - written < orphanSeconds * 1000;

  function flush(): void {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    const groups = grouped(waiting);
    waiting = [];
    for (const group of groups) {
      const upload = store(group).finally(() => uploads.delete(upload));
      uploads.add(upload);
    }
  }

  /** Stores one object; who waits for a page in it is told. */
  async function store(group: readonly Waiting[]): Promise<void> {
    const file = newName(new Date());
    const parts: Uint8Array[] = [firstMember(file, software, group[0].pages[0].page.received)];
    let at = parts[0].byteLength;
    const kept = group.map(({ pages, members }) =>
      pages.map(({ page }, index): Page => {
        const stored = { file, offset: at, length: members[index].byteLength };
        parts.push(members[index]);
        at += stored.length;
        return { ...page, stored };
      }),
    );
    const content = Buffer.concat(parts);
    try {
      await bucket.put(file, content);
    } catch (error) {
      for (const { reject } of group) reject(error);
      return;
    }
    recent.add(file, content);
    for (const [index, { resolve }] of group.entries()) resolve(kept[index]);
  }

  async function read(stored: StoredAt | null) {
    // The name comes from the database, which a restored backup may have brought.
    if (stored === null || !isPageFile(stored.file)) return null;
    const { file, offset, length } = stored;
    const member = recent.get(file)?.subarray(offset, offset + length) ?? (await bucket.range(file, offset, length));
    return member === null ? null : recordIn(member, stored);
  }

  return {
    place: bucket.place,
    mended: [],
    keep(pages) {
      if (pages.length === 0) return Promise.resolve([]);
      return new Promise((resolve, reject) => {
        const members = pages.map(memberOf);
        const bytes = members.reduce((sum, member) => sum + member.byteLength, 0);
        waiting.push({ pages, members, bytes, resolve, reject });
        // Who brings several has gathered them already.
        if (pages.length > 1 || waiting.reduce((sum, one) => sum + one.bytes, 0) >= gatheredBytesMax) flush();
        else timer ??= setTimeout(flush, gatherMilliseconds);
      });
    },
    async content(page) {
      const record = await read(page.stored);
      return record === null ? null : contentOf(record, page);
    },
    async headers(page) {
      const record = await read(page.stored);
      return record === null ? null : headersOf(record);
    },
    async deleteUnused(inUse, among) {
      const gone: string[] = [];
      const deleteOf = async (files: readonly string[]) => {
        const used = new Set(await inUse(files));
        const unused = files.filter((file) => isPageFile(file) && !used.has(file) && !isYoung(writtenOf(file)));
        // One by one, some side by side: the request for many at once is where stores differ most.
        const next = unused.values();
        const lane = async () => {
          for (const file of next) await bucket.remove(file);
        };
        await Promise.all(Array.from({ length: removedAtOnce }, lane));
        for (const file of unused) recent.remove(file);
        gone.push(...unused);
      };
      if (among !== undefined) {
        for (let at = 0; at < among.length; at += askedAtOnce) await deleteOf(among.slice(at, at + askedAtOnce));
        return gone;
      }
      let batch: string[] = [];
      for await (const { name, written } of bucket.list('pages-')) {
        if (isYoung(written)) continue;
        batch.push(name);
        if (batch.length < askedAtOnce) continue;
        await deleteOf(batch);
        batch = [];
      }
      if (batch.length > 0) await deleteOf(batch);
      return gone;
    },
    check: () => bucket.put(checkName, Buffer.from(`${software} can write here.\n`)),
    bytes: async () => null,
    async *files() {
      for await (const { name, bytes } of bucket.list('pages-')) if (isPageFile(name)) yield { file: name, bytes };
    },
    async *fileContent(file, bytes) {
      const name = `${bucket.place}/${file}`;
      const chunks = await bucket.stream(file, bytes);
      if (chunks === null) throw pageFileGone(name);
      let length = 0;
      for await (const chunk of chunks) {
        length += chunk.byteLength;
        yield chunk;
      }
      if (length !== bytes) throw pageFileGone(name);
    },
    putFile: (file, content) => bucket.put(file, content),
    async close() {
      flush();
      await Promise.all(uploads);
      bucket.close();
    },
  };
}

/** Whether opening an archive may go on: a store that is away will come back, one that refuses needs a person. */
export async function refusedAtStart(archive: PageArchive): Promise<void> {
  try {
    await archive.check();
  } catch (thrown) {
    const failure = asFailure(thrown);
    if (failure.code === 'pages-refused' || !isOutage(failure)) throw failure;
  }
}

interface Waiting {
  readonly pages: readonly PageToKeep[];
  readonly members: readonly Uint8Array[];
  readonly bytes: number;
  resolve(pages: Page[]): void;
  reject(error: unknown): void;
}

/** What waits is stored at once when it has so many bytes. */
const gatheredBytesMax = 2 ** 20;
/** An object has no more, unless one page alone has. */
const objectBytesMax = 16 * 2 ** 20;
const removedAtOnce = 8;
const askedAtOnce = 1_000;
/** What the newest objects may take in memory: who fetched a page mostly reads it soon. */
const recentBytesMax = 32 * 2 ** 20;
const checkName = 'can-write';

/** In order of arrival, as many as one object holds. */
function grouped(waiting: readonly Waiting[]): Waiting[][] {
  const groups: Waiting[][] = [];
  let room = 0;
  for (const one of waiting) {
    if (one.bytes > room || groups.length === 0) {
      groups.push([]);
      room = objectBytesMax;
    }
    groups[groups.length - 1].push(one);
    room -= one.bytes;
  }
  return groups;
}

/** The time, so that names sort by it, and chance, so that no two processes ever write the same. */
function newName(now: Date): string {
  const time = now.toISOString().replaceAll(/[^0-9]/g, '');
  return `pages-${time.slice(0, 8)}-${time.slice(8)}-${randomBytes(6).toString('hex')}.warc.gz`;
}

/** When an object was begun, in milliseconds since 1970, as its name says; 0 for one that came from a folder. */
function writtenOf(file: string): number {
  const [, ...parts] = /^pages-(\d{4})(\d\d)(\d\d)-(\d\d)(\d\d)(\d\d)(\d{3})-/.exec(file) ?? [];
  if (parts.length === 0) return 0;
  const [year, month, day, hour, minute, second, millisecond] = parts.map(Number);
  return Date.UTC(year, month - 1, day, hour, minute, second, millisecond);
}

/** The newest objects of this process. */
function createRecent() {
  const contents = new Map<string, Uint8Array>();
  let bytes = 0;
  const remove = (file: string) => {
    bytes -= contents.get(file)?.byteLength ?? 0;
    contents.delete(file);
  };
  return {
    get: (file: string) => contents.get(file),
    remove,
    add(file: string, content: Uint8Array) {
      contents.set(file, content);
      bytes += content.byteLength;
      for (const oldest of contents.keys()) {
        if (bytes <= recentBytesMax) return;
        remove(oldest);
      }
    },
  };
}
