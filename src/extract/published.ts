import { attribute, hasAttribute } from '../formats/html.ts';
import type { Published } from '../records.ts';
import type { Block } from './blocks.ts';
import { fold, lineOf, metaOf } from './head.ts';
import { allWords, besideArticle, type PageView, startOfText } from './view.ts';
import { type DayOrder, findDays, readStamp, type WrittenDate } from './written-date.ts';

/**
 * When a page was published and last changed. Order of trust: what the caller gave, JSON-LD, meta elements, what a reader
 * sees, the address. An instant keeps the offset the page wrote; a time without one counts for its day only. The first two
 * that disagree by a day or more leave a note; a page that only says when it was changed is taken at that, with a note.
 */
export function findPublished(view: PageView): FoundTimes {
  const order = orderOf(view);
  const visible = visibleTimes(view, order);
  const published: Candidate[] = [];
  const modified: Candidate[] = [];
  const add = (to: Candidate[], from: Published['from'], found: WrittenDate | null) => {
    if (found !== null) to.push({ ...found, from });
  };
  if (view.hint.published !== undefined) add(published, 'given', readStamp(view.hint.published, order));
  add(published, 'jsonld', stampOf(view.own?.datePublished ?? null, order));
  add(modified, 'jsonld', stampOf(view.own?.dateModified ?? null, order));
  for (const name of publishedMetas) add(published, 'meta', stampOf(metaOf(view.head, name), order));
  for (const [name, values] of view.head.metas) {
    if (published.length === 0 && publishedName.test(name)) add(published, 'meta', stampOf(values[0], order));
  }
  for (const name of modifiedMetas) add(modified, 'meta', stampOf(metaOf(view.head, name), order));
  for (const one of visible) add(one.updated ? modified : published, 'visible', one.date);
  add(published, 'url', dayOfAddress(view.canonical, order) ?? dayOfAddress(view.url, order));
  const notes: string[] = [];
  const best = shownInstead(published, modified, visible) ?? dayOfBoth(published) ?? published[0] ?? null;
  if (best === null) {
    const changed = modified[0] ?? null;
    if (changed === null) return { published: unknown, modified: null, notes };
    notes.push(`only the time of a change is given: ${changed.from} ${changed.value}`);
    return { published: changed, modified: changed, notes };
  }
  const other = published.find((one) => one.from !== best.from && one.value.slice(0, 10) !== best.value.slice(0, 10));
  if (other !== undefined) notes.push(`${other.from} date ${other.value} against ${best.from} ${best.value}`);
  return { published: best, modified: modified[0] ?? null, notes };
}

/**
 * The visible day, where it says better than the structured instant when the page was published: the publisher's own day next
 * to an instant written in another zone, or the day of a new edition that the page shows as its only date.
 */
function shownInstead(
  published: readonly Candidate[],
  modified: readonly Candidate[],
  visible: readonly VisibleTime[],
): Candidate | null {
  const first = published[0];
  if (first === undefined || first.from === 'given' || first.from === 'visible' || first.from === 'url') return null;
  const day = (value: string) => Date.parse(value.slice(0, 10)) / DAY_MS;
  const shown = visible.find((one) => !one.updated);
  if (shown === undefined || shown.score < SHOWN_SCORE_MIN) return null;
  const apart = day(shown.date.value) - day(first.value);
  if (
    apart === 0 ||
    visible.some((one) => one.score >= SHOWN_ELSEWHERE_SCORE_MIN && day(one.date.value) === day(first.value))
  )
    return null;
  // Where only a meta element tells, the day shown is that of a change: such systems write the first day there.
  const changed = modified.some((one) => Math.abs(day(one.value) - day(shown.date.value)) <= 1);
  const edition = first.from === 'jsonld' && changed && apart > 0;
  return Math.abs(apart) === 1 || edition ? { ...shown.date, from: 'visible' } : null;
}

/** Where only a visible day and the address tell, the day that both tell. */
function dayOfBoth(published: readonly Candidate[]): Candidate | null {
  if (published[0]?.from !== 'visible') return null;
  const url = published.find((one) => one.from === 'url');
  return published.find((one) => one.from === 'visible' && one.value.slice(0, 10) === url?.value) ?? null;
}

const DAY_MS = 86_400_000;
const SHOWN_SCORE_MIN = 12;
const SHOWN_ELSEWHERE_SCORE_MIN = 5;

export interface FoundTimes {
  readonly published: Published;
  readonly modified: Published | null;
  readonly notes: readonly string[];
}

type Candidate = Published & { readonly value: string };

const unknown: Published = { value: null, precision: 'unknown', from: 'none' };

/** Meta elements for the time of publication, most specific first. */
const publishedMetas: readonly string[] = [
  'article:published_time',
  'og:article:published_time',
  'og:published_time',
  'datepublished',
  'parsely-pub-date',
  'sailthru.date',
  'cxenseparse:recs:publishtime',
  'cxenseparse:publishtime',
  'article.published',
  'published_time',
  'published-date',
  'published',
  'publishdate',
  'publish-date',
  'publish_date',
  'publication_date',
  'publication-date',
  'article_date_original',
  'article:published',
  'article:post_date',
  'originalpublicationdate',
  'pubdate',
  'dc.date.issued',
  'dcterms.issued',
  'dc.date.created',
  'dcterms.created',
  'dc.date',
  'dcterms.date',
  'dc.date.published',
  'citation_publication_date',
  'citation_date',
  'citation_online_date',
  'bt:pubdate',
  'rnews:datepublished',
  'shareaholic:article_published_time',
  'analyticsattributes.articledate',
  'displaydate',
  'created',
  'date_published',
  'datecreated',
  'article.created',
  'date',
  'og:pubdate',
  'pdate',
  'timestamp',
  'release_date',
  'video:release_date',
  'doc_date',
];
/** Names that other systems give to the time of publication. */
const publishedName =
  /publi(?:sh|cation|shed)?[-_.: ]?(?:date|time|on|at)|pub-?date|date[-_.: ]?publi|[-_.:](?:issued|created)$/;
const modifiedMetas: readonly string[] = [
  'article:modified_time',
  'og:updated_time',
  'datemodified',
  'og:modified_time',
  'article.updated',
  'dcterms.modified',
  'dc.date.modified',
  'last-modified',
  'lastmod',
  'modified',
  'updated_time',
  'date_modified',
  'lastmodified',
  'revised',
];

function stampOf(written: string | null, order: DayOrder): WrittenDate | null {
  return written === null ? null : readStamp(written, order);
}

/** Which way round a page of this country writes numbers: the United States and few others put the month first. */
function orderOf(view: PageView): DayOrder {
  const tag = (view.head.language ?? '').toLowerCase().replace('_', '-');
  if (tag === 'en-us') return 'month-first';
  const locale = (metaOf(view.head, 'og:locale') ?? '').toLowerCase();
  if (tag.startsWith('en-') || (view.language !== null && view.language !== 'en')) return 'day-first';
  const host = view.url?.match(/^https?:\/\/([^/:]{1,255})/)?.[1] ?? '';
  if (/\.(?:uk|au|nz|ie|in|za|sg|my|ng|ke|gh|pk|lk)$/.test(host)) return 'day-first';
  return locale === 'en_us' || view.language === 'en' ? 'month-first' : 'unknown';
}

interface VisibleTime {
  readonly date: WrittenDate;
  readonly updated: boolean;
  readonly score: number;
}

/** The times a reader sees near the headline and the body, surest first. */
function visibleTimes(view: PageView, order: DayOrder): VisibleTime[] {
  const reading: Reading = { view, order, placeScore: placeScoreOf(view) };
  return [...markedTimes(reading), ...timeElements(reading), ...datedElements(reading), ...datedBlocks(reading)].sort(
    (a, b) => b.score - a.score,
  );
}

interface Reading {
  readonly view: PageView;
  readonly order: DayOrder;
  /** How likely a time at a node is the article's own. */
  readonly placeScore: (node: number) => number;
}

function placeScoreOf(view: PageView): (node: number) => number {
  const { tree, page, kept } = view;
  const start = startOfText(view);
  const first = start >= 0 ? page.blocks[start].node : tree.count;
  const last = kept.length > 0 ? page.blocks[kept[kept.length - 1]].endNode : tree.count;
  const headline = view.headlineBlock >= 0 ? page.blocks[view.headlineBlock].node : first;
  const top = Math.min(headline, first);
  return (node) => {
    if (besideArticle(tree, node, kept.length > 0 ? first : -1)) {
      // Names of boxes err: what stands between headline and text may be its day where nothing else tells one.
      return node > top - BESIDE_NODES && node <= first ? BESIDE_SCORE : -40;
    }
    if (node >= top && node <= first) return 30;
    if (node < top) return top - node < NEAR_NODES ? 15 : -5;
    // A line taken for text may stand far above the headline.
    if (headline > first && node < headline && headline - node < NEAR_NODES) return 15;
    if (node <= last) return 5;
    return node - last < NEAR_NODES ? 8 : -20;
  };
}

/** Elements that microdata calls a time of the article. */
function markedTimes({ view: { tree, head }, order, placeScore }: Reading): VisibleTime[] {
  const found: VisibleTime[] = [];
  for (const name of ['datepublished', 'datecreated', 'datemodified', 'dateupdated']) {
    for (const node of head.marked.get(name)?.slice(0, MARKED_MAX) ?? []) {
      // Seen by no reader, and read with the meta elements already.
      if (tree.tag[node] === 'meta') continue;
      const stamp = attribute(tree, node, 'content') || attribute(tree, node, 'datetime') || lineOf(tree, node);
      const date = readStamp(stamp, order);
      if (date === null) continue;
      found.push({
        date,
        updated: name.endsWith('modified') || name.endsWith('updated'),
        score: placeScore(node) + 25,
      });
    }
  }
  return found;
}

/** `<time>` elements: by their stamp, unless their words show another day. */
function timeElements(reading: Reading): VisibleTime[] {
  const { tree, head } = reading.view;
  const { order } = reading;
  const found: VisibleTime[] = [];
  for (const node of head.times.slice(0, TIMES_MAX)) {
    const line = lineOf(tree, node);
    const stamp = attribute(tree, node, 'datetime') || attribute(tree, node, 'content');
    const stamped = stamp === '' ? null : readStamp(stamp, order);
    const publication = hasAttribute(tree, node, 'pubdate') ? 10 : 0;
    // Words that show another day than the stamp show the publisher's own.
    const shown =
      stamped === null ? null : (findDays(line.slice(0, DATE_LINE_CHARACTERS_MAX), order, 1)[0]?.day ?? null);
    const other = shown !== null && shown !== stamped?.value.slice(0, 10);
    const written = stamped !== null && !other ? stamp : line;
    found.push(...timeAt(reading, node, line, written, 12 + publication));
  }
  return found;
}

/** The time that a stamp beside a node gives; none where the place speaks against it more than `sure` speaks for it. */
function timeAt(
  { view, order, placeScore }: Reading,
  node: number,
  text: string,
  stamp: string,
  sure: number,
): VisibleTime[] {
  const date = readStamp(stamp, order);
  if (date === null) return [];
  const score = placeScore(node) + sure;
  return score < 0 ? [] : [{ date, updated: isUpdated(view.tree, node, text), score }];
}

/** Elements whose names speak of a date: by a stamp of theirs, and by the days their words tell. */
function datedElements(reading: Reading): VisibleTime[] {
  const { tree, head } = reading.view;
  const found: VisibleTime[] = [];
  for (const node of head.dated.slice(0, TIMES_MAX)) {
    const titled = attribute(tree, node, 'title') || attribute(tree, node, 'datetime');
    if (/^\d{4}-\d{2}-\d{2}T/.test(titled)) found.push(...timeAt(reading, node, '', titled, 12));
    const line = lineOf(tree, node);
    if (line.length < 6 || line.length > DATE_LINE_CHARACTERS_MAX) continue;
    const days = findDays(line, reading.order);
    const place = days.length === 0 ? 0 : reading.placeScore(node);
    for (const [at, { day, start }] of days.entries()) {
      const labelled = labelOf(line.slice(at === 0 ? 0 : days[at - 1].end, start));
      const score = place + 8 - at + (labelled === 'published' ? 8 : 0) - (line.length > 120 ? 6 : 0);
      if (score >= 0) found.push({ date: { value: day, precision: 'day' }, updated: labelled === 'updated', score });
    }
  }
  return found;
}

/** Blocks around the headline, before and behind the text: the days their words tell. */
function datedBlocks(reading: Reading): VisibleTime[] {
  const { page, kept, headlineBlock: title } = reading.view;
  const found: VisibleTime[] = [];
  const keptEarly = new Set(kept.slice(0, DATELINE_PARAGRAPHS));
  const opening = kept[0] ?? 0;
  const from = Math.max(0, opening - 2 * BLOCKS_BEFORE, Math.min(title, opening) - BLOCKS_BEFORE);
  const until = Math.max(opening, startOfText(reading.view)) + BLOCKS_AFTER;
  const foot = (kept[kept.length - 1] ?? page.blocks.length) + 1;
  for (let at = from; at < Math.min(page.blocks.length, foot + BLOCKS_AFTER); at++) {
    const byTitle = title >= 0 && at >= title - BLOCKS_BEFORE && at <= title + BLOCKS_AFTER;
    if (at >= until && at < foot - 2 && !byTitle) continue;
    // A headline without an element of its own stands in one block with the day.
    found.push(...daysOfBlock(reading, page.blocks[at], keptEarly.has(at) && at !== title));
  }
  return found;
}

/** @param opens the block is one of the first of the text: only its beginning may tell the day */
function daysOfBlock({ order, placeScore }: Reading, block: Block, opens: boolean): VisibleTime[] {
  const found: VisibleTime[] = [];
  const line = block.text;
  if (line.length > DATE_LINE_CHARACTERS_MAX && !opens) return found;
  const days = findDays(opens ? line.slice(0, DATELINE_CHARACTERS) : line, order);
  const place = days.length === 0 ? 0 : placeScore(block.node);
  for (const [index, { day, start, end }] of days.entries()) {
    const labelled = labelOf(line.slice(index === 0 ? 0 : days[index - 1].end, start));
    const bare = line.length < 45 ? 6 : line.length < 100 ? 2 : -6;
    const linked = block.linkLength * 2 > line.length ? -12 : 0;
    // "29.11.2022 – The council …"
    const dateline = opens && start === 0 && /^\s?[–—-]\s/.test(line.slice(end, end + 3)) ? DATELINE_SCORE : 0;
    const full = place - 6 + bare + linked + dateline - index + (labelled === 'none' ? 0 : 10);
    const score = isTold(line, start, end) ? Math.min(full, TOLD_SCORE_MAX) : full;
    if (score >= 0) found.push({ date: { value: day, precision: 'day' }, updated: labelled === 'updated', score });
  }
  return found;
}

const NEAR_NODES = 120;
/** So near above the headline a day may stand in a box beside it, and how much that counts: less than a stamp needs to outdo another. */
const BESIDE_NODES = 20;
const BESIDE_SCORE = -10;
const MARKED_MAX = 20;
const TIMES_MAX = 60;
const DATE_LINE_CHARACTERS_MAX = 220;
const DATELINE_CHARACTERS = 60;
const BLOCKS_BEFORE = 8;
const BLOCKS_AFTER = 8;
/** Paragraphs whose beginnings may carry the day: "29.11.2022 – …", and how much more such a day counts. */
const DATELINE_PARAGRAPHS = 4;
const DATELINE_SCORE = 10;

/** True for a day amid a sentence: it is told of, not stamped, whatever word stands before it ("on"). */
function isTold(line: string, start: number, end: number): boolean {
  const amid = start > 0 && line.length - end > TOLD_AFTER_CHARACTERS_MIN;
  return amid && line.length > TOLD_CHARACTERS_MIN && /[.!?。]["”’)]?$/.test(line);
}

/** A shorter line, and one that little follows in, may be a stamp with a stop. */
const TOLD_CHARACTERS_MIN = 80;
const TOLD_AFTER_CHARACTERS_MIN = 20;
/** Too little to speak for another day; enough where nothing else tells one. */
const TOLD_SCORE_MAX = SHOWN_ELSEWHERE_SCORE_MIN - 1;

function isUpdated(tree: PageView['tree'], node: number, line: string): boolean {
  const names = `${attribute(tree, node, 'class')} ${attribute(tree, node, 'itemprop')}`;
  if (/modif|updat/i.test(names)) return true;
  const above = tree.parent[node];
  if (above > 0 && /modif|updated/i.test(attribute(tree, above, 'class'))) return true;
  if (labelOf(line) === 'updated') return true;
  // The label most often stands in the text just before the element.
  for (let at = node - 1; at > 0 && at > node - 6; at--) {
    if (tree.tag[at] === '' && tree.text[at].trim() !== '') return labelOf(fold(tree.text[at])) === 'updated';
  }
  return false;
}

const LABEL_WORDS_MAX = 4;

/** What the words before a date say it is. */
function labelOf(text: string): 'published' | 'updated' | 'none' {
  const words = text
    .slice(-60)
    .toLowerCase()
    .match(/[\p{L}\p{M}'-]+/gu);
  if (words === null) return 'none';
  const updated = allWords('updated');
  const published = allWords('published');
  // The longest label nearest to the date decides: "mis à jour le" is no "le".
  for (let length = LABEL_WORDS_MAX; length >= 1; length--) {
    for (let end = words.length; end >= length && end > words.length - LABEL_WORDS_MAX - 1; end--) {
      const phrase = words.slice(end - length, end).join(' ');
      if (updated.has(phrase)) return 'updated';
      if (published.has(phrase)) return 'published';
    }
  }
  return 'none';
}

/** The day in an address: `/2023/11/21/`, `2023-11-21`, `/20231121`, `21-11-2023`. */
function dayOfAddress(url: string | null, order: DayOrder): WrittenDate | null {
  if (url === null) return null;
  const path = url.slice(0, 1_000).replace(/^https?:\/\/[^/]{1,255}/, '');
  const match =
    path.match(/(?:^|[/_-])((?:19|20)\d{2})[/_-](\d{1,2})[/_-](\d{1,2})(?=[/_.-]|$)/) ??
    path.match(/(?:^|[/_-])(20\d{2})(\d{2})(\d{2})(?=[/_.-]|$)/);
  if (match !== null) return readStamp(`${match[1]}-${match[2].padStart(2, '0')}-${match[3].padStart(2, '0')}`);
  const backwards = path.match(/(?:^|[/_-])(\d{2})[-.](\d{2})[-.](20\d{2})(?=[/_.-]|$)/);
  return backwards === null ? null : readStamp(`${backwards[1]}/${backwards[2]}/${backwards[3]}`, order);
}
