import pg from 'pg';
import type { WorkLock } from '../lock.ts';

/**
 * Takes a lease that only one process on any machine may hold; null when another holds it. It is an advisory lock of a
 * connection of its own, so the server frees it whenever and however its holder ends. A holder that is cut off, or whose
 * server was started again, no longer holds it: it then asks for it until it has it back or lets go.
 *
 * @param name told apart by schema, so that two desks on one server do not meet
 */
export async function takePostgresLock(url: string, name: string): Promise<WorkLock | null> {
  let holding: pg.Client | null = null;
  let released = false;
  let timer: NodeJS.Timeout | undefined;

  async function take(): Promise<boolean> {
    const client = new pg.Client({ connectionString: url, keepAlive: true, application_name: `watchfloor ${name}` });
    // `error` comes for a broken connection, `end` for a closed one; the first of them counts.
    const lost = () => {
      if (holding !== client) return;
      holding = null;
      askAgain();
    };
    client.on('error', lost);
    client.on('end', lost);
    let kept = false;
    try {
      await client.connect();
      const { rows } = await client.query<{ held: boolean }>(
        'SELECT pg_try_advisory_lock(hashtext(current_schema()), hashtext($1)) AS held',
        [`watchfloor ${name}`],
      );
      kept = rows[0].held && !released;
      if (kept) holding = client;
      return kept;
    } finally {
      if (!kept) await client.end();
    }
  }

  function askAgain(): void {
    if (released) return;
    timer = setTimeout(() => {
      take().then(
        (taken) => taken || askAgain(),
        // The server is still away: that is what asking again is for.
        () => askAgain(),
      );
    }, askAgainMilliseconds);
  }

  if (!(await take())) return null;
  return {
    held: () => holding !== null,
    async release() {
      released = true;
      clearTimeout(timer);
      const client = holding;
      holding = null;
      await client?.end();
    },
  };
}

const askAgainMilliseconds = 1_000;
