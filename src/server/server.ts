import type { AccessRules } from './access.ts';
import { createApp, type DeskTools, type PeopleRules } from './app.ts';
import { type Listening, listen, type Place } from './listening.ts';

/** What `startServer` needs: the tools of the desk, and where to listen. */
export interface ServerOptions extends DeskTools, Place, Partial<Pick<AccessRules, 'names'>>, PeopleRules {}

export type RunningServer = Listening;

/** Starts the desk and its API; closing it ends live connections too. Fails with advice where `listen` does. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { app, live } = createApp(options, { ...options, names: options.names ?? [] });
  const people = await options.store.hasUsers();
  const { url, close } = await listen({ ...options, people }, app.fetch);
  return {
    url,
    close() {
      live.close();
      return close();
    },
  };
}
