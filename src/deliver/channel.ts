import type { Instant, Watch } from '../records.ts';
import type { Notice } from './bulletin.ts';
import { discordChannel, mattermostChannel, ntfyChannel, slackChannel, teamsChannel } from './chat.ts';
import { emailChannel } from './email.ts';
import { webhookChannel } from './webhook.ts';

/** Every kind of pushed channel: one file or template and one line each. */
export const channelKinds: readonly ChannelKind[] = [
  webhookChannel,
  emailChannel,
  slackChannel,
  mattermostChannel,
  discordChannel,
  teamsChannel,
  ntfyChannel,
];

/** The shape of a channel: what may be its address, and how a message is made. Pure; sending is in `send.ts`. */
export interface ChannelKind {
  readonly kind: string;
  /** One line for a person who chooses. */
  readonly what: string;
  readonly address: 'web' | 'mail';
  /** What `WATCHFLOOR_SECRET_<NAME>` is to it: the key messages are signed with, a token, or the address itself when none is given. */
  readonly secret: 'signing-key' | 'token' | 'address' | 'none';
  /** Whether alerts that come close together go out as one message. A program reads them one by one. */
  readonly folds: boolean;
  message(parcel: Parcel, target: Target): Outgoing;
}

/** A channel as a person set it up; kept as JSON in the store's setting `channels`. */
export interface Channel {
  readonly name: string;
  readonly kind: string;
  /** Null when the environment holds it. */
  readonly address: string | null;
}

/** A channel with what the environment holds of it. */
export interface Target {
  readonly address: string;
  readonly secret: string | null;
}

/** What one message carries. */
export interface Parcel {
  /** Stays the same however often it is sent: a receiver that keeps ids tells nothing twice. */
  readonly id: string;
  /** When this try is made. */
  readonly at: Instant;
  /** Address of the desk, without a closing slash. */
  readonly desk: string;
  readonly watch: Pick<Watch, 'id' | 'name' | 'query'>;
  /** Oldest first; empty for a trial message. */
  readonly notices: readonly Notice[];
}

export type Outgoing = HttpMessage | MailMessage;

export interface HttpMessage {
  readonly by: 'http';
  readonly address: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface MailMessage {
  readonly by: 'mail';
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** The part before the `@`; the host is the sender's. */
  readonly messageId: string;
  /** The same of the mail that this one hangs under: mails of one story stand together. */
  readonly references: string | null;
  readonly at: Instant;
  readonly headers: Readonly<Record<string, string>>;
}

export function channelKind(kind: string): ChannelKind | null {
  return channelKinds.find((one) => one.kind === kind) ?? null;
}

/** Names are short and plain: they stand in watches, in addresses of the desk and in names of variables. */
export function isChannelName(name: string): boolean {
  return /^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/.test(name);
}

/** `WATCHFLOOR_SECRET_NEWS_DESK` holds the secret of the channel `news-desk`: the part after the prefix. */
export function secretName(channel: string): string {
  return channel.toUpperCase().replace(/[^A-Z0-9]/g, '_');
}

/** The channels in a setting's text; what is no channel is left out. */
export function readChannels(setting: string | null): Channel[] {
  if (setting === null) return [];
  const list: unknown = JSON.parse(setting);
  return Array.isArray(list) ? list.filter(isChannel) : [];
}

function isChannel(value: unknown): value is Channel {
  if (typeof value !== 'object' || value === null) return false;
  const { name, kind, address } = value as Record<string, unknown>;
  return (
    typeof name === 'string' &&
    isChannelName(name) &&
    typeof kind === 'string' &&
    channelKind(kind) !== null &&
    (address === null || typeof address === 'string')
  );
}

/** Why an address cannot be one of this kind, in words; null when it can. */
export function addressFault({ kind, address: form, secret }: ChannelKind, address: string | null): string | null {
  if (address === null) return secret === 'address' ? null : `a ${kind} channel needs an address`;
  if (form === 'mail')
    return isMailAddress(address) ? null : 'it is no e-mail address of the plain form name@host.example';
  const url = address.length <= addressCharactersMax ? URL.parse(address) : null;
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:'))
    return 'it is no address that begins with https:// or http://';
  if (url.username !== '' || url.password !== '') return 'it carries a user name or password';
  if (kind === 'ntfy' && !/^\/[A-Za-z0-9_-]{1,64}$/.test(url.pathname))
    return 'it does not end in a topic: https://ntfy.sh/TOPIC';
  return null;
}

const addressCharactersMax = 2_000;

/** One plain address (RFC 5321 without quoting, comments, lists and display names): nothing in it can become a header. */
export function isMailAddress(address: string): boolean {
  return (
    address.length <= 254 &&
    /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]{1,63}(\.[A-Za-z0-9-]{1,63}){0,8}$/.test(address)
  );
}

/** Where a channel goes, without what could be a secret: the paths of chat addresses are keys. */
export function shownAddress({ kind, address }: Channel): string {
  if (address === null) return '(from the environment)';
  if (channelKind(kind)?.address === 'mail') return address;
  const url = URL.parse(address);
  return url === null ? '(no address)' : `${url.origin}/…`;
}
