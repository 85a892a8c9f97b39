import type { HtmlTree } from '../formats/html.ts';
import { Around } from './blocks.ts';
import { letters } from './clues.ts';
import type { DescribedPage } from './describe.ts';
import { change, type Draft } from './draft.ts';
import { furniture } from './furniture.ts';
import { dropIslands } from './islands.ts';
import { headsComments, isHeading, isListName, isNamedLinks, type RemarkPlace, remarkIn } from './remarks.ts';
import { teaserRows } from './teasers.ts';

/**
 * Looks once more at what the scores chose, by rules that hold whatever was learnt. In this order: islands far from the text
 * go; rows of a table share one fate, and so do the links of a list; embedded posts that the text announces stay; promotion lines, data and times of
 * publication go; so do the links
 * a text ends in; of two copies one stays; a page with prose but nothing chosen gets its best run.
 */
export function lookAgain(described: DescribedPage, draft: Draft, tree: HtmlTree, url: string | null): void {
  dropIslands(described, draft);
  fillHoles(described, draft);
  settleTables(described, draft);
  settleLinkLists(described, draft);
  dropTeasers(described, draft, tree, url);
  keepEmbedded(described, draft);
  dropLines(described, draft);
  dropTimesAbove(described, draft);
  dropRemarks(described, draft, tree);
  dropListNames(described, draft);
  dropNamedStories(described, draft);
  dropReaders(described, draft);
  dropLastLinks(described, draft);
  dropCopies(described, draft);
  if (!draft.kept.includes(1)) rescue(described, draft);
}

/** An all-capitals link of this many words or more is a pointer to another story. */
const CAPS_WORDS_MIN = 4;
/** Shorter data may be an example in a text about programs. */
const DATA_CHARACTERS_MIN = 300;
const COPY_MASS_MIN = 60;
/** Log odds a block may fall short by when nothing else on the page was chosen. */
const RESCUE_SCORE_MIN = -2;
/** More text than this between a colon and an embedded post parts them. */
const EMBED_GAP_MASS = 60;

/** Running text among the chosen blocks that fell short by little belongs to it. */
function fillHoles({ page, facts }: DescribedPage, draft: Draft): void {
  const last = draft.kept.lastIndexOf(1);
  for (let at = draft.kept.indexOf(1) + 1; at > 0 && at < last; at++) {
    if (!facts[at].prose || draft.scores[at] <= HOLE_SCORE_MIN) continue;
    const { around } = page.boxes[page.blocks[at].box];
    if ((around & besideText) === 0) change(draft, at, 1, 'holes', 'running text amid the text');
  }
}

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

/** A list whose items are all links points to other pages, unless nearly all of it was taken for text. */
function settleLinkLists({ page, facts }: DescribedPage, draft: Draft): void {
  const lists = new Map<number, number[]>();
  for (let at = 0; at < page.blocks.length; at++) {
    let index = page.blocks[at].box;
    for (let level = 0; level < LIST_LEVELS && index > 0; level++, index = page.boxes[index].parent) {
      if (page.boxes[index].tag !== 'ul' && page.boxes[index].tag !== 'ol') continue;
      const items = lists.get(index);
      if (items === undefined) lists.set(index, [at]);
      else items.push(at);
      break;
    }
  }
  for (const items of lists.values()) {
    if (items.length < LINK_LIST_MIN || items.some((at) => facts[at].linkShare < 0.9)) continue;
    const kept = items.filter((at) => draft.kept[at] === 1).length;
    if (kept > items.length * LINK_LIST_KEPT_SHARE) continue;
    for (const at of items) change(draft, at, 0, 'lists', 'one of a list of links');
  }
}

/** Rows of teasers below a text are other stories; inside of it they may be what it is about. On a page with nothing else they are for `kind` to judge. */
function dropTeasers({ page, facts }: DescribedPage, draft: Draft, tree: HtmlTree, url: string | null): void {
  const teasers = teaserRows(tree, page, facts, url);
  let prose = 0;
  let last = -1;
  for (let at = 0; at < teasers.length; at++) {
    if (draft.kept[at] === 0 || teasers[at] === 1 || !facts[at].prose) continue;
    prose += facts[at].mass;
    last = at;
  }
  if (prose < TEXT_BESIDE_MASS_MIN) return;
  for (let at = last + 1; at < teasers.length; at++)
    if (teasers[at] === 1) change(draft, at, 0, 'teasers', 'one of a row of teasers');
}

/** A text shorter than this may be the introduction of a list. */
const TEXT_BESIDE_MASS_MIN = 200;

const LIST_LEVELS = 4;
const LINK_LIST_MIN = 3;
const LINK_LIST_KEPT_SHARE = 0.8;

/** An embedded post (Twitter and the like leave its text in the page) that the text announces with a colon belongs to it. */
function keepEmbedded({ page, facts }: DescribedPage, draft: Draft): void {
  let announced = false;
  for (let at = 0; at < page.blocks.length; at++) {
    const box = page.boxes[page.blocks[at].box];
    const own = embeddedPost.test(box.look) || (box.parent >= 0 && embeddedPost.test(page.boxes[box.parent].look));
    if (!own) {
      if (draft.kept[at] === 1 || facts[at].mass > EMBED_GAP_MASS)
        announced = draft.kept[at] === 1 && facts[at].endsColon;
    } else if (announced && draft.kept[at] === 0 && facts[at].mass >= 2) {
      change(draft, at, 1, 'embeds', 'an embedded post that the text announces');
    }
  }
}

/** Class names that the platforms' embed codes themselves bring. */
const embeddedPost =
  /\.(?:twitter-tweet|twitter-video|instagram-media|tiktok-embed|fb-post|bluesky-embed|mastodon-embed)\b/;

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

/** The name of a list of other stories whose list was left out, and names that stand in one block with their links. */
function dropListNames({ page, facts }: DescribedPage, draft: Draft): void {
  for (let at = 0; at < page.blocks.length; at++) {
    if (draft.kept[at] === 0) continue;
    if (isNamedLinks(page.blocks[at])) change(draft, at, 0, 'lists', 'the name of a list and its links');
    if (!isListName(page.blocks[at].text)) continue;
    let end = at + 1;
    while (end < page.blocks.length && end <= at + LISTED_MAX && facts[end].linkShare > 0.9) end++;
    if (end === at + 1 && draft.kept[end] === 1) continue;
    change(draft, at, 0, 'lists', 'the name of a list of other stories');
    for (let link = at + 1; link < end; link++) change(draft, link, 0, 'lists', 'a headline of a named list');
  }
}

/**
 * What stands below the heading of a list of other stories, in the box of that heading, where it looks like nothing in the text
 * before: stories with their first lines.
 */
function dropNamedStories({ page, facts }: DescribedPage, draft: Draft): void {
  const looks = new Set<string>();
  const parents = new Set<number>();
  let before = 0;
  for (let at = 0; at < page.blocks.length; at++) {
    const box = page.boxes[page.blocks[at].box];
    if (before > TEXT_BESIDE_MASS_MIN && isHeading(page, at) && isListName(page.blocks[at].text)) {
      const { end } = page.boxes[box.parent];
      for (let after = at; after < end; after++) {
        const { look, parent } = page.boxes[page.blocks[after].box];
        if (!looks.has(look) && !parents.has(parent))
          change(draft, after, 0, 'lists', 'one of a named list of other stories');
      }
    }
    if (draft.kept[at] === 0) continue;
    looks.add(box.look);
    parents.add(box.parent);
    before += facts[at].mass;
  }
}

/** Links looked at behind the name of a list. */
const LISTED_MAX = 12;

/** What readers wrote below the text, from the heading of it on. Such a heading above the text is a link to there. */
function dropReaders({ page, facts }: DescribedPage, draft: Draft): void {
  let mass = 0;
  for (let at = 0; at < facts.length; at++) if (draft.kept[at] === 1) mass += facts[at].mass;
  let before = 0;
  for (let at = 0; at < facts.length; at++) {
    if (before * 2 > mass && headsComments(page.blocks[at].text) && (isHeading(page, at) || draft.kept[at] === 1)) {
      for (let after = at; after < facts.length; after++)
        change(draft, after, 0, 'readers', 'what readers wrote below the text');
      return;
    }
    if (draft.kept[at] === 1) before += facts[at].mass;
  }
}

/** Several headlines in a row that are nothing but links, with no text after them, lead to other stories. */
function dropLastLinks({ facts }: DescribedPage, draft: Draft): void {
  const run: number[] = [];
  let at = facts.length - 1;
  for (; at >= 0; at--) {
    if (draft.kept[at] === 0) continue;
    if (facts[at].linkShare < 0.95 || facts[at].endsSentence) break;
    run.push(at);
  }
  // A page of nothing but links is one for the reader to choose from, not the end of a text.
  if (run.length < LAST_LINKS_MIN || at < 0) return;
  // Links under a heading of the text's own belong to it; those of other stories stand under one that was left out.
  if (draft.kept[run[run.length - 1] - 1] === 1) return;
  for (const link of run) change(draft, link, 0, 'links', 'the links that a text ends in point to other stories');
}

const LAST_LINKS_MIN = 2;

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
    const heading = (page.boxes[block.box].around & Around.heading) !== 0;
    if (heading || fact.mass > TIME_LINE_MASS_MAX || fact.endsSentence || !/(?:19|20)\d\d/.test(block.text)) continue;
    if (block.hasTime || clockText.test(block.text)) change(draft, at, 0, 'lines', 'the time of publication');
  }
}

const TIME_LINE_MASS_MAX = 80;

/**
 * A run of paragraphs that stands in the text twice is kept once, and so is a hidden twin; single repeats (a question put to
 * everyone, a refrain) stay. A block that only repeats several others in one piece goes too.
 */
function dropCopies({ page, facts }: DescribedPage, draft: Draft): void {
  const seen = new Map<string, number>();
  let run: number[] = [];
  let next = -1;
  const endRun = () => {
    if (run.length >= COPY_RUN_MIN) {
      for (const at of run) change(draft, at, 0, 'copies', 'the same paragraphs stand before in the text');
    }
    run = [];
  };
  const order: number[] = [];
  for (let at = 0; at < page.blocks.length; at++) {
    if (draft.kept[at] === 0 || facts[at].mass < COPY_MASS_MIN) continue;
    const before = seen.get(page.blocks[at].text);
    order.push(at);
    if (before === undefined) {
      seen.set(page.blocks[at].text, order.length - 1);
      endRun();
      continue;
    }
    if ((page.boxes[page.blocks[at].box].around & Around.hidden) !== 0) {
      change(draft, at, 0, 'copies', 'a hidden twin of a paragraph');
    }
    if (before !== next) endRun();
    run.push(at);
    next = before + 1;
  }
  endRun();
  dropLumps({ page, facts }, draft);
}

/** A block that only repeats several others in one piece. How many comparisons are made has a limit: on any page few are needed. */
function dropLumps({ page, facts }: Pick<DescribedPage, 'page' | 'facts'>, draft: Draft): void {
  const starts = new Map<number, string>();
  let comparisons = 0;
  for (let at = 0; at < page.blocks.length; at++) {
    const hidden = (page.boxes[page.blocks[at].box].around & Around.hidden) !== 0;
    if (draft.kept[at] === 0 || facts[at].mass < LUMP_MASS_MIN || (!hidden && facts[at].sentences < 12)) continue;
    if (starts.size === 0) {
      for (let other = 0; other < page.blocks.length; other++) {
        if (draft.kept[other] === 0 || facts[other].mass < COPY_MASS_MIN) continue;
        starts.set(other, letters(page.blocks[other].text.slice(0, LUMP_START_CHARACTERS)));
      }
    }
    const lump = letters(page.blocks[at].text.slice(0, LUMP_CHARACTERS_MAX));
    let held = 0;
    for (const [other, start] of starts) {
      if (held >= LUMP_HELD_MIN || comparisons >= LUMP_COMPARISONS_MAX) break;
      comparisons++;
      if (other !== at && draft.kept[other] === 1 && lump.includes(start)) held++;
    }
    if (held >= LUMP_HELD_MIN) change(draft, at, 0, 'copies', 'the text once more in one piece');
  }
}

/** Paragraphs in a row that make a copy. */
const COPY_RUN_MIN = 3;
const LUMP_MASS_MIN = 800;
/** Blocks whose beginnings a lump must hold, how much of each beginning is compared, how much of a lump is read. */
const LUMP_HELD_MIN = 3;
const LUMP_START_CHARACTERS = 200;
const LUMP_CHARACTERS_MAX = 20_000;
const LUMP_COMPARISONS_MAX = 20_000;

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
