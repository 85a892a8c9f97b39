import { asFailure, type Failure, failureRecord, isOutage } from '../failures.ts';
import type { Instant } from '../records.ts';
import type { Delivery, Store } from '../store/store.ts';
import type { Notes } from './notes.ts';

/**
 * Sends what is due. Before a message goes out it is stored as begun, with all the alerts it carries: killed at any point, the
 * same message is sent again under the same id, so that a receiver which keeps ids tells nothing twice and nothing is lost.
 */
export function createSending({ store, now, port, limits, notes, retryAt }: SendingOptions): Sending {
  /** When the last message of a watch went to a channel; forgotten at a restart, which costs one message more. */
  const lastSent = new Map<string, number>();

  async function begin(group: readonly Delivery[]): Promise<Delivery | null> {
    const [first, ...others] = group;
    if (mayFold(first) && (await port.folds?.(first.channel)) === true) {
      const held = (lastSent.get(placeOf(first)) ?? Number.NEGATIVE_INFINITY) + limits.foldSeconds * 1000;
      if (Date.parse(now()) < held) {
        const due = new Date(held).toISOString();
        await store.saveDeliveries(group.map((one) => ({ ...one, due })));
        return null;
      }
    }
    const carrier: Delivery = {
      ...first,
      tries: first.tries + 1,
      // Should this process end now, it is tried again when the time of one try is over.
      due: new Date(Date.parse(now()) + limits.leaseSeconds * 1000).toISOString(),
      ...(others.length === 0 ? {} : { folded: others.map((one) => one.alertId) }),
    };
    await store.saveDeliveries([carrier, ...others.map((one): Delivery => ({ ...one, state: 'folded' }))]);
    return carrier;
  }

  /** The instant at which it is tried again; null when it went out or was given up. */
  async function sendOne(delivery: Delivery): Promise<Instant | null> {
    const { id, alertId, channel, pageId } = delivery;
    const note = notes.begin('send', { page: pageId, delivery: id, alert: alertId, channel });
    try {
      await port.send(delivery);
    } catch (thrown) {
      const failure = asFailure(thrown);
      if (isOutage(failure)) throw failure;
      note.failed(failure);
      // Broken off by our own end: it is begun again at the next start, under the same id.
      const stopped = failure.code === 'stopping';
      const last = !stopped && (delivery.tries >= limits.sendTriesMax || failure.retry !== 'later');
      const due = stopped ? now() : retryAt(delivery.tries, failure);
      const noted = stopped ? delivery : { ...delivery, failure: failureRecord(failure, now()) };
      await store.saveDelivery(last ? { ...noted, state: 'failed' } : { ...noted, due });
      return last ? null : due;
    }
    note.done();
    lastSent.set(placeOf(delivery), Date.parse(now()));
    await store.saveDelivery({ ...delivery, state: 'sent', failure: null });
    return null;
  }

  /**
   * All that is due for one channel, one after the other. When it cannot be reached, the rest waits as long. Those tried
   * least come first, so that a message that a receiver chokes on does not hold up the others.
   */
  async function sendLane(groups: readonly Delivery[][], stopping: () => boolean): Promise<void> {
    const ordered = groups.toSorted(([a], [b]) => a.tries - b.tries);
    for (const [number, group] of ordered.entries()) {
      if (stopping()) return;
      const begun = await begin(group);
      const again = begun === null ? null : await sendOne(begun);
      if (again === null) continue;
      const rest = ordered.slice(number + 1).flat();
      await store.saveDeliveries(rest.map((one) => ({ ...one, due: again })));
      return;
    }
  }

  /** Those that were never tried and share watch and channel stand together, oldest first. */
  async function groupsOf(due: readonly Delivery[]): Promise<Delivery[][]> {
    const groups: Delivery[][] = [];
    const open = new Map<string, Delivery[]>();
    for (const delivery of due) {
      const place = placeOf(delivery);
      const group = open.get(place);
      if (mayFold(delivery) && group !== undefined && group.length < foldedMax) {
        group.push(delivery);
        continue;
      }
      const fresh = [delivery];
      groups.push(fresh);
      if (mayFold(delivery) && (await port.folds?.(delivery.channel)) === true) open.set(place, fresh);
    }
    return groups;
  }

  return {
    async sendDue(stopping) {
      const due = await store.deliveriesDue(now(), limits.sendsPerClaim);
      const lanes = new Map<string, Delivery[][]>();
      for (const group of await groupsOf(due)) {
        const { channel } = group[0];
        lanes.set(channel, [...(lanes.get(channel) ?? []), group]);
      }
      // Side by side: a receiver that hangs holds up its own messages alone.
      await Promise.all([...lanes.values()].map((groups) => sendLane(groups, stopping)));
      return due.length > 0;
    },
  };
}

export interface Sending {
  /** One round; false when nothing was due. */
  sendDue(stopping: () => boolean): Promise<boolean>;
}

/** How deliveries leave the machine. */
export interface SendPort {
  /** Sends one message with all the alerts of a delivery. Throws a Failure. */
  send(delivery: Delivery): Promise<void>;
  /** Whether alerts to this channel may share a message; absent: none may. */
  folds?(channel: string): Promise<boolean>;
}

export interface SendingOptions {
  readonly store: Store;
  readonly now: () => Instant;
  readonly port: SendPort;
  readonly notes: Notes;
  readonly limits: SendingLimits;
  readonly retryAt: (tries: number, failure: Failure) => Instant;
}

export interface SendingLimits {
  readonly sendTriesMax: number;
  readonly sendsPerClaim: number;
  readonly leaseSeconds: number;
  /** After a message, further alerts of that watch wait so long and then go out together. */
  readonly foldSeconds: number;
}

/** Most alerts in one message. */
const foldedMax = 100;

/** A message that may have gone out already keeps what it carries. */
function mayFold({ tries, failure, folded, watchId }: Delivery): boolean {
  return tries === 0 && failure === null && folded === undefined && watchId !== undefined;
}

function placeOf({ watchId, channel }: Delivery): string {
  return `${watchId ?? ''} ${channel}`;
}
