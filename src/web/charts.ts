import type { DevelopmentKind, Instant } from '../records.ts';
import { type Html, html } from './html.ts';
import { drawing } from './marks.ts';
import { type Desk, kindName } from './page.ts';
import { calendarWords, clockTime, fullTime, localDay } from './times.ts';
import { summaryWords } from './words/summaries.ts';

/**
 * Charts drawn on the server. Widths are percentages, so that text keeps its size and nothing moves when the window does.
 * Every chart has a sentence that says what it shows.
 */

/** A story's time axis: coverage as bars (own accounts dark, copies light), developments as marks above it. */
export function timeAxis(
  desk: Desk,
  coverage: readonly { at: Instant; copy: boolean }[],
  developments: readonly { at: Instant; kind: DevelopmentKind; summary: string }[],
): Html | null {
  const times = [...coverage, ...developments].map((one) => Date.parse(one.at)).filter((time) => !Number.isNaN(time));
  if (coverage.length < 2 || times.length === 0) return null;
  const first = Math.min(...times);
  const span = Math.max(Math.max(...times) - first, 60_000);
  // One percent of air at both ends keeps the outermost marks whole.
  const place = (at: Instant) => 1.5 + ((Date.parse(at) - first) / span) * 97;
  const bins = Array.from({ length: binsCount }, () => ({ own: 0, copies: 0 }));
  for (const one of coverage) {
    const bin = bins[Math.min(binsCount - 1, Math.floor(((Date.parse(one.at) - first) / span) * binsCount))];
    if (one.copy) bin.copies++;
    else bin.own++;
  }
  const most = Math.max(...bins.map((bin) => bin.own + bin.copies));
  const height = (count: number) => round((count / most) * barsHeight);
  const width = 97 / binsCount;
  const { words } = desk;
  const from = new Date(first).toISOString();
  const to = new Date(first + span).toISOString();
  const note = words.story.axisNote(coverage.length, fullTime(from, desk), fullTime(to, desk));
  const middle = new Date(first + span / 2).toISOString();
  const clusters = clustered(developments, place);
  return html`<figure class="axis"><svg width="100%" height="${lanesHeight + barsHeight + 20}" role="img" aria-label="${words.story.axis}: ${note}">${bins.map(
    (bin, index) => {
      const x = 1.5 + index * width;
      const own = height(bin.own);
      const copies = height(bin.copies);
      const foot = lanesHeight + barsHeight;
      return html`${bin.own > 0 && html`<rect class="bar-own" x="${round(x)}%" width="${round(width * 0.86)}%" y="${foot - own}" height="${own}"/>`}${bin.copies > 0 && html`<rect class="bar-copy" x="${round(x)}%" width="${round(width * 0.86)}%" y="${foot - own - copies}" height="${copies}"/>`}`;
    },
  )}<line class="axis-line" x1="0" x2="100%" y1="${lanesHeight + barsHeight + 0.5}" y2="${lanesHeight + barsHeight + 0.5}"/>${clusters.map(
    ({ x, group }) =>
      html`<svg x="${round(x)}%" y="${lanesHeight - Math.min(group.length, lanesCount) * 18}" overflow="visible">${group
        .slice(0, group.length > lanesCount ? lanesCount - 1 : lanesCount)
        .map(
          (one, lane) =>
            html`<g class="mark-${one.kind}" transform="translate(-8 ${lane * 18})"><title>${kindName(one.kind, words)}: ${summaryWords(one.kind, one.summary, words)}</title>${drawing(one.kind)}</g>`,
        )}${group.length > lanesCount && html`<text class="tick" y="${(lanesCount - 1) * 18 + 13}" text-anchor="middle">+${group.length - lanesCount + 1}</text>`}</svg>`,
  )}<text class="tick" x="0" y="${lanesHeight + barsHeight + 15}">${tick(from, desk, span)}</text><text class="tick" x="50%" y="${lanesHeight + barsHeight + 15}" text-anchor="middle">${tick(middle, desk, span)}</text><text class="tick" x="100%" y="${lanesHeight + barsHeight + 15}" text-anchor="end">${tick(to, desk, span)}</text></svg></figure>`;
}

/** Articles by day: one bar a day, the largest count and both ends named. */
export function histogram(desk: Desk, days: readonly { day: string; count: number }[], label: string): Html | null {
  if (days.length < 2) return null;
  const sorted = [...days].sort((a, b) => a.day.localeCompare(b.day));
  const last = Date.parse(`${(sorted.at(-1) ?? sorted[0]).day}T00:00:00Z`);
  // At least a month is drawn, so that two days do not look like a trend.
  const first = Math.min(Date.parse(`${sorted[0].day}T00:00:00Z`), last - 29 * dayMilliseconds);
  const firstDay = new Date(first).toISOString().slice(0, 10);
  const all = Math.round((last - first) / dayMilliseconds) + 1;
  const perBar = Math.max(1, Math.ceil(all / histogramBarsMax));
  const bars = new Map<number, { count: number; day: string }>();
  for (const { day, count } of sorted) {
    const index = Math.floor((Date.parse(`${day}T00:00:00Z`) - first) / dayMilliseconds / perBar);
    const bar = bars.get(index);
    bars.set(index, { count: (bar?.count ?? 0) + count, day: bar?.day ?? day });
  }
  const slots = Math.ceil(all / perBar);
  const most = Math.max(...[...bars.values()].map((bar) => bar.count));
  const width = 100 / slots;
  return html`<figure class="histogram"><svg width="100%" height="64" role="img" aria-label="${label}: ${calendarWords(firstDay, desk)} – ${calendarWords((sorted.at(-1) ?? sorted[0]).day, desk)}">${[
    ...bars,
  ].map(([index, bar]) => {
    const height = Math.max(1.5, round((bar.count / most) * 44));
    return html`<rect class="bar-own" x="${round(index * width)}%" width="${round(width * 0.82)}%" y="${round(46 - height)}" height="${height}"><title>${calendarWords(bar.day, desk)}: ${bar.count}</title></rect>`;
  })}<line class="axis-line" x1="0" x2="100%" y1="46.5" y2="46.5"/><text class="tick" x="0" y="61">${calendarWords(firstDay, desk)}</text><text class="tick" x="100%" y="61" text-anchor="end">${calendarWords((sorted.at(-1) ?? sorted[0]).day, desk)}</text></svg></figure>`;
}

/** Share of a text kept by its copy, as a small bar beside its figure. */
export function shareBar(percent: number): Html {
  const kept = Math.max(0, Math.min(100, percent));
  return html`<svg class="share-bar" width="48" height="8" aria-hidden="true"><rect class="bar-ground" width="48" height="8"/><rect class="bar-own" width="${round(kept * 0.48)}" height="8"/></svg>`;
}

/** A number short enough for markup. */
export function round(value: number): number {
  return Math.round(value * 100) / 100;
}

const binsCount = 60;
const barsHeight = 40;
const lanesCount = 3;
const lanesHeight = lanesCount * 18 + 2;
/** As wide as a mark on the narrowest phone. */
const laneGapPercent = 4.4;
const marksMax = 80;
const histogramBarsMax = 90;
const dayMilliseconds = 86_400_000;

/** The day, and the clock too when the axis covers few days. */
function tick(instant: Instant, desk: Desk, spanMilliseconds: number): string {
  const day = localDay(instant, desk);
  if (spanMilliseconds >= 4 * dayMilliseconds) return calendarWords(day, desk);
  const { partOfYear, monthsShort } = desk.words.times;
  return `${partOfYear(Number(day.slice(8)), monthsShort[Number(day.slice(5, 7)) - 1], null)}, ${clockTime(instant, desk)}`;
}

interface Marked {
  readonly at: Instant;
  readonly kind: DevelopmentKind;
  readonly summary: string;
}

/** Developments that lie too close to be drawn side by side stand in one pile. */
function clustered(developments: readonly Marked[], place: (at: Instant) => number): { x: number; group: Marked[] }[] {
  const clusters: { x: number; group: Marked[] }[] = [];
  for (const one of [...developments].sort((a, b) => a.at.localeCompare(b.at)).slice(0, marksMax)) {
    const x = place(one.at);
    const last = clusters.at(-1);
    if (last !== undefined && x - last.x < laneGapPercent) last.group.push(one);
    else clusters.push({ x, group: [one] });
  }
  return clusters;
}
