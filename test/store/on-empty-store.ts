import { test } from 'node:test';
import type { Store } from '../../src/store/store.ts';

/**
 * A test of one promise of every store, on an empty one of its own that is closed behind it.
 *
 * @param open gives an empty store
 */
export function onEmptyStore(
  open: () => Promise<Store>,
): (name: string, work: (store: Store) => Promise<void>) => Promise<void> {
  return (name, work) =>
    test(name, async () => {
      const store = await open();
      try {
        await work(store);
      } finally {
        await store.close();
      }
    });
}
