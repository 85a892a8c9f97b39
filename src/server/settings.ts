import type { Html } from '../web/html.ts';
import { keysPage } from '../web/keys.ts';
import { settingsPage } from '../web/settings.ts';
import { knownZone, wordLists } from './desk.ts';
import type { DeskRequest, Redirect } from './route.ts';

/** GET `/keys`. */
export async function keys(request: DeskRequest): Promise<Html> {
  return keysPage(await request.desk());
}

/** GET `/settings`. */
export async function settings(request: DeskRequest): Promise<Html> {
  return shown(request, null);
}

/** POST `/settings`: the ground is kept in this browser, the zone in the store for every browser. */
export async function saveSettings(request: DeskRequest): Promise<Html | Redirect> {
  const form = await request.form();
  const zone = form.text('zone');
  const { words } = await request.desk();
  if (zone !== '' && knownZone(zone) === null) return shown(request, words.settings.zoneUnknown(zone));
  await request.tools.store.setSetting('zone', zone === '' ? null : zone);
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
function cookie(name: string, value: string): string {
  return `${name}=${value}; Path=/; Max-Age=${value === '' ? 0 : cookieSeconds}; SameSite=Strict; HttpOnly`;
}

const cookieSeconds = 400 * 86_400;
const actsShown = 20;

async function shown(request: DeskRequest, fault: string | null): Promise<Html> {
  const { store } = request.tools;
  const [zone, acts] = await Promise.all([store.getSetting('zone'), store.listActs(actsShown)]);
  return settingsPage(await request.desk(), { zone, acts, fault, languages: wordLists });
}
