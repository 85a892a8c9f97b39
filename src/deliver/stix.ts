import { createHash } from 'node:crypto';
import type { StoredStatement, StoredStory } from '../store/store.ts';
import { countLine, printable } from './bulletin.ts';

const NAMESPACE = Buffer.from('6f2b1d0c8a7e4c35b1f09d4e3a2c5b71', 'hex');
const DESK_ID = stixId('identity', 'watchfloor');

/**
 * A story as STIX 2.1 objects (OASIS, 10 June 2021): a report that refers to its articles, the people quoted as identities, and
 * what they said as notes. Ids are made of ours, so the same story exported again is the same object in a newer version.
 */
export function stixObjects({ story, articles, developments, statements }: StoredStory): StixObject[] {
  const copies = new Set(articles.filter(({ placement }) => placement.copyOf !== null).map(({ brief }) => brief.id));
  const notes = statements.filter(({ article }) => !copies.has(article.id)).slice(0, statementsMax);
  const people = new Map(
    notes.flatMap((one) => (one.statement.speaker.name === null ? [] : [[one.statement.speaker.name, one]])),
  );
  const identities = [...people].map(([name, one]) => identity(name, one));
  const ids = [...people.keys()].map(personId);
  const report = {
    ...envelope('report', stixId('report', story.id), story.opened, story.latest),
    name: printable(story.title),
    description: [countLine(story), ...developments.map(({ development }) => printable(development.summary))].join(
      '\n',
    ),
    published: story.opened,
    ...(story.language === null ? {} : { lang: story.language }),
    external_references: articles.slice(0, articlesMax).map(({ brief, placement }) => ({
      source_name: printable(brief.site ?? 'unknown outlet'),
      description: printable(`${placement.copyOf === null ? '' : 'Copy: '}${brief.title ?? brief.id}`),
      ...(brief.url === null ? {} : { url: brief.url }),
      external_id: brief.id,
    })),
    // A report must refer to something (4.16): to this desk when nobody is quoted.
    object_refs: [DESK_ID, ...ids, ...notes.map(({ statement }) => stixId('note', statement.id))],
  };
  return [report, ...identities, ...notes.map((one) => note(one, story.id))];
}

/** What every STIX object has; the rest is by its type. */
export interface StixObject {
  readonly type: string;
  readonly id: string;
  readonly [property: string]: unknown;
}

/** The identity that every object was made by; once in a bundle. */
export const stixDesk: StixObject = {
  ...envelope('identity', stixId('identity', 'watchfloor'), '2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z'),
  name: 'Watchfloor',
  identity_class: 'system',
};

/** Id of the bundle that holds these objects. */
export function stixBundleId(content: string): string {
  return stixId('bundle', content);
}

const articlesMax = 1_000;
const statementsMax = 1_000;

function identity(name: string, { article, statement }: StoredStatement): StixObject {
  return {
    ...envelope('identity', personId(name), article.received, article.received),
    name: printable(name),
    identity_class: 'individual',
    ...(statement.speaker.role === null ? {} : { roles: [printable(statement.speaker.role)] }),
  };
}

function note({ statement, quote, article }: StoredStatement, storyId: string): StixObject {
  const { speaker, verb, saidOn } = statement;
  return {
    ...envelope('note', stixId('note', statement.id), article.received, article.received),
    abstract: printable(
      [speaker.name ?? 'an unnamed speaker', verb, statement.negated ? 'negated' : null, saidOn]
        .filter((part) => part !== null)
        .join(', '),
    ),
    content: printable(quote),
    authors: [printable(article.site ?? 'unknown outlet')],
    ...(article.language === null ? {} : { lang: article.language }),
    object_refs: [stixId('report', storyId), ...(speaker.name === null ? [] : [personId(speaker.name)])],
    external_references: [
      {
        source_name: printable(article.site ?? 'unknown outlet'),
        ...(article.url === null ? {} : { url: article.url }),
        external_id: article.id,
      },
    ],
  };
}

function envelope(type: string, id: string, created: string, modified: string): StixObject {
  return {
    type,
    spec_version: '2.1',
    id,
    created,
    modified: modified < created ? created : modified,
    ...(id === DESK_ID ? {} : { created_by_ref: DESK_ID }),
  };
}

function personId(name: string): string {
  return stixId('identity', `person ${name}`);
}

/** `type--UUID`, a UUID of version 5 (RFC 9562) in a namespace of our own, as STIX 2.1 asks of ids made from content (2.9). */
function stixId(type: string, name: string): string {
  const hash = createHash('sha1').update(NAMESPACE).update(`${type} ${name}`).digest();
  hash[6] = (hash[6] & 0x0f) | 0x50;
  hash[8] = (hash[8] & 0x3f) | 0x80;
  const hex = hash.subarray(0, 16).toString('hex');
  return `${type}--${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
