import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestContext } from 'node:test';
import { createFetcher, type Fetcher, type FetchOptions } from '../../src/fetch/fetch.ts';

/** A real server on loopback that answers by path, closed at the end of the test. Counts what it was asked. */
export async function serve(context: TestContext, pages: Pages): Promise<TestServer> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    const page = pages[(request.url ?? '').split('?')[0]];
    if (page === undefined) {
      response.writeHead(404).end('nothing here');
    } else if (typeof page === 'function') {
      page(request, response);
    } else {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page);
    }
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  context.after(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, port, asked };
}

/** A fetcher that may ask loopback and does not dawdle, closed at the end of the test. */
export function fetcher(context: TestContext, options: FetchOptions = {}): Fetcher {
  const { limits, ...rest } = options;
  const made = createFetcher({
    allowHosts: ['127.0.0.1'],
    ...rest,
    limits: { delayMilliseconds: 0, idleSeconds: 2, totalSeconds: 4, connectSeconds: 2, ...limits },
  });
  context.after(() => made.close());
  return made;
}

export type Pages = Readonly<Record<string, string | ((request: IncomingMessage, response: ServerResponse) => void)>>;

export interface TestServer {
  readonly origin: string;
  readonly port: number;
  /** Paths in the order they were asked for. */
  readonly asked: string[];
}
