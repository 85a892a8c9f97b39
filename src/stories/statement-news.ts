import type { Development } from '../records.ts';
import { overlaps } from '../text/spans.ts';
import { sameInterval } from './days.ts';
import { type EventFact, type StatementFact, sharedTopic, sharedWords, type Topic } from './facts.ts';
import { development, evidenceOf, type NewTelling, type Telling, type Weighed } from './tellings.ts';

/** New statements told of one article at most: the weightiest says that there is more to read. */
const statementsPerArticleMax = 1;

/**
 * Statements of an article that are news: against an earlier one, by a new speaker, or by a known one when the headline is about
 * it. What was said before by anyone is none, in whoever's mouth.
 */
export function statementNews(
  told: NewTelling,
  earlier: readonly Telling[],
  others: readonly Development[],
): Weighed[] {
  const known = earlier.flatMap(({ articleId, facts }) =>
    facts.statements.map((statement) => ({ articleId, statement })),
  );
  const speakers = new Set(known.map(({ statement }) => statement.speaker));
  const fresh = told.facts.statements.filter(
    (statement) => statement.shown !== null && statement.topic.length >= statementWordsMin && !isSaid(statement, known),
  );
  const news: Weighed[] = [];
  for (const heard of fresh) {
    const opposed = opposedBy(heard, known);
    const statement = inOwnWords(heard, fresh, told);
    if (opposed === undefined && (!isNews(statement, told, speakers, earlier) || isToldBy(statement, told, others)))
      continue;
    if (opposed === undefined) speakers.add(statement.speaker);
    news.push({
      weight: weightOf(statement, opposed !== undefined, told),
      development: development(told, 'statement', sayingOf(statement), [evidenceOf(told.articleId, statement)], {
        replaces: opposed === undefined ? null : replacedBy(opposed),
        statementId: statement.id,
      }),
    });
  }
  return news.sort((a, b) => b.weight - a.weight).slice(0, statementsPerArticleMax);
}

interface KnownStatement {
  readonly articleId: string;
  readonly statement: StatementFact;
}

/**
 * What an office or "the company" denied or confirmed, in the words of the person who spoke for it: the first of the same article
 * that are quoted right behind.
 */
function inOwnWords(heard: StatementFact, fresh: readonly StatementFact[], told: NewTelling): StatementFact {
  if (heard.speaker !== null || !strong.has(heard.force)) return heard;
  const end = heard.spans[0][1];
  const spoken = fresh.filter(
    ({ speaker, form, spans }) =>
      speaker !== null && form !== 'indirect' && spans[0][0] >= end && spans[0][0] - end < spokenReachMax,
  );
  // Whom the headline names speaks for it: beside a denial stand the words of those who said what is denied.
  const own = spoken.find((statement) => isHeadlined(statement, told)) ?? spoken[0];
  return own === undefined ? heard : { ...own, force: heard.force };
}

/** Characters between what an office said and the words of the person who said it. */
const spokenReachMax = 500;

/** Words of what is said, below which it says nothing to compare. */
const statementWordsMin = 3;

/** Force of what is said for a new speaker to be news even in reported speech. */
const strong = new Set<StatementFact['force']>(['deny', 'confirm', 'warn', 'promise', 'threaten', 'refuse']);
const against: Partial<Record<StatementFact['force'], readonly StatementFact['force'][]>> = {
  deny: ['say', 'claim', 'confirm', 'report', 'warn', 'promise', 'threaten'],
  confirm: ['claim', 'report', 'deny'],
  refuse: ['promise', 'confirm'],
};

/** True when an earlier article said the same with the same force. */
function isSaid(statement: StatementFact, known: readonly KnownStatement[]): boolean {
  return known.some(
    ({ statement: other }) => other.force === statement.force && isSameSaying(other.topic, statement.topic),
  );
}

/** True when one says what the other says: few words in common are not enough, since short sayings share "more" and "than". */
function isSameSaying(a: Topic, b: Topic): boolean {
  return sharedTopic(a, b) >= sameSayingMin && sharedWords(a, b) >= sameWordsMin;
}

const sameSayingMin = 0.6;
const sameWordsMin = 3;

function opposedBy(statement: StatementFact, known: readonly KnownStatement[]): KnownStatement | undefined {
  const forces = against[statement.force] ?? [];
  return known.findLast(
    ({ statement: other }) =>
      forces.includes(other.force) && sharedTopic(other.topic, statement.topic) >= aboutTheSameMin,
  );
}

const aboutTheSameMin = 0.35;

/**
 * True for what a new speaker says; of a known one for a denial, and for own words that the headline is about or that come after
 * the matter failed or was called off.
 */
function isNews(
  statement: StatementFact,
  told: NewTelling,
  speakers: ReadonlySet<string | null>,
  earlier: readonly Telling[],
): boolean {
  if (told.copied || statement.speaker === null) return false;
  if (told.translated && (statement.form === 'indirect' || isHeardAs(statement.speaker, speakers))) return false;
  if (!speakers.has(statement.speaker)) return statement.form !== 'indirect' || strong.has(statement.force);
  if (statement.force === 'deny') return true;
  return statement.form !== 'indirect' && (isHeadline(statement, told) || isAfterTurn(statement, earlier));
}

/** True when a speaker sounds like one who was heard, by the whole name or its beginning: languages cut names differently. */
function isHeardAs(speaker: string, speakers: ReadonlySet<string | null>): boolean {
  return [...speakers].some((other) => other !== null && (other.startsWith(speaker) || speaker.startsWith(other)));
}

/** True when the matter failed or was called off since a speaker was last heard. */
function isAfterTurn({ speaker }: StatementFact, earlier: readonly Telling[]): boolean {
  const heard = earlier.findLastIndex(({ facts }) => facts.statements.some((other) => other.speaker === speaker));
  return earlier
    .slice(heard + 1)
    .some(({ facts }) => facts.events.some(({ status, from }) => isTurn(status) && (from ?? '').length >= dayLength));
}

function isTurn(status: EventFact['status']): boolean {
  return status === 'failed' || status === 'cancelled';
}

const dayLength = '2000-01-01'.length;

/** True when a statement gives the date or the figure that is told of its article: that is one piece of news. */
function isToldBy({ force, spans }: StatementFact, told: NewTelling, others: readonly Development[]): boolean {
  if (strong.has(force)) return false;
  const dates = told.facts.events.filter(({ id }) => others.some(({ eventId }) => eventId === id));
  const same = told.facts.events.filter((event) => dates.some((date) => sameInterval(date, event)));
  const figures = others.flatMap(({ kind, evidence }) => (kind === 'figure' ? evidence : []));
  const given = [...same, ...figures.filter(({ where }) => where === 'body')].flatMap((one) => one.spans);
  return given.some((span) => spans.some((own) => overlaps(own, span)));
}

/** True when the headline names who speaks, by name or by role. */
function isHeadlined({ who }: StatementFact, { headline }: NewTelling): boolean {
  return sharedWords(who, headline) > 0;
}

/** True when the headline has words of what is said. */
function isHeadline({ topic }: StatementFact, { headline }: NewTelling): boolean {
  return sharedWords(topic, headline) >= headlineWordsMin;
}

const headlineWordsMin = 2;

/**
 * What is said against an earlier statement weighs most; of the rest what is denied, promised or warned of. A named person's own
 * words weigh more than a report of what an office said, and more still when the headline is about them.
 */
function weightOf(statement: StatementFact, isOpposed: boolean, told: NewTelling): number {
  const base = isOpposed ? 8 : strong.has(statement.force) ? 5 : 4;
  const isOwnWords = statement.speaker !== null && statement.form !== 'indirect';
  return (
    base +
    (isOwnWords ? ownWordsWeight : 0) +
    (isOwnWords && isHeadline(statement, told) ? 1 : 0) +
    (isOwnWords && isHeadlined(statement, told) ? 1 : 0)
  );
}

const ownWordsWeight = 1.5;

const verbs: Record<StatementFact['force'], string> = {
  say: 'says',
  claim: 'claims',
  warn: 'warns',
  deny: 'denies',
  confirm: 'confirms',
  promise: 'promises',
  threaten: 'threatens',
  ask: 'asks',
  refuse: 'refuses',
  report: 'reports',
};

function sayingOf({ shown, force, quote }: StatementFact): string {
  const words = quote.length <= 110 ? quote : `${quote.slice(0, 109).replace(/\s+\S*$/, '')}…`;
  return `${shown} ${verbs[force]}: ${words}`;
}

function replacedBy({ articleId, statement }: KnownStatement) {
  return {
    summary: `${statement.shown ?? 'Unnamed'}: ${statement.quote}`,
    evidence: [evidenceOf(articleId, statement)],
  };
}
