import { Failure } from '../failures.ts';
import { resolveAddress } from '../formats/address.ts';
import { escapeXml, safeXml, scanXml, xmlLimits } from '../formats/xml.ts';
import type { Problem, Result, SourceKind } from '../records.ts';

/** Reads the subscriptions of an OPML file, folders flattened, each address once. What it cannot read whole it refuses whole. */
export function readOpml(text: string): Result<readonly Subscription[] | Failure> {
  const problems: Problem[] = [];
  const safe = safeXml(text, { ...xmlLimits, elementsMax: OUTLINES_MAX * 2 });
  // An element is an outline or part of the small head, so more elements are more outlines.
  if (safe instanceof Failure && /elements$/.test(safe.message)) return { value: tooMany(), problems };
  if (safe instanceof Failure) return { value: safe, problems };

  const found = new Map<string, Subscription>();
  const folders: (string | null)[] = [];
  let isOpml = false;
  let outlines = 0;
  let skipped = 0;
  const isWhole = scanXml(safe, {
    open(name, attributes) {
      if (name === 'opml') isOpml = true;
      if (name !== 'outline') return true;
      if (++outlines > OUTLINES_MAX) return false;
      const written = attributes.xmlurl ?? attributes.url ?? '';
      const title = (attributes.title || attributes.text || '').trim().slice(0, TITLE_CHARACTERS_MAX) || null;
      folders.push(written === '' ? title : null);
      if (written === '') return true;
      const address = resolveAddress(
        written.replace(/^feed:(\/\/)?(?=https?:)/i, '').replace(/^feed:/i, 'http:'),
        null,
      );
      if (address === null) skipped++;
      else if (!found.has(address)) {
        found.set(address, {
          address,
          kind: kindOf(attributes.type),
          // Who has no title is written under its address.
          title: title === address ? null : title,
          owner: (attributes.owner ?? '').trim().slice(0, TITLE_CHARACTERS_MAX) || null,
          home: resolveAddress(attributes.htmlurl ?? '', null),
          folder: folders.filter((folder) => folder !== null).join('/') || null,
        });
      }
      return true;
    },
    close(name) {
      if (name === 'outline') folders.pop();
    },
  });
  if (outlines > OUTLINES_MAX || !isWhole) return { value: tooMany(), problems };
  if (!isOpml) return { value: notOpml(), problems };
  if (skipped > 0) problems.push({ step: 'opml', what: `${skipped} outlines have no usable address` });
  return { value: [...found.values()], problems };
}

/** Writes subscriptions as OPML 2.0 that `readOpml` and other readers read back. */
export function writeOpml(title: string, subscriptions: readonly Subscription[]): string {
  const folders = Map.groupBy(subscriptions, ({ folder }) => folder);
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<opml version="2.0">',
    `  <head><title>${escapeXml(title)}</title></head>`,
    '  <body>',
  ];
  for (const [folder, members] of folders) {
    if (folder !== null) lines.push(`    <outline text="${escapeXml(folder)}">`);
    for (const member of members) lines.push(`    ${folder === null ? '' : '  '}${outline(member)}`);
    if (folder !== null) lines.push('    </outline>');
  }
  lines.push('  </body>', '</opml>', '');
  return lines.join('\n');
}

export interface Subscription {
  readonly address: string;
  readonly kind: SourceKind;
  readonly title: string | null;
  readonly owner: string | null;
  readonly home: string | null;
  /** Names of the folders it stood in, parted by strokes. */
  readonly folder: string | null;
}

/** More than any person reads; a file with more is a mistake or an attack. */
const OUTLINES_MAX = 20_000;

const TITLE_CHARACTERS_MAX = 300;

/** Feeds are "rss" in OPML whatever their format; the other kinds are ours, and other readers leave them alone. */
function kindOf(type: string | undefined): SourceKind {
  return type === 'sitemap' || type === 'listing' ? type : 'feed';
}

function outline({ address, kind, title, owner, home }: Subscription): string {
  const attributes: [string, string | null][] = [
    ['text', title ?? address],
    ['title', title],
    ['type', kind === 'feed' ? 'rss' : kind],
    ['xmlUrl', address],
    ['htmlUrl', home],
    ['owner', owner],
  ];
  const written = attributes.filter(([, value]) => value !== null);
  return `<outline ${written.map(([name, value]) => `${name}="${escapeXml(value ?? '')}"`).join(' ')}/>`;
}

function tooMany(): Failure {
  return new Failure('opml-too-large', `the OPML file holds more than ${OUTLINES_MAX} outlines`, {
    retry: 'never',
    advice: 'Nothing was added. Split the file, or leave out what you do not read.',
  });
}

function notOpml(): Failure {
  return new Failure('opml-unreadable', 'the file is no OPML', {
    retry: 'never',
    advice: 'Export the subscriptions from the other reader again, as OPML.',
  });
}
