import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { Source, Watch } from '../records.ts';
import { newSource } from '../sources/schedule.ts';
import type { PageArchive } from '../store/pages.ts';
import type { Store } from '../store/store.ts';
import { recordId } from '../text/hash.ts';
import { type IncomingPage, receivePages } from '../worker/receive.ts';

/**
 * The sample archive: about sixty invented pages, shipped with the program, so that a fresh desk has something to show. The
 * setting `sample` says where it stands: absent, `loaded`, or `removed` for good until asked for again.
 */
export interface Sample {
  /** Accepts all pages, with their sources and watches; gives how many pages were new. */
  load(): Promise<number>;
  /** Takes everything of it out of sight; gives how many pages that was. */
  remove(): Promise<number>;
}

export function sampleArchive(store: Store, archive: PageArchive, now: () => string): Sample {
  const folder = new URL('../../sample/', import.meta.url);
  const manifest = JSON.parse(readFileSync(new URL('manifest.json', folder), 'utf8')) as Manifest;
  const watches = manifest.watches.map(
    ({ name, query }): Watch => ({
      id: recordId('watch', 'sample', name),
      name,
      query,
      created: manifest.pages[0].received,
      paused: false,
      mutedUntil: null,
      expires: null,
      kinds: [],
      independentMin: 0,
      channels: [],
    }),
  );
  return {
    async load() {
      for (const { id, title, owner, address } of manifest.sources) {
        const fresh = newSource(address, 'import', { title, owner }, now());
        const source: Source = { ...fresh, id, health: { ...fresh.health, state: 'good' } };
        await store.addSource(source);
        await store.restorePagesOf(id);
      }
      for (const watch of watches) await store.saveWatch(watch);
      const pages: IncomingPage[] = [];
      for (const { file, address, received, source } of manifest.pages) {
        const content = new Uint8Array(await readFile(new URL(file, folder)));
        const contentType = file.endsWith('.txt') ? 'text/plain; charset=utf-8' : 'text/html; charset=utf-8';
        pages.push({
          url: address,
          finalUrl: address,
          name: file,
          sourceId: source,
          received,
          content,
          contentType,
          status: 200,
          headers: null,
          hint: {},
        });
      }
      const accepted = await receivePages(pages, store, archive);
      await store.setSetting('sample', 'loaded');
      return accepted.pages.length;
    },
    async remove() {
      let removed = 0;
      for (const { id } of manifest.sources) {
        removed += await store.removePagesOf(id);
        await store.removeSource(id);
      }
      for (const { id } of watches) await store.removeWatch(id);
      await store.setSetting('sample', 'removed');
      return removed;
    },
  };
}

interface Manifest {
  readonly sources: readonly {
    readonly id: string;
    readonly title: string;
    readonly owner: string | null;
    readonly address: string;
  }[];
  readonly watches: readonly { readonly name: string; readonly query: string }[];
  readonly pages: readonly {
    readonly file: string;
    readonly address: string;
    readonly received: string;
    readonly source: string;
  }[];
}
