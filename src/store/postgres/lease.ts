import pg from 'pg';
import type { WorkLock } from '../lock.ts';

/**
 * Takes a lease that only one process on any machine may hold; null when another holds it. It is an advisory lock of a
 * connection of its own, so the server frees it whenever and however its holder ends; `lost` tells a holder that is alive
 * but cut off, which then must stop deciding.
 */
export async function takePostgresLock(url: string, name: string): Promise<WorkLock | null> {
  const client = new pg.Client({ connectionString: url, keepAlive: true, application_name: `watchfloor ${name}` });
  const { promise: lost, resolve: told } = Promise.withResolvers<void>();
  client.on('error', () => told());
  client.on('end', () => told());
  await client.connect();
  // Leases of two desks in schemas of one server must not meet: the schema is part of the name.
  const { rows } = await client.query<{ held: boolean }>(
    'SELECT pg_try_advisory_lock(hashtext(current_schema()), hashtext($1)) AS held',
    [`watchfloor ${name}`],
  );
  if (!rows[0].held) {
    await client.end();
    return null;
  }
  return {
    lost,
    release: async () => {
      await client.end();
    },
  };
}
