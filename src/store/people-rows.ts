import type { ApiKey, AuditEntry, Session, User } from '../records.ts';
import type { Page1 } from './store.ts';

// Rows of people as both stores' statements give them, and the records they are.

/** What changes often stands in columns of its own, beside the record as it was made. */
export interface SessionRow {
  readonly record: string;
  readonly seen: string;
  readonly ended: string | null;
}

export function sessionOf({ record, seen, ended }: SessionRow): Session {
  return { ...(JSON.parse(record) as Session), seen, ended };
}

export interface KeyRow {
  readonly record: string;
  readonly used: string | null;
}

export function keyOf({ record, used }: KeyRow): ApiKey {
  return { ...(JSON.parse(record) as ApiKey), used };
}

/** Without one who is, nobody could ever let anybody in again. */
export function isAdmin({ role, disabled }: User): boolean {
  return role === 'admin' && disabled === null;
}

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
