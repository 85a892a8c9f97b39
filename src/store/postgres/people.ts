import type { ApiKey, AuditEntry, Session, User } from '../../records.ts';
import type { PeopleMethods } from '../parts.ts';
import { auditPage, cursorNumber, type KeyRow, keyOf, type SessionRow, sessionOf, userFault } from '../people-rows.ts';
import type { Database, Sql } from './database.ts';
import { records } from './sources.ts';

/** `PeopleMethods` in PostgreSQL. */
export function peopleMethods(database: Database): PeopleMethods {
  const users = async (sql: Sql, where: string, ...values: string[]) =>
    records<User>(await sql.all(`SELECT record FROM desk_user ${where} ORDER BY made, id`, ...values));
  /** One after another: two admins who take each other's role away at once must not both succeed. */
  const locked = async (sql: Sql) => {
    await sql.run('LOCK TABLE desk_user IN SHARE ROW EXCLUSIVE MODE');
    return users(sql, '');
  };
  const put = async (sql: Sql, user: User, all: readonly User[]) => {
    const fault = userFault(user, all);
    if (fault !== null) return fault;
    const { id, signInName, identity, made } = user;
    await sql.run(
      `INSERT INTO desk_user (id, sign_in_name, issuer, subject, made, record) VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (id) DO UPDATE SET sign_in_name = excluded.sign_in_name, issuer = excluded.issuer,
         subject = excluded.subject, record = excluded.record`,
      ...[id, signInName, identity?.issuer ?? null, identity?.subject ?? null, made, JSON.stringify(user)],
    );
    return 'saved' as const;
  };
  return {
    async hasUsers() {
      return (await database.get('SELECT 1 FROM desk_user LIMIT 1')) !== null;
    },
    listUsers: () => users(database, ''),
    async getUser(id) {
      return (await users(database, 'WHERE id = $1', id))[0] ?? null;
    },
    async findUser(by) {
      const found =
        'signInName' in by
          ? await users(database, 'WHERE sign_in_name = $1', by.signInName)
          : await users(database, 'WHERE issuer = $1 AND subject = $2', by.issuer, by.subject);
      return found[0] ?? null;
    },
    async saveUser(user) {
      return database.transaction(async (sql) => put(sql, user, await locked(sql)));
    },
    async changeUser(id, change) {
      return database.transaction(async (sql) => {
        const all = await locked(sql);
        const user = all.find((one) => one.id === id);
        return user === undefined ? 'unknown' : put(sql, { ...user, ...change }, all);
      });
    },

    async addSession(session) {
      await database.run(
        `INSERT INTO desk_session (id, token_hash, user_id, made, seen, ended, record)
         VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING`,
        ...[session.id, session.tokenHash, session.userId, session.made, session.seen, session.ended],
        JSON.stringify(session),
      );
    },
    async getSession(tokenHash) {
      const row = await database.get<SessionRow & { user: string }>(
        `SELECT desk_session.record, seen, ended, desk_user.record AS user
         FROM desk_session JOIN desk_user ON desk_user.id = user_id WHERE token_hash = $1`,
        tokenHash,
      );
      return row === null ? null : { session: sessionOf(row), user: JSON.parse(row.user) as User };
    },
    async touchSession(id, seen) {
      await database.run('UPDATE desk_session SET seen = $1 WHERE id = $2', seen, id);
    },
    async endSession(id, at) {
      await database.run('UPDATE desk_session SET ended = $1 WHERE id = $2 AND ended IS NULL', at, id);
    },
    async endSessionsOf(userId, at, butId = '') {
      return database.run(
        'UPDATE desk_session SET ended = $1 WHERE user_id = $2 AND ended IS NULL AND id <> $3',
        at,
        userId,
        butId,
      );
    },
    async listSessions(userId): Promise<Session[]> {
      const rows = await database.all<SessionRow>(
        'SELECT record, seen, ended FROM desk_session WHERE user_id = $1 ORDER BY made DESC, id',
        userId,
      );
      return rows.map(sessionOf);
    },
    async forgetSessions(madeBefore) {
      return database.run('DELETE FROM desk_session WHERE made < $1', madeBefore);
    },

    async saveApiKey(key) {
      await database.run(
        `INSERT INTO api_key (id, key_hash, user_id, made, used, record) VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (id) DO UPDATE SET record = excluded.record`,
        ...[key.id, key.keyHash, key.userId, key.made, key.used, JSON.stringify(key)],
      );
    },
    async getApiKey(keyHash) {
      const row = await database.get<KeyRow & { user: string }>(
        `SELECT api_key.record, used, desk_user.record AS user
         FROM api_key JOIN desk_user ON desk_user.id = user_id WHERE key_hash = $1`,
        keyHash,
      );
      return row === null ? null : { key: keyOf(row), user: JSON.parse(row.user) as User };
    },
    async touchApiKey(id, used) {
      await database.run('UPDATE api_key SET used = $1 WHERE id = $2', used, id);
    },
    async listApiKeys(userId): Promise<ApiKey[]> {
      const rows = await database.all<KeyRow>(
        'SELECT record, used FROM api_key WHERE $1::text IS NULL OR user_id = $1 ORDER BY made DESC, id',
        userId,
      );
      return rows.map(keyOf);
    },

    async recordAudit(entry: AuditEntry) {
      await database.run(
        'INSERT INTO audit (id, at, user_id, record) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING',
        entry.id,
        entry.at,
        entry.who?.id ?? null,
        JSON.stringify(entry),
      );
    },
    async listAudit({ cursor, limit, userId = null, since = null }) {
      const asked: [condition: string, value: string | number | null][] = [
        ['number <', cursorNumber(cursor)],
        ['user_id =', userId],
        ['at >=', since],
      ];
      const conditions = asked.filter((one): one is [string, string | number] => one[1] !== null);
      const where = conditions.map(([condition], at) => `${condition} $${at + 2}`).join(' AND ');
      const rows = await database.all<{ number: number; record: string }>(
        `SELECT number, record FROM audit ${where === '' ? '' : `WHERE ${where}`} ORDER BY number DESC LIMIT $1`,
        limit,
        ...conditions.map(([, value]) => value),
      );
      return auditPage(rows, limit);
    },
    async forgetAudit(before) {
      return database.run('DELETE FROM audit WHERE at < $1', before);
    },
  };
}
