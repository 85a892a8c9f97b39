import type { Instant, Page, PageHint } from '../records.ts';
import type { PageArchive } from '../store/pages.ts';
import type { Store } from '../store/store.ts';
import { recordId, sha256 } from '../text/hash.ts';

/** A page as it came in, from the network or a file. */
export interface IncomingPage {
  /** The address asked for; null when it came from a file that names none. */
  readonly url: string | null;
  readonly finalUrl: string | null;
  /** Name of the file or record it came from; null when it was fetched. */
  readonly name: string | null;
  readonly sourceId: string | null;
  readonly received: Instant;
  readonly content: Uint8Array;
  readonly contentType: string | null;
  readonly status: number;
  /** Null when it did not come by HTTP. */
  readonly headers: readonly (readonly [string, string])[] | null;
  readonly hint: PageHint;
}

/**
 * Keeps pages and accepts them, in this order: bytes first, so that whatever is accepted can be read. A crash in between
 * leaves bytes that no page points to, and the sender, who was not told, sends again. Gives which were new.
 */
export async function receivePages(
  incoming: readonly IncomingPage[],
  store: Store,
  archive: PageArchive,
): Promise<{ pages: readonly Page[]; known: number }> {
  const fresh = new Map<string, { page: Page; from: IncomingPage }>();
  for (const from of incoming) {
    const page = pageOf(from);
    if (!fresh.has(page.id) && (await store.getPage(page.id)) === null) fresh.set(page.id, { page, from });
  }
  const kept = await archive.keep(
    [...fresh.values()].map(({ page, from }) => ({ page, content: from.content, headers: from.headers })),
  );
  const accepted = await store.acceptPages(kept);
  const pages = kept.filter((_, at) => accepted[at]);
  return { pages, known: incoming.length - pages.length };
}

function pageOf({ content, headers: _, ...from }: IncomingPage): Page {
  const hash = sha256(content);
  return {
    ...from,
    id: recordId('page', from.url ?? from.name, hash),
    sha256: hash,
    byteCount: content.byteLength,
    stored: null,
  };
}
