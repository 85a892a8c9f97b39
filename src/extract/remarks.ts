import { attribute, type HtmlTree } from '../formats/html.ts';
import { Around, type Block, type BlockPage } from './blocks.ts';
import type { BlockFacts } from './facts.ts';
import { labelKey, PhraseFinder } from './phrase-finder.ts';
import { allWords } from './view.ts';
import { findDays } from './written-date.ts';

/**
 * Says why a short block speaks about the text or the site and is none of the text: rights, buttons, calls to the reader,
 * offers, writers, times, pictures, addresses. Words come from the language files, all languages at once, since pages borrow;
 * only whole labels, beginnings and fixed phrases count. Null when nothing says so.
 */
export function remarkIn(block: Block, fact: BlockFacts, place: RemarkPlace, tree: HtmlTree): string | null {
  const { text } = block;
  if (fact.mass > REMARK_MASS_MAX) return null;
  const edge = place !== 'inside';
  if (fact.mass <= RIGHTS_MASS_MAX && /^(?:[©ⓒ]|copyright ?©)/i.test(text)) return 'whose rights they are';
  const key = labelKey(text);
  if (edge && rights.isIn(key)) return 'whose rights they are';
  if (isToolLine(text, key) || leadsNowhere(block, tree)) return 'buttons';
  if (edge && /^\S{1,60}@\S{1,60}\.\S{1,20}$/.test(text)) return 'an address';
  if (fact.mass <= CALL_MASS_MAX && calls.startOf(key) > 0) return 'asks the reader for something';
  if (fact.linkShare > 0.3 && hasLabel(text, tagKeys)) return 'what it is filed under';
  if (edge && paywall.isIn(key)) return 'offers the rest to those who pay';
  if (edge && isWriterLine(text, key, fact, place)) return 'who wrote the text';
  if (edge && isTimeLine(text, key, fact)) return 'when the text was published';
  if (isCaption(text, fact)) return 'who took a picture';
  if (place === 'below' && isSourceLine(text, fact)) return 'where the text is from';
  return null;
}

/** True for a line that keeps the rest of a text for those who pay. */
export function isOffer(text: string): boolean {
  return text.length <= REMARK_MASS_MAX && paywall.isIn(labelKey(text));
}

/** True for a line of a bare text that is about it or the site, by its words alone. */
export function isRemarkLine(text: string): boolean {
  const key = labelKey(text);
  return rights.isIn(key) || isToolLine(text, key) || calls.startOf(key) > 0;
}

/** Before the first paragraph that was kept, behind the last, or between them. */
export type RemarkPlace = 'above' | 'inside' | 'below';

/** True for a line that heads what readers wrote: "3 comments". */
export function headsComments(text: string): boolean {
  if (text.length > HEADING_CHARACTERS_MAX) return false;
  return commentKeys.has(labelKey(text.replace(/[\d()（）\s]+/g, ' ')));
}

/** True for a line that is the name of a list of other stories, or a label before one. */
export function isListName(text: string): boolean {
  return text.length <= HEADING_CHARACTERS_MAX && listKeys.has(labelKey(text));
}

/** True for a block that is the name of a list and then links alone, as pages without boxes write them. */
export function isNamedLinks(block: Block): boolean {
  const { text, linkLength } = block;
  if (linkLength * 2 < text.length || /[.!?。]$/.test(text) || text.length - linkLength > HEADING_CHARACTERS_MAX)
    return false;
  const named = listStarts.startOf(labelKey(text));
  return named > 0 && text.length - linkLength - named <= SIGNS_MAX;
}

const REMARK_MASS_MAX = 300;
const RIGHTS_MASS_MAX = 160;
const CALL_MASS_MAX = 260;
const LINE_MASS_MAX = 110;
const HEADING_CHARACTERS_MAX = 48;
/** Signs and spaces between a label and its links. */
const SIGNS_MAX = 6;

const rights = new PhraseFinder(allWords('rights'));
const calls = new PhraseFinder(allWords('calls'));
const paywall = new PhraseFinder(allWords('paywall'));
const by = new PhraseFinder(allWords('by'));
const published = new PhraseFinder([...allWords('published'), ...allWords('updated')]);
const listStarts = new PhraseFinder([...allWords('lists'), ...allWords('also')]);

function keySet(words: Iterable<string>): ReadonlySet<string> {
  return new Set([...words].map(labelKey));
}
const toolKeys = keySet(allWords('tools'));
const commentKeys = keySet(allWords('comments'));
const listKeys = keySet([...allWords('lists'), ...allWords('also')]);
const tagKeys = keySet(allWords('tags'));
const photoKeys = keySet(allWords('photo'));
const sourceKeys = keySet([...allWords('source'), ...allWords('editor')]);

/** One button, or several in a row. */
function isToolLine(text: string, key = labelKey(text)): boolean {
  if (text.length > LINE_MASS_MAX) return false;
  if (toolKeys.has(key)) return true;
  const parts = text.split(/\s*[|·•／/:：]\s*/).filter((part) => part !== '');
  if (parts.length > 1 && parts.every((part) => toolKeys.has(labelKey(part)))) return true;
  // Words of an unspaced script parted by spaces are no sentence: where most of them are buttons, all are.
  const words = text.split(' ');
  if (words.length < TOOL_WORDS_MIN || !words.every((word) => shortWideWord.test(word))) return false;
  return words.filter((word) => toolKeys.has(labelKey(word))).length * 2 >= words.length;
}

const TOOL_WORDS_MIN = 3;
const shortWideWord = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{1,6}$/u;

/** True for a block whose links all lead to places on the same page. */
export function leadsWithinPage(block: Block, tree: HtmlTree, url: string | null): boolean {
  return allLinks(block, tree, (href) => {
    const place = href.indexOf('#');
    if (place < 0 || place === href.length - 1) return false;
    return place === 0 || (url !== null && withoutPlace(href) === withoutPlace(url));
  });
}

function withoutPlace(address: string): string {
  const place = address.indexOf('#');
  return place < 0 ? address : address.slice(0, place);
}

/** Links that lead to no page: they do something on this one. */
function leadsNowhere(block: Block, tree: HtmlTree): boolean {
  if (block.text.length > HEADING_CHARACTERS_MAX || block.linkLength < block.text.length * 0.8) return false;
  if (/[.!?"”]$/.test(block.text)) return false;
  return allLinks(block, tree, (href) => /^(?:#|javascript:.{0,2000}|)$/i.test(href));
}

/** True for a block with links whose addresses are all accepted. A link may open around the block. */
function allLinks(block: Block, tree: HtmlTree, accepts: (href: string) => boolean): boolean {
  let links = 0;
  for (let node = Math.max(1, block.node - LINK_NODES_BEFORE); node < block.endNode; node++) {
    if (tree.tag[node] !== 'a' || tree.end[node] <= block.node) continue;
    if (!accepts(attribute(tree, node, 'href').trim())) return false;
    links++;
  }
  return links > 0;
}

const LINK_NODES_BEFORE = 3;

/** "By Ann Lee and Bo Roe", "Von Ann Lee", "Publicado por Ana Ruiz el 5 de marzo de 2024": a label, then names and a day. */
function isWriterLine(text: string, key: string, fact: BlockFacts, place: RemarkPlace): boolean {
  if (fact.mass > LINE_MASS_MAX || fact.endsSentence || fact.endsColon) return false;
  let start = published.startOf(key);
  if (start > 0) start += 1;
  let label = by.startOf(key.slice(start));
  if (label === 0 && place === 'above') {
    // "lundi 18 mars 2024, par Yann Kervella"
    const [day] = findDays(text, 'unknown', 1);
    if (day === undefined || day.start > WEEKDAY_CHARACTERS_MAX) return false;
    const after = labelKey(text.slice(day.end));
    start = key.length - after.length;
    label = key.endsWith(after) ? by.startOf(after) : 0;
  }
  if (label === 0) return false;
  const rest = text.slice(text.length - key.length + start + label);
  // Behind the text a list of titles may end in writers: there only a label with a colon counts.
  if (place === 'below' && !/^\s?[:：]/.test(rest)) return false;
  const words = rest.match(/[\p{L}\p{M}'’.-]+/gu) ?? [];
  if (words.length === 0 || words.length > NAME_WORDS_MAX) return false;
  const capitals = words.filter((word) => /^\p{Lu}/u.test(word)).length;
  const small = words.filter((word) => /^\p{Ll}/u.test(word)).length;
  return capitals + small === 0 ? /^\s?[:：]/.test(rest) : capitals >= 1 && small <= capitals;
}

const NAME_WORDS_MAX = 14;
/** The name of a day before a date. */
const WEEKDAY_CHARACTERS_MAX = 14;

/** A label of publication and a day, and little else. */
function isTimeLine(text: string, key: string, fact: BlockFacts): boolean {
  if (fact.mass > LINE_MASS_MAX || fact.endsSentence || published.startOf(key) === 0) return false;
  const days = findDays(text);
  if (days.length === 0) return false;
  const left = text.slice(0, days[0].start) + text.slice(days[days.length - 1].end);
  return left.replace(/[\d\p{P}\p{S}\s]/gu, '').length <= TIME_LETTERS_MAX;
}

const TIME_LETTERS_MAX = 32;

/** "Source: …", "Editor: …": a label and a name. */
function isSourceLine(text: string, fact: BlockFacts): boolean {
  return fact.mass <= SOURCE_MASS_MAX && hasLabel(text, sourceKeys);
}

/** True where the words before a colon are one of these. */
function hasLabel(text: string, keys: ReadonlySet<string>): boolean {
  const label = text.match(/^[\p{L}\p{M} ]{2,24}(?=\s?[:：])/u);
  return label !== null && keys.has(labelKey(label[0]));
}

const SOURCE_MASS_MAX = 90;

/** A line that ends with who took its picture: "The ferry in June. Photo: Dan Falk". */
function isCaption(text: string, fact: BlockFacts): boolean {
  if (fact.mass > CAPTION_MASS_MAX) return false;
  const credit = text.match(
    /(?:^|[\s(（[|,，.。])([\p{L}\p{M}]{1,20})\s?(?:[:：=／]|\.(?=\s\p{Lu}))\s?([\p{Lu}\p{Lo}][^.。:：()（）[\]]{2,48})[)）\]]?\.?$/u,
  );
  if (
    credit !== null &&
    photoKeys.has(labelKey(credit[1])) &&
    !/\d/.test(credit[2]) &&
    credit[2].split(' ').length <= CAPTION_NAME_WORDS_MAX
  )
    return true;
  // In Chinese the word for it follows the name.
  return /[\s　][\p{Script=Han}\s]{2,10}(?:摄|攝)[)）]?$/u.test(text);
}

const CAPTION_MASS_MAX = 220;
const CAPTION_NAME_WORDS_MAX = 6;

/** True where a block stands in a heading: headings name what follows, and are judged by that. */
export function isHeading(page: BlockPage, at: number): boolean {
  return (page.boxes[page.blocks[at].box].around & Around.heading) !== 0;
}
