import { extract } from './extract/extract.ts';
import { read } from './read/read.ts';
import type { Instant, Page, Reading, Source } from './records.ts';
import type { PageReading, PageResults } from './store/store.ts';
import type { Stories } from './stories/stories.ts';
import { alertsFor, type WatchIndex } from './watches/watches.ts';

/** What the way of a page needs beside the page: indexes held by the caller, and the time. */
export interface PipelineTools {
  readonly stories: Stories;
  readonly watches: WatchIndex;
  readonly now: Instant;
}

/**
 * The way of a page, from its bytes to what the store keeps of it. Fetching and keeping the bytes came before (stages 1 and
 * 2, `worker.ts`), sending comes after (stage 7, `worker/sending.ts`). The only place where stages meet.
 */
export function processPage(page: Page, content: Uint8Array, source: Source | null, tools: PipelineTools): PageResults {
  return placeReading(page, readPage(page, content), source, tools);
}

/** Stages 3 and 4. Takes nearly all the time of the way, and needs nothing but the page: whichever thread or process is free may do it. */
export function readPage(page: Page, content: Uint8Array): PageReading {
  const extracted = extract({
    pageId: page.id,
    content,
    contentType: page.contentType,
    url: page.finalUrl ?? page.url,
    form: 'auto',
    received: page.received,
    hint: page.hint,
  });
  const facts = read(extracted.value.article, extracted.value.leads);
  return { reading: facts.value.reading, problems: [...extracted.problems, ...facts.problems] };
}

/** Stages 5 and 6. One after another over all pages: each is seen against those before it. */
export function placeReading(
  page: Page,
  { reading, problems }: PageReading,
  source: Source | null,
  tools: PipelineTools,
): PageResults {
  const nothing = {
    pageId: page.id,
    reading,
    problems,
    placement: null,
    revised: [],
    story: null,
    developments: [],
    alerts: [],
    deliveries: [],
    memory: null,
    at: tools.now,
  };
  if (reading.article.body === '') return nothing;
  // 5. stories
  const { value: placed, problems: further } = tools.stories.place({
    reading,
    received: page.received,
    url: page.url,
    source,
  });
  // 6. watches
  const kinds = placed.developments.map((development) => development.kind);
  const alerts = alertsFor(
    tools.watches,
    { reading, source, story: placed.story, kinds },
    placed.developments,
    tools.now,
    { accountsBefore: placed.accountsBefore, at: knownAt(page, reading) },
  );
  return {
    ...nothing,
    problems: [...problems, ...further],
    placement: placed.placement,
    revised: placed.revised,
    story: placed.story,
    developments: placed.developments,
    alerts,
    memory: { articleId: reading.article.id, storyId: placed.story.id, at: page.received, ...placed.memory },
  };
}

/** When an article became known: received, or published where that is earlier. */
function knownAt({ received }: Page, { article }: Reading): Instant {
  const published = Date.parse(article.published.value ?? '');
  return published < Date.parse(received) ? new Date(published).toISOString() : received;
}
