import { addressFault, type Channel, channelKind, isChannelName, readChannels } from '../deliver/channel.ts';
import { asFailure } from '../failures.ts';
import { CHANNELS_SETTING } from '../send.ts';
import type { Store } from '../store/store.ts';
import type { Html } from '../web/html.ts';
import { phrase } from '../web/words/phrases.ts';
import { recorded } from './acts.ts';
import {
  badRequest,
  checkedId,
  type DeskRequest,
  failureWords,
  notHere,
  type Redirect,
  type RequestTools,
} from './route.ts';
import { settingsWith } from './settings.ts';

/** POST `/channels`: sets up a place that alerts are sent to. */
export async function addChannel(request: DeskRequest): Promise<Html | Redirect> {
  const form = await request.form();
  const { store } = request.tools;
  const { channels: words } = (await request.desk()).words;
  const [name, kind] = [form.text('name'), channelKind(form.text('kind'))];
  const address = form.text('address') || null;
  const channels = await channelsOf(store);
  if (!isChannelName(name)) return settingsWith(request, words.nameFault);
  if (channels.some((one) => one.name === name)) return settingsWith(request, words.taken(name));
  if (kind === null) throw badRequest('There is no channel of this kind', 'Choose one from the list.');
  const fault = addressFault(kind, address);
  if (fault !== null)
    return settingsWith(request, words.addressFault(phrase(fault, (await request.desk()).words.phrases)));
  await keep(store, [...channels, { name, kind: kind.kind, address }]);
  const act = await recorded(request, 'channel-added', words.added(name), { name }, null);
  return { to: '/settings', act };
}

/** POST `/channels/:name/remove`: takes it out of the watches that name it, too. */
export async function removeChannel(request: DeskRequest): Promise<Redirect> {
  const channel = await channelNamed(request);
  // Out of all watches, also those that whoever removes it does not see.
  const watches = await dropChannel(request.tools.whole, channel.name);
  const { channels: words } = (await request.desk()).words;
  const act = await recorded(request, 'channel-removed', words.removed(channel.name), { channel, watches }, null);
  return { to: '/settings', act };
}

/** Takes a channel away, out of the watches too; gives the ids of those that named it. */
export async function dropChannel(store: Store, name: string): Promise<string[]> {
  await keep(
    store,
    (await channelsOf(store)).filter((one) => one.name !== name),
  );
  const naming = (await store.listWatches()).filter((watch) => watch.channels.includes(name));
  for (const watch of naming) {
    await store.saveWatch({ ...watch, channels: watch.channels.filter((one) => one !== name) });
  }
  return naming.map(({ id }) => id);
}

/** Brings a channel back into the list and into the watches that named it; one set up under its name meanwhile stays. */
export async function bringBackChannel(store: Store, channel: Channel, watchIds: readonly string[]): Promise<void> {
  const channels = await channelsOf(store);
  if (!channels.some(({ name }) => name === channel.name)) await keep(store, [...channels, channel]);
  for (const watch of await store.listWatches()) {
    if (!watchIds.includes(watch.id) || watch.channels.includes(channel.name)) continue;
    await store.saveWatch({ ...watch, channels: [...watch.channels, channel.name] });
  }
}

/** POST `/channels/:name/trial`: sends a message that says that the channel works. */
export async function trialChannel(request: DeskRequest): Promise<Html> {
  const { trialChannel: trial } = request.tools.worker ?? {};
  const { name } = await channelNamed(request);
  const { channels: words } = (await request.desk()).words;
  if (trial === undefined) throw badRequest('This desk sends nothing', 'Use "watchfloor channel test".');
  try {
    await trial(name);
  } catch (thrown) {
    const failure = asFailure(thrown);
    if (failure.code === 'bug') throw thrown;
    return settingsWith(request, failureWords(failure, (await request.desk()).words));
  }
  return settingsWith(request, null, words.trialSent(name));
}

/** POST `/deliveries/:id/again`: puts what could not be sent back in line, under the id it had. */
export async function sendAgain(request: DeskRequest): Promise<Redirect> {
  await resend(request.tools, request.param('id'));
  return { to: '/settings' };
}

/** Makes a message that was given up due again, under its id; one that was sent stays as it is. */
export async function resend({ store, now }: Pick<RequestTools, 'store' | 'now'>, id: string): Promise<void> {
  const delivery = await store.getDelivery(checkedId(id));
  if (delivery === null) throw notHere('There is no delivery with this id');
  if (delivery.state === 'failed') await store.saveDelivery({ ...delivery, state: 'due', tries: 0, due: now() });
}

export async function channelsOf(store: Store): Promise<Channel[]> {
  return readChannels(await store.getSetting(CHANNELS_SETTING));
}

async function keep(store: Store, channels: readonly Channel[]): Promise<void> {
  await store.setSetting(CHANNELS_SETTING, JSON.stringify(channels));
}

async function channelNamed(request: DeskRequest): Promise<Channel> {
  const channel = (await channelsOf(request.tools.store)).find(({ name }) => name === request.param('name'));
  if (channel === undefined) throw notHere('There is no channel with this name');
  return channel;
}
