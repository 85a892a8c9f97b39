import { readPage } from '../pipeline.ts';
import type { PageReading } from '../store/store.ts';
import type { ReadTask } from './threads.ts';

/** The one task of a read thread. */
export default function read({ page, content }: ReadTask): PageReading {
  return readPage(page, content);
}
