import { Failure } from '../failures.ts';
import { memberStart } from './page-records.ts';
import type { PageFileStore } from './pages.ts';

/**
 * Copies the files of one page archive to another under their names, so that pages are found there where their records say, and
 * reads each back to compare it. What is there already is not copied again: stopped at any point, it goes on where it was; done
 * while a desk works, it takes what came since when it is called again. Nothing is deleted, and no page is written over.
 *
 * @yields after each file
 * @throws Failure `not-empty` when a file there bears the name of one that is moved and holds other pages, `move-differs` when
 *   one came out otherwise
 */
export async function* movePages(from: PageFileStore, to: PageFileStore): AsyncGenerator<PagesMoved> {
  const there = new Map<string, number>();
  for await (const { file, bytes } of to.files()) there.set(file, bytes);
  let moved: PagesMoved = { files: 0, copied: 0, bytes: 0 };
  for await (const { file, bytes } of from.files()) {
    const content = await whole(from, file, bytes);
    const known = await whole(to, file, there.get(file) ?? 0);
    // A desk that works there already goes on in the last file of a folder: then it holds all of ours, and more.
    const isThere = begins(known, content);
    if (!isThere) {
      // Ours may have grown since; what is no file of an archive at all was spoiled on its way.
      if (!begins(content, known) && begins(known, memberStart)) throw taken(file, to.place);
      await to.putFile(file, content);
      if (!begins(await whole(to, file, bytes), content)) throw differs(file, to.place);
    }
    moved = { files: moved.files + 1, copied: moved.copied + (isThere ? 0 : 1), bytes: moved.bytes + bytes };
    yield moved;
  }
}

/** How far a move of pages is. */
export interface PagesMoved {
  /** Files whose pages are all there. */
  readonly files: number;
  /** Those of them that this run put there. */
  readonly copied: number;
  readonly bytes: number;
}

/** A file of the archive is of 64 MB, or of one page that is larger: it fits in memory. One of no bytes need not be there. */
async function whole(store: PageFileStore, file: string, bytes: number): Promise<Uint8Array> {
  if (bytes === 0) return new Uint8Array(0);
  const parts: Uint8Array[] = [];
  for await (const part of store.fileContent(file, bytes)) parts.push(part);
  return Buffer.concat(parts);
}

/** Whether bytes begin with others, or are the same. */
function begins(bytes: Uint8Array, beginning: Uint8Array): boolean {
  return Buffer.compare(bytes.subarray(0, beginning.byteLength), beginning) === 0;
}

function taken(file: string, place: string): Failure {
  return new Failure('not-empty', `${place} holds other pages under the name ${file}`, {
    retry: 'never',
    advice: 'Nothing of it was changed. Name an empty place, or go on with the desk that works there.',
  });
}

function differs(file: string, place: string): Failure {
  return new Failure('move-differs', `${file} came out otherwise in ${place}`, {
    retry: 'never',
    advice: 'Nothing was changed where it came from: go on working there, and try again.',
  });
}
