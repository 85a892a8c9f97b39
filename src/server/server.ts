import type { AccessRules } from './access.ts';
import { createApp, type DeskTools } from './app.ts';
import { type Listening, listen, type Place } from './listening.ts';

/** What `startServer` needs: the tools of the desk, and where to listen. */
export interface ServerOptions extends DeskTools, Place, Partial<Pick<AccessRules, 'names'>> {}

export type RunningServer = Listening;

/** Starts the desk and its API; closing it ends live connections too. Fails with advice where `listen` does. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { app, live } = createApp(options, { names: options.names ?? [], password: options.password });
  const { url, close } = await listen(options, app.fetch);
  return {
    url,
    close() {
      live.close();
      return close();
    },
  };
}
