import type { ApiKey, AuditEntry, Session, User, Watch } from '../records.ts';
import type { Page1 } from './store.ts';

// Rows of people as both stores' statements give them, and the records they are.

/** What changes often stands in columns of its own, beside the record as it was made. */
export interface SessionRow {
  readonly record: string;
  readonly seen: string;
  readonly ended: string | null;
}

/** A session as it stands now. */
export function sessionOf({ record, seen, ended }: SessionRow): Session {
  return { ...(JSON.parse(record) as Session), seen, ended };
}

/** A key as it was made or changed, with what every use changes beside it. */
export interface KeyRow {
  readonly record: string;
  readonly used: string | null;
}

/** A key as it stands now. */
export function keyOf({ record, used }: KeyRow): ApiKey {
  return { ...(JSON.parse(record) as ApiKey), used };
}

/** Why a user may not be saved beside the others; null when nothing speaks against it. */
export function userFault(user: User, all: readonly User[]): 'taken' | 'last-admin' | null {
  const { id, signInName, identity } = user;
  const others = all.filter((one) => one.id !== id);
  const same = (one: User) =>
    one.signInName === signInName ||
    (identity !== null && one.identity?.issuer === identity.issuer && one.identity.subject === identity.subject);
  if (others.some(same)) return 'taken';
  // Without an admin who may come in, nobody could ever let anybody in again.
  return [...others, user].some(({ role, disabled }) => role === 'admin' && disabled === null) ? null : 'last-admin';
}

/** A page of the audit log from rows in its order; with a cursor to go on by only when it is full. */
export function auditPage(
  rows: readonly { readonly number: number; readonly record: string }[],
  limit: number,
): Page1<AuditEntry> {
  const last = rows.at(-1);
  return {
    rows: rows.map((row) => JSON.parse(row.record) as AuditEntry),
    next: last === undefined || rows.length < limit ? null : String(last.number),
  };
}

/** A cursor that is none of ours leads to the end: nothing is older. */
export function cursorNumber(cursor: string | null): number | null {
  if (cursor === null) return null;
  return /^\d{1,15}$/.test(cursor) ? Number(cursor) : 0;
}

/** The one user who may see a watch and what it tells; null for all, and for one without an owner. */
export function privateTo({ owner, private: own }: Pick<Watch, 'owner' | 'private'>): string | null {
  return own === true ? (owner ?? null) : null;
}
