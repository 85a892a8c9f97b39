import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { StoreCounts } from '../store/store.ts';
import type { BareDesk } from '../web/bare.ts';
import type { Desk } from '../web/page.ts';
import { en, type Words } from '../web/words/en.ts';
import { wordLists } from '../web/words/words.ts';
import { toldOutage } from '../worker/outage.ts';
import { mayUndo } from './acts.ts';
import { cookiesOf } from './cookies.ts';
import type { RequestTools } from './route.ts';

/** What every page is given: words, zone, ground, watches with their counts, and what can be undone. */
export async function deskOf(
  raw: Request,
  url: URL,
  tools: RequestTools,
  mayPost: (path: string) => boolean,
): Promise<Desk> {
  const { store } = tools;
  const cookies = cookiesOf(raw);
  const done = url.searchParams.get('done');
  const [watches, watchCounts, counts, acts, ownZone] = await Promise.all([
    store.listWatches(),
    store.watchCounts(),
    countsOf(tools),
    done === null ? [] : store.listActs(undoableMax),
    store.getSetting('zone'),
  ]);
  const countOf = new Map(watchCounts.map((count) => [count.watchId, count]));
  const rows = watches.map((watch) => ({
    watch,
    fresh: countOf.get(watch.id)?.fresh ?? 0,
    total: countOf.get(watch.id)?.total ?? 0,
  }));
  const here = new URL(url);
  here.searchParams.delete('done');
  return {
    words: wordsOf(cookies.get('language') ?? null),
    now: tools.now(),
    zone: knownZone(ownZone) ?? knownZone(cookies.get('zone') ?? null) ?? systemZone,
    ground: groundOf(cookies),
    assets: assetPaths,
    watches: rows,
    freshTotal: rows.reduce((sum, row) => sum + row.fresh, 0),
    counts,
    undo: acts.find((act) => act.id === done && !act.undone && mayUndo(tools, act)) ?? null,
    here: `${here.pathname}${here.search}`,
    working: tools.worker !== undefined,
    paused: tools.worker?.paused?.() ?? (await toldOutage(tools.store, tools.now())),
    user: tools.asking.user,
    ...(tools.asking.people ? { mayPost } : {}),
  };
}

/** What a page is given that is shown to nobody in particular: words and looks, and nothing of the archive. */
export function bareDesk(raw: Request): BareDesk {
  const cookies = cookiesOf(raw);
  return { words: wordsOf(cookies.get('language') ?? null), ground: groundOf(cookies), assets: assetPaths };
}

/** The files of the desk, each under an address that changes with its content, so that browsers may keep it for ever. */
export const assets = {
  style: asset('style.css', 'text/css; charset=utf-8'),
  script: asset('desk.js', 'text/javascript; charset=utf-8'),
  icon: asset('icon.svg', 'image/svg+xml'),
} as const;

export interface Asset {
  readonly name: string;
  readonly path: string;
  readonly type: string;
  readonly content: Uint8Array<ArrayBuffer>;
}

const assetPaths: Desk['assets'] = {
  style: assets.style.path,
  script: assets.script.path,
  icon: assets.icon.path,
};

function groundOf(cookies: ReadonlyMap<string, string>): Desk['ground'] {
  const ground = cookies.get('ground');
  return ground === 'paper' || ground === 'night' ? ground : null;
}

/** Texts of the desk by their locale; English where there is no other. */
function wordsOf(language: string | null): Words {
  return wordLists.find((words) => words.locale === language) ?? en;
}

/** A time zone by its IANA name, or null when this system does not know it. */
export function knownZone(zone: string | null): string | null {
  if (zone === null || !/^[A-Za-z0-9_+/-]{1,60}$/.test(zone)) return null;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    // Intl throws for a zone that it does not know; there is no other way to ask.
    return null;
  }
}

const systemZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
const undoableMax = 50;

/** Counting a large store takes longer than a page may, so the foot of the page may be this old. */
const countsKeptMilliseconds = 5_000;
const countsKept = new WeakMap<object, { at: number; counts: Promise<StoreCounts> }>();

function countsOf(tools: RequestTools): Promise<StoreCounts> {
  const now = Date.parse(tools.now());
  const kept = countsKept.get(tools.store);
  if (kept !== undefined && now - kept.at < countsKeptMilliseconds && now >= kept.at) return kept.counts;
  const counts = tools.store.counts();
  countsKept.set(tools.store, { at: now, counts });
  return counts;
}

function asset(name: string, type: string): Asset {
  const text = readFileSync(new URL(`../web/${name}`, import.meta.url), 'utf8');
  const content = new TextEncoder().encode(name.endsWith('.css') ? minified(text) : text);
  const version = createHash('sha256').update(content).digest('hex').slice(0, 12);
  return { name, path: `/assets/${version}/${name}`, type, content };
}

/** The worker that keeps the shell: the offline page and the files it needs, under their present addresses. */
export const offlineWorker: string = readFileSync(new URL('../web/offline-worker.js', import.meta.url), 'utf8').replace(
  'SHELL',
  JSON.stringify(['/offline', assets.style.path, assets.script.path, assets.icon.path]),
);

/** A style sheet without its comments and indents, its properties under short names: those are for the people who change it. */
function minified(style: string): string {
  const names = new Map<string, string>();
  return style
    .replace(/\/\*[^*]*\*+(?:[^/*][^*]*\*+)*\//g, '')
    .replace(/\n\s*/g, '\n')
    .replaceAll(' { ', '{')
    .replaceAll('; }', '}')
    .replaceAll('; ', ';')
    .replaceAll(', ', ',')
    .replaceAll(': ', ':')
    .replaceAll(' > ', '>')
    .replaceAll(' / ', '/')
    .replace(/(?<=[a-z\])*]) ([+~]) (?=[.a-z*[])/g, '$1')
    .replace(/(?<=[{}])\n/g, '')
    .replace(/(?<=[ ,:(])0(?=\.\d)/g, '')
    .replace(/--[a-z][a-z0-9-]*/g, (name) => {
      const short = names.get(name) ?? `--${names.size.toString(36)}`;
      names.set(name, short);
      return short;
    })
    .trim();
}
