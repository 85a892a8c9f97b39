import { readOpml, writeOpml } from '../src/sources/opml.ts';
import { readSource } from '../src/sources/source.ts';

/**
 * `npm run -s bench:sources -- [cpuSeconds=2]`: lists read per CPU second: RSS feeds of 50 items with a paragraph of HTML each,
 * the same feeds broken so that the forgiving parser is needed, news sitemaps of 1,000 addresses, section pages of 200 links,
 * and outlines of OPML. Everything is generated, so nothing but the machine changes the figures.
 */
const secondsEach = Number(process.argv[2] ?? 2);
const received = '2026-11-25T02:00:00.000Z';
const paragraph = '<p>The ferry between the two towns sails again after a week in the yard.</p> '.repeat(8);

const feed = `<?xml version="1.0"?><rss version="2.0"><channel><title>Gazette</title><link>https://gazette.example/</link>${many(
  50,
  (at) =>
    `<item><title>Headline number ${at} of the day</title><link>https://gazette.example/a/${at}?utm_source=rss</link><pubDate>Tue, 24 Nov 2026 10:00:00 +0900</pubDate><description><![CDATA[${paragraph}]]></description></item>`,
)}</channel></rss>`;
const broken = feed.slice(0, -40);
const sitemap = `<urlset xmlns:news="n">${many(
  1_000,
  (at) =>
    `<url><loc>https://gazette.example/s/${at}</loc><news:news><news:publication_date>2026-11-24T09:00:00Z</news:publication_date><news:title>Headline ${at}</news:title></news:news></url>`,
)}</urlset>`;
const page = `<html><body>${many(
  200,
  (at) =>
    `<div class="teaser"><a href="/2026/11/24/headline-number-${at}"><h3>Headline number ${at} of the day</h3></a>${paragraph}</div>`,
)}</body></html>`;
const opml = writeOpml(
  'Bench',
  Array.from({ length: 10_000 }, (_, at) => ({
    address: `https://gazette.example/feed/${at}`,
    kind: 'feed' as const,
    title: `Feed ${at}`,
    owner: null,
    home: null,
    folder: null,
  })),
);

const bytes = (text: string) => new TextEncoder().encode(text);
const reads = (kind: 'feed' | 'sitemap' | 'listing', text: string) => {
  const content = bytes(text);
  return () => readSource(kind, { address: 'https://gazette.example/', content, contentType: null, received });
};
measure('sources.feeds_per_cpu_s', reads('feed', feed), 1);
measure('sources.broken_feeds_per_cpu_s', reads('feed', broken), 1);
measure('sources.sitemap_addresses_per_cpu_s', reads('sitemap', sitemap), 1_000);
measure('sources.section_pages_per_cpu_s', reads('listing', page), 1);
measure('sources.outlines_per_cpu_s', () => readOpml(opml), 10_000);

function many(count: number, make: (at: number) => string): string {
  return Array.from({ length: count }, (_, at) => make(at)).join('');
}

function measure(name: string, run: () => unknown, each: number): void {
  for (let warm = 0; warm < 3; warm++) run();
  const start = process.cpuUsage();
  let rounds = 0;
  let spent = 0;
  do {
    run();
    rounds++;
    const { user, system } = process.cpuUsage(start);
    spent = (user + system) / 1e6;
  } while (spent < secondsEach);
  process.stdout.write(`${name}\t${((rounds * each) / spent).toFixed(0)}\t1/s\n`);
}
