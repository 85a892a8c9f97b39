import { createHmac } from 'node:crypto';
import { type Notice, placeAddress, readerAddress, storedAddress } from './bulletin.ts';
import type { ChannelKind, Parcel } from './channel.ts';
import { trialText } from './lines.ts';

/**
 * For programs: one CloudEvent (1.0, JSON, structured mode) an alert, signed as Standard Webhooks asks
 * (https://www.standardwebhooks.com): HMAC-SHA-256 over `id.timestamp.body`. docs/webhooks.md shows how to check it.
 */
export const webhookChannel: ChannelKind = {
  kind: 'webhook',
  what: 'a signed CloudEvent for a program',
  address: 'web',
  secret: 'signing-key',
  folds: false,
  message(parcel, { address, secret }) {
    const body = JSON.stringify(cloudEvent(parcel));
    return {
      by: 'http',
      address,
      headers: {
        'content-type': 'application/cloudevents+json; charset=utf-8',
        'idempotency-key': parcel.id,
        ...(secret === null ? {} : signatureHeaders(secret, parcel.id, parcel.at, body)),
      },
      body,
    };
  },
};

/** The three headers of Standard Webhooks. */
function signatureHeaders(secret: string, id: string, at: string, body: string): Record<string, string> {
  const timestamp = String(Math.floor(Date.parse(at) / 1000));
  const signature = createHmac('sha256', keyOf(secret)).update(`${id}.${timestamp}.${body}`).digest('base64');
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${signature}` };
}

/** `whsec_` is followed by the key in base64; any other secret is the key as it is written. */
function keyOf(secret: string): Buffer {
  return secret.startsWith('whsec_') ? Buffer.from(secret.slice('whsec_'.length), 'base64') : Buffer.from(secret);
}

function cloudEvent({ id, at, desk, watch, notices }: Parcel): object {
  const [notice] = notices;
  const envelope = { specversion: '1.0', id, source: desk, datacontenttype: 'application/json' };
  if (notice === undefined)
    return { ...envelope, type: 'watchfloor.trial', time: at, data: { watch, summary: trialText } };
  return {
    ...envelope,
    type: 'watchfloor.alert',
    subject: notice.alert.id,
    time: notice.alert.at,
    data: { watch: { id: watch.id, name: watch.name, query: watch.query }, ...dataOf(notice, desk) },
  };
}

/** The records as they are: JSON needs no escaping by us, and whoever shows the texts escapes them for where they stand. */
function dataOf(notice: Notice, desk: string): object {
  const { alert, story, article, developments } = notice;
  return {
    alert,
    story,
    article,
    developments,
    links: {
      reader: placeAddress(desk, notice),
      article: readerAddress(desk, alert.articleId),
      stored: storedAddress(desk, alert.articleId),
      story: `${desk}/stories/${encodeURIComponent(story.id)}`,
    },
  };
}
