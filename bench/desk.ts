import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Article, Development, Page, Story, Watch } from '../src/records.ts';
import { createApp } from '../src/server/app.ts';
import { openSqliteStore } from '../src/store/sqlite.ts';
import type { PageResults } from '../src/store/store.ts';
import { recordId, sha256 } from '../src/text/hash.ts';
import { matchQuery } from '../src/watches/watches.ts';
import { plainArticle, plainWatch, seeded } from '../test/made.ts';

/**
 * `npm run -s bench:desk -- [articles=20000]`: milliseconds at p95 to answer each page of the desk over an archive of that many
 * generated articles (words drawn with Zipf's frequencies, stories of 1 to 60 articles, everything seeded), its largest page
 * in kB, and the memory this process holds.
 */
const articleCount = Number(process.argv[2] ?? 20_000);
const askedPerPage = 60;
const random = seeded(7);
const words = Array.from({ length: 30_000 }, (_, index) => wordOf(index));
const folder = mkdtempSync(join(tmpdir(), 'watchfloor-bench-'));
const store = openSqliteStore({ file: join(folder, 'desk.sqlite'), matches: matchQuery });
const start = Date.UTC(2026, 8, 1);
const stepMilliseconds = Math.floor((80 * 86_400_000) / articleCount);
const now = new Date(start + articleCount * stepMilliseconds).toISOString();
const storyIds: string[] = [];
const articleIds: string[] = [];

const watches = ['Harbour', 'Rail', 'Grain', 'Courts', 'Weather'].map((name, index): Watch => {
  const query = `${words[40 + index]} OR ${words[90 + index]}`;
  return plainWatch(recordId('watch', name), query, { name, created: now });
});
for (const watch of watches) await store.saveWatch(watch);
await fill();

const { app } = createApp(
  {
    store,
    pages: { content: async () => null },
    now: () => now,
    log: {
      info: () => undefined,
      error: (fields, message) => process.stderr.write(`${message} ${JSON.stringify(fields)}\n`),
    },
  },
  { names: [], password: null },
);
const speakers = await store.listSpeakers('', 50);
const pages: Record<string, () => string> = {
  floor: () => (random() < 0.5 ? '/' : '/?show=everything'),
  story: () => `/stories/${pick(storyIds)}`,
  reader: () => `/articles/${pick(articleIds)}`,
  search: () => `/search?q=${pick(words.slice(0, 2_000))}${random() < 0.5 ? `+AND+${pick(words.slice(0, 200))}` : ''}`,
  calendar: () => '/calendar?from=2026-10',
  speakers: () => '/speakers',
  speaker: () => `/speakers/${encodeURIComponent(pick(speakers).name)}`,
  leads: () => '/leads',
};
let largest = 0;
let largestAt = '';
for (const [name, path] of Object.entries(pages)) {
  const times: number[] = [];
  // A desk that has been open for a while: what the first requests compile is not counted.
  for (let count = 0; count < 10; count++)
    await app.request(`http://127.0.0.1${path()}`, { headers: { host: '127.0.0.1' } });
  for (let count = 0; count < askedPerPage; count++) {
    const address = `http://127.0.0.1${path()}`;
    const began = process.cpuUsage();
    const answer = await app.request(address, { headers: { host: '127.0.0.1' } });
    const text = await answer.text();
    const { user, system } = process.cpuUsage(began);
    if (answer.status !== 200) throw new Error(`${address} answered ${answer.status}`);
    times.push((user + system) / 1000);
    if (Buffer.byteLength(text) > largest) [largest, largestAt] = [Buffer.byteLength(text), name];
  }
  times.sort((a, b) => a - b);
  print(`desk.${name}.p95_ms`, times[Math.floor(times.length * 0.95)], 'ms');
}
print(`desk.${largestAt}.largest_kb`, largest / 1000, 'kB');
print('desk.resident_mb', process.memoryUsage().rss / 1e6, 'MB');
await store.close();
rmSync(folder, { recursive: true });

async function fill(): Promise<void> {
  let story: Story | null = null;
  let left = 0;
  for (let number = 0; number < articleCount; number++) {
    const received = new Date(start + number * stepMilliseconds).toISOString();
    const title = sentence(8);
    const page = pageOf(number, received);
    const article = articleOf(page, title);
    if (left === 0 || story === null) {
      const size = random() < 0.05 ? 10 + Math.floor(random() * 50) : 1 + Math.floor(random() * 4);
      left = size;
      story = {
        id: recordId('story', article.id),
        title,
        language: 'en',
        opened: received,
        latest: received,
        pageCount: size,
        outletCount: Math.ceil(size / 2),
        independentCount: Math.ceil(size / 4),
      };
      storyIds.push(story.id);
    }
    left--;
    articleIds.push(article.id);
    await store.acceptPage(page);
    await store.savePageResults(resultsOf(page, article, { ...story, latest: received }, number));
  }
}

function pageOf(number: number, received: string): Page {
  const url = `https://outlet${number % 400}.example/${number}`;
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

function articleOf(page: Page, title: string): Article {
  const body = Array.from({ length: 9 }, () => sentence(45)).join('\n\n');
  return plainArticle(body, {
    id: recordId('article', page.id, 1),
    pageId: page.id,
    title,
    published: { value: page.received, precision: 'instant', from: 'meta' },
    site: `Outlet ${Number(page.url?.replace(/\D/g, '').slice(0, 2))}`,
  });
}

function resultsOf(page: Page, article: Article, story: Story, number: number): PageResults {
  const copy = story.opened !== page.received && random() < 0.5;
  const origin = story.opened === page.received ? article.id : articleIds[articleIds.length - 2];
  const development: Development = {
    id: recordId('development', article.id),
    storyId: story.id,
    articleId: article.id,
    kind: story.opened === page.received ? 'first' : random() < 0.3 ? 'date' : 'statement',
    at: page.received,
    summary: sentence(10),
    evidence: [{ articleId: article.id, where: 'body', spans: [[10, 120]], quote: article.body.slice(10, 120) }],
    replaces: null,
    statementId: null,
    eventId: null,
  };
  const watch = number % 12 === 0 && !copy ? watches[number % watches.length] : null;
  const day = new Date(Date.parse(page.received) + Math.floor(random() * 40) * 86_400_000).toISOString().slice(0, 10);
  return {
    pageId: page.id,
    reading: {
      article,
      leads: Array.from({ length: 6 }, () => ({
        title: sentence(7),
        href: null,
        teaser: null,
        block: 'most read',
        language: 'en',
        cutOff: random() < 0.2,
        count: 1,
      })),
      statements: [200, 700, 1200].map((at) => ({
        id: recordId('statement', article.id, at),
        content: [[at, at + 90] as const],
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
      })),
      events: [
        {
          id: recordId('event', article.id),
          expression: [[400, 412]],
          from: day,
          to: day,
          precision: 'day',
          certain: true,
          open: null,
          partial: null,
          kind: number % 3 === 0 ? 'scheduled' : 'past',
          status: 'planned',
          what: [300, 380],
          who: null,
        },
      ],
      dates: [],
      figures: [],
      mentions: [],
    },
    problems: [],
    placement: {
      articleId: article.id,
      storyId: story.id,
      copyOf: copy ? origin : null,
      originId: origin,
      share: copy ? 0.9 : null,
      reason: 'generated',
      byHand: false,
    },
    revised: [],
    story,
    developments: copy ? [] : [development],
    alerts:
      watch === null
        ? []
        : [
            {
              id: recordId('alert', watch.id, article.id),
              watchId: watch.id,
              storyId: story.id,
              articleId: article.id,
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

function sentence(length: number): string {
  // Zipf's law: the rank of a word drawn is the exponential of an even draw.
  const text = Array.from({ length }, () => words[Math.floor(words.length ** random()) - 1]).join(' ');
  return `${text[0].toUpperCase()}${text.slice(1)}.`;
}

function wordOf(index: number): string {
  const syllables = ['ba', 'ke', 'lo', 'mi', 'nu', 'ra', 'se', 'ti', 'vo', 'zu'];
  return [...String(index + 10)].map((digit) => syllables[Number(digit)]).join('');
}

function pick<T>(list: readonly T[]): T {
  return list[Math.floor(random() * list.length)];
}

function print(name: string, value: number, unit: string): void {
  process.stdout.write(`${name}\t${value.toFixed(1)}\t${unit}\n`);
}
