import { z } from '@hono/zod-openapi';
import { faceOf } from '../cli/face.ts';
import {
  type Alert,
  type AlertState,
  alertStates,
  type Development,
  developmentKinds,
  type Evidence,
  type FailureRecord,
  roles,
  type Source,
  type Story,
  type User,
  type Watch,
} from '../records.ts';
import type {
  ArticleBrief,
  Delivery,
  SearchAnswer,
  StoreCounts,
  StoredAlert,
  StoredArticle,
  StoredDevelopment,
  StoredEvent,
  StoredLead,
  StoredStatement,
  StoredStory,
} from '../store/store.ts';
import type { FewerView } from '../web/fewer.ts';

/**
 * The wire shapes of the API, each with the function that makes it from a record. Fields may be added, never renamed: changing
 * a record breaks no client.
 */
const instant = z.string().openapi({ format: 'date-time', example: '2026-11-24T16:12:00.000Z' });
const id = z.string().openapi({ example: 'st-0123456789abcdef0123' });
const nullableText = z.string().nullable();
const span = z.tuple([z.number().int(), z.number().int()]).openapi({
  description: 'Half-open UTF-16 offsets into the body of the article.',
});

export const kindShape = z.enum(developmentKinds);
export const stateShape = z.enum(alertStates);

export const failureShape = z
  .object({ code: z.string(), what: z.string(), advice: z.string() })
  .openapi('Failure', { description: 'What went wrong, and what to do.' });

export const briefShape = z
  .object({
    id,
    title: nullableText,
    site: nullableText,
    language: nullableText,
    published: nullableText,
    received: instant,
    credit: nullableText,
    url: nullableText,
  })
  .openapi('ArticleBrief');

export const storyBriefShape = z
  .object({
    id,
    title: z.string(),
    language: nullableText,
    opened: instant,
    latest: instant,
    pages: z.number().int(),
    outlets: z.number().int(),
    independent: z.number().int(),
  })
  .openapi('Story');

const evidenceShape = z
  .object({ article: id, where: z.enum(['title', 'body']), spans: z.array(span), quote: z.string() })
  .openapi('Evidence');

const developmentFields = {
  id,
  kind: kindShape,
  at: instant,
  summary: z.string(),
  evidence: z.array(evidenceShape),
  replaces: z.object({ summary: z.string(), evidence: z.array(evidenceShape) }).nullable(),
};

export const developmentShape = z
  .object({ ...developmentFields, story: storyBriefShape, article: briefShape, watches: z.array(id) })
  .openapi('Development');

export const alertShape = z
  .object({
    id,
    watch: id,
    state: stateShape,
    at: instant,
    summary: z.string(),
    matched: z.array(z.object({ where: z.string(), text: z.string() })),
    story: storyBriefShape,
    article: briefShape,
    developments: z.array(z.object(developmentFields)),
    assignee: nullableText,
    assignedBy: nullableText,
    tags: z.array(z.string()),
    comments: z.array(z.object({ id, at: instant, by: z.string(), text: z.string() })),
  })
  .openapi('Alert');

const keptFailureShape = z.object({ code: z.string(), what: z.string(), advice: z.string(), at: instant }).nullable();

export const deliveryShape = z
  .object({
    id,
    channel: z.string(),
    alerts: z.array(id),
    tries: z.number().int(),
    failure: keptFailureShape,
  })
  .openapi('Delivery');

/** What was done, and the act that undoes it (`POST /api/acts/{id}/undo`). */
export const actDoneShape = z.object({ done: z.literal(true), act: id }).openapi('ActDone');

export const fewerShape = z
  .object({
    watch: id,
    query: z.string(),
    days: z.number().int(),
    alerts: z.number().int().openapi({ description: 'Alerts that the proposals were tried on.' }),
    proposals: z.array(
      z.object({
        part: z.string(),
        value: z.string(),
        added: z.string(),
        query: z.string(),
        alerts: z.number().int().openapi({ description: 'Alerts that would be left.' }),
        dropped: z.array(z.object({ article: id, title: nullableText, state: stateShape.nullable() })),
      }),
    ),
  })
  .openapi('Fewer');

export const statementShape = z
  .object({
    id,
    quote: z.string(),
    form: z.enum(['direct', 'mixed', 'indirect']),
    force: z.string(),
    negated: z.boolean(),
    speaker: nullableText,
    role: nullableText,
    venue: nullableText,
    addressee: nullableText,
    saidOn: nullableText,
    relay: z.array(z.string()),
    content: z.array(span),
    article: briefShape,
    story: nullableText,
  })
  .openapi('Statement');

export const eventShape = z
  .object({
    id,
    expression: z.string(),
    from: nullableText,
    to: nullableText,
    precision: z.string(),
    certain: z.boolean(),
    open: nullableText,
    kind: z.string(),
    status: z.string(),
    what: nullableText,
    who: nullableText,
    spans: z.array(span),
    article: briefShape,
    story: nullableText,
  })
  .openapi('Event');

export const storyShape = storyBriefShape
  .extend({
    articles: z.array(
      briefShape.extend({ copyOf: nullableText, origin: id, share: z.number().nullable(), reason: z.string() }),
    ),
    developments: z.array(z.object({ ...developmentFields, article: briefShape })),
    statements: z.array(statementShape),
    events: z.array(eventShape),
  })
  .openapi('StoryWithArticles');

export const articleShape = z
  .looseObject({
    id,
    story: nullableText,
    copyOf: nullableText,
    share: z.number().nullable(),
    article: z.looseObject({ title: nullableText, body: z.string() }),
  })
  .openapi('Article', { description: 'The JSON face of one page, as `watchfloor read --json` prints it.' });

export const searchShape = z
  .object({
    total: z.number().int(),
    atLeast: z.boolean(),
    atMost: z.number().int().nullable(),
    hits: z.array(briefShape.extend({ story: nullableText, snippet: z.string(), marks: z.array(span) })),
    facets: z
      .object({
        days: z.array(z.object({ day: z.string(), count: z.number().int() })),
        sites: z.array(z.object({ site: z.string(), count: z.number().int() })),
        languages: z.array(z.object({ language: z.string(), count: z.number().int() })),
        kinds: z.array(z.object({ kind: z.string(), count: z.number().int() })),
      })
      .nullable(),
    next: nullableText,
  })
  .openapi('SearchAnswer');

const localTime = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
  .openapi({ example: '07:30' });

/** What a person decides about a watch: taken by POST and PUT, given back with the rest. */
export const watchDraftShape = z
  .object({
    name: z.string().trim().min(1).max(120),
    query: z.string().trim().min(1).max(20_000),
    kinds: z.array(kindShape).default([]),
    independentMin: z.number().int().min(0).max(99).default(0),
    channels: z.array(z.string().regex(/^[\w.-]{1,40}$/)).default([]),
    paused: z.boolean().default(false),
    mutedUntil: z.iso.datetime().nullable().default(null),
    expires: z.iso.datetime().nullable().default(null),
    quiet: z.object({ from: localTime, to: localTime }).nullable().optional(),
    digestAt: localTime.nullable().optional(),
    private: z.boolean().optional().openapi({ description: 'Its owner alone sees it; on a desk with users.' }),
  })
  .openapi('WatchDraft');

export const watchShape = z
  .object({
    id,
    created: instant,
    name: z.string(),
    query: z.string(),
    kinds: z.array(kindShape),
    independentMin: z.number().int(),
    channels: z.array(z.string()),
    paused: z.boolean(),
    mutedUntil: nullableText,
    expires: nullableText,
    quiet: z.object({ from: z.string(), to: z.string() }).nullable(),
    digestAt: nullableText,
    owner: nullableText.openapi({ description: 'Id of the user who made it; null on a desk without users.' }),
    private: z.boolean(),
    fresh: z.number().int(),
    total: z.number().int(),
  })
  .openapi('Watch');

export const userShape = z
  .object({
    id,
    name: z.string(),
    signInName: z.string(),
    email: nullableText,
    role: z.enum(roles),
    made: instant,
    disabled: nullableText,
  })
  .openapi('User');

export const auditShape = z
  .object({
    id,
    at: instant,
    who: z.object({ id, name: z.string() }).nullable(),
    through: z.object({ kind: z.enum(['session', 'key', 'sign-in', 'command-line']), id: nullableText }),
    what: z.string(),
    on: nullableText,
    outcome: z.enum(['done', 'refused', 'failed']),
    detail: nullableText,
    client: z.string(),
  })
  .openapi('AuditEntry');

export const sourceDraftShape = z
  .object({
    address: z.string().min(1).max(4_000),
    kind: z.enum(['feed', 'sitemap', 'listing']).default('feed'),
    title: z.string().max(200).nullable().default(null),
    owner: z.string().max(200).nullable().default(null),
  })
  .openapi('SourceDraft');

export const sourceShape = z
  .object({
    id,
    kind: z.enum(['feed', 'sitemap', 'listing', 'import']),
    address: z.string(),
    title: nullableText,
    owner: nullableText,
    added: instant,
    paused: z.boolean(),
    health: z.object({
      state: z.enum(['new', 'good', 'failing', 'silent', 'paused']),
      since: instant,
      lastTried: nullableText,
      lastGood: nullableText,
      lastItem: nullableText,
      nextDue: nullableText,
      failuresInRow: z.number().int(),
      failure: keptFailureShape,
    }),
  })
  .openapi('Source');

export const leadShape = z
  .object({
    title: z.string(),
    href: nullableText,
    teaser: nullableText,
    block: nullableText,
    language: nullableText,
    cutOff: z.boolean(),
    count: z.number().int(),
    completedBy: nullableText,
    article: id,
    received: instant,
  })
  .openapi('Lead');

export const speakerShape = z
  .object({ name: z.string(), statements: z.number().int(), latest: instant })
  .openapi('Speaker');

export const queryShape = z
  .object({
    valid: z.boolean(),
    words: nullableText,
    problems: z.array(z.object({ at: span, what: z.string(), instead: nullableText })),
  })
  .openapi('Query');

export const countsShape = z
  .object({
    sources: z.number().int(),
    pages: z.number().int(),
    pagesWaiting: z.number().int(),
    pagesFailed: z.number().int(),
    articles: z.number().int(),
    stories: z.number().int(),
    developments: z.number().int(),
    alerts: z.number().int(),
    watches: z.number().int(),
    deliveriesWaiting: z.number().int(),
    deliveriesFailed: z.number().int(),
    databaseBytes: z.number().int(),
  })
  .openapi('Counts');

/** Of a password and an identity nothing. */
export function wireUser({
  id: userId,
  name,
  signInName,
  email,
  role,
  made,
  disabled,
}: User): z.infer<typeof userShape> {
  return { id: userId, name, signInName, email, role, made, disabled };
}

export function wireBrief(brief: ArticleBrief): z.infer<typeof briefShape> {
  const { id: articleId, title, site, language, published, received, credit, url } = brief;
  return { id: articleId, title, site, language, published: published.value, received, credit, url };
}

export function wireStory(story: Story): z.infer<typeof storyBriefShape> {
  const { pageCount, outletCount, independentCount, ...rest } = story;
  const { id: storyId, title, language, opened, latest } = rest;
  return {
    id: storyId,
    title,
    language,
    opened,
    latest,
    pages: pageCount,
    outlets: outletCount,
    independent: independentCount,
  };
}

export function wireDevelopment(stored: StoredDevelopment): z.infer<typeof developmentShape> {
  return {
    ...bareDevelopment(stored.development),
    story: wireStory(stored.story),
    article: wireBrief(stored.article),
    watches: [...stored.watchIds],
  };
}

export function wireAlert(stored: StoredAlert): z.infer<typeof alertShape> {
  const alert: Alert = stored.alert;
  const state: AlertState = stored.state;
  return {
    id: alert.id,
    watch: alert.watchId,
    state,
    at: alert.at,
    summary: alert.summary,
    matched: alert.matched.map(({ where, text }) => ({ where, text })),
    story: wireStory(stored.story),
    article: wireBrief(stored.article),
    developments: stored.developments.map(bareDevelopment),
    assignee: stored.notes.assignee,
    assignedBy: stored.notes.assignedBy ?? null,
    tags: [...stored.notes.tags],
    comments: stored.notes.comments.map(({ id: commentId, at, by, text }) => ({ id: commentId, at, by, text })),
  };
}

export function wireFewer({ watch, days, told, proposals }: FewerView): z.infer<typeof fewerShape> {
  return {
    watch: watch.id,
    query: watch.query,
    days,
    alerts: told,
    proposals: proposals.map(({ part, value, added, query, dropped }) => ({
      part,
      value,
      added,
      query,
      alerts: told - dropped.length,
      dropped: dropped.map(({ article, state }) => ({ article: article.id, title: article.title, state })),
    })),
  };
}

export function wireStatement({ statement, quote, article, storyId }: StoredStatement): z.infer<typeof statementShape> {
  return {
    id: statement.id,
    quote,
    form: statement.form,
    force: statement.force,
    negated: statement.negated,
    speaker: statement.speaker.name,
    role: statement.speaker.role,
    venue: statement.venue?.text ?? null,
    addressee: statement.addressee?.text ?? null,
    saidOn: statement.saidOn,
    relay: statement.relay.map((link) => link.text),
    content: statement.content.map(pair),
    article: wireBrief(article),
    story: storyId,
  };
}

export function wireEvent({ event, what, who, expression, article, storyId }: StoredEvent): z.infer<typeof eventShape> {
  return {
    id: event.id,
    expression,
    from: event.from,
    to: event.to,
    precision: event.precision,
    certain: event.certain,
    open: event.open,
    kind: event.kind,
    status: event.status,
    what,
    who,
    spans: event.expression.map(pair),
    article: wireBrief(article),
    story: storyId,
  };
}

export function wireStoredStory(stored: StoredStory): z.infer<typeof storyShape> {
  return {
    ...wireStory(stored.story),
    articles: stored.articles.map(({ brief, placement }) => ({
      ...wireBrief(brief),
      copyOf: placement.copyOf,
      origin: placement.originId,
      share: placement.share,
      reason: placement.reason,
    })),
    developments: stored.developments.map((one) => ({
      ...bareDevelopment(one.development),
      article: wireBrief(one.article),
    })),
    statements: stored.statements.map(wireStatement),
    events: stored.events.map(wireEvent),
  };
}

export function wireArticle(stored: StoredArticle): z.infer<typeof articleShape> {
  const { page, reading, placement, problems } = stored;
  const face = faceOf(
    { url: page.finalUrl ?? page.url, received: page.received, sha256: page.sha256 },
    reading,
    problems,
  );
  return {
    ...(face as { article: { title: string | null; body: string } }),
    id: reading.article.id,
    story: placement?.storyId ?? null,
    copyOf: placement?.copyOf ?? null,
    share: placement?.share ?? null,
  };
}

export function wireSearch(answer: SearchAnswer): z.infer<typeof searchShape> {
  const { facets } = answer;
  return {
    total: answer.total,
    atLeast: answer.atLeast,
    atMost: answer.atMost,
    hits: answer.rows.map(({ article, storyId, snippet, marks }) => ({
      ...wireBrief(article),
      story: storyId,
      snippet,
      marks: marks.map(pair),
    })),
    facets:
      facets === null
        ? null
        : {
            days: [...facets.days],
            sites: [...facets.sites],
            languages: [...facets.languages],
            kinds: [...facets.kinds],
          },
    next: answer.next,
  };
}

export function wireWatch(watch: Watch, counts: { fresh: number; total: number }): z.infer<typeof watchShape> {
  return {
    ...watch,
    kinds: [...watch.kinds],
    channels: [...watch.channels],
    quiet: watch.quiet ?? null,
    digestAt: watch.digestAt ?? null,
    owner: watch.owner ?? null,
    private: watch.private === true,
    fresh: counts.fresh,
    total: counts.total,
  };
}

export function wireSource(source: Source): z.infer<typeof sourceShape> {
  const { state, since, lastTried, lastGood, lastItem, nextDue, failuresInRow, failure } = source.health;
  const { id: sourceId, kind, address, title, owner, added, paused } = source;
  return {
    id: sourceId,
    kind,
    address,
    title,
    owner,
    added,
    paused,
    health: {
      state,
      since,
      lastTried,
      lastGood,
      lastItem,
      nextDue,
      failuresInRow,
      failure: wireFailure(failure),
    },
  };
}

export function wireLead({ lead, articleId, received, completedBy }: StoredLead): z.infer<typeof leadShape> {
  return { ...lead, completedBy, article: articleId, received };
}

export function wireDelivery(delivery: Delivery): z.infer<typeof deliveryShape> {
  const { id: deliveryId, alertId, folded = [], channel, tries, failure } = delivery;
  return { id: deliveryId, channel, alerts: [alertId, ...folded], tries, failure: wireFailure(failure) };
}

function wireFailure(failure: FailureRecord | null): z.infer<typeof keptFailureShape> {
  return failure && { code: failure.code, what: failure.what, advice: failure.advice, at: failure.at };
}

export function wireCounts(counts: StoreCounts): z.infer<typeof countsShape> {
  const { oldestWaiting: _oldest, fetchesWaiting: _fetches, ...rest } = counts;
  return rest;
}

function bareDevelopment(one: Development) {
  const { id: developmentId, kind, at, summary, evidence, replaces } = one;
  return {
    id: developmentId,
    kind,
    at,
    summary,
    evidence: evidence.map(wireEvidence),
    replaces: replaces === null ? null : { summary: replaces.summary, evidence: replaces.evidence.map(wireEvidence) },
  };
}

function wireEvidence({ articleId, where, spans, quote }: Evidence) {
  return { article: articleId, where, spans: spans.map(pair), quote };
}

function pair(one: readonly [number, number]): [number, number] {
  return [one[0], one[1]];
}
