import type { Store } from '../store/store.ts';
import { ownersWith } from '../stories/owners.ts';
import { OWNERS_SETTING, ownersIn } from '../worker/owners.ts';
import { recorded } from './acts.ts';
import { badRequest, type DeskRequest, type Redirect } from './route.ts';

/** POST `/owners`: writes down which outlets an owner has; without hosts the owner is taken out. */
export async function saveOwner(request: DeskRequest): Promise<Redirect> {
  const form = await request.form();
  const { store } = request.tools;
  const name = form.text('name').normalize('NFC').toLowerCase().replace(/\s+/g, ' ').slice(0, nameCharactersMax);
  const hosts = [
    ...new Set(
      form
        .text('hosts')
        .split(/[\s,;]+/)
        .filter((one) => one !== '')
        .map(hostIn),
    ),
  ];
  const own = ownersIn(await store.getSetting(OWNERS_SETTING));
  if (name === '' || (hosts.length === 0 && !Object.hasOwn(ownersWith(own), name))) {
    throw badRequest('An owner needs a name and at least one host', 'Write both.');
  }
  const isNew = !Object.hasOwn(own, name);
  if (hosts.length > hostsMax || (isNew && Object.keys(own).length >= ownersMax)) {
    throw badRequest('These are too many hosts', 'Write only those whose pages you read.');
  }
  await writeOwner(store, name, hosts);
  const { settings: words } = (await request.desk()).words;
  const before = { name, hosts: isNew ? null : own[name] };
  const act = await recorded(request, 'owners-changed', words.ownersAct(name), before, { name, hosts });
  return { to: '/settings', act };
}

/** Writes down the hosts of one owner, none to take it out; null takes away what was written, so that it is as known again. */
export async function writeOwner(store: Store, name: string, hosts: readonly string[] | null): Promise<void> {
  const { [name]: _before, ...others } = ownersIn(await store.getSetting(OWNERS_SETTING));
  const own = hosts === null ? others : { ...others, [name]: hosts };
  await store.setSetting(OWNERS_SETTING, Object.keys(own).length === 0 ? null : JSON.stringify(own));
}

const nameCharactersMax = 100;
const hostsMax = 200;
const ownersMax = 2_000;

/** A host as it stands in addresses; whole addresses and a leading `www.` are taken too. */
function hostIn(text: string): string {
  const address = URL.parse(text.includes('://') ? text : `https://${text}`);
  const host = address?.hostname.replace(/^www\./, '') ?? '';
  if (!host.includes('.') || host.length > 253) {
    throw badRequest(
      `“${text.slice(0, 100)}” is no name of a host`,
      'Write hosts such as news.example, one after another.',
    );
  }
  return host;
}
