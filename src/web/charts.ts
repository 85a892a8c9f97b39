import type { DevelopmentKind, Instant } from '../records.ts';
import { type Html, html } from './html.ts';
import { drawing } from './marks.ts';
import { type Desk, kindName } from './page.ts';
import { calendarWords, fullTime, localDay } from './times.ts';

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
  const lanes: number[] = [];
  return html`<figure class="axis"><svg width="100%" height="${lanesHeight + barsHeight + 20}" role="img" aria-label="${words.story.axis}: ${note}">${bins.map(
    (bin, index) => {
      const x = 1.5 + index * width;
      const own = height(bin.own);
      const copies = height(bin.copies);
      const foot = lanesHeight + barsHeight;
      return html`${bin.own > 0 && html`<rect class="bar-own" x="${round(x)}%" width="${round(width * 0.86)}%" y="${foot - own}" height="${own}"/>`}${bin.copies > 0 && html`<rect class="bar-copy" x="${round(x)}%" width="${round(width * 0.86)}%" y="${foot - own - copies}" height="${copies}"/>`}`;
    },
  )}<line class="axis-line" x1="0" x2="100%" y1="${lanesHeight + barsHeight + 0.5}" y2="${lanesHeight + barsHeight + 0.5}"/>${[
    ...developments,
  ]
    .sort((a, b) => a.at.localeCompare(b.at))
    .slice(0, marksMax)
    .map((one) => {
      const x = place(one.at);
      let lane = lanes.findIndex((end) => x - end > laneGapPercent);
      if (lane === -1) lane = lanes.length < lanesCount ? lanes.length : lanesCount - 1;
      lanes[lane] = x;
      return html`<svg class="mark-${one.kind}" x="${round(x)}%" y="${lane * 18}" width="16" height="16" overflow="visible"><g transform="translate(-8 0)"><title>${kindName(one.kind, words)}: ${one.summary}</title><rect class="mark-ground" x="-1" y="-1" width="18" height="18"/>${drawing(one.kind)}</g></svg>`;
    })}<text class="tick" x="0" y="${lanesHeight + barsHeight + 15}">${tick(from, desk)}</text><text class="tick" x="50%" y="${lanesHeight + barsHeight + 15}" text-anchor="middle">${tick(middle, desk)}</text><text class="tick" x="100%" y="${lanesHeight + barsHeight + 15}" text-anchor="end">${tick(to, desk)}</text></svg></figure>`;
}

/** Articles by day: one bar a day, the largest count and both ends named. */
export function histogram(desk: Desk, days: readonly { day: string; count: number }[], label: string): Html | null {
  if (days.length < 2) return null;
  const sorted = [...days].sort((a, b) => a.day.localeCompare(b.day));
  const first = Date.parse(`${sorted[0].day}T00:00:00Z`);
  const last = Date.parse(`${(sorted.at(-1) ?? sorted[0]).day}T00:00:00Z`);
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
  const width = 100 / Math.max(slots, 12);
  return html`<figure class="histogram"><svg width="100%" height="64" role="img" aria-label="${label}: ${calendarWords(sorted[0].day, desk)} – ${calendarWords((sorted.at(-1) ?? sorted[0]).day, desk)}">${[
    ...bars,
  ].map(([index, bar]) => {
    const height = Math.max(1.5, round((bar.count / most) * 44));
    return html`<rect class="bar-own" x="${round(index * width)}%" width="${round(width * 0.82)}%" y="${round(46 - height)}" height="${height}"><title>${calendarWords(bar.day, desk)}: ${bar.count}</title></rect>`;
  })}<line class="axis-line" x1="0" x2="100%" y1="46.5" y2="46.5"/><text class="tick" x="0" y="61">${calendarWords(sorted[0].day, desk)}</text><text class="tick" x="100%" y="61" text-anchor="end">${calendarWords((sorted.at(-1) ?? sorted[0]).day, desk)}</text></svg></figure>`;
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
const laneGapPercent = 2.6;
const marksMax = 80;
const histogramBarsMax = 90;
const dayMilliseconds = 86_400_000;

function tick(instant: Instant, desk: Desk): string {
  return calendarWords(localDay(instant, desk), desk);
}
