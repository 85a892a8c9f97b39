import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { extract } from '../src/extract/extract.ts';
import { languageCases } from '../test/extract/language-cases.ts';

/**
 * Extract on mutated pages: `npm run -s fuzz [-- pages [folder [seed]]]`. The pages are short ones in every language and, where
 * a folder is given (`''` for none), its `.html` and `.html.gz` files. Every run with the same arguments reads the same pages. Told are: a page
 * that throws, a page read differently the second time, and one that costs far more than its length; each with its number.
 *
 * What a page costs is a fixed part (the writer, the days, the credit, the language: looked for on every page, however short) and
 * a part for each kilobyte. Both are measured first, on pages of the same kind; a page of any length is dear that costs more than
 * three times what they come to.
 */
const pagesMax = Number(process.argv[2] ?? 20_000);
const folder = process.argv[3] || null;
const seed = Number(process.argv[4] ?? 1);

/** Pieces that open, close or break what stands around them. */
const pieces = [
  ...'<div> </div> <p> </p> <table><tr><td> </td> </table> <ul><li> </ul> <b> </b> <a href="/x"> </a> <!-- --> <script> </script>'.split(
    ' ',
  ),
  ...'<svg> </svg> <style> </style> <title> </title> <textarea> <template> <iframe> <form> <br><br> <article> </article> </body>'.split(
    ' ',
  ),
  ...'& &amp; &#x1f600; &#0; &notit; < > " \' <![CDATA[ ]]> <?xml \u0000 \ufeff \ud800 \u202e [ { " : } ] ( ) （ ） — | / .'.split(
    ' ',
  ),
  '<script type="application/ld+json">{"@type":"NewsArticle","articleBody":"',
  '<time datetime="2024-03-14T09:00:00Z">',
  '<p class="byline">',
];
const MUTATIONS_MAX = 24;
const REPEATS_MAX = 400;
const PAGE_CHARACTERS_MAX = 200_000;
/** Every so many pages one is read twice. */
const TWICE_EVERY = 50;
const COSTLY_TIMES = 3;
/** Pages that the usual cost is taken from, after as many that warm the compiler. */
const MEASURED_PAGES = 3_000;
/** The cost of a kilobyte is the median of pages from the one length on, the fixed cost what is left of pages up to the other. */
const LONG_CHARACTERS_MIN = 20_000;
const SHORT_CHARACTERS_MAX = 2_000;
/** A costly page is read once more so many times over. */
const GROWN_TIMES = 4;
const RUNS = 5;
const FINDINGS_MAX = 1_000;

const seeds = [...languageCases.map(ownPage), ...(folder === null ? [] : pagesIn(folder))];
const random = randomFrom(seed);
const findings: string[] = [];
let failures = 0;
const usual = usualCost();
let dearest = 0;
for (let page = 0; page < pagesMax; page++) {
  const html = mutated(seeds[random(seeds.length)], random);
  try {
    const before = process.cpuUsage();
    const first = JSON.stringify(read(html));
    if (microsecondsSince(before) > COSTLY_TIMES * usualOf(html)) judge(page, html);
    if (page % TWICE_EVERY === 0 && JSON.stringify(read(html)) !== first) tell(`page ${page}: read differently again`);
  } catch (error) {
    tell(`page ${page}: ${error instanceof Error ? error.stack : String(error)}`);
  }
}
console.log(
  `${pagesMax} pages from ${seeds.length}, seed ${seed}: ${failures} findings; a page costs ${usual.fixed.toFixed(0)} µs and ` +
    `${usual.perKilobyte.toFixed(0)} µs a kB, the dearest ${dearest.toFixed(1)} times that`,
);
for (const finding of findings) console.log(finding);
process.exitCode = failures > 0 ? 1 : 0;

/** Tells a page that is dear each time it is read. */
function judge(page: number, html: string): void {
  const times = costOf(html) / usualOf(html);
  dearest = Math.max(dearest, times);
  if (times <= COSTLY_TIMES) return;
  // A page dear throughout is a matter of taste; one that grows dearer with its length is a fault.
  const long = html.repeat(GROWN_TIMES);
  const grown = costOf(long) / usualOf(long);
  tell(
    `page ${page}: ${html.length} characters, ${times.toFixed(1)} times the usual cost, ${grown.toFixed(1)} when ${GROWN_TIMES} times as long`,
  );
}

/** What pages like these cost, in microseconds. */
function usualCost(): { readonly fixed: number; readonly perKilobyte: number } {
  const random = randomFrom(seed - 1);
  for (let page = 0; page < MEASURED_PAGES; page++) read(mutated(seeds[page % seeds.length], random));
  const pages = Array.from({ length: MEASURED_PAGES }, (_, page) => mutated(seeds[page % seeds.length], random));
  const costs = pages.map((html) => ({ kilobytes: html.length / 1_000, cost: costOf(html) }));
  const perKilobyte = median(
    costs.filter((one) => one.kilobytes * 1_000 >= LONG_CHARACTERS_MIN).map((one) => one.cost / one.kilobytes),
  );
  const short = costs.filter((one) => one.kilobytes * 1_000 <= SHORT_CHARACTERS_MAX);
  return { fixed: median(short.map((one) => one.cost - one.kilobytes * perKilobyte)), perKilobyte };
}

function usualOf(html: string): number {
  return usual.fixed + (usual.perKilobyte * html.length) / 1_000;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
}

function microsecondsSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return user + system;
}

function tell(finding: string): void {
  failures++;
  if (findings.length < FINDINGS_MAX) findings.push(finding);
}

function read(html: string) {
  return extract(
    {
      pageId: 'p',
      content: html,
      contentType: null,
      url: 'https://example.org/a',
      form: 'auto',
      received: null,
      hint: {},
    },
    { explain: true },
  );
}

/** The least of several runs, in microseconds: what the machine, the compiler and the collector did meanwhile shows in all but one. */
function costOf(html: string): number {
  let least = Number.POSITIVE_INFINITY;
  for (let run = 0; run < RUNS; run++) {
    const before = process.cpuUsage();
    read(html);
    least = Math.min(least, microsecondsSince(before));
  }
  return least;
}

/** A page with pieces put in, taken out, moved and repeated. */
function mutated(page: string, random: (below: number) => number): string {
  let html = page;
  for (let turn = random(MUTATIONS_MAX); turn >= 0; turn--) {
    const at = random(html.length + 1);
    const end = Math.min(html.length, at + random(random(4) === 0 ? 2_000 : 12));
    const kind = random(6);
    const piece = pieces[random(pieces.length)];
    const between =
      kind === 0
        ? ''
        : kind === 1
          ? piece.repeat(random(REPEATS_MAX))
          : kind === 2
            ? html.slice(at, end).repeat(3)
            : piece;
    html = html.slice(0, at) + between + html.slice(kind < 3 ? end : at);
    if (html.length > PAGE_CHARACTERS_MAX) html = html.slice(0, PAGE_CHARACTERS_MAX);
  }
  return html;
}

function ownPage({ title, paragraphs, list }: (typeof languageCases)[number]): string {
  return `<html><head><title>${title}</title></head><body><nav><a href="/">Home</a></nav><article><h1>${title}</h1>
<p class="byline">Ann Lee, 14 March 2024</p>${paragraphs.map((text) => `<p>${text}</p>`).join('')}</article>
<aside><h3>${list[0]}</h3><ul><li><a href="/one-two-three">${list[1]}</a><li><a href="/four-five-six">${list[2]}</a></ul></aside></body></html>`;
}

function pagesIn(path: string): string[] {
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.html?(?:\.gz)?$/.test(name))
    .sort()
    .map((name) => {
      const bytes = readFileSync(join(path, name));
      return (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
    });
}

/** Numbers below a bound, the same for the same seed (Mulberry32). */
function randomFrom(start: number): (below: number) => number {
  let state = start;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % Math.max(1, below);
  };
}
