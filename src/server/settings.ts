import type { Html } from '../web/html.ts';
import { keysPage } from '../web/keys.ts';
import type { DeskRequest } from './route.ts';

/** GET `/keys`. */
export async function keys(request: DeskRequest): Promise<Html> {
  return keysPage(await request.desk());
}
