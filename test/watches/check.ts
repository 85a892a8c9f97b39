import type { DatedEvent, DevelopmentKind, Mention, Statement, Story, Subject } from '../../src/records.ts';
import { matchQuery, parseQuery } from '../../src/watches/watches.ts';
import { plainArticle, plainReading, publishedOn } from '../made.ts';

/** What a case may say of its subject; the rest is unknown. */
export interface Given {
  readonly title?: string;
  readonly body?: string;
  readonly language?: string;
  readonly site?: string;
  readonly byline?: readonly string[];
  readonly credit?: string;
  readonly published?: string;
  /** `speaker | role | venue | words`, words as they stand in the body. */
  readonly statements?: readonly string[];
  readonly mentions?: readonly Mention[];
  readonly windows?: readonly (readonly [string, string])[];
  readonly kinds?: readonly DevelopmentKind[];
  readonly independent?: number;
  readonly source?: string;
  readonly owner?: string;
}

/** A subject from a few words, so that cases read as text in, answer out. */
export function subjectOf(given: Given): Subject {
  const body = given.body ?? '';
  const article = plainArticle(body, {
    title: given.title ?? null,
    byline: given.byline ?? [],
    published: publishedOn(given.published ?? null),
    credit:
      given.credit === undefined ? null : { agency: given.credit, evidence: given.credit, form: 'tail', others: [] },
    language: given.language ?? 'en',
    site: given.site ?? null,
  });
  const statements = (given.statements ?? []).map((line, number): Statement => {
    const [speaker, role, venue, words] = line.split('|').map((part) => part.trim());
    const start = body.indexOf(words);
    if (start < 0) throw new Error(`not in the body: ${words}`);
    return {
      id: `st-${number}`,
      content: [[start, start + words.length]],
      cue: null,
      form: 'indirect',
      verb: 'say',
      force: 'say',
      negated: false,
      speaker: { span: null, name: speaker || null, reason: 'as written', role: role || null, roleSpan: null },
      venue: venue === '' ? null : { span: [0, 0], text: venue },
      addressee: null,
      saidOn: null,
      relay: [],
    };
  });
  const events = (given.windows ?? []).map(
    ([from, to], number): DatedEvent => ({
      id: `ev-${number}`,
      expression: [[0, 0]],
      from,
      to,
      precision: 'day',
      certain: true,
      open: null,
      partial: null,
      kind: 'window',
      status: 'planned',
      what: null,
      who: null,
    }),
  );
  const reading = plainReading(article, { statements, events, mentions: given.mentions ?? [] });
  const at = '2026-11-01T00:00:00.000Z';
  const story: Story = {
    id: 'st-story',
    title: given.title ?? '',
    language: 'en',
    opened: at,
    latest: at,
    pageCount: 1,
    outletCount: 1,
    independentCount: given.independent ?? 1,
  };
  const source = given.source === undefined ? null : { id: 'so-test', title: given.source, owner: given.owner ?? null };
  return { reading, source, story, kinds: given.kinds ?? ['first'] };
}

/** The matched words of a query on a subject joined by ` · `; null when it does not match; throws on a faulty query. */
export function matched(query: string, given: Given): string | null {
  const parsed = parseQuery(query);
  if (parsed.tree === null) throw new Error(`${query}: ${parsed.problems[0].what}`);
  const words = matchQuery(parsed.tree, subjectOf(given));
  return words === null ? null : words.map((word) => word.text).join(' · ');
}

/** The fault of a query as its characters, the sentence and the advice; null when there is none. */
export function fault(query: string): string | null {
  const { problems } = parseQuery(query);
  if (problems.length === 0) return null;
  const { at, what, instead } = problems[0];
  return `[${query.slice(at[0], at[1])}] ${what} → ${instead}`;
}
