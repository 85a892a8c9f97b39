import { randomUUID } from 'node:crypto';
import { asFailure } from '../failures.ts';
import type { AuditEntry, Instant } from '../records.ts';
import type { Store } from '../store/store.ts';
import { recordId } from '../text/hash.ts';
import type { Asking } from './asking.ts';
import type { Log } from './route.ts';

/** What is written down of one act. */
export type Audited = Pick<AuditEntry, 'what' | 'on' | 'outcome' | 'detail'>;

/** The audit log of a desk with users: who did what, through what, and what was refused. */
export interface Auditing {
  /** What somebody did who is known. On a desk without users nothing is written. */
  act(asking: Asking, audited: Audited): Promise<void>;
  /** A sign-in, done or refused, by the user that was named; null where there is none. */
  signIn(
    asking: Pick<Asking, 'people' | 'client'>,
    who: AuditEntry['who'],
    sessionId: string | null,
    audited: Pick<Audited, 'outcome' | 'detail'>,
  ): Promise<void>;
}

/** What cannot be written is told in the log of the process: the act itself was done by then. */
export function createAuditing(store: Store, now: () => Instant, log: Log): Auditing {
  const write = async (entry: Omit<AuditEntry, 'id' | 'at'>) => {
    try {
      await store.recordAudit(newEntry(entry, now()));
    } catch (error) {
      log.error({ error: asFailure(error).message, what: entry.what }, 'audit log');
    }
  };
  /** Guesses by the thousand must not bury what was done: after so many in a minute one entry says so for the rest. */
  const counter = () => ({ minute: '', count: 0 });
  // Each apart: strangers who guess do not hide what users try.
  const [guesses, trespasses] = [counter(), counter()];
  const tooMany = (refusals: ReturnType<typeof counter>): boolean => {
    const minute = now().slice(0, 16);
    if (refusals.minute !== minute) Object.assign(refusals, { minute, count: 0 });
    refusals.count++;
    return refusals.count > refusedPerMinuteMax;
  };
  return {
    async act({ people, user, session, key, client }, audited) {
      if (!people || user === null) return;
      const through =
        key !== null ? ({ kind: 'key', id: key.id } as const) : ({ kind: 'session', id: session?.id ?? null } as const);
      if (audited.outcome === 'refused' && tooMany(trespasses)) return;
      await write({ ...audited, who: { id: user.id, name: user.name }, through, client });
    },
    async signIn({ people, client }, who, sessionId, { outcome, detail }) {
      if (!people) return;
      const through = { kind: 'sign-in', id: sessionId } as const;
      if (outcome === 'refused' && tooMany(guesses)) {
        if (guesses.count > refusedPerMinuteMax + 1) return;
        const rest = 'too many in this minute: the others are not listed';
        return write({ what: 'sign-in', on: null, outcome, detail: rest, who: null, through, client: '' });
      }
      await write({ what: 'sign-in', on: null, outcome, detail, who, through, client });
    },
  };
}

/** An entry with an id of its own: two alike in one moment are two. */
export function newEntry(entry: Omit<AuditEntry, 'id' | 'at'>, at: Instant): AuditEntry {
  const { what, on, detail } = entry;
  // Addresses and names may be as long as a request.
  const cut = (text: string | null) => text?.slice(0, textCharactersMax) ?? null;
  return {
    ...entry,
    what: what.slice(0, textCharactersMax),
    on: cut(on),
    detail: cut(detail),
    id: recordId('audit', at, randomUUID()),
    at,
  };
}

const refusedPerMinuteMax = 60;
const textCharactersMax = 300;
