import type { Lead } from '../records.ts';
import { languageOfText } from '../text/language.ts';
import { isCutOff } from './cut-off.ts';
import { LeadList } from './lead-list.ts';
import { type Line, type LineKind, labelOf, massOf, readLines, withoutMore } from './lines.ts';
import { allWords } from './view.ts';

/** True for a page that is bare text: no element a page is made of stands in it. */
export function isDump(text: string): boolean {
  return !/<(?:!doctype|html|head|body|div|p|a|span|meta|script|article|section|table|br|h[1-6]|rss|feed|\?xml)[\s/>]/i.test(
    text.slice(0, DETECTED_CHARACTERS),
  );
}

/**
 * Reads a page that reached us as bare text. A story is a run of lines that end as sentences do; a list is a run of lines that
 * do not. The story is the heaviest run, weighed line by line; its title is the headline just above; the other headlines are
 * leads. No phrase decides by itself: words of the language files only name lists and lines about the text. Linear.
 */
export function readDump(text: string, expectedLanguage: string | null = null): Dump {
  const lines = readLines(text);
  const weights = weightsOf(lines);
  let [start, end] = heaviestRun(weights);
  // Verse, or a text without a single stop: without any sign of a list all below the first line is the text.
  if (end <= start && !lines.some((line) => line.bullet || line.kind === 'cut' || line.kind === 'heading')) {
    start = lines.length > 1 && lines[0].kind === 'headline' ? 1 : 0;
    end = lines.length;
  }
  const roles = new Array<DumpRole>(lines.length).fill('lead');
  for (let at = 0; at < lines.length; at++) {
    if (lines[at].kind === 'label' || lines[at].kind === 'mark') roles[at] = 'label';
    else if (at >= start && at < end) roles[at] = 'body';
  }
  dropListsInside(lines, roles, start, end);
  const above = end > start ? titleAbove(lines, start) : { title: -1, standfirst: -1 };
  if (above.title >= 0) roles[above.title] = 'title';
  if (above.standfirst >= 0) roles[above.standfirst] = 'standfirst';
  const paragraphs = lines.filter((_, at) => roles[at] === 'body').map((line) => line.text);
  const language = languageOfText(paragraphs.slice(0, SAMPLE_PARAGRAPHS).join('\n'), expectedLanguage);
  return {
    title: above.title >= 0 ? lines[above.title].text : null,
    standfirst: above.standfirst >= 0 ? lines[above.standfirst].text : null,
    paragraphs,
    language,
    labels: lines
      .filter((line, at) => line.kind === 'label' && at >= start - LABELS_BEFORE && at < end + LABELS_AFTER)
      .map((line) => line.text),
    leads: leadsOf(lines, roles, language, above.title >= 0 ? lines[above.title].text : null),
    lines: lines.map((line, at) => ({ text: line.text, kind: line.kind, role: roles[at] })),
  };
}

export interface Dump {
  readonly title: string | null;
  readonly standfirst: string | null;
  readonly paragraphs: readonly string[];
  readonly language: string | null;
  /** Lines about the text around it: bylines, sources, dates. */
  readonly labels: readonly string[];
  readonly leads: readonly Lead[];
  /** Every line with what was made of it, for `explain`. */
  readonly lines: readonly { readonly text: string; readonly kind: LineKind; readonly role: DumpRole }[];
}

export type DumpRole = 'title' | 'standfirst' | 'body' | 'lead' | 'label';

const DETECTED_CHARACTERS = 200_000;
const SAMPLE_PARAGRAPHS = 12;
const LABELS_BEFORE = 6;
const LABELS_AFTER = 4;
/** Headlines in a row that make a list inside a story; two may be a heading and its line below. */
const LIST_INSIDE_MIN = 3;
const TITLE_LINES_ABOVE_MAX = 6;
const STANDFIRST_MASS_MIN = 70;
const TEASER_MASS_MAX = 400;

/** What each line says for (above zero) or against being inside the story. */
function weightsOf(lines: readonly Line[]): number[] {
  const weights = lines.map(weightOf);
  // One sentence under each headline, time after time, is a list with teasers and no story with subheadings.
  let pairs: number[] = [];
  const settle = () => {
    if (pairs.length >= LIST_INSIDE_MIN) for (const at of pairs) weights[at] = -1.5;
    pairs = [];
  };
  for (let at = 0; at < lines.length; at++) {
    const isHead = (index: number) =>
      index < lines.length && (lines[index].kind === 'headline' || lines[index].kind === 'mark');
    if (lines[at].kind === 'prose' || lines[at].kind === 'short') {
      const below = at > 0 && lines[at - 1].kind === 'headline';
      const lone = at + 1 >= lines.length || isHead(at + 1);
      if (below && lone && lines[at].mass < TEASER_MASS_MAX) pairs.push(at);
      else settle();
    }
  }
  settle();
  return weights;
}

function weightOf({ kind, bullet, mass }: Line): number {
  if (kind === 'prose') return 0.8 + Math.min(mass / 120, 5);
  if (kind === 'short') return bullet ? 0.2 : 0.5;
  if (kind === 'running') return bullet ? -0.3 : mass > 100 ? 0.6 : 0.3;
  if (kind === 'headline') return bullet ? -1.5 : -0.8;
  return { cut: -3, heading: -3, label: -0.6, mark: -1.5 }[kind];
}

/** The run of lines with the greatest sum; empty when no sum is above zero. The first of equals. */
function heaviestRun(weights: readonly number[]): [start: number, end: number] {
  let best = 0;
  let start = 0;
  let end = 0;
  let sum = 0;
  let from = 0;
  for (let at = 0; at < weights.length; at++) {
    if (sum <= 0) {
      sum = 0;
      from = at;
    }
    sum += weights[at];
    if (sum > best) {
      best = sum;
      start = from;
      end = at + 1;
    }
  }
  return [start, end];
}

/** Several headlines in a row between two paragraphs, or a line with a label such as "read also", are leads set into the story. */
function dropListsInside(lines: readonly Line[], roles: DumpRole[], start: number, end: number): void {
  const also = allWords('also');
  for (let at = start; at < end; at++) {
    if (roles[at] !== 'body') continue;
    const line = lines[at];
    if (line.kind === 'cut' || line.kind === 'heading') roles[at] = 'lead';
    if (line.kind === 'headline' && also.has(labelOf(line.text))) roles[at] = 'lead';
    if (line.kind !== 'headline') continue;
    let run = at;
    while (run < end && lines[run].kind === 'headline') run++;
    // Items of a list that a sentence with a colon announces belong to the story.
    const announced = at > start && /[:：]$/.test(lines[at - 1].text);
    if (run - at >= LIST_INSIDE_MIN && !announced) for (let inside = at; inside < run; inside++) roles[inside] = 'lead';
    at = run - 1;
  }
}

/** The headline just above the story, lines about the text passed over; a longer line between the two is the standfirst. */
function titleAbove(lines: readonly Line[], start: number): { title: number; standfirst: number } {
  let title = -1;
  for (let at = start - 1, steps = 0; at >= 0 && steps < TITLE_LINES_ABOVE_MAX; at--, steps++) {
    const { kind, bullet } = lines[at];
    if (kind === 'label') continue;
    if ((kind === 'headline' || kind === 'short') && !bullet) title = at;
    break;
  }
  if (title <= 0) return { title, standfirst: -1 };
  const over = title - 1;
  const first = lines[over];
  const alone = over === 0 || lines[over - 1].kind !== 'headline';
  if (
    first.kind === 'headline' &&
    !first.bullet &&
    alone &&
    lines[title].mass >= STANDFIRST_MASS_MIN &&
    lines[title].mass > first.mass * 1.4
  ) {
    return { title: over, standfirst: title };
  }
  return { title, standfirst: -1 };
}

/** Every headline outside of the story, once, with the teaser below it and the heading of its list. */
function leadsOf(
  lines: readonly Line[],
  roles: readonly DumpRole[],
  language: string | null,
  title: string | null,
): readonly Lead[] {
  const list = new LeadList(language, title);
  let block: string | null = null;
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at];
    if (roles[at] === 'body' || roles[at] === 'title') block = null;
    if (roles[at] !== 'lead') continue;
    if (line.kind === 'heading') {
      block = line.text.replace(/[:：]$/, '');
      continue;
    }
    if (!isHeadline(line)) continue;
    const next = lines[at + 1];
    const below =
      next !== undefined && roles[at + 1] === 'lead' && !next.bullet && (!next.apart || next.kind === 'cut');
    const teaser =
      below && (next.kind === 'cut' || next.kind === 'prose' || next.kind === 'short') && line.kind === 'headline'
        ? withoutMore(next.text)
        : null;
    list.add({ title: withoutLabel(withoutMore(line.text)), href: null, teaser, block });
    if (teaser !== null) at++;
  }
  return list.leads();
}

/** A headline without "Read also:" in front. */
function withoutLabel(text: string): string {
  if (!allWords('also').has(labelOf(text))) return text;
  const rest = text.slice(text.search(/[:：=|]/) + 1).trim();
  return rest === '' ? text : rest;
}

/** A line long enough to be a headline: two words, or one that shows it was cut, or a few signs of an unspaced script. */
function isHeadline(line: Line): boolean {
  if (line.kind === 'prose' && !line.bullet) return massOf(line.text) < TEASER_MASS_MAX;
  const words = line.text.split(' ').length;
  return words >= 3 || (words === 2 && (line.mass >= 12 || line.bullet)) || isCutOff(line.text) || line.mass >= 24;
}
