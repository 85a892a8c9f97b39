import type { HtmlTree } from '../formats/html.ts';
import { Around } from './blocks.ts';
import { dropCopies } from './copies.ts';
import type { DescribedPage } from './describe.ts';
import { change, type Draft } from './draft.ts';
import { furniture } from './furniture.ts';
import { dropIslands } from './islands.ts';
import {
  dropContents,
  dropLastLinks,
  dropListNames,
  dropNamedStories,
  dropTeasers,
  settleLinkLists,
} from './list-rules.ts';
import { headsComments, isHeading, type RemarkPlace, remarkIn } from './remarks.ts';

/** Looks once more at what the scores chose, by rules that hold whatever was learnt. */
export function lookAgain(described: DescribedPage, draft: Draft, tree: HtmlTree, url: string | null): void {
  // First what is the text and what only stands on the same page: the steps after these rely on where it begins and ends.
  dropIslands(described, draft);
  fillHoles(described, draft);
  keepSubtitle(described, draft);
  settleTables(described, draft);
  settleLinkLists(described, draft);
  dropContents(described, draft, tree, url);
  dropBeside(described, draft);
  dropTeasers(described, draft, tree, url);
  keepEmbedded(described, draft);
  // Then lines that are about the text, and what points to other stories.
  dropLines(described, draft);
  dropTimesAbove(described, draft);
  dropRemarks(described, draft, tree);
  // The stories before the name of their list: a name goes when nothing is left below it.
  dropNamedStories(described, draft);
  dropListNames(described, draft);
  dropReaders(described, draft);
  dropLastLinks(described, draft);
  // Copies last: what is left of two may be a copy only now.
  dropCopies(described, draft);
  if (!draft.kept.includes(1)) rescue(described, draft);
}

/** Running text among the chosen blocks that fell short by little belongs to it. */
function fillHoles({ page, facts }: DescribedPage, draft: Draft): void {
  const last = draft.kept.lastIndexOf(1);
  for (let at = draft.kept.indexOf(1) + 1; at > 0 && at < last; at++) {
    if (!facts[at].prose || draft.scores[at] <= HOLE_SCORE_MIN) continue;
    const { around } = page.boxes[page.blocks[at].box];
    if ((around & besideText) === 0) change(draft, at, 1, 'holes', 'running text amid the text');
  }
}

/** A heading just below the title that reads as a sentence sums the text up, and belongs to it where it fell short by little. */
function keepSubtitle({ page, facts, clues }: DescribedPage, draft: Draft): void {
  const at = clues.titleBlock + 1;
  if (clues.titleBlock < 0 || at >= facts.length || draft.scores[at] <= HOLE_SCORE_MIN) return;
  if (!isHeading(page, at) || facts[at].mass < SUBTITLE_MASS_MIN || facts[at].linkShare > 0) return;
  const next = draft.kept.indexOf(1, at);
  if (next > at && next <= at + SUBTITLE_BLOCKS) change(draft, at, 1, 'subtitle', 'a heading just below the title');
}

/** A shorter heading names a part of the text or the page; a text begins no further below its subtitle. */
const SUBTITLE_MASS_MIN = 50;
const SUBTITLE_BLOCKS = 8;

const besideText = Around.aside | Around.figure | Around.caption | Around.form | Around.nav;

/** Log odds running text may fall short by where text stands on both sides of it. */
const HOLE_SCORE_MIN = -1;

/** Rows of one table are kept or dropped together, by the mean of their scores. */
function settleTables({ page }: DescribedPage, draft: Draft): void {
  const tables = new Map<number, number[]>();
  const start = draft.kept.indexOf(1);
  const end = draft.kept.lastIndexOf(1);
  for (let at = 0; at < page.blocks.length; at++) {
    if (!page.blocks[at].row) continue;
    let index = page.blocks[at].box;
    while (index > 0 && page.boxes[index].tag !== 'table') index = page.boxes[index].parent;
    const rows = tables.get(index);
    if (rows === undefined) tables.set(index, [at]);
    else rows.push(at);
  }
  for (const rows of tables.values()) {
    if (rows.length < 2) continue;
    let sum = 0;
    for (const at of rows) sum += draft.scores[at];
    const days = rows.filter((at) => daysRow.test(page.blocks[at].text)).length;
    if (days >= CALENDAR_ROWS_MIN && days >= rows.length - 2) {
      for (const at of rows) change(draft, at, 0, 'tables', 'a calendar');
      continue;
    }
    const amid = rows[0] > start && rows[rows.length - 1] < end;
    const kept = sum > (amid ? TABLE_SCORE_MIN * rows.length : 0) ? 1 : 0;
    for (const at of rows) change(draft, at, kept, 'tables', 'rows of a table are kept or dropped together');
  }
}

/** Log odds a row of a table may fall short by where text stands on both sides of the table. */
const TABLE_SCORE_MIN = -0.8;

/** Nothing but days of a month. */
const daysRow = /^(?:[0-3]?\d(?: \| |$)){4,7}$/;
const CALENDAR_ROWS_MIN = 3;

/** What stands in an aside or in the caption of a picture is none of a text that stands elsewhere. */
function dropBeside({ page, facts }: DescribedPage, draft: Draft): void {
  const bits = Around.aside | Around.caption;
  let mass = 0;
  let beside = 0;
  for (let at = 0; at < page.blocks.length; at++) {
    if (draft.kept[at] === 0) continue;
    mass += facts[at].mass;
    if ((page.boxes[page.blocks[at].box].around & bits) !== 0) beside += facts[at].mass;
  }
  if (beside === 0 || beside * 2 > mass) return;
  for (let at = 0; at < page.blocks.length; at++) {
    const { around } = page.boxes[page.blocks[at].box];
    if ((around & Around.caption) !== 0) change(draft, at, 0, 'beside', 'the caption of a picture');
    else if ((around & Around.aside) !== 0) change(draft, at, 0, 'beside', 'in an aside');
  }
}

/**
 * An embedded post (the platforms' code leaves its text in the page) belongs to the text that stands on both sides of it or
 * announces it with a colon. Pictures leave no text of theirs but their writer's name: these only where they are announced.
 */
function keepEmbedded({ page, facts }: DescribedPage, draft: Draft): void {
  const first = draft.kept.indexOf(1);
  const last = draft.kept.lastIndexOf(1);
  let announced = false;
  const embeds = page.looks.map(
    (look) => (embeddedPicture.test(look) ? EMBEDDED_PICTURE : 0) | (embeddedPost.test(look) ? EMBEDDED_POST : 0),
  );
  for (let at = 0; at < page.blocks.length; at++) {
    const box = page.boxes[page.blocks[at].box];
    const embed = embeds[box.look] | (box.parent < 0 ? 0 : embeds[page.boxes[box.parent].look]);
    const picture = (embed & EMBEDDED_PICTURE) !== 0;
    if (embed === 0) {
      if (draft.kept[at] === 1 || facts[at].mass > EMBED_GAP_MASS_MAX)
        announced = draft.kept[at] === 1 && facts[at].endsColon;
    } else if (facts[at].mass >= EMBED_MASS_MIN) {
      if (announced) change(draft, at, 1, 'embeds', 'an embedded post that the text announces');
      else if (!picture && at > first && at < last) change(draft, at, 1, 'embeds', 'an embedded post amid the text');
    }
  }
}

/** What the look of a box says of it, a bit each. */
const EMBEDDED_POST = 1;
const EMBEDDED_PICTURE = 2;
/** Less is a sign, no words. */
const EMBED_MASS_MIN = 2;
/** More text between a colon and an embedded post parts them. */
const EMBED_GAP_MASS_MAX = 60;

/** Class names that the platforms' embed codes themselves bring. */
const embeddedPost = /\.(?:twitter-tweet|twitter-video|fb-post|bluesky-embed|mastodon-embed)\b/;
const embeddedPicture = /\.(?:instagram-media|tiktok-embed)\b/;

/** Lines that are never text: links in capitals, "read also: …" links, times and data written for programs. */
function dropLines({ page, facts, clues }: DescribedPage, draft: Draft): void {
  for (let at = 0; at < page.blocks.length; at++) {
    if (draft.kept[at] === 0) continue;
    const { text } = page.blocks[at];
    const fact = facts[at];
    if (fact.linkShare > 0.9 && fact.upperShare > 0.85 && fact.words >= CAPS_WORDS_MIN && !fact.endsSentence) {
      change(draft, at, 0, 'lines', 'a link in capitals points to another story');
    } else if (fact.linkShare > 0.4 && clues.furniture[at] === furniture.alsoPrefix && fact.mass < 250) {
      change(draft, at, 0, 'lines', 'a labelled link points to another story');
    } else if (clues.furniture[at] === furniture.more && fact.linkShare > 0.5) {
      change(draft, at, 0, 'lines', 'a link to the rest');
    } else if (/^\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-][\d:]+)?$/.test(text)) {
      change(draft, at, 0, 'lines', 'a time written for programs');
    } else if (text.length > DATA_CHARACTERS_MIN && /^[[{]["{[]/.test(text) && /[\]}]$/.test(text)) {
      change(draft, at, 0, 'lines', 'data, not text');
    }
  }
}

/** A link in capitals of so many words points to another story. */
const CAPS_WORDS_MIN = 4;
/** Shorter data may be an example in a text about programs. */
const DATA_CHARACTERS_MIN = 300;

/** Short blocks that speak about the text: whose rights, who wrote it, buttons, calls to the reader. */
function dropRemarks({ page, facts }: DescribedPage, draft: Draft, tree: HtmlTree): void {
  let firstProse = -1;
  let lastProse = -1;
  for (let at = 0; at < facts.length; at++) {
    if (draft.kept[at] === 0 || !facts[at].prose) continue;
    if (firstProse < 0) firstProse = at;
    lastProse = at;
  }
  for (let at = 0; at < facts.length; at++) {
    if (draft.kept[at] === 0 || page.blocks[at].row) continue;
    const place: RemarkPlace =
      at < firstProse ? 'above' : at > lastProse || at >= lastProse - EDGE_BLOCKS ? 'below' : 'inside';
    const remark = remarkIn(page.blocks[at], facts[at], place, tree);
    if (remark !== null) change(draft, at, 0, 'remarks', remark);
  }
}

/** Blocks at the end of the text among which a remark may read as prose. */
const EDGE_BLOCKS = 2;

/** What readers wrote below the text, from the heading of it on. Such a heading above the text is a link to there. */
function dropReaders({ page, facts }: DescribedPage, draft: Draft): void {
  let mass = 0;
  for (let at = 0; at < facts.length; at++) if (draft.kept[at] === 1) mass += facts[at].mass;
  let before = 0;
  for (let at = 0; at < facts.length; at++) {
    const { text } = page.blocks[at];
    // Their number heads them too, on a line that is no link.
    const heads = () => draft.kept[at] === 1 || isHeading(page, at) || (/\d/.test(text) && facts[at].linkShare < 0.5);
    if (before * 2 > mass && heads() && headsComments(text)) {
      for (let after = at; after < facts.length; after++)
        change(draft, after, 0, 'readers', 'what readers wrote below the text');
      return;
    }
    if (draft.kept[at] === 1) before += facts[at].mass;
  }
}

/** Every post of a live blog is body: its text, its headline, and its time so that a reader knows when. */
export function keepPosts({ page, facts, rules }: DescribedPage, draft: Draft, posts: readonly number[]): void {
  for (const post of posts) {
    const { first, end } = page.boxes[post];
    let timed = false;
    for (let at = first; at < end; at++) {
      const box = page.boxes[page.blocks[at].box];
      const aside =
        (box.around & ~page.boxes[post].around & (Around.aside | Around.figure | Around.form | Around.nav)) !== 0;
      if (aside) continue;
      const heading = (box.around & Around.heading) !== 0 && facts[at].linkShare < 0.5;
      const clock =
        !timed && facts[at].mass < CLOCK_MASS_MAX && (page.blocks[at].hasTime || clockText.test(page.blocks[at].text));
      if (clock) timed = true;
      if (facts[at].prose || rules.kept[at] === 1 || heading || clock) {
        change(draft, at, 1, 'posts', clock ? 'time of a post' : 'post of a live blog');
      }
    }
  }
}

const CLOCK_MASS_MAX = 48;
const clockText = /\b\d{1,2}[:.h]\d{2}\b/;

/** A line above the text that only tells when it was published. A heading with a year is one, and stays. */
function dropTimesAbove({ page, facts }: DescribedPage, draft: Draft): void {
  for (let at = 0; at < page.blocks.length; at++) {
    if (draft.kept[at] === 0) continue;
    const fact = facts[at];
    if (fact.prose) return;
    const block = page.blocks[at];
    if (isHeading(page, at) || fact.mass > TIME_LINE_MASS_MAX || fact.endsSentence || !/(?:19|20)\d\d/.test(block.text))
      continue;
    if (block.hasTime || clockText.test(block.text)) change(draft, at, 0, 'lines', 'the time of publication');
  }
}

const TIME_LINE_MASS_MAX = 80;

/** Nothing chosen on a page with prose: the best block decides, and what scores nearly as well beside it. */
function rescue({ page, facts, rules }: DescribedPage, draft: Draft): void {
  let best = -1;
  for (let at = 0; at < page.blocks.length; at++) {
    if (facts[at].prose && rules.kept[at] === 1 && (best < 0 || draft.scores[at] > draft.scores[best])) best = at;
  }
  if (best < 0 || draft.scores[best] < RESCUE_SCORE_MIN) return;
  const parent = page.boxes[page.blocks[best].box].parent;
  for (let at = 0; at < page.blocks.length; at++) {
    const near = at === best || page.boxes[page.blocks[at].box].parent === parent;
    if (near && facts[at].prose && draft.scores[at] > draft.scores[best] - 1) {
      change(draft, at, 1, 'rescue', 'nothing scored better on this page');
    }
  }
}

/** Log odds a block may fall short by when nothing else on the page was chosen. */
const RESCUE_SCORE_MIN = -2;
