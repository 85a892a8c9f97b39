import type { IncomingPage } from '../src/worker/receive.ts';
import { seeded } from '../test/made.ts';
import { archiveWords } from './generated-archive.ts';

/**
 * Pages as they come from the network: navigation, an article of 8 to 24 paragraphs with quotations, dates and figures, lists
 * of teasers. Every third is a copy of one before it, shortened. The same count gives the same pages.
 */
export function* generatedPages(count: number): Generator<IncomingPage> {
  const texts: string[][] = [];
  for (let number = 0; number < count; number++) {
    const random = seeded(number + 1);
    const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)];
    const word = () => archiveWords[Math.floor(archiveWords.length * random() ** 3)];
    const words = (n: number) => Array.from({ length: n }, word).join(' ');
    const name = () => `${capital(word())} ${capital(word())}`;
    const copied = number % 3 === 2 && texts.length > 0;
    const text = copied
      ? texts[Math.floor(random() * Math.min(texts.length, 50)) + Math.max(0, texts.length - 50)].slice(0, -1)
      : Array.from({ length: 8 + Math.floor(random() * 16) }, () => pick(paragraphs)({ word, words, name, random }));
    if (!copied) texts.push(text);
    const received = new Date(start + number * 60_000).toISOString();
    const outlet = `outlet-${number % 40}.example`;
    const title = copied ? text[0].slice(0, 60) : `${capital(words(3))} in ${capital(word())}`;
    const links = (n: number) =>
      Array.from({ length: n }, () => `<li><a href="/${word()}-${word()}">${capital(words(6))}</a></li>`).join('');
    const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title} | Outlet</title>
<meta property="article:published_time" content="${received}"><link rel="stylesheet" href="/style.css"></head><body>
<header><nav class="menu"><ul>${links(24)}</ul></nav></header><main><article class="story"><h1>${title}</h1>
<p class="byline">By ${name()}</p>${text.map((one) => `<p>${one}</p>`).join('\n')}</article>
<aside class="related"><h2>More stories</h2><ul>${links(18)}</ul></aside></main>
<footer><ul>${links(30)}</ul><p>All rights reserved.</p></footer></body></html>`;
    yield {
      url: `https://${outlet}/news/${number}`,
      finalUrl: null,
      name: null,
      sourceId: `so-${number % 40}`,
      received,
      content: new TextEncoder().encode(html),
      contentType: 'text/html; charset=utf-8',
      status: 200,
      headers: [['content-type', 'text/html; charset=utf-8']],
      hint: { published: received },
    };
  }
}

const start = Date.UTC(2026, 8, 1);

interface Words {
  word(): string;
  words(count: number): string;
  name(): string;
  random(): number;
}

const paragraphs: readonly ((from: Words) => string)[] = [
  ({ words, name }) => `"The ${words(9)} will not ${words(4)}," said ${name()}, a spokesman for the ${words(2)}.`,
  ({ words, random }) => `At least ${2 + Math.floor(random() * 90)} people ${words(14)} on Monday, officials said.`,
  ({ words, name }) => `${name()} told reporters that the ${words(12)} before the end of March 2027.`,
  ({ words, random }) =>
    `The ${words(3)} is to open between ${1 + Math.floor(random() * 20)} and 28 November, the ${words(10)}.`,
  ({ words }) => `${capital(words(22))}. ${capital(words(17))}, according to the ministry of ${words(1)}.`,
  ({ words, name }) => `${capital(words(15))}. "We ${words(11)}," ${name()} added, "and ${words(9)}."`,
  ({ words }) => `${capital(words(30))}. ${capital(words(18))}.`,
];

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
