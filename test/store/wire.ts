import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { join } from 'node:path';

/** A network between a process and a server's socket that can be cut: nothing comes through, and neither side is told. */
export async function openWire(folder: string): Promise<Wire> {
  const pairs = new Set<readonly [Socket, Socket]>();
  let target = folder;
  let isCut = false;
  const server = createServer((near) => {
    const far = connect(join(target, '.s.PGSQL.5432'));
    const pair = [near, far] as const;
    pairs.add(pair);
    for (const [from, to] of [
      [near, far],
      [far, near],
    ]) {
      from.on('data', (bytes) => to.write(bytes));
      from.on('error', () => to.destroy());
      from.on('close', () => {
        pairs.delete(pair);
        to.destroy();
      });
      if (isCut) from.pause();
    }
  });
  server.listen(0, '127.0.0.1');
  // A test that fails leaves it open: its file must end all the same, or nobody is told why.
  server.unref();
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    through: (url) => url.replace('@/', `@127.0.0.1:${port}/`).replace(/host=[^&]*&/, ''),
    cut() {
      isCut = true;
      for (const socket of [...pairs].flat()) socket.pause();
    },
    heal() {
      isCut = false;
      for (const socket of [...pairs].flat()) socket.resume();
    },
    turnTo(other) {
      target = other;
      for (const socket of [...pairs].flat()) socket.destroy();
    },
    async close() {
      for (const socket of [...pairs].flat()) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

export interface Wire {
  /** The address of a database, by this wire. */
  through(url: string): string;
  cut(): void;
  heal(): void;
  /** Ends what goes through it, and leads to the server of another folder from now on. */
  turnTo(folder: string): void;
  close(): Promise<void>;
}
