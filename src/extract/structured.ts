import { decodeHTML } from 'entities';
import { attribute, type HtmlTree } from '../formats/html.ts';
import type { Problem, Result } from '../records.ts';

/**
 * Reads what a page says of itself in `application/ld+json` (schema.org): every node of every script, `@graph` and nested
 * nodes laid flat, and of those the article-like ones as plain values. Broken JSON is mended where that is safe (raw line
 * breaks in strings, trailing commas, comments around it, a missing end) and told as a problem where it is not.
 * Nothing here is checked against the page: that is for those who use it.
 */
export function readStructured(tree: HtmlTree): Result<Structured> {
  const problems: Problem[] = [];
  const nodes: JsonObject[] = [];
  for (const source of scriptsOf(tree)) {
    if (source.trim() === '') continue;
    const value = parseLoosely(source);
    if (value === undefined) problems.push({ step: 'structured', what: 'JSON-LD that cannot be read was passed over' });
    else flatten(value, nodes, 0);
  }
  const byId = new Map<string, JsonObject>();
  for (const node of nodes) {
    const id = node['@id'];
    // A node that only points elsewhere says nothing; the fullest node of an id is the one meant.
    if (typeof id === 'string' && Object.keys(node).length > Object.keys(byId.get(id) ?? {}).length) byId.set(id, node);
  }
  const articles = nodes
    .filter((node) => typesOf(node).some((type) => articleTypes.has(type)))
    .map((node) => articleOf(node, byId))
    .filter((article) => article.headline !== null || article.articleBody !== null || article.datePublished !== null);
  return { value: { articles, nodes }, problems };
}

export interface Structured {
  /** Article-like nodes in the order of the page. */
  readonly articles: readonly StructuredArticle[];
  /** All nodes with a type, laid flat, as they were written. */
  readonly nodes: readonly JsonObject[];
}

export interface StructuredArticle {
  readonly types: readonly string[];
  readonly headline: string | null;
  readonly alternativeHeadline: string | null;
  readonly description: string | null;
  /** Markup and entities taken out; null when empty. */
  readonly articleBody: string | null;
  readonly authors: readonly StructuredAgent[];
  /** Dates and addresses as written. */
  readonly datePublished: string | null;
  readonly dateModified: string | null;
  readonly publisher: StructuredAgent | null;
  readonly provider: StructuredAgent | null;
  readonly sourceOrganization: StructuredAgent | null;
  readonly copyrightHolder: StructuredAgent | null;
  readonly creditText: string | null;
  readonly isAccessibleForFree: boolean | null;
  readonly section: string | null;
  readonly url: string | null;
  readonly language: string | null;
  readonly images: readonly string[];
  readonly wordCount: number | null;
  /** Posts of a live blog in the order written. */
  readonly liveUpdates: readonly StructuredUpdate[];
}

export interface StructuredAgent {
  readonly name: string;
  /** `Person`, `Organization`, `NewsMediaOrganization` …; '' when the page does not say. */
  readonly type: string;
  readonly url: string | null;
}

export interface StructuredUpdate {
  readonly headline: string | null;
  readonly articleBody: string | null;
  readonly datePublished: string | null;
  readonly url: string | null;
}

export type JsonValue = null | boolean | number | string | readonly JsonValue[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: JsonValue | undefined;
}

const SCRIPTS_MAX = 64;
const SCRIPT_CHARACTERS_MAX = 4_000_000;
/** What may end a script behind its JSON is no longer. */
const ENDING_CHARACTERS_MAX = 29;
const NODES_MAX = 2_000;
const NESTING_MAX = 24;
const UPDATES_MAX = 2_000;

/** What is written in the scripts of JSON-LD. */
function scriptsOf(tree: HtmlTree): string[] {
  const sources: string[] = [];
  for (let node = 0; node < tree.count && sources.length < SCRIPTS_MAX; node++) {
    if (tree.tag[node] !== 'script' || !attribute(tree, node, 'type').toLowerCase().includes('ld+json')) continue;
    sources.push(tree.end[node] > node + 1 ? tree.text[node + 1] : '');
  }
  return sources;
}

const articleTypes = new Set(
  (
    'Article NewsArticle ReportageNewsArticle AnalysisNewsArticle OpinionNewsArticle BackgroundNewsArticle ' +
    'AskPublicNewsArticle ReviewNewsArticle AdvertiserContentArticle SatiricalArticle Report BlogPosting ' +
    'LiveBlogPosting SocialMediaPosting TechArticle ScholarlyArticle Review CriticReview Recipe HowTo'
  ).split(' '),
);

/** The value of loosely written JSON, mended once; undefined when it stays unreadable. Linear. */
export function parseLoosely(source: string): JsonValue | undefined {
  if (source.length > SCRIPT_CHARACTERS_MAX) return undefined;
  const begun = source.trim().replace(/^\uFEFF?(?:<!--|\/\*|\/\/)?\s*(?:<!\[CDATA\[)?(?:\*\/)?\s*/, '');
  // Only the end is searched for what may stand there: the pattern would be tried at every character of the script.
  const end = Math.max(0, begun.length - ENDING_CHARACTERS_MAX);
  const ending = /(?:\/\*|\/\/)?\s{0,9}(?:\]\]>)?(?:\*\/)?\s{0,9}(?:-->)?;?$/.exec(begun.slice(end));
  const bare = ending === null ? begun : begun.slice(0, end + ending.index);
  for (const text of [bare, null]) {
    try {
      return JSON.parse(text ?? mend(bare)) as JsonValue;
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
    }
  }
  return undefined;
}

/** Escapes raw control characters and stray quotes in strings, drops trailing commas, closes what was left open. */
function mend(source: string): string {
  const pieces: string[] = [];
  const open: string[] = [];
  let inString = false;
  let from = 0;
  let at = 0;
  const replace = (by: string, length = 1) => {
    pieces.push(source.slice(from, at), by);
    from = at + length;
  };
  for (; at < source.length; at++) {
    const char = source[at];
    if (inString) {
      if (char === '\\') {
        if (/["\\/bfnrtu]/.test(source[at + 1] ?? '')) at++;
        else replace('\\\\');
      } else if (char < ' ') replace(char === '\n' ? '\\n' : ' ');
      else if (char === '"') {
        if (/^\s{0,99}(?:[,:}\]]|$)/.test(source.slice(at + 1, at + 101))) inString = false;
        else replace('\\"');
      }
    } else if (char === '"') inString = true;
    else if (char === '{' || char === '[') open.push(char === '{' ? '}' : ']');
    else if (char === '}' || char === ']') {
      if (open.length === 0) break;
      open.pop();
      // Nothing but white space may follow the outermost end.
      if (open.length === 0) {
        at++;
        break;
      }
    } else if (char === ',' && /^\s{0,99}[}\]]/.test(source.slice(at + 1, at + 101))) replace('');
  }
  pieces.push(source.slice(from, at));
  if (inString) pieces.push('"');
  return pieces.join('') + open.reverse().join('');
}

function flatten(value: JsonValue, into: JsonObject[], nesting: number): void {
  if (nesting > NESTING_MAX || into.length >= NODES_MAX || value === null || typeof value !== 'object') return;
  if (Array.isArray(value)) {
    for (const item of value as readonly JsonValue[]) flatten(item, into, nesting + 1);
    return;
  }
  const object = value as JsonObject;
  if (object['@type'] !== undefined) into.push(object);
  for (const key of Object.keys(object)) {
    const inner = object[key];
    if (inner !== undefined && typeof inner === 'object') flatten(inner, into, nesting + 1);
  }
}

/** The types of a node, without the address of the vocabulary. */
function typesOf(node: JsonObject): readonly string[] {
  const type = node['@type'];
  const types = Array.isArray(type) ? (type as readonly JsonValue[]) : [type ?? null];
  return types
    .filter((one): one is string => typeof one === 'string')
    .map((one) => one.slice(one.lastIndexOf('/') + 1));
}

function articleOf(node: JsonObject, byId: ReadonlyMap<string, JsonObject>): StructuredArticle {
  const agent = (key: string) => agentsOf(node[key], byId)[0] ?? null;
  const entity = node.mainEntityOfPage;
  const updates = listOf(node.liveBlogUpdate).filter(isObject).slice(0, UPDATES_MAX);
  return {
    types: typesOf(node),
    headline: plainOf(node.headline) ?? plainOf(node.name),
    alternativeHeadline: plainOf(node.alternativeHeadline) ?? plainOf(node.alternateName),
    description: plainOf(node.description),
    articleBody: plainOf(node.articleBody) ?? plainOf(node.reviewBody),
    authors: [...agentsOf(node.author, byId), ...agentsOf(node.creator, byId)].filter(
      (one, at, all) => all.findIndex((other) => other.name === one.name) === at,
    ),
    datePublished: stringOf(node.datePublished) ?? stringOf(node.dateCreated),
    dateModified: stringOf(node.dateModified),
    publisher: agent('publisher'),
    provider: agent('provider'),
    sourceOrganization: agent('sourceOrganization'),
    copyrightHolder: agent('copyrightHolder'),
    creditText: plainOf(node.creditText),
    isAccessibleForFree: booleanOf(node.isAccessibleForFree),
    section: plainOf(listOf(node.articleSection)[0]),
    url: stringOf(node.url) ?? stringOf(isObject(entity) ? entity['@id'] : entity),
    language: stringOf(isObject(node.inLanguage) ? node.inLanguage.alternateName : node.inLanguage),
    images: listOf(node.image)
      .map((image) => stringOf(isObject(image) ? (image.url ?? image.contentUrl) : image))
      .filter((address): address is string => address !== null),
    wordCount: Number.isFinite(Number(node.wordCount ?? Number.NaN)) ? Number(node.wordCount) : null,
    liveUpdates: updates.map((update) => ({
      headline: plainOf(update.headline),
      articleBody: plainOf(update.articleBody),
      datePublished: stringOf(update.datePublished),
      url: stringOf(update.url),
    })),
  };
}

function agentsOf(value: JsonValue | undefined, byId: ReadonlyMap<string, JsonObject>): readonly StructuredAgent[] {
  const agents: StructuredAgent[] = [];
  for (const one of listOf(value)) {
    if (isObject(one)) {
      const id = one['@id'];
      const full = one.name === undefined && typeof id === 'string' ? (byId.get(id) ?? one) : one;
      // Some pages write several names into one node.
      for (const written of listOf(full.name)) {
        const name = plainOf(written);
        if (name !== null) agents.push({ name, type: typesOf(full)[0] ?? '', url: stringOf(full.url) });
      }
    } else {
      const name = plainOf(one);
      if (name !== null) agents.push({ name, type: '', url: null });
    }
  }
  return agents;
}

/** Text of a value with entities decoded and markup taken out; paragraphs stay parted by line breaks. */
function plainOf(value: JsonValue | undefined): string | null {
  const written = isObject(value) ? value['@value'] : value;
  if (typeof written !== 'string') return null;
  let text = written.includes('&') ? decodeHTML(written) : written;
  if (/<[a-z/!]/i.test(text)) {
    text = text
      .replace(/<(?:script|style)\b[^<]*<\/(?:script|style)>/gi, ' ')
      .replace(/<\/?(?:p|br|div|li|ul|ol|h[1-6]|blockquote|figure|table|tr|section)\b[^<>]*>/gi, '\n')
      .replace(/<[a-z/!][^<>]*>/gi, '');
  }
  text = text.trim();
  return text === '' ? null : text;
}

function stringOf(value: JsonValue | undefined): string | null {
  if (typeof value === 'number') return String(value);
  const one = Array.isArray(value) ? (value as readonly JsonValue[])[0] : value;
  return typeof one === 'string' && one.trim() !== '' ? one.trim() : null;
}

function booleanOf(value: JsonValue | undefined): boolean | null {
  const written = String(value ?? '').toLowerCase();
  return written === 'true' ? true : written === 'false' ? false : null;
}

function listOf(value: JsonValue | undefined): readonly JsonValue[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? (value as readonly JsonValue[]) : [value];
}

function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
