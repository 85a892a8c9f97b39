/**
 * The kinds of failure at the edge and what each means for a retry. Pure stages do not throw these: they return problems.
 */

/** `later`: the same request may work later. `never`: it will not. `stop`: this job must stop and a person must look. */
export type Retry = 'later' | 'never' | 'stop';

export interface FailureOptions {
  readonly retry: Retry;
  /** One sentence for a person: what to do. */
  readonly advice: string;
  readonly cause?: unknown;
  /** Seconds the other side asked us to wait (Retry-After). */
  readonly retryAfterSeconds?: number;
}

/** A typed failure: `code` for machines, `message` says what happened to whom, `advice` what to do. */
export class Failure extends Error {
  readonly code: string;
  readonly retry: Retry;
  readonly advice: string;
  readonly retryAfterSeconds: number | null;

  constructor(code: string, message: string, options: FailureOptions) {
    super(message, { cause: options.cause });
    this.name = 'Failure';
    this.code = code;
    this.retry = options.retry;
    this.advice = options.advice;
    this.retryAfterSeconds = options.retryAfterSeconds ?? null;
  }
}

/** Turns anything thrown into a Failure. What is not one already is a bug of ours: it stops the job, loudly. */
export function asFailure(thrown: unknown): Failure {
  if (thrown instanceof Failure) return thrown;
  const { code, errcode } = (thrown ?? {}) as { code?: unknown; errcode?: unknown };
  // Of SQLite's codes the low byte tells the kind: 13 full, 8 not to be written (sqlite.org/rescode.html).
  const kind = code === 'ERR_SQLITE_ERROR' && typeof errcode === 'number' ? errcode & 0xff : null;
  if (kind === 13 || code === 'ENOSPC' || code === 'EDQUOT') {
    return new Failure('disk-full', 'The disk of the data folder is full', {
      retry: 'later',
      advice: 'Make room on it; what was accepted is kept and goes on then.',
      cause: thrown,
    });
  }
  if (kind === 8 || code === 'EROFS') {
    return new Failure('cannot-write', 'The data folder cannot be written', {
      retry: 'later',
      advice: 'Check its rights and whether its disk is mounted for writing.',
      cause: thrown,
    });
  }
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return new Failure('bug', message, {
    retry: 'stop',
    advice: 'This is a fault in Watchfloor. Nothing is lost; please report it with the page that caused it.',
    cause: thrown,
  });
}

/** Whether it is of the place where everything is stored: no page, address or message is to blame, and all of them meet it. */
export function isOutage({ code }: Pick<Failure, 'code'>): boolean {
  return outages.has(code);
}

const outages = new Set(['disk-full', 'cannot-write', 'database-away', 'pages-away', 'pages-refused']);

/** A failure as it is kept, with when it happened. */
export function failureRecord({ code, message, advice, retry }: Failure, at: string) {
  return { code, what: message, advice, retry, at };
}
