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
  const setting = await store.getSetting(OWNERS_SETTING);
  const own = ownersIn(setting);
  if (name === '' || (hosts.length === 0 && !Object.hasOwn(ownersWith(own), name))) {
    throw badRequest('An owner needs a name and at least one host', 'Write both.');
  }
  if (hosts.length > hostsMax || Object.keys(own).length >= ownersMax) {
    throw badRequest('These are too many hosts', 'Write only those whose pages you read.');
  }
  const after = JSON.stringify({ ...own, [name]: hosts });
  await store.setSetting(OWNERS_SETTING, after);
  const { settings: words } = (await request.desk()).words;
  const act = await recorded(request, 'owners-changed', words.ownersAct(name), { setting }, { setting: after });
  return { to: '/settings', act };
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
