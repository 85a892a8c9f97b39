import pg from 'pg';
import type { WorkLock } from '../lock.ts';
import { told } from './database.ts';

/**
 * Takes leases that only one process on any machine may hold. They are advisory locks of one connection, so the server frees
 * them whenever and however their holder ends. A holder that is cut off, or whose server was started again, no longer holds
 * them: it then asks for them until it has them back or lets go.
 *
 * @param names told apart by schema, so that two desks on one server do not meet
 * @param standBy also when another holds some: those are taken as soon as they are free. Otherwise all are taken, or null given
 */
export async function takePostgresLeases(
  url: string,
  names: readonly string[],
  standBy: boolean,
): Promise<WorkLock | null> {
  const held = new Set<string>();
  let holder: pg.Client | null = null;
  let released = false;
  let timer: NodeJS.Timeout | undefined;

  async function connect(): Promise<pg.Client> {
    const client = new pg.Client({
      connectionString: url,
      keepAlive: true,
      connectionTimeoutMillis: answerMilliseconds,
      application_name: 'watchfloor leases',
    });
    // `error` comes for a broken connection, `end` for a closed one; the first of them counts.
    const lost = () => {
      if (holder !== client) return;
      holder = null;
      held.clear();
    };
    client.on('error', lost);
    client.on('end', lost);
    await client.connect();
    // When the network is cut, the server ends this connection after about 25 seconds and another may take the leases. This
    // side has noticed by then (`answerMilliseconds`), so that two never hold one.
    await client.query('SET tcp_keepalives_idle = 10; SET tcp_keepalives_interval = 5; SET tcp_keepalives_count = 3');
    return client;
  }

  /** Asks for what is not held yet, and at any rate whether the server still answers. */
  async function ask(): Promise<void> {
    holder ??= await connect();
    const client = holder;
    // Let go while it connected: nobody else would end it.
    if (released) return release();
    const silent = setTimeout(() => {
      if (holder !== client) return;
      holder = null;
      held.clear();
      // Not `end`, which would wait for an answer.
      client.connection.stream.destroy();
    }, answerMilliseconds);
    try {
      await client.query('SELECT 1');
      await take(client);
    } finally {
      clearTimeout(silent);
    }
  }

  async function take(client: pg.Client): Promise<void> {
    for (const name of names.filter((one) => !held.has(one))) {
      const { rows } = await client.query<{ taken: boolean }>(
        'SELECT pg_try_advisory_lock(hashtext(current_schema()), hashtext($1)) AS taken',
        [`watchfloor ${name}`],
      );
      // The connection may have broken since.
      if (rows[0].taken && holder === client) held.add(name);
    }
  }

  function askAgain(): void {
    if (released) return;
    timer = setTimeout(async () => {
      try {
        await ask();
      } catch {
        // The server is still away: that is what asking again is for.
      }
      askAgain();
    }, askAgainMilliseconds);
  }

  async function release(): Promise<void> {
    released = true;
    clearTimeout(timer);
    const client = holder;
    holder = null;
    held.clear();
    await client?.end();
  }

  try {
    await ask();
  } catch (error) {
    await release();
    throw told(error);
  }
  if (held.size < names.length && !standBy) {
    await release();
    return null;
  }
  askAgain();
  return { held: (stage) => (stage === undefined ? held.size === names.length : held.has(stage)), release };
}

const askAgainMilliseconds = 1_000;
/** A server that does not answer for so long is taken for cut off. */
const answerMilliseconds = 10_000;
