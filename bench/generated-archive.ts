import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Development, Lead, Page, Reading, Statement, Story } from '../src/records.ts';
import { openPostgresStore } from '../src/store/postgres.ts';
import { openSqliteStore } from '../src/store/sqlite.ts';
import type { PageResults, Store } from '../src/store/store.ts';
import { recordId, sha256 } from '../src/text/hash.ts';
import { matchQuery } from '../src/watches/watches.ts';
import { plainArticle, plainReading, plainWatch, seeded } from '../test/made.ts';

/** An archive of generated articles: words by Zipf's frequencies, one article in eight Chinese, stories of 1 to 60 articles. */
export interface GeneratedArchive {
  readonly store: Store;
  /** The instant after the last article came. */
  readonly now: string;
  /** Articles and stories spread over all of it. */
  readonly articleIds: readonly string[];
  readonly storyIds: readonly string[];
}

/** The words that articles are made of, commonest first, and the signs of the Chinese ones. */
export const archiveWords: readonly string[] = Array.from({ length: 30_000 }, (_, index) =>
  [...String(index + 10)]
    .map((digit) => ['ba', 'ke', 'lo', 'mi', 'nu', 'ra', 'se', 'ti', 'vo', 'zu'][Number(digit)])
    .join(''),
);
export const archiveSigns: readonly string[] = Array.from({ length: 2_500 }, (_, index) =>
  String.fromCharCode(0x4e00 + index * 7),
);

/**
 * Opens the archive of so many articles in a folder or a PostgreSQL database. What is missing of it is made first, so that one
 * that was stopped goes on. The same count gives the same archive.
 *
 * @param place a folder, or an address that begins with `postgres://`
 * @param told hears how many articles are in
 */
export async function generatedArchive(
  place: string,
  articleCount: number,
  told: (count: number) => void = () => undefined,
): Promise<GeneratedArchive> {
  const onServer = isServer(place);
  if (!onServer) mkdirSync(place, { recursive: true });
  const store = onServer
    ? await openPostgresStore({ url: place, matches: matchQuery })
    : openSqliteStore({ file: join(place, 'watchfloor.db'), matches: matchQuery });
  const step = Math.floor((daysCovered * 86_400_000) / articleCount);
  const now = new Date(start + articleCount * step).toISOString();
  // One that is whole is not walked through again: what that leaves in memory is not the desk's.
  const idsFile = join(place, `ids-${articleCount}.json`);
  if (!onServer && existsSync(idsFile)) {
    const { articleIds, storyIds } = JSON.parse(readFileSync(idsFile, 'utf8')) as Record<string, string[]>;
    return { store, now, articleIds, storyIds };
  }
  for (const watch of watches) await store.saveWatch(watch);
  const { articles: stored } = await store.counts();
  const keptEvery = Math.ceil(articleCount / idsKept);
  const [articleIds, storyIds] = [[] as string[], [] as string[]];
  let waiting: PageResults[] = [];
  let story: GeneratedStory | null = null;
  for (let number = 0; number < articleCount; number++) {
    const random = seeded(number);
    const received = new Date(start + number * step).toISOString();
    const page = pageOf(number, received);
    const articleId = recordId('article', page.id, 1);
    if (story === null || number - story.first >= story.size) {
      const size: number = random() < 0.05 ? 10 + Math.floor(random() * 50) : 1 + Math.floor(random() * 4);
      story = { first: number, size, id: recordId('story', articleId), articleId, opened: received };
    }
    if (number % keptEvery === 0) {
      articleIds.push(articleId);
      storyIds.push(story.id);
    }
    // The last batch may have been half stored when it was stopped.
    if (number < stored - batchSize) continue;
    waiting.push(resultsOf(page, articleId, story, number, random));
    if (waiting.length < batchSize && number < articleCount - 1) continue;
    await store.acceptPages(
      waiting.map(({ reading }, at) => pageOf(number - waiting.length + 1 + at, receivedOf(reading))),
    );
    await store.saveManyPageResults(waiting);
    waiting = [];
    told(number + 1);
  }
  const ids = { articleIds, storyIds: [...new Set(storyIds)] };
  if (!onServer) writeFileSync(idsFile, JSON.stringify(ids));
  return { store, now, ...ids };
}

/** Whether a place is a PostgreSQL database, and not a folder. */
export function isServer(place: string): boolean {
  return place.startsWith('postgres://');
}

const start = Date.UTC(2026, 8, 1);
const daysCovered = 80;
const batchSize = 500;
const idsKept = 5_000;
const outlets = 400;

const watches = ['Harbour', 'Rail', 'Grain', 'Courts', 'Weather'].map((name, index) =>
  plainWatch(recordId('watch', name), `${archiveWords[40 + index]} OR ${archiveWords[90 + index]}`, { name }),
);

interface GeneratedStory {
  readonly first: number;
  readonly size: number;
  readonly id: string;
  readonly articleId: string;
  readonly opened: string;
}

type Random = () => number;

function receivedOf({ article }: Reading): string {
  return article.published.value!;
}

function pageOf(number: number, received: string): Page {
  const url = `https://outlet${number % outlets}.example/${number}`;
  const hash = sha256(url);
  return {
    id: recordId('page', url, hash),
    url,
    finalUrl: url,
    name: null,
    sourceId: null,
    received,
    sha256: hash,
    byteCount: 40_000,
    contentType: 'text/html',
    status: 200,
    hint: {},
    stored: null,
  };
}

function resultsOf(page: Page, articleId: string, story: GeneratedStory, number: number, random: Random): PageResults {
  const first = story.first === number;
  const copy = !first && random() < 0.5;
  const reading = readingOf(page, articleId, number, random);
  const development: Development = {
    id: recordId('development', articleId),
    storyId: story.id,
    articleId,
    kind: first ? 'first' : random() < 0.3 ? 'date' : 'statement',
    at: page.received,
    summary: sentence(10, random),
    evidence: [{ articleId, where: 'body', spans: [[10, 120]], quote: reading.article.body.slice(10, 120) }],
    replaces: null,
    statementId: null,
    eventId: null,
  };
  const watch = number % 12 === 0 && !copy ? watches[number % watches.length] : null;
  return {
    pageId: page.id,
    reading,
    problems: [],
    placement: {
      articleId,
      storyId: story.id,
      copyOf: copy ? story.articleId : null,
      originId: copy ? story.articleId : articleId,
      share: copy ? 0.9 : null,
      reason: 'generated',
      byHand: false,
    },
    revised: [],
    story: storyOf(story, reading, page.received),
    developments: copy ? [] : [development],
    alerts:
      watch === null
        ? []
        : [
            {
              id: recordId('alert', watch.id, articleId),
              watchId: watch.id,
              storyId: story.id,
              articleId,
              developmentIds: [development.id],
              at: page.received,
              summary: development.summary,
              matched: [],
            },
          ],
    deliveries: [],
    memory: null,
    at: page.received,
  };
}

function storyOf({ id, size, opened }: GeneratedStory, { article }: Reading, latest: string): Story {
  return {
    id,
    title: article.title ?? '',
    language: article.language,
    opened,
    latest,
    pageCount: size,
    outletCount: Math.ceil(size / 2),
    independentCount: Math.ceil(size / 4),
  };
}

function readingOf(page: Page, articleId: string, number: number, random: Random): Reading {
  const chinese = number % 8 === 0;
  const text = chinese ? signs : sentence;
  const body = Array.from({ length: 9 }, () => text(45, random)).join('\n\n');
  const article = plainArticle(body, {
    id: articleId,
    pageId: page.id,
    title: text(8, random),
    language: chinese ? 'zh' : ['en', 'en', 'en', 'fr', 'es'][number % 5],
    published: { value: page.received, precision: 'instant', from: 'meta' },
    site: `Outlet ${number % outlets}`,
  });
  const day = new Date(Date.parse(page.received) + Math.floor(random() * 40) * 86_400_000).toISOString().slice(0, 10);
  return plainReading(article, {
    leads: Array.from({ length: 3 }, (): Lead => {
      const title = sentence(7, random);
      return { title, href: null, teaser: null, block: 'most read', language: 'en', cutOff: random() < 0.2, count: 1 };
    }),
    statements: [200, 280].map((at) => statementOf(articleId, at, random)),
    events: [
      {
        id: recordId('event', articleId),
        expression: [[250, 262]],
        from: day,
        to: day,
        precision: 'day',
        certain: true,
        open: null,
        partial: null,
        kind: number % 3 === 0 ? 'scheduled' : 'past',
        status: 'planned',
        what: [300, 360],
        who: null,
      },
    ],
  });
}

function statementOf(articleId: string, at: number, random: Random): Statement {
  return {
    id: recordId('statement', articleId, at),
    content: [[at, at + 70]],
    cue: null,
    form: 'direct',
    verb: 'say',
    force: 'say',
    negated: false,
    speaker: {
      span: null,
      name: `Speaker ${Math.floor(random() ** 3 * 4_000)}`,
      reason: 'as written',
      role: null,
      roleSpan: null,
    },
    venue: null,
    addressee: null,
    saidOn: null,
    relay: [],
  };
}

function sentence(length: number, random: Random): string {
  const text = Array.from({ length }, () => byZipf(archiveWords, random)).join(' ');
  return `${text[0].toUpperCase()}${text.slice(1)}.`;
}

function signs(length: number, random: Random): string {
  return `${Array.from({ length }, () => byZipf(archiveSigns, random)).join('')}。`;
}

/** Zipf's law: the rank of a word drawn is the exponential of an even draw. */
function byZipf(words: readonly string[], random: Random): string {
  return words[Math.floor(words.length ** random()) - 1];
}
