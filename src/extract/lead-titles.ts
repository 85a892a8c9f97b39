import { attribute, type HtmlTree } from '../formats/html.ts';
import { withoutTail } from '../text/tail.ts';
import { labelOf, massOf } from './lines.ts';
import { labelKey } from './phrase-finder.ts';
import { allWords, longestFirst } from './view.ts';
import { findDays } from './written-date.ts';

/** A headline without the label, rank, age and length that stand beside it. */
export function cleanedTitle(text: string): string {
  let title = once(text)
    .replace(/,?\s?opens (?:in )?(?:a )?new (?:tab|window)$/i, '')
    .replace(/^(?:\d{1,2}[.)]\s+(?=\p{Lu})|[:：|>»•·-]\s*)/u, '');
  const loud = withoutLoudLabel(title);
  if (loud !== title) title = loud;
  else if (opensWithAlso(title)) title = title.slice(title.search(/[:：|=]/) + 1).trim();
  title = withoutAge(withoutTail(title.replace(/\s\d{1,2}:\d{2}$/, ''), /\s/));
  title = withoutTail(title, /[»›>→\s]/).trim();
  const day = findDays(title.slice(-40)).at(-1);
  if (day !== undefined && day.end >= Math.min(40, title.length) - 1 && title.length > 60) {
    title = withoutTail(title.slice(0, title.length - Math.min(40, title.length) + day.start), /[\s|,–—-]/);
  }
  const glued = title.match(/^(.{8,}[^\s\d])\d{4}[-/.]\d{1,2}[-/.]\d{1,2}$/u);
  return glued === null ? title : glued[1];
}

/** A headline without how long ago it was or how long it takes to read: "3 hours ago", "vor 3 Stunden", "3시간 전". */
function withoutAge(title: string): string {
  const number = title.slice(-AGE_CHARACTERS_MAX).match(/\d{1,3}(?=\D*$)/);
  if (number === null) return title;
  const start = Math.max(0, title.length - AGE_CHARACTERS_MAX) + number.index!;
  const befores = ages.get(title.slice(start + number[0].length).toLowerCase());
  if (befores === undefined) return title;
  const head = title.slice(0, start).toLowerCase();
  const before = befores.find((phrase) => head.endsWith(` ${phrase}`));
  return before === undefined || head.length <= before.length ? title : title.slice(0, start - before.length).trim();
}

const AGE_CHARACTERS_MAX = 32;

/** By what stands behind the number, what stands before it; the longest first. */
const ages: ReadonlyMap<string, readonly string[]> = agesByEnd();

function agesByEnd(): Map<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const phrase of allWords('ages')) {
    const [before, after] = phrase.split('#');
    const befores = found.get(after);
    if (befores === undefined) found.set(after, [before]);
    else befores.push(before);
  }
  return new Map([...found].map(([after, befores]) => [after, longestFirst(befores)]));
}

/** The headline of a link that also holds the section it is from: the part in bold, or that its class calls a title. */
export function titleIn(tree: HtmlTree, link: number): string | null {
  for (let at = link + 1; at < Math.min(tree.end[link], link + TITLE_NODES_MAX); at++) {
    const tag = tree.tag[at];
    if (tag !== 'strong' && tag !== 'b' && !titleClass.test(attribute(tree, at, 'class'))) continue;
    const text = linkText(tree, at);
    if (massOf(text) >= LEAD_MASS_MIN) return text;
  }
  return null;
}

/** Class names that call an element a title. */
export const titleClass = /title|headline|heading|titre|titulo|überschrift|titel|hed\b/i;
/** Shorter texts are no headlines. */
export const LEAD_MASS_MIN = 20;
const TITLE_NODES_MAX = 24;

/** The text of a link, scripts and drawings left out. */
export function linkText(tree: HtmlTree, link: number): string {
  let text = '';
  for (let at = link; at < tree.end[link] && text.length < 1_000; at++) {
    if (tree.tag[at] === 'script' || tree.tag[at] === 'style' || tree.tag[at] === 'svg') at = tree.end[at] - 1;
    else text += tree.text[at];
  }
  return text;
}

/** True when a line opens with a label such as "Read also:". */
export function opensWithAlso(text: string): boolean {
  const label = labelOf(text);
  return (label !== '' && allWords('also').has(label)) || withoutLoudLabel(text) !== text;
}

/** A headline without a label in capitals before it: "READ ALSO The bridge stays closed". */
function withoutLoudLabel(title: string): string {
  const loud = title.match(/^(?:\p{Lu}[\p{Lu}'’-]{1,20}\s){1,4}/u)?.[0] ?? '';
  return loud !== '' && alsoLabels.has(labelKey(loud)) ? title.slice(loud.length) : title;
}

const alsoLabels = new Set([...allWords('also')].map(labelKey));

/** A text that stands there twice (a picture's description and the headline) once. */
function once(text: string): string {
  const half = text.length >> 1;
  return text.length > 20 && text[half] === ' ' && text.slice(0, half) === text.slice(half + 1)
    ? text.slice(0, half)
    : text;
}
