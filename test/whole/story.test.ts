import assert from 'node:assert/strict';
import { test } from 'node:test';
import { processPage } from '../../src/pipeline.ts';
import type { Alert, Page } from '../../src/records.ts';
import type { PageResults } from '../../src/store/store.ts';
import { createStories } from '../../src/stories/stories.ts';
import { recordId, sha256 } from '../../src/text/hash.ts';
import { compileWatches } from '../../src/watches/watches.ts';
import { plainWatch as watch } from '../made.ts';

/**
 * What a person is told of one story: a wire text wrapped in lists of other headlines, three reprints of it, then a text that
 * moves the date. All names and outlets are invented.
 */
const paragraphs = [
  'The Harbour Ministry repeated its worries on Monday over the planned sea trial of a cable barge in the Osmund Strait, as Port Velden is making ready to lower a test cable to the sea bed.',
  "Port Velden has told Osmund's coast guard of a plan to carry out the trial between Nov. 22 and Dec. 1, Osmund media reported, despite a warning from the fishing fleets against what would be its third such trial this year.",
  '"I will say that our worries about the barge and the other works in the strait are well known, and so are our worries about the handing over of survey data," Ada Brook, the ministry\'s spokesperson, told a press briefing.',
  '"Those works in some cases go against more than one accord of the strait, accords that Port Velden itself signed, and we will keep watching them closely with the ports around us," she added.',
  'Brook repeated the position when asked about remarks by Harbour Master Ewan Tull in an interview with The Lantern, a Velden daily, that the shipping board is likely to find the trial of no help for its standing.',
  '"Our position is plain: nobody should lower cable in the strait before the survey is out," she said.',
  'Port Velden first planned to hold a third trial in October after those of August and May had failed. It let the month pass without one, and people at the port say that the barge is not ready.',
];
const lists = [
  'Velden Rail orders 20 tram cars from Norrby',
  'Street lamps back on in the old town',
  "[Today's V",
  '- Soap maker looks for wider markets',
  '- Tram cars hit a record number of riders amid rain',
  '- Soap maker looks for wider markets',
  '-',
  'Lost dog with a note finds a home',
  'A note left by an owner who had to part with a dog has moved many in the town, the shelter says in its ne ...',
  '-',
  'Norrby opens a tram hall in Velden',
  'Norrby Works on Tuesday opened a tram hall in Velden, which aims at ...',
  '- Chess club unbeaten at the island games',
  '- Old boats find new lives as sheds',
];
const title = 'Ministry repeats worries over Port Velden cable trial';

interface Arriving {
  readonly url: string | null;
  readonly content: string;
  readonly received: string;
  readonly published?: string;
}

const wrap = (head: string, body: readonly string[], around = '') =>
  `<html><head><title>${head} | ${around}</title></head><body><nav><a href="/">Home</a> <a href="/town">Town</a></nav><main><article><h1>${head}</h1>${body.map((one) => `<p>${one}</p>`).join('')}</article></main>
  <aside><h2>Most read</h2><ul>${lists
    .filter((one) => one.startsWith('- '))
    .map((one, number) => `<li><a href="/n/${number}">${one.slice(2)}</a></li>`)
    .join('')}</ul></aside></body></html>`;

const arriving: readonly Arriving[] = [
  {
    url: null,
    content: [title, ...paragraphs.slice(0, -1), `${paragraphs.at(-1)} (Northwire)`, ...lists].join('\n'),
    received: '2026-11-17T09:00:00.000Z',
    published: '2026-11-17',
  },
  {
    url: 'https://cut.example/a',
    content: wrap(title, [...paragraphs.slice(0, 2), `${paragraphs[2]} (Northwire)`], 'Cut Courier'),
    received: '2026-11-17T10:00:00.000Z',
    published: '2026-11-17',
  },
  {
    url: 'https://other.example/b',
    content: wrap(
      'Strait: spokeswoman speaks of cable works',
      [...paragraphs.slice(0, -1), `${paragraphs.at(-1)} (Northwire)`],
      'Other Observer',
    ),
    received: '2026-11-17T11:00:00.000Z',
    published: '2026-11-17',
  },
  {
    url: 'https://wrap.example/c',
    content: wrap(title, ['Velden Page brings you the news of the strait every day.', ...paragraphs], 'Velden Page'),
    received: '2026-11-17T12:00:00.000Z',
    published: '2026-11-17',
  },
];
const moved: Arriving = {
  url: 'https://lantern.example/d',
  content: wrap(
    'Port Velden moves cable trial in the Osmund Strait to late November',
    [
      "Port Velden has told Osmund's coast guard that the trial of its cable barge in the Osmund Strait is moved and will now take place between Nov. 27 and Dec. 3, the harbour office said on Thursday.",
      'The trial had been announced for Nov. 22 to Dec. 1. The office gave no reason for the change of plan.',
      'It would be the third trial of the barge in the strait this year. Those of August and May failed.',
    ],
    'The Lantern',
  ),
  received: '2026-11-19T09:00:00.000Z',
  published: '2026-11-19',
};

function run(pages: readonly Arriving[]): { results: PageResults[]; alerts: Alert[] } {
  const stories = createStories();
  const watches = compileWatches([
    watch('cable', 'trial AND ("Port Velden" OR "cable barge")'),
    watch('tram', 'tram OR Norrby'),
    watch('dog', '"lost dog" OR soap'),
  ]);
  const results = pages.map(({ url, content, received, published }) => {
    const hash = sha256(content);
    const page: Page = {
      id: recordId('page', url, hash),
      url,
      finalUrl: url,
      name: null,
      sourceId: null,
      received,
      sha256: hash,
      byteCount: content.length,
      contentType: null,
      status: 200,
      hint: published === undefined ? {} : { published },
      stored: null,
    };
    return processPage(page, Buffer.from(content), null, { stories, watches, now: received });
  });
  return { results, alerts: results.flatMap((one) => one.alerts) };
}

test('a wire text and three reprints are one story and one alert; a watch for a headline beside it gets none', () => {
  const { results, alerts } = run(arriving);
  assert.deepEqual(
    results.map((one) => one.problems),
    [[], [], [], []],
  );
  assert.equal(new Set(results.map((one) => one.story?.id)).size, 1);
  assert.deepEqual(
    results.map((one) => one.placement?.copyOf === null),
    [true, false, false, false],
  );
  assert.equal(results[0].reading.article.credit?.agency, 'Northwire');
  assert.equal(results[0].reading.article.body.split('\n\n').length, paragraphs.length);
  assert.deepEqual(
    alerts.map((one) => one.watchId),
    ['cable'],
  );
  assert.deepEqual(
    results[3].story === null ? null : [results[3].story.pageCount, results[3].story.independentCount],
    [4, 1],
  );
});

test('a text that moves the window gives exactly one more alert, which says what moved', () => {
  const { results, alerts } = run([...arriving, moved]);
  assert.equal(results[4].story?.id, results[0].story?.id);
  assert.equal(alerts.length, 2);
  const [development] = results[4].developments.filter((one) => one.id === alerts[1].developmentIds[0]);
  assert.equal(development.kind, 'date');
  assert.match(development.summary, /22 Nov.*1 Dec.*27 Nov.*3 Dec/);
  assert.ok(development.evidence[0].quote.includes('Nov. 27 and Dec. 3'));
  assert.ok(development.replaces !== null);
  const { body } = results[4].reading.article;
  for (const [start, end] of development.evidence[0].spans)
    assert.ok(development.evidence[0].quote.includes(body.slice(start, end)));
});
