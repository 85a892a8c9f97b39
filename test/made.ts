import type {
  Alert,
  ApiKey,
  Article,
  AuditEntry,
  DatedEvent,
  Development,
  Lead,
  Page,
  Published,
  Reading,
  Session,
  Source,
  Statement,
  Story,
  User,
  Watch,
} from '../src/records.ts';
import type { PageResults } from '../src/store/store.ts';
import { recordId, sha256 } from '../src/text/hash.ts';

/**
 * Records for tests and benches, complete and consistent, so that a case names only what it is about. First those of which
 * nothing is known; then those of a small town's paper, made from a name and a number, with which stores are filled.
 */
export function plainArticle(body: string, change: Partial<Article> = {}): Article {
  return {
    id: 'ar-test',
    pageId: 'pa-test',
    version: 1,
    kind: 'article',
    title: null,
    standfirst: null,
    byline: [],
    published: publishedOn(null),
    modified: null,
    credit: null,
    language: 'en',
    site: null,
    section: null,
    canonical: null,
    image: null,
    partial: false,
    body,
    notes: [],
    ...change,
  };
}

/** A day of publication that was given; null for none. */
export function publishedOn(day: string | null): Published {
  return day === null
    ? { value: null, precision: 'unknown', from: 'none' }
    : { value: day, precision: 'day', from: 'given' };
}

/** An article as read, with the facts that a case names and no others. */
export function plainReading(article: Article, facts: Partial<Reading> = {}): Reading {
  return { article, leads: [], statements: [], events: [], dates: [], figures: [], mentions: [], ...facts };
}

/** A watch that tells everything at once, in the inbox alone. */
export function plainWatch(id: string, query: string, change: Partial<Watch> = {}): Watch {
  return {
    id,
    name: id,
    query,
    created: '2026-11-01T00:00:00.000Z',
    paused: false,
    mutedUntil: null,
    expires: null,
    kinds: [],
    independentMin: 0,
    channels: [],
    ...change,
  };
}

/** A source of chance from 0 to below 1 with a seed, so that a failing case comes again (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A list in another order. */
export function shuffled<T>(list: readonly T[], chance: () => number): T[] {
  return list
    .map((one) => [chance(), one] as const)
    .sort((a, b) => a[0] - b[0])
    .map(([, one]) => one);
}

export function madePage(name: string, minute = 0, change: Partial<Page> = {}): Page {
  const hash = sha256(name);
  const url = `https://herald.example/${name}`;
  return {
    id: recordId('page', url, hash),
    url,
    finalUrl: url,
    name: null,
    sourceId: null,
    received: at(minute),
    sha256: hash,
    byteCount: name.length,
    contentType: 'text/html',
    status: 200,
    hint: {},
    stored: { file: 'pages-000001.warc.gz', offset: minute * 100, length: 100 },
    ...change,
  };
}

/** A page as an outlet publishes it, a paragraph to a line of its text, with its bytes. */
export function publishedPage(
  outlet: string,
  title: string,
  body: string,
  received: string,
): { page: Page; content: Uint8Array<ArrayBuffer> } {
  const paragraphs = body.split('\n').map((text) => `<p>${text}</p>`);
  const content = new TextEncoder().encode(
    `<html lang="en"><head><title>${title}</title><meta property="og:site_name" content="${outlet}"><meta property="article:published_time" content="${received}"></head><body><article><h1>${title}</h1>${paragraphs.join('')}</article></body></html>`,
  );
  const url = `https://${outlet.toLowerCase().replaceAll(' ', '-')}.example/story`;
  const hash = sha256(content);
  const id = recordId('page', url, hash);
  return {
    page: madePage(id, 0, { id, url, finalUrl: url, received, sha256: hash, byteCount: content.length }),
    content,
  };
}

/** The instant so many minutes into the day all tests play on. */
export function at(minute: number): string {
  return new Date(Date.UTC(2031, 4, 5) + minute * 60_000).toISOString();
}

export function madeSource(id: string, change: Partial<Source> = {}): Source {
  return {
    id,
    kind: 'feed',
    address: `https://${id}.example/feed`,
    title: `The ${id} Herald`,
    owner: null,
    added: at(0),
    paused: false,
    health: {
      state: 'new',
      since: at(0),
      lastTried: null,
      lastGood: null,
      lastItem: null,
      nextDue: at(0),
      intervalSeconds: 900,
      failuresInRow: 0,
      failure: null,
      etag: null,
      lastModified: null,
    },
    ...change,
  };
}

export function madeReading(page: Page, change: Partial<Article> = {}, facts: Partial<Reading> = {}): Reading {
  const body = 'The harbour of Lowell opened on Monday.\n\n"It took nine years," said Mayor Osk Tarn.';
  const article = plainArticle(body, {
    id: recordId('article', page.id),
    pageId: page.id,
    title: 'Harbour opens',
    byline: ['Ada Quill'],
    published: { value: page.received, precision: 'instant', from: 'meta' },
    site: 'The Lowell Herald',
    ...change,
  });
  return plainReading(article, facts);
}

export function madeStatement(body: string, quote: string, name: string | null, id = 'st-1'): Statement {
  const start = body.indexOf(quote);
  return {
    id,
    content: [[start, start + quote.length]],
    cue: null,
    form: 'direct',
    verb: 'say',
    force: 'say',
    negated: false,
    speaker: { span: null, name, reason: 'as written', role: 'the mayor', roleSpan: null },
    venue: null,
    addressee: null,
    saidOn: null,
    relay: [],
  };
}

export function madeEvent(from: string | null, to: string | null, id = 'ev-1'): DatedEvent {
  return {
    id,
    expression: [[0, 3]],
    from,
    to,
    precision: 'day',
    certain: true,
    open: from === null ? 'no day of publication' : null,
    partial: null,
    kind: 'window',
    status: 'planned',
    what: [4, 11],
    who: null,
  };
}

export function madeLead(title: string, change: Partial<Lead> = {}): Lead {
  return { title, href: null, teaser: null, block: null, language: 'en', cutOff: false, count: 1, ...change };
}

export function madeWatch(id: string, query: string, change: Partial<Watch> = {}): Watch {
  return plainWatch(id, query, { created: at(0), ...change });
}

/** What a page gives when its article opens a story of its own; `watches` are those that alert on it. */
export function madeResults(page: Page, reading = madeReading(page), watches: readonly string[] = []): PageResults {
  const { article } = reading;
  const story: Story = {
    id: recordId('story', article.id),
    title: article.title ?? '',
    language: article.language,
    opened: page.received,
    latest: page.received,
    pageCount: 1,
    outletCount: 1,
    independentCount: 1,
  };
  const development: Development = {
    id: recordId('development', article.id),
    storyId: story.id,
    articleId: article.id,
    kind: 'first',
    at: page.received,
    summary: article.title ?? '',
    evidence: [{ articleId: article.id, where: 'body', spans: [[0, 3]], quote: article.body.slice(0, 3) }],
    replaces: null,
    statementId: null,
    eventId: null,
  };
  const alerts: Alert[] = watches.map((watchId) => ({
    id: recordId('alert', watchId, article.id),
    watchId,
    storyId: story.id,
    articleId: article.id,
    developmentIds: [development.id],
    at: page.received,
    summary: development.summary,
    matched: [{ where: 'body', span: [0, 3], text: article.body.slice(0, 3) }],
  }));
  return {
    pageId: page.id,
    reading,
    problems: [{ step: 'read', what: 'nothing to speak of' }],
    placement: {
      articleId: article.id,
      storyId: story.id,
      copyOf: null,
      originId: article.id,
      share: null,
      reason: 'first of its story',
      byHand: false,
    },
    revised: [],
    story,
    developments: [development],
    alerts,
    deliveries: [],
    memory: {
      articleId: article.id,
      storyId: story.id,
      at: page.received,
      article: new TextEncoder().encode(`article ${article.id}`),
      story: new TextEncoder().encode(`story ${story.id}`),
    },
    at: page.received,
  };
}

/** An admin who may come in, by a password that nobody knows. */
export function madeUser(signInName: string, change: Partial<User> = {}): User {
  return {
    id: recordId('user', signInName),
    name: signInName[0].toUpperCase() + signInName.slice(1),
    signInName,
    email: null,
    role: 'admin',
    identity: null,
    password: null,
    made: at(0),
    disabled: null,
    ...change,
  };
}

export function madeSession(token: string, user: User, change: Partial<Session> = {}): Session {
  return {
    id: recordId('session', token),
    tokenHash: sha256(token),
    userId: user.id,
    made: at(0),
    seen: at(0),
    expires: at(600),
    ended: null,
    by: 'password',
    client: '192.0.2.1',
    device: null,
    ...change,
  };
}

export function madeApiKey(key: string, user: User, change: Partial<ApiKey> = {}): ApiKey {
  return {
    id: recordId('key', key),
    keyHash: sha256(key),
    prefix: key.slice(0, 4),
    name: key,
    scopes: ['read'],
    userId: user.id,
    made: at(0),
    used: null,
    expires: null,
    revoked: null,
    ...change,
  };
}

export function madeAudit(id: string, user: User | null, change: Partial<AuditEntry> = {}): AuditEntry {
  return {
    id,
    at: at(0),
    who: user === null ? null : { id: user.id, name: user.name },
    through: { kind: 'session', id: null },
    what: 'POST /watches',
    on: null,
    outcome: 'done',
    detail: null,
    client: '192.0.2.1',
    ...change,
  };
}
