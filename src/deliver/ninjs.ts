import type { StoredEvent, StoredStatement, StoredStory } from '../store/store.ts';
import { countLine, printable, tagAddress } from './bulletin.ts';

/**
 * A story in IPTC ninjs 2.2 (https://www.iptc.org/std/ninjs/): a composite item with its articles, copies left out, and its
 * statements as associations; after it one item of the type `event` for each planned event. Articles are named and linked, their
 * texts belong to their outlets.
 */
export function ninjsItems({ story, articles, developments, statements, events }: StoredStory): object[] {
  const copies = new Set(articles.filter(({ placement }) => placement.copyOf !== null).map(({ brief }) => brief.id));
  const planned = events
    .filter(({ event, article }) => event.from !== null && plannedKinds.has(event.kind) && !copies.has(article.id))
    .slice(0, eventsMax);
  const own = articles.filter(({ brief }) => !copies.has(brief.id)).slice(0, articlesMax);
  const composite = {
    standard,
    uri: tagAddress('story', story.id),
    type: 'composite',
    representationtype: 'full',
    pubstatus: 'usable',
    firstcreated: story.opened,
    versioncreated: story.latest,
    ...languageOf(story.language),
    headlines: [{ role: 'main', value: printable(story.title) }],
    descriptions: [
      { role: 'coverage', contenttype: 'text/plain', value: countLine(story) },
      ...developments.map(({ development }) => ({
        role: `development:${development.kind}`,
        contenttype: 'text/plain',
        value: printable(development.summary),
      })),
    ],
    events: planned.map((one) => ({ name: titleOf(one), rel: 'about', uri: tagAddress('event', one.event.id) })),
    associations: [
      ...own.map(({ brief }) => ({
        name: printable(brief.title ?? brief.site ?? brief.id),
        uri: tagAddress('article', brief.id),
        type: 'text',
        representationtype: 'partial',
        versioncreated: brief.received,
        ...languageOf(brief.language),
        ...(brief.title === null ? {} : { headlines: [{ role: 'main', value: printable(brief.title) }] }),
        infosources: sourcesOf(brief),
        ...(brief.url === null
          ? {}
          : { renditions: [{ name: 'original', href: brief.url, contenttype: 'text/html' }] }),
      })),
      ...statements
        .filter(({ article }) => !copies.has(article.id))
        .slice(0, statementsMax)
        .map(statementItem),
    ],
  };
  return [composite, ...planned.map((one) => eventItem(one, story.id))];
}

const standard = { name: 'ninjs', version: '2.2', schema: 'https://www.iptc.org/std/ninjs/ninjs-schema_2.2.json' };
const plannedKinds = new Set(['window', 'deadline', 'scheduled']);
const articlesMax = 1_000;
const statementsMax = 1_000;
const eventsMax = 500;

function statementItem({ statement, quote, article }: StoredStatement): object {
  const { speaker, saidOn, form, verb } = statement;
  return {
    name: speaker.name === null ? 'unnamed speaker' : printable(speaker.name),
    uri: tagAddress('statement', statement.id),
    type: 'component',
    profile: 'statement',
    versioncreated: article.received,
    ...languageOf(article.language),
    bodies: [{ role: form, contenttype: 'text/plain', value: printable(quote) }],
    ...(speaker.name === null ? {} : { people: [{ name: printable(speaker.name), rel: 'speaker' }] }),
    infosources: sourcesOf(article),
    descriptions: [
      ...(speaker.role === null ? [] : [{ role: 'speaker-role', value: printable(speaker.role) }]),
      ...(verb === null ? [] : [{ role: 'verb', value: printable(verb) }]),
      ...(saidOn === null ? [] : [{ role: 'said-on', value: saidOn }]),
    ],
  };
}

function eventItem(one: StoredEvent, storyId: string): object {
  const { event, who, expression, article } = one;
  const off = event.status === 'cancelled' || event.status === 'failed';
  return {
    standard,
    uri: tagAddress('event', event.id),
    type: 'event',
    versioncreated: article.received,
    pubstatus: off ? 'canceled' : 'usable',
    ...languageOf(article.language),
    title: titleOf(one),
    descriptions: [
      { role: 'expression', contenttype: 'text/plain', value: printable(expression) },
      { role: 'status', contenttype: 'text/plain', value: event.certain ? event.status : `${event.status}, uncertain` },
    ],
    eventdetails: {
      dates: { startdate: event.from, enddate: event.to ?? event.from },
      ...(who === null ? {} : { organiser: { name: printable(who) } }),
    },
    infosources: sourcesOf(article),
    altids: [{ role: 'story', value: tagAddress('story', storyId) }],
  };
}

function titleOf({ what, expression }: StoredEvent): string {
  return printable(what ?? expression);
}

function languageOf(language: string | null): object {
  return language === null ? {} : { language };
}

/** Who told it, and the agency whose text it is. */
function sourcesOf({ site, credit }: { site: string | null; credit: string | null }): object[] {
  return [
    ...(site === null ? [] : [{ name: printable(site), literal: 'publisher' }]),
    ...(credit === null ? [] : [{ name: printable(credit), literal: 'agency' }]),
  ];
}
