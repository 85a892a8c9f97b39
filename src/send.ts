import type { LookupFunction } from 'node:net';
import {
  type Channel,
  channelKind,
  type Outgoing,
  type Parcel,
  readChannels,
  secretName,
  type Target,
} from './deliver/channel.ts';
import { asFailure, Failure } from './failures.ts';
import { createGuard } from './fetch/guard.ts';
import { createMailer, type MailServer } from './fetch/mail.ts';
import { createPoster } from './fetch/post.ts';
import type { Instant, Watch } from './records.ts';
import type { Delivery, Store, StoredAlert } from './store/store.ts';

/**
 * Sends what is stored as due: joins a delivery with its alerts, lets its channel make the message, and hands it to the one
 * HTTP or mail client. Secrets come in here and leave in messages only.
 */
export function createSender(options: SenderOptions): Sender {
  const { store, secrets, now } = options;
  const guard = createGuard({ allowHosts: options.allowHosts, setting: 'WATCHFLOOR_SEND_ALLOW_HOSTS' });
  const poster = createPoster({ guard, userAgent: options.userAgent, lookup: options.lookup });
  const mailer = createMailer({ server: options.mail, guard, lookup: options.lookup });

  const desk = () => withoutSlash(options.desk());
  let watches = new Map<string, Watch>();
  let watchesMark = -1;

  async function channelOf(name: string): Promise<Channel> {
    const channel = readChannels(await store.getSetting(CHANNELS_SETTING)).find((one) => one.name === name);
    if (channel === undefined) throw unknownChannel(name);
    return channel;
  }

  /** Watches are many and change seldom: read again only when one did. */
  async function watchOf(id: string): Promise<Watch | undefined> {
    const marks = await store.changeMarks();
    if (marks.watches !== watchesMark) {
      watches = new Map((await store.listWatches()).map((watch) => [watch.id, watch]));
      watchesMark = marks.watches;
    }
    return watches.get(id);
  }

  async function send(channel: Channel, parcel: Parcel): Promise<void> {
    const kind = channelKind(channel.kind);
    if (kind === null) throw unknownChannel(channel.name);
    await handOver(kind.message(parcel, targetOf(channel, kind.secret, secrets)));
  }

  async function handOver(message: Outgoing): Promise<void> {
    if (message.by === 'mail') return mailer.send(message);
    return poster.post(message.address, message.headers, message.body);
  }

  return {
    async send(delivery) {
      const channel = await channelOf(delivery.channel);
      const alerts: StoredAlert[] = [];
      for (const id of [delivery.alertId, ...(delivery.folded ?? [])]) {
        const alert = await store.getAlert(id);
        if (alert !== null && alert.state !== 'dismissed') alerts.push(alert);
      }
      const watch = alerts.length === 0 ? undefined : await watchOf(alerts[0].alert.watchId);
      const at = now();
      // Removed, dismissed or silenced while it waited for its hour: nobody wants to hear of it any more.
      if (watch === undefined || watch.paused || (watch.mutedUntil !== null && at < watch.mutedUntil)) return;
      await send(channel, { id: delivery.id, at, desk: desk(), watch, notices: alerts });
    },
    async folds(name) {
      const channel = await channelOf(name).catch(asFailure);
      return !(channel instanceof Failure) && channelKind(channel.kind)?.folds === true;
    },
    async trial(name) {
      const at = now();
      const watch = { id: 'trial', name: 'Trial', query: '' };
      await send(await channelOf(name), { id: `trial-${Date.parse(at)}`, at, desk: desk(), watch, notices: [] });
    },
    close: () => poster.close(),
  };
}

export interface Sender {
  /** Sends one message with all the alerts of a delivery that are still wanted; none when there are none. Throws a Failure. */
  send(delivery: Delivery): Promise<void>;
  /** Whether alerts to this channel may share a message. */
  folds(channel: string): Promise<boolean>;
  /** Sends a message that says that the channel works. Throws a Failure. */
  trial(channel: string): Promise<void>;
  close(): Promise<void>;
}

export interface SenderOptions {
  readonly store: Store;
  /** Address of the desk, for links; asked for with every message, since a free port is known late. */
  readonly desk: () => string;
  readonly secrets: ReadonlyMap<string, string>;
  readonly allowHosts: readonly string[];
  readonly mail: MailServer;
  readonly userAgent: string;
  readonly now: () => Instant;
  readonly lookup?: LookupFunction;
}

/** The store's setting that holds the channels. */
export const CHANNELS_SETTING = 'channels';

function withoutSlash(address: string): string {
  return address.endsWith('/') ? address.slice(0, -1) : address;
}

function targetOf(channel: Channel, use: string, secrets: ReadonlyMap<string, string>): Target {
  const secret = secrets.get(secretName(channel.name)) ?? null;
  const address = channel.address ?? (use === 'address' ? secret : null);
  if (address === null || (use === 'signing-key' && secret === null)) throw secretMissing(channel.name, use);
  return { address, secret };
}

function secretMissing(name: string, use: string): Failure {
  const variable = `WATCHFLOOR_SECRET_${secretName(name)}`;
  const what = use === 'address' ? 'its address' : 'the key that its messages are signed with';
  return new Failure('secret-missing', `channel ${name}: ${what} is not set`, {
    retry: 'later',
    advice: `Set ${variable}, or ${variable}_FILE with the name of a file, and start again.`,
  });
}

function unknownChannel(name: string): Failure {
  return new Failure('channel-unknown', `there is no channel called ${name}`, {
    retry: 'never',
    advice: 'Add it ("watchfloor channel add"), then send again; or take it out of the watch.',
  });
}
