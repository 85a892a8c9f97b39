import { channelKinds, readChannels, shownAddress } from '../deliver/channel.ts';
import { agencies } from '../extract/agencies.ts';
import { CHANNELS_SETTING } from '../send.ts';
import type { Store } from '../store/store.ts';
import { ownersWith } from '../stories/owners.ts';
import type { ChannelsView, FailedDelivery } from '../web/channels.ts';
import type { Html } from '../web/html.ts';
import { keysPage } from '../web/keys.ts';
import { settingsPage } from '../web/settings.ts';
import { wordLists } from '../web/words/words.ts';
import { OWNERS_SETTING, ownersIn } from '../worker/owners.ts';
import { mayUndo } from './acts.ts';
import { mayHere } from './asking.ts';
import { knownZone } from './desk.ts';
import type { DeskRequest, Redirect } from './route.ts';

/** GET `/keys`. */
export async function keys(request: DeskRequest): Promise<Html> {
  return keysPage(await request.desk());
}

/** GET `/settings`. */
export async function settings(request: DeskRequest): Promise<Html> {
  return settingsWith(request, null);
}

/** POST `/settings`: the ground is kept in this browser, the zone in the store for every browser. */
export async function saveSettings(request: DeskRequest): Promise<Html | Redirect> {
  const form = await request.form();
  const zone = form.text('zone');
  const { words } = await request.desk();
  if (zone !== '' && knownZone(zone) === null) return settingsWith(request, words.settings.zoneUnknown(zone));
  // Of all browsers and of what is sent: on a desk with users not for everybody to set.
  if (mayHere(request.tools.asking, 'admin')) await request.tools.store.setSetting('zone', zone === '' ? null : zone);
  const ground = form.text('ground');
  return {
    to: '/settings',
    cookies: [
      cookie('ground', ground === 'paper' || ground === 'night' ? ground : ''),
      cookie('language', wordLists.find((words) => words.locale === form.text('language'))?.locale ?? ''),
    ],
  };
}

/** POST `/guide/done`: the first five minutes are over. */
export async function guideDone(request: DeskRequest): Promise<Redirect> {
  await request.tools.store.setSetting('guide', 'done');
  return { to: (await request.form()).text('back') || '/' };
}

/** Kept in this browser; an empty value takes it back. */
export function cookie(name: string, value: string): string {
  return `${name}=${value}; Path=/; Max-Age=${value === '' ? 0 : cookieSeconds}; SameSite=Strict; HttpOnly`;
}

const cookieSeconds = 400 * 86_400;
const sourcesShown = 100;
const ownersShown = 200;
const actsShown = 20;

/** The page of settings, with what is wrong or what was just done. */
export async function settingsWith(
  request: DeskRequest,
  fault: string | null,
  done: string | null = null,
): Promise<Html> {
  const { store, worker } = request.tools;
  const [zone, acts, sending, sources, ownSetting] = await Promise.all([
    store.getSetting('zone'),
    store.listActs(actsShown),
    sendingOf(store),
    store.listSources(),
    store.getSetting(OWNERS_SETTING),
  ]);
  const own = ownersIn(ownSetting);
  const canTry = worker?.trialChannel !== undefined;
  return settingsPage(await request.desk(), {
    zone,
    acts: acts.map((act) => ({ ...act, mine: mayUndo(request.tools, act) })),
    fault,
    done,
    languages: wordLists,
    sending: { ...sending, canTry },
    sources: sources.filter((one) => one.kind !== 'import').slice(0, sourcesShown),
    owners: Object.entries(ownersWith(own))
      .map(([name, hosts]) => ({ name, hosts, own: Object.hasOwn(own, name) }))
      .sort((a, b) => Number(b.own) - Number(a.own) || a.name.localeCompare(b.name))
      .slice(0, ownersShown),
    agencies: agencies.map(({ name }) => name),
    keeps: request.tools.keeps ?? { days: null, bytes: null },
  });
}

async function sendingOf(store: Store): Promise<Omit<ChannelsView, 'canTry'>> {
  const [setting, watches, lost] = await Promise.all([
    store.getSetting(CHANNELS_SETTING),
    store.listWatches(),
    store.failedDeliveries(failedShown),
  ]);
  const failed: FailedDelivery[] = [];
  for (const { id, channel, due, failure, alertId, folded = [] } of lost) {
    const stored = await store.getAlert(alertId);
    const { what, advice } = failure ?? { what: '', advice: '' };
    failed.push({ id, channel, stored, alerts: 1 + folded.length, due, what, advice });
  }
  const channels = readChannels(setting).map((channel) => ({
    name: channel.name,
    kind: channel.kind,
    address: shownAddress(channel),
    watches: watches.filter((watch) => watch.channels.includes(channel.name)).length,
  }));
  return { channels, kinds: channelKinds.map(({ kind }) => kind), failed };
}

const failedShown = 30;
