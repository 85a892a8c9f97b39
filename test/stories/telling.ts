import type { Article, DatedEvent, Figure, Statement } from '../../src/records.ts';
import type { Arrival } from '../../src/stories/stories.ts';
import { recordId } from '../../src/text/hash.ts';
import { plainArticle, plainReading } from '../made.ts';

/**
 * An article for the tests of stories: text with its facts named by the words they stand on, so that a case is text in and
 * records out without the reading stage.
 */
export interface Told {
  readonly title: string;
  readonly body: string;
  readonly site?: string;
  readonly url?: string;
  readonly owner?: string;
  readonly published?: string;
  readonly received?: string;
  readonly agency?: string;
  readonly language?: string;
  readonly said?: readonly SaidFact[];
  readonly dated?: readonly DatedFact[];
  readonly counted?: readonly CountedFact[];
}

export interface SaidFact {
  readonly words: string;
  readonly by: string | null;
  readonly force?: Statement['force'];
  readonly form?: Statement['form'];
  readonly relay?: string;
  readonly role?: string;
  /** Words that name the speaker without a name: "the company". */
  readonly shown?: string;
}

export interface DatedFact {
  readonly words: string;
  readonly from: string | null;
  readonly to?: string | null;
  readonly what: string;
  readonly kind?: DatedEvent['kind'];
  readonly status?: DatedEvent['status'];
}

export interface CountedFact {
  readonly words: string;
  readonly value: number;
  readonly of: string;
  readonly unit?: string;
}

/** The arrival of an article; `turn` numbers it when it has no time of its own. */
export function arrivalOf(told: Told, turn: number): Arrival {
  const site = told.site ?? `outlet${turn}.example`;
  const url = told.url ?? `https://${site}/${turn}`;
  const article = plainArticle(told.body, {
    id: recordId('article', url, told.title, told.body),
    pageId: recordId('page', url, told.body),
    title: told.title,
    published: {
      value: told.published ?? null,
      precision: told.published === undefined ? 'unknown' : told.published.length > 10 ? 'instant' : 'day',
      from: told.published === undefined ? 'none' : 'given',
    },
    credit:
      told.agency === undefined
        ? null
        : { agency: told.agency, evidence: `(${told.agency})`, form: 'tail', others: [] },
    language: told.language ?? 'en',
    site,
  });
  const reading = plainReading(article, {
    statements: (told.said ?? []).map((said) => statementOf(article, said)),
    events: (told.dated ?? []).map((dated) => eventOf(article, dated)),
    figures: (told.counted ?? []).map((counted) => figureOf(article, counted)),
  });
  return {
    reading,
    received: told.received ?? new Date(Date.UTC(2031, 4, 5, 6, turn)).toISOString(),
    url,
    source: told.owner === undefined ? null : { id: site, title: site, owner: told.owner },
  };
}

function spanOf(body: string, words: string): readonly [number, number] {
  const start = body.indexOf(words);
  if (start < 0) throw new Error(`not in the body: ${words}`);
  return [start, start + words.length];
}

function statementOf({ id, body }: Article, said: SaidFact): Statement {
  return {
    id: recordId('statement', id, said.words),
    content: [spanOf(body, said.words)],
    cue: null,
    form: said.form ?? 'direct',
    verb: null,
    force: said.force ?? 'say',
    negated: false,
    speaker: {
      span: said.by === null && said.shown === undefined ? null : spanOf(body, said.by ?? said.shown ?? ''),
      name: said.by,
      reason: 'as written',
      role: said.role ?? null,
      roleSpan: said.role === undefined ? null : spanOf(body, said.role),
    },
    venue: null,
    addressee: null,
    saidOn: null,
    relay: said.relay === undefined ? [] : [{ span: spanOf(body, said.relay), text: said.relay }],
  };
}

function eventOf({ id, body }: Article, dated: DatedFact): DatedEvent {
  return {
    id: recordId('event', id, dated.words),
    expression: [spanOf(body, dated.words)],
    from: dated.from,
    to: dated.to === undefined ? dated.from : dated.to,
    precision: 'day',
    certain: true,
    open: null,
    partial: null,
    kind: dated.kind ?? 'scheduled',
    status: dated.status ?? 'planned',
    what: spanOf(body, dated.what),
    who: null,
  };
}

function figureOf({ body }: Article, counted: CountedFact): Figure {
  return { span: spanOf(body, counted.words), value: counted.value, unit: counted.unit ?? null, of: counted.of };
}
