import { extract } from './extract/extract.ts';
import { read } from './read/read.ts';
import type { Instant, Page, Problem, Source } from './records.ts';
import type { PageResults } from './store/store.ts';
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
  const problems: Problem[] = [];
  const note = <T>(result: { value: T; problems: readonly Problem[] }): T => {
    problems.push(...result.problems);
    return result.value;
  };

  // 3. extract
  const { article, leads } = note(
    extract({
      pageId: page.id,
      content,
      contentType: page.contentType,
      url: page.finalUrl ?? page.url,
      form: 'auto',
      received: page.received,
      hint: page.hint,
    }),
  );
  // 4. read
  const { reading } = note(read(article, leads));
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
  if (article.body === '') return nothing;
  // 5. stories
  const placed = note(tools.stories.place({ reading, received: page.received, url: page.url, source }));
  // 6. watches
  const kinds = placed.developments.map((development) => development.kind);
  const alerts = alertsFor(
    tools.watches,
    { reading, source, story: placed.story, kinds },
    placed.developments,
    tools.now,
  );
  return {
    ...nothing,
    placement: placed.placement,
    revised: placed.revised,
    story: placed.story,
    developments: placed.developments,
    alerts,
    memory: { articleId: article.id, storyId: placed.story.id, at: page.received, ...placed.memory },
  };
}
