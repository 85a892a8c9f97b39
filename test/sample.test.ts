import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import gold from '../sample/expected.json' with { type: 'json' };
import manifest from '../sample/manifest.json' with { type: 'json' };
import { processPage } from '../src/pipeline.ts';
import type { Page, Source } from '../src/records.ts';
import { newHealth } from '../src/sources/schedule.ts';
import type { PageResults } from '../src/store/store.ts';
import { createStories, type Stories } from '../src/stories/stories.ts';
import { recordId, sha256 } from '../src/text/hash.ts';
import { compileWatches } from '../src/watches/watches.ts';
import { plainWatch } from './made.ts';
import { gapsMax, knownGaps } from './sample.gaps.ts';

/**
 * The golden end-to-end test: the sample archive goes the whole way of a page in memory, and what comes out is compared with
 * what a careful reader makes of each page. Where the way falls short, `sample.gaps.ts` says so, with the reason; anything
 * else that differs fails.
 */
const folder = join(import.meta.dirname, '..', 'sample');

test('the archive is whole: every page listed once, on invented hosts, in order of receipt', () => {
  const files = globSync('pages/*', { cwd: folder }).map((file) => file.replaceAll('\\', '/'));
  assert.deepEqual(manifest.pages.map(({ file }) => file).toSorted(), files.toSorted());
  assert.deepEqual(
    gold.pages.map(({ file }) => file),
    manifest.pages.map(({ file }) => file),
  );
  const sources = new Set(manifest.sources.map(({ id }) => id));
  for (const { address, source, received } of manifest.pages) {
    assert.match(new URL(address).hostname, /\.example$/);
    assert.ok(sources.has(source), source);
    assert.equal(new Date(received).toISOString(), received);
  }
  const times = manifest.pages.map(({ received }) => received);
  assert.deepEqual(times, times.toSorted());
});

test('the whole way gives what a careful reader would', (context) => {
  const found = faultsOf(run());
  const known = new Map(knownGaps.flatMap(({ reason, gaps }) => gaps.map((gap) => [gap, reason] as const)));
  const closed = [...known.keys()].filter((gap) => !found.has(gap));
  if (closed.length > 0) context.diagnostic(`closed, to be taken off the list: ${closed.join('; ')}`);
  context.diagnostic(`${found.size} gaps, ${known.size} on the list`);
  const fresh = [...found].filter(([gap]) => !known.has(gap)).map(([gap, what]) => `${gap}: ${what}`);
  assert.deepEqual(fresh, []);
  assert.ok(known.size <= gapsMax, `${known.size} gaps on the list, ${gapsMax} allowed`);
});

test('a later look at the whole archive takes no article out of its story', () => {
  const { stories, story } = run();
  assert.deepEqual(
    stories.lookAgain().placements.map(({ articleId, reason }) => [articleId, reason]),
    [],
  );
  assert.ok(new Set(story).size > 20);
});

test('the same archive gives the same records', () => {
  assert.deepEqual(run().results, run().results);
});

test('every word of evidence stands where it is said to stand', () => {
  const bodies = new Map<string, string>();
  const { results } = run();
  for (const { reading } of results) bodies.set(reading.article.id, reading.article.body);
  for (const { reading, developments } of results) {
    const { body } = reading.article;
    for (const { content } of reading.statements)
      for (const [start, end] of content) assert.ok(body.slice(start, end) !== '');
    for (const { evidence, replaces } of developments) {
      for (const { articleId, where, spans, quote } of [...evidence, ...(replaces?.evidence ?? [])]) {
        const text = where === 'body' ? (bodies.get(articleId) ?? '') : quote;
        for (const [start, end] of spans) assert.ok(end > start && end <= text.length, quote);
      }
    }
  }
});

/** What a careful reader makes of a page. */
interface GoldPage {
  readonly file: string;
  readonly title: string;
  readonly language: string;
  readonly published: string | null;
  readonly credit: string | null;
  readonly paragraphs: number;
  readonly opening: string;
  readonly ending: string;
  readonly story: string;
  readonly copyOf: string | null;
  readonly developments: readonly string[];
  readonly may: readonly string[];
  readonly alerts: readonly string[];
  readonly said?: readonly { readonly speaker: string; readonly venue?: string; readonly through?: string }[];
  readonly planned?: readonly string[][];
  readonly open?: readonly string[];
  readonly leads?: {
    readonly count: number;
    readonly repeated: Readonly<Record<string, number>>;
    readonly cutOff: readonly string[];
    readonly korean: readonly string[];
  };
}

const pages: readonly GoldPage[] = gold.pages;

interface Run {
  readonly stories: Stories;
  readonly results: readonly PageResults[];
  /** The page whose text a page carries in the end, and its story: late arrivals may have changed both. */
  readonly copyOf: readonly (string | null)[];
  readonly story: readonly (string | null)[];
}

/** The archive in order of receipt through the pipeline, with the sample's own watches. */
function run(): Run {
  const start = manifest.pages[0].received;
  const sources = new Map(
    manifest.sources.map(({ id, title, owner, address }): [string, Source] => [
      id,
      { id, kind: 'import', address, title, owner, added: start, paused: false, health: newHealth(start) },
    ]),
  );
  const watches = compileWatches(manifest.watches.map(({ name, query }) => plainWatch(name, query)));
  assert.deepEqual(watches.faulty, []);
  const stories = createStories();
  const files = new Map<string, string>();
  const results = manifest.pages.map(({ file, address, received, source }) => {
    const content = readFileSync(join(folder, file));
    const hash = sha256(content);
    const page: Page = {
      id: recordId('page', address, hash),
      url: address,
      finalUrl: address,
      name: null,
      sourceId: source,
      received,
      sha256: hash,
      byteCount: content.length,
      contentType: file.endsWith('.txt') ? 'text/plain; charset=utf-8' : 'text/html',
      status: 200,
      // Without what a feed would say: the page must tell its day itself.
      hint: {},
      stored: null,
    };
    const result = processPage(page, content, sources.get(source) ?? null, { stories, watches, now: received });
    files.set(result.reading.article.id, file);
    return result;
  });
  const placements = results.map(({ reading }) => stories.placementOf(reading.article.id));
  return {
    results,
    stories,
    copyOf: placements.map((placement) =>
      placement === null || placement.copyOf === null ? null : (files.get(placement.originId) ?? null),
    ),
    story: placements.map((placement) => placement?.storyId ?? null),
  };
}

/** All differences from the gold, by page and field. */
function faultsOf({ results, copyOf, story }: Run): Map<string, string> {
  const faults = new Map<string, string>();
  // A story of the archive is the one of ours that its first page opened.
  const opened = new Map<string, string | null>();
  const named = new Map<string | null, string>();
  for (const [at, page] of pages.entries()) {
    if (!opened.has(page.story)) opened.set(page.story, story[at]);
    if (!named.has(story[at])) named.set(story[at], page.story);
  }
  for (const [at, page] of pages.entries()) {
    const { reading, developments, alerts } = results[at];
    const { article, leads } = reading;
    const number = page.file.slice('pages/'.length).split('-')[0];
    const compare = (field: string, is: unknown, should: unknown): void => {
      if (JSON.stringify(is) !== JSON.stringify(should)) {
        faults.set(`${number} ${field}`, `${JSON.stringify(is)}, should be ${JSON.stringify(should)}`);
      }
    };
    const paragraphs = article.body.split('\n\n');
    compare('title', article.title, page.title);
    compare('language', article.language, page.language);
    compare('published', article.published.value?.slice(0, 10) ?? null, page.published);
    compare('credit', article.credit?.agency ?? null, page.credit);
    compare('paragraphs', paragraphs.length, page.paragraphs);
    compare('opening', paragraphs[0].slice(0, page.opening.length), page.opening);
    // The sign at the end of a reprint is told as its credit; whether it also stays in the text is all one.
    const ending = paragraphs.at(-1)?.replace(/ \(Norlund Wire\)$/, '') ?? '';
    compare('ending', ending.slice(-page.ending.length), page.ending);
    compare('story', story[at] === opened.get(page.story) ? named.get(story[at]) : 'another', page.story);
    compare('copy', copyOf[at], page.copyOf);
    const kinds = new Set<string>(developments.map(({ kind }) => kind));
    compare('developments', [...kinds].filter((kind) => !page.may.includes(kind)).toSorted(), page.developments);
    compare(
      'alerts',
      alerts.map(({ watchId }) => watchId),
      page.alerts,
    );
    for (const said of page.said ?? []) {
      const theirs = reading.statements.filter(({ speaker }) => speaker.name?.includes(said.speaker));
      compare(`said by ${said.speaker}`, theirs.length > 0, true);
      const around = theirs
        .flatMap(({ venue, relay }) => [venue?.text ?? '', ...relay.map(({ text }) => text)])
        .join(' | ');
      if (said.venue !== undefined) compare(`venue of ${said.speaker}`, around.includes(said.venue), true);
      if (said.through !== undefined) compare(`relay of ${said.speaker}`, around.includes(said.through), true);
    }
    for (const [from, to] of page.planned ?? []) {
      const ahead = reading.events.some((event) => event.from === from && event.to === to && event.kind !== 'past');
      compare(`planned ${from}`, ahead, true);
    }
    // Without a day of publication the year stays open, and says so.
    if (page.open !== undefined) {
      const [from, to] = page.open;
      const left = reading.events.filter(({ partial }) => partial?.from === from && partial.to === to);
      compare(
        `open ${from}`,
        left.length > 0 && left.every((event) => event.from === null && event.open !== null),
        true,
      );
    }
    if (page.leads !== undefined) {
      const titles = (some: typeof leads) => some.map(({ title }) => title).toSorted();
      compare('leads', leads.length, page.leads.count);
      compare('leads cut off', titles(leads.filter(({ cutOff }) => cutOff)), page.leads.cutOff);
      compare('leads in Korean', titles(leads.filter(({ language }) => language === 'ko')), page.leads.korean);
      for (const [title, count] of Object.entries(page.leads.repeated)) {
        compare(`lead "${title}"`, leads.find((lead) => lead.title === title)?.count ?? 0, count);
      }
    }
  }
  return faults;
}
