import { Failure } from '../failures.ts';
import type { FailureRecord, Instant, Page } from '../records.ts';
import type { Store } from '../store/store.ts';
import type { Html } from '../web/html.ts';
import type { Desk } from '../web/page.ts';
import type { Words } from '../web/words/en.ts';
import { phrase } from '../web/words/phrases.ts';
import type { StageCounts } from '../worker/notes.ts';
import type { Asking, Needs, Recognition } from './asking.ts';
import type { Auditing } from './auditing.ts';
import type { LiveRows } from './events.ts';
import type { SignIn } from './sign-in.ts';

/** What the desk works with. The worker is absent when this process only serves. */
export interface DeskTools {
  readonly store: Store;
  readonly pages: PageContents;
  readonly worker?: DeskWorker;
  readonly now: () => Instant;
  readonly log: Log;
  /** Under which address people open the desk, without a closing slash; absent: that of the request. */
  readonly address?: string;
  /** How long pages are kept, as this desk was started; absent or null: for good. */
  readonly keeps?: {
    readonly days: number | null;
    readonly bytes: number | null;
    /** Of the audit log. */
    readonly auditDays?: number | null;
  };
  /** Throws where an address may not be asked; absent, only public addresses may. */
  readonly checkAddress?: (address: string) => URL;
}

/** The tools as one request has them: `store` shows and changes what whoever asks may see. */
export interface RequestTools extends DeskTools {
  readonly asking: Asking;
  /** The store without that limit, for what is nobody's own. */
  readonly whole: Store;
}

/** Bytes of stored pages. Null when the archive no longer holds them. */
export interface PageContents {
  content(page: Page): Promise<Uint8Array | null>;
}

/** What the desk asks of the worker in the same process. Each may be missing: its button is then not shown. */
export interface DeskWorker {
  /** Makes a source due now. */
  pollSoon?(sourceId: string): Promise<void>;
  /** Looks at an address and says which feeds are there and what would be read. Stores nothing. */
  discover?(address: string): Promise<Discovery>;
  /** Takes a page, a dump, an archive or an OPML list handed over by a person; what `progress` throws stops it. */
  importFile?(name: string, content: Uint8Array, progress: (so: ImportProgress) => void): Promise<Imported>;
  /** Reads the sample archive in again, and takes it out; `removeSample` gives the number of pages removed. */
  loadSample?(): Promise<void>;
  removeSample?(): Promise<number>;
  /** What each stage has done since the start. */
  counts?(): readonly StageCounts[];
  /** Why all work rests, and since when; null while it does not. */
  paused?(): FailureRecord | null;
  /** Sends a message to a channel that says that it works. Throws a Failure. */
  trialChannel?(name: string): Promise<void>;
}

export interface Discovery {
  readonly address: string;
  readonly feeds: readonly {
    readonly address: string;
    readonly kind: 'feed' | 'sitemap' | 'listing';
    readonly title: string | null;
    /** Newest titles found there: what would be read. */
    readonly newest: readonly string[];
  }[];
}

/** How many pages of a file were taken in so far, and how many were there before. */
export interface ImportProgress {
  readonly accepted: number;
  readonly known: number;
}

export interface Imported extends ImportProgress {
  readonly sources: number;
  readonly problems: readonly string[];
}

/** The part of a pino logger that the server uses. */
export interface Log {
  info(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** One row of the table of routes. Who may ask for it, and by which keys, stands here alone. */
export interface Route extends Needs {
  readonly method: 'get' | 'post' | 'delete' | 'put';
  /** Hono form: `/stories/:id`. */
  readonly path: string;
  /** What it answers or does, in one sentence; shown in docs/api.md. */
  readonly what: string;
  /** Largest request body taken; GET takes none. */
  readonly bodyBytesMax?: number;
  readonly answer: (request: DeskRequest) => Promise<Answer> | Answer;
}

/** What a handler gives: a page, a redirect after a form, or a response of its own. */
export type Answer = Html | Redirect | Response;

/** POST, redirect, GET: where the browser goes after a form. */
export interface Redirect {
  readonly to: string;
  /** The act that can be undone there. */
  readonly act?: string;
  readonly cookies?: readonly string[];
}

export interface DeskRequest {
  readonly raw: Request;
  readonly url: URL;
  readonly tools: RequestTools;
  /** The state of the server that is no store's. */
  readonly own: OwnState;
  param(name: string): string;
  query(name: string): string | null;
  form(): Promise<Form>;
  /** What every page needs; made once a request, on first use. */
  desk(): Promise<Desk>;
}

export interface OwnState {
  readonly requests: number;
  readonly failures: number;
  readonly live: LiveRows;
  readonly recognition: Recognition;
  readonly signIn: SignIn;
  readonly auditing: Auditing;
}

/** Fields of a posted form. */
export interface Form {
  text(name: string): string;
  /** As it was typed, spaces and all. */
  secret(name: string): string;
  all(name: string): string[];
  file(name: string): Promise<{ name: string; content: Uint8Array }[]>;
}

/** The address of the desk for links that are read elsewhere: in feeds and calendars. */
export function deskAddress({ tools, url }: Pick<DeskRequest, 'tools' | 'url'>): string {
  return tools.address ?? url.origin;
}

/** What happened and what to do, in the reader's words. */
export function failureWords(failure: Failure, { phrases }: Pick<Words, 'phrases'>): string {
  return `${phrase(failure.message, phrases)}. ${phrase(failure.advice, phrases)}`;
}

/** A page or record that is not here; the desk says what to do instead. */
export function notHere(what: string): Failure {
  return new Failure('not-here', what, {
    retry: 'never',
    advice: 'It may have been removed, or the address is not whole. Search for it, or go back to the floor.',
  });
}

/** A request that cannot be carried out as it stands. */
export function badRequest(what: string, advice: string): Failure {
  return new Failure('bad-request', what, { retry: 'never', advice });
}

/** Something that whoever asks may not do. */
export function notAllowed(what: string, advice: string): Failure {
  return new Failure('not-allowed', what, { retry: 'never', advice });
}

/** Status of an answer to a failure: what will never work is the request's, what may work later is the moment's, the rest is ours. */
export function statusOf(failure: Failure): 400 | 403 | 404 | 413 | 500 | 503 {
  if (failure.code === 'not-here') return 404;
  if (failure.code === 'not-allowed') return 403;
  if (failure.code === 'too-large') return 413;
  if (failure.retry === 'never') return 400;
  return failure.retry === 'later' ? 503 : 500;
}

/** Ids are letters, digits, dots, dashes and underlines; anything else is no id of ours and never reaches the store. */
export function checkedId(id: string): string {
  if (!/^[A-Za-z0-9._-]{1,80}$/.test(id)) throw notHere('There is nothing with this id');
  return id;
}
