import {
  addressFault,
  type Channel,
  channelKind,
  channelKinds,
  isChannelName,
  readChannels,
  secretName,
  shownAddress,
} from '../deliver/channel.ts';
import { CHANNELS_SETTING } from '../send.ts';
import type { Store } from '../store/store.ts';
import { type Command, exitCodes, usage, write, writeJson } from './command.ts';
import { dataOption, openStore, withStore } from './open.ts';
import { onOneLine, printable } from './report.ts';
import { openSender } from './sender.ts';

const json = { flag: '--json', help: 'print JSON even on a terminal' } as const;
const kindNames = channelKinds.map(({ kind }) => kind).join(', ');

export const channelAddCommand: Command = {
  name: 'channel add',
  audited: true,
  summary: 'Set up a place that alerts are sent to. Watches name it: "watch add --channel NAME".',
  arguments: [
    { name: '<kind>', help: kindNames },
    { name: '<name>', help: 'what watches call it' },
    {
      name: '[address]',
      help: 'web or e-mail address; of chat services it is itself a secret and may be left to WATCHFLOOR_SECRET_NAME',
    },
  ],
  options: [dataOption],
  examples: [
    'channel add email editor editor@news.example',
    'channel add webhook archive https://archive.example/hooks/watchfloor',
    'channel add slack newsroom',
    'channel add ntfy phone https://ntfy.sh/my-long-topic-name',
  ],
  async run([kindName, name, address = null], options, terminal) {
    const kind = channelKind(kindName);
    if (kind === null) throw usage(`${kindName} is no kind of channel`, `One of ${kindNames}.`);
    if (!isChannelName(name))
      throw usage(
        `${JSON.stringify(name)} cannot be a name`,
        'Letters, digits, dots, dashes and underlines, 40 at most.',
      );
    const fault = addressFault(kind, address);
    if (fault !== null) throw usage(`the address cannot be used: ${fault}`, 'See docs/channels.md.');
    const { store } = await openStore(options, terminal, true);
    try {
      const channels = await channelsOf(store);
      if (channels.some((one) => one.name === name))
        throw usage(`there is a channel called ${name}`, 'Give another name, or remove that one first.');
      await keep(store, [...channels, { name, kind: kind.kind, address }]);
      terminal.err.write(`added ${name}: ${kind.what}\n`);
      const needed = kind.secret === 'signing-key' || (kind.secret === 'address' && address === null);
      if (needed && !terminal.configuration.secrets.has(secretName(name))) {
        const variable = `WATCHFLOOR_SECRET_${secretName(name)}`;
        terminal.err.write(`  it needs ${variable} (or ${variable}_FILE) in the environment of the desk\n`);
      }
      return exitCodes.ok;
    } finally {
      await store.close();
    }
  },
};

export const channelListCommand: Command = {
  name: 'channel list',
  summary: 'List the channels, the watches that use them, and what could not be sent.',
  arguments: [],
  options: [dataOption, json],
  examples: ['channel list'],
  run: (_, options, terminal) =>
    withStore(options, terminal, async (store) => {
      const [watches, failed] = [await store.listWatches(), await store.failedDeliveries(failedShownMax)];
      for (const channel of await channelsOf(store)) {
        const used = watches.filter((watch) => watch.channels.includes(channel.name)).map((watch) => watch.name);
        const lost = failed.filter((one) => one.channel === channel.name);
        const address = shownAddress(channel);
        if (options.json === true || !terminal.outInteractive)
          await writeJson(terminal.out, { ...channel, address, watches: used, failed: lost });
        else
          await write(
            terminal.out,
            `${channel.name}  ${channel.kind}  ${printable(address)}  ${used.length} watches${lost.length > 0 ? `  ${lost.length} NOT SENT: ${onOneLine(lost[0].failure?.what ?? '')}` : ''}\n`,
          );
      }
      return exitCodes.ok;
    }),
};

export const channelRemoveCommand: Command = {
  name: 'channel remove',
  audited: true,
  summary: 'Remove a channel, and take it out of the watches that name it.',
  arguments: [{ name: '<name>', help: 'its name' }],
  options: [dataOption],
  examples: ['channel remove newsroom'],
  run: ([name], options, terminal) =>
    withStore(options, terminal, async (store) => {
      const channels = await channelsOf(store);
      const gone = named(name, channels);
      await keep(
        store,
        channels.filter((one) => one !== gone),
      );
      for (const watch of await store.listWatches()) {
        if (!watch.channels.includes(name)) continue;
        await store.saveWatch({ ...watch, channels: watch.channels.filter((one) => one !== name) });
      }
      terminal.err.write(`removed ${printable(name)}\n`);
      return exitCodes.ok;
    }),
};

export const channelTestCommand: Command = {
  name: 'channel test',
  summary: 'Send a trial message to a channel.',
  arguments: [{ name: '<name>', help: 'its name' }],
  options: [dataOption],
  examples: ['channel test newsroom'],
  run: ([name], options, terminal) =>
    withStore(options, terminal, async (store) => {
      const sender = openSender(terminal.configuration, store, () => terminal.now().toISOString());
      try {
        await sender.trial(name);
        terminal.err.write(`sent: look for it at ${printable(name)}\n`);
        return exitCodes.ok;
      } finally {
        await sender.close();
      }
    }),
};

export const channelResendCommand: Command = {
  name: 'channel resend',
  audited: true,
  summary: 'Put alerts that could not be sent back in line, under the ids they had.',
  arguments: [{ name: '[name]', help: 'the channel; all when none is named' }],
  options: [dataOption],
  examples: ['channel resend newsroom'],
  run: ([name], options, terminal) =>
    withStore(options, terminal, async (store) => {
      const due = terminal.now().toISOString();
      const failed = (await store.failedDeliveries(resentMax)).filter(
        (one) => name === undefined || one.channel === name,
      );
      await store.saveDeliveries(failed.map((one) => ({ ...one, state: 'due', tries: 0, due })));
      terminal.err.write(`${failed.length} in line; the running desk sends them, or the next "watchfloor poll"\n`);
      return exitCodes.ok;
    }),
};

const failedShownMax = 1_000;
const resentMax = 10_000;

async function channelsOf(store: Store): Promise<Channel[]> {
  return readChannels(await store.getSetting(CHANNELS_SETTING));
}

async function keep(store: Store, channels: readonly Channel[]): Promise<void> {
  await store.setSetting(CHANNELS_SETTING, JSON.stringify(channels));
}

/** The names given to `--channel`, parted by commas; each must be there. */
export async function channelsNamed(store: Store, list: string | undefined): Promise<string[]> {
  const names = [...new Set((list ?? '').split(',').map((name) => name.trim()))].filter((name) => name !== '');
  const channels = await channelsOf(store);
  for (const name of names) named(name, channels);
  return names;
}

function named(name: string, channels: readonly Channel[]): Channel {
  const channel = channels.find((one) => one.name === name);
  if (channel === undefined)
    throw usage(`there is no channel called ${printable(name)}`, '"watchfloor channel list" names them.');
  return channel;
}
