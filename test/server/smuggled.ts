import type { Story } from '../../src/records.ts';
import type { Store } from '../../src/store/store.ts';
import { recordId } from '../../src/text/hash.ts';
import { made, now, results } from '../desk/archive.ts';
import { plainWatch } from '../made.ts';

/** What pages, feeds and file names try to smuggle in; each carries a mark that must only ever be seen escaped. */
export const payloads = [
  '<script>xss()</script>',
  '"><img src=x onerror=xss()>',
  "' onmouseover='xss()",
  '</title><script>xss()</script>',
  '<svg/onload=xss()>',
  '&lt;script&gt;xss()&lt;/script&gt;',
  '<!--<script>xss()',
  '</textarea><script>xss()</script>',
  '"autofocus onfocus="xss()',
  '\u202e<xss-mark>xss()</xss-mark>\u0000',
];

/** A page, its source, a watch, an alert and what people said of it, with a payload in every field that somebody else writes. */
export async function fillSmuggled(store: Store, payload: string, key = '1'): Promise<void> {
  const hostile = made({
    site: `site ${payload}`,
    title: `title ${payload}`,
    body: `ferry ${payload} said the keeper on 2 December.\n\nA second paragraph ${payload}`,
    received: '2026-11-24T16:00:00.000Z',
    credit: `agency ${payload}`,
    leads: [
      {
        title: `lead ${payload}`,
        href: 'javascript:xss()',
        teaser: payload,
        block: `block ${payload}`,
        language: 'en',
        cutOff: true,
        count: 2,
      },
    ],
  });
  const end = hostile.article.body.indexOf(' said');
  const quote = hostile.article.body.slice(0, end);
  const story: Story = {
    id: recordId('story', payload),
    title: `story ${payload}`,
    language: 'en',
    opened: now,
    latest: now,
    pageCount: 2,
    outletCount: 2,
    independentCount: 1,
  };
  const text = { span: [0, end] as const, text: `text ${payload}` };
  const evidence = [{ articleId: hostile.article.id, where: 'body' as const, spans: [[0, end] as const], quote }];
  const kept = results(hostile, story, null, [
    {
      id: recordId('development', payload),
      storyId: story.id,
      articleId: hostile.article.id,
      kind: 'date',
      at: now,
      summary: `summary ${payload}`,
      evidence,
      replaces: { summary: `before ${payload}`, evidence },
      statementId: null,
      eventId: recordId('event', payload),
    },
  ]);
  await store.addSource({
    id: `so-${key}`,
    kind: 'feed',
    address: `javascript:xss()//${payload}`,
    title: `source ${payload}`,
    owner: `owner ${payload}`,
    added: now,
    paused: false,
    health: {
      state: 'failing',
      since: now,
      lastTried: now,
      lastGood: null,
      lastItem: null,
      nextDue: now,
      intervalSeconds: 60,
      failuresInRow: 1,
      failure: { code: 'x', what: `what ${payload}`, advice: `advice ${payload}`, retry: 'later', at: now },
      etag: null,
      lastModified: null,
    },
  });
  await store.saveWatch(plainWatch(`wa-${key}`, 'ferry', { name: `watch ${payload}` }));
  await store.acceptPage({ ...hostile.page, sourceId: `so-${key}`, name: `name ${payload}` });
  await store.savePageResults({
    ...kept,
    alerts: [
      {
        id: `al-${key}`,
        watchId: `wa-${key}`,
        storyId: story.id,
        articleId: hostile.article.id,
        developmentIds: [kept.developments[0].id],
        at: now,
        summary: `alert ${payload}`,
        matched: [],
      },
    ],
    problems: [{ step: `step ${payload}`, what: payload }],
    reading: {
      ...kept.reading,
      article: {
        ...kept.reading.article,
        standfirst: payload,
        section: payload,
        byline: [payload],
        notes: [payload],
        canonical: 'javascript:xss()',
        partial: true,
      },
      statements: [
        {
          id: recordId('statement', payload),
          content: [[0, end]],
          cue: null,
          form: 'direct',
          verb: payload,
          force: 'deny',
          negated: true,
          speaker: { span: null, name: `speaker ${payload}`, reason: payload, role: payload, roleSpan: null },
          venue: text,
          addressee: text,
          saidOn: '2026-11-23',
          relay: [text],
        },
      ],
      events: [
        {
          id: recordId('event', payload),
          expression: [[0, end]],
          from: '2026-12-02',
          to: '2026-12-04',
          precision: 'day',
          certain: false,
          open: payload,
          partial: null,
          kind: 'window',
          status: 'postponed',
          what: [0, end],
          who: [0, end],
        },
      ],
    },
  });
  await store.assignAlerts([`al-${key}`], `person ${payload}`);
  await store.tagAlerts([`al-${key}`], `tag ${payload}`, true);
  await store.commentAlert(`al-${key}`, { id: `co-${key}`, at: now, by: `by ${payload}`, text: `comment ${payload}` });
  await store.recordAct({
    id: `ac-${key}`,
    at: now,
    what: 'watch-changed',
    summary: `act ${payload}`,
    before: 'null',
    after: 'null',
    undone: false,
  });
}
