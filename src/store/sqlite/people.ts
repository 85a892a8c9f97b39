import type { ApiKey, AuditEntry, Session, User } from '../../records.ts';
import type { PeopleMethods } from '../parts.ts';
import { auditPage, cursorNumber, type KeyRow, keyOf, type SessionRow, sessionOf, userFault } from '../people-rows.ts';
import type { Database } from './database.ts';

/** `PeopleMethods` in SQLite. */
export function peopleMethods(database: Database): PeopleMethods {
  const users = (where: string, ...values: string[]) =>
    database
      .all<{ record: string }>(`SELECT record FROM desk_user ${where} ORDER BY made, id`, ...values)
      .map((row) => JSON.parse(row.record) as User);
  const put = (user: User, all: readonly User[]) => {
    const fault = userFault(user, all);
    if (fault !== null) return fault;
    const { id, signInName, identity, made } = user;
    database.run(
      `INSERT INTO desk_user (id, sign_in_name, issuer, subject, made, record) VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET sign_in_name = excluded.sign_in_name, issuer = excluded.issuer,
         subject = excluded.subject, record = excluded.record`,
      ...[id, signInName, identity?.issuer ?? null, identity?.subject ?? null, made, JSON.stringify(user)],
    );
    return 'saved';
  };
  return {
    async hasUsers() {
      return database.get('SELECT 1 FROM desk_user LIMIT 1') !== null;
    },
    async listUsers() {
      return users('');
    },
    async getUser(id) {
      return users('WHERE id = ?', id)[0] ?? null;
    },
    async findUser(by) {
      const found =
        'signInName' in by
          ? users('WHERE sign_in_name = ?', by.signInName)
          : users('WHERE issuer = ? AND subject = ?', by.issuer, by.subject);
      return found[0] ?? null;
    },
    async saveUser(user) {
      return database.transaction(() => put(user, users('')));
    },
    async changeUser(id, change) {
      return database.transaction(() => {
        const all = users('');
        const user = all.find((one) => one.id === id);
        return user === undefined ? 'unknown' : put({ ...user, ...change }, all);
      });
    },

    async addSession(session) {
      database.run(
        `INSERT INTO desk_session (id, token_hash, user_id, made, seen, ended, record) VALUES (?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT DO NOTHING`,
        ...[session.id, session.tokenHash, session.userId, session.made, session.seen, session.ended],
        JSON.stringify(session),
      );
    },
    async getSession(tokenHash) {
      const row = database.get<SessionRow & { user: string }>(
        `SELECT desk_session.record, seen, ended, desk_user.record AS user
         FROM desk_session JOIN desk_user ON desk_user.id = user_id WHERE token_hash = ?`,
        tokenHash,
      );
      return row === null ? null : { session: sessionOf(row), user: JSON.parse(row.user) as User };
    },
    async touchSession(id, seen) {
      database.run('UPDATE desk_session SET seen = ? WHERE id = ?', seen, id);
    },
    async endSession(id, at) {
      database.run('UPDATE desk_session SET ended = ? WHERE id = ? AND ended IS NULL', at, id);
    },
    async endSessionsOf(userId, at, butId = '') {
      return database.run(
        'UPDATE desk_session SET ended = ? WHERE user_id = ? AND ended IS NULL AND id <> ?',
        at,
        userId,
        butId,
      );
    },
    async listSessions(userId): Promise<Session[]> {
      return database
        .all<SessionRow>(
          'SELECT record, seen, ended FROM desk_session WHERE user_id = ? ORDER BY made DESC, id',
          userId,
        )
        .map(sessionOf);
    },
    async forgetSessions(madeBefore) {
      return database.run('DELETE FROM desk_session WHERE made < ?', madeBefore);
    },

    async saveApiKey(key) {
      database.run(
        `INSERT INTO api_key (id, key_hash, user_id, made, used, record) VALUES (?, ?, ?, ?, ?, ?)
         ON CONFLICT (id) DO UPDATE SET record = excluded.record`,
        ...[key.id, key.keyHash, key.userId, key.made, key.used, JSON.stringify(key)],
      );
    },
    async getApiKey(keyHash) {
      const row = database.get<KeyRow & { user: string }>(
        `SELECT api_key.record, used, desk_user.record AS user
         FROM api_key JOIN desk_user ON desk_user.id = user_id WHERE key_hash = ?`,
        keyHash,
      );
      return row === null ? null : { key: keyOf(row), user: JSON.parse(row.user) as User };
    },
    async touchApiKey(id, used) {
      database.run('UPDATE api_key SET used = ? WHERE id = ?', used, id);
    },
    async listApiKeys(userId): Promise<ApiKey[]> {
      const select = 'SELECT record, used FROM api_key';
      const order = 'ORDER BY made DESC, id';
      const rows =
        userId === null
          ? database.all<KeyRow>(`${select} ${order}`)
          : database.all<KeyRow>(`${select} WHERE user_id = ? ${order}`, userId);
      return rows.map(keyOf);
    },

    async recordAudit(entry: AuditEntry) {
      database.run(
        'INSERT INTO audit (id, at, user_id, record) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING',
        entry.id,
        entry.at,
        entry.who?.id ?? null,
        JSON.stringify(entry),
      );
    },
    async listAudit({ cursor, limit, userId = null, since = null }) {
      const asked: [condition: string, value: string | number | null][] = [
        ['number < ?', cursorNumber(cursor)],
        ['user_id = ?', userId],
        ['at >= ?', since],
      ];
      const conditions = asked.filter((one): one is [string, string | number] => one[1] !== null);
      const where = conditions.map(([condition]) => condition).join(' AND ');
      const rows = database.all<{ number: number; record: string }>(
        `SELECT number, record FROM audit ${where === '' ? '' : `WHERE ${where}`} ORDER BY number DESC LIMIT ?`,
        ...conditions.map(([, value]) => value),
        limit,
      );
      return auditPage(rows, limit);
    },
    async forgetAudit(before) {
      return database.run('DELETE FROM audit WHERE at < ?', before);
    },
  };
}
