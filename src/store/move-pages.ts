import { createHash } from 'node:crypto';
import { Failure } from '../failures.ts';
import type { PageFileStore } from './pages.ts';

/**
 * Copies the files of one page archive to another under their names, so that pages are found there where their records say, and
 * reads each back to compare it by its hash. What is there already and the same is not copied again: stopped at any point, it
 * goes on where it was; done while a desk works, it takes what came since when it is called again. Nothing is deleted.
 *
 * @yields after each file
 * @throws Failure `move-differs` when a file came out otherwise
 */
export async function* movePages(from: PageFileStore, to: PageFileStore): AsyncGenerator<PagesMoved> {
  const there = new Map<string, number>();
  for await (const { file, bytes } of to.files()) there.set(file, bytes);
  let moved: PagesMoved = { files: 0, copied: 0, bytes: 0 };
  for await (const { file, bytes } of from.files()) {
    const content = await whole(from, file, bytes);
    const hash = hashOf(content);
    const isThere = there.get(file) === bytes && hashOf(await whole(to, file, bytes)) === hash;
    if (!isThere) {
      await to.putFile(file, content);
      if (hashOf(await whole(to, file, bytes)) !== hash) throw differs(file, to.place);
    }
    moved = { files: moved.files + 1, copied: moved.copied + (isThere ? 0 : 1), bytes: moved.bytes + bytes };
    yield moved;
  }
}

export interface PagesMoved {
  /** Files that are there and the same. */
  readonly files: number;
  /** Those of them that this run put there. */
  readonly copied: number;
  readonly bytes: number;
}

/** A file of the archive is of 64 MB, or of one page that is larger: it fits in memory. */
async function whole(store: PageFileStore, file: string, bytes: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const part of store.fileContent(file, bytes)) parts.push(part);
  return Buffer.concat(parts);
}

function hashOf(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

function differs(file: string, place: string): Failure {
  return new Failure('move-differs', `${file} came out otherwise in ${place}`, {
    retry: 'never',
    advice: 'Nothing was changed where it came from: go on working there, and try again.',
  });
}
