import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import manifest from '../../sample/manifest.json' with { type: 'json' };
import type { Source } from '../../src/records.ts';
import { newHealth } from '../../src/sources/schedule.ts';
import type { IncomingPage } from '../../src/worker/receive.ts';
import { goldArticles } from '../stories/gold-stories.ts';

/** Which pages an archive of the tests that kill is made of. */
export type ArchiveName = 'sample' | 'gold' | 'both';

/** The sample archive, and the gold stories as pages of their outlets, in order of receipt. The same on every call. */
export function archivePages(name: ArchiveName): IncomingPage[] {
  return [...(name === 'gold' ? [] : samplePages()), ...(name === 'sample' ? [] : goldPages())].toSorted((a, b) =>
    a.received.localeCompare(b.received),
  );
}

/** The sample's sources, of which the owners are needed to count accounts. */
export function archiveSources(): Source[] {
  const [{ received }] = manifest.pages;
  return manifest.sources.map(({ id, title, owner, address }) => ({
    id,
    kind: 'import',
    address,
    title,
    owner,
    added: received,
    paused: false,
    health: newHealth(received),
  }));
}

function samplePages(): IncomingPage[] {
  const folder = join(import.meta.dirname, '..', '..', 'sample');
  return manifest.pages.map(({ file, address, received, source }) => ({
    ...asReceived(address, received),
    sourceId: source,
    content: readFileSync(join(folder, file)),
    contentType: file.endsWith('.txt') ? 'text/plain; charset=utf-8' : 'text/html',
  }));
}

function goldPages(): IncomingPage[] {
  return goldArticles().map(({ published, site = '', language, agency, url, title, body }, number) => {
    const paragraphs = body.split('\n\n').map((one) => `<p>${escaped(one)}</p>`);
    const html = `<!doctype html><html lang="${language}"><head><title>${escaped(title)}</title>
      <meta property="og:site_name" content="${escaped(site)}"><meta property="article:published_time" content="${published}"></head>
      <body><article><h1>${escaped(title)}</h1>${agency === undefined ? '' : `<p class="byline">${escaped(agency)}</p>`}${paragraphs.join('')}</article></body></html>`;
    return {
      ...asReceived(url ?? `https://outlet-${number}.example/${number}`, published),
      content: new TextEncoder().encode(html),
      contentType: 'text/html; charset=utf-8',
    };
  });
}

function asReceived(url: string, received: string) {
  return { url, finalUrl: url, name: null, sourceId: null, received, status: 200, headers: null, hint: {} };
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
