import { Failure } from '../failures.ts';

/**
 * Keeps requests to one host apart: at most `perHostMax` at a time, `delayMilliseconds` between their starts, and none while
 * the host asked to be left alone (Retry-After). Who would wait longer than `waitMillisecondsMax` is turned away at once, each with
 * a later time to come again than the one before.
 */
export function createPace(options: PaceOptions, clock: Clock = realClock): Pace {
  const hosts = new Map<string, HostState>();

  const stateOf = (host: string): HostState => {
    let state = hosts.get(host);
    if (state === undefined) {
      if (hosts.size >= HOSTS_MAX) forgetIdle(hosts, clock.now());
      state = { running: 0, nextStart: 0, heldUntil: 0, bookedUntil: 0, queue: [], waking: false };
      hosts.set(host, state);
    }
    return state;
  };

  /** Starts what may start now, and wakes again when the next may. */
  const pump = (state: HostState): void => {
    while (state.queue.length > 0 && state.running < options.perHostMax) {
      const wait = state.nextStart - clock.now();
      if (wait > 0) {
        if (!state.waking) {
          state.waking = true;
          clock.after(wait, () => {
            state.waking = false;
            pump(state);
          });
        }
        return;
      }
      const turn = state.queue.shift()!;
      state.running++;
      state.nextStart = clock.now() + turn.delayMilliseconds;
      let over = false;
      turn.start(() => {
        if (over) return;
        over = true;
        state.running--;
        pump(state);
      });
    }
  };

  return {
    turn(host, asked = 0) {
      const state = stateOf(host);
      const held = state.heldUntil - clock.now();
      if (held > 0) return Promise.reject(onHold(host, held));
      const delayMilliseconds = Math.max(options.delayMilliseconds, Math.min(asked, options.delayMillisecondsMax));
      const waiting = state.queue.length * delayMilliseconds;
      if (waiting > options.waitMillisecondsMax || state.queue.length >= QUEUE_MAX) {
        state.bookedUntil = Math.max(state.bookedUntil, clock.now() + waiting) + Math.max(delayMilliseconds, 100);
        return Promise.reject(hostBusy(host, state.bookedUntil - clock.now()));
      }
      return new Promise((start, refuse) => {
        state.queue.push({ delayMilliseconds, start, refuse });
        pump(state);
      });
    },
    end(failure) {
      for (const state of hosts.values()) for (const turn of state.queue.splice(0)) turn.refuse(failure);
    },
    hold(host, milliseconds) {
      const state = stateOf(host);
      state.heldUntil = Math.max(state.heldUntil, clock.now() + milliseconds);
      // Who waits already would only be refused by the host again.
      for (const turn of state.queue.splice(0)) turn.refuse(onHold(host, milliseconds));
    },
  };
}

export interface PaceOptions {
  readonly perHostMax: number;
  readonly delayMilliseconds: number;
  /** Longest delay that a robots.txt may ask for. */
  readonly delayMillisecondsMax: number;
  /** Longest that a request may be expected to wait for its turn. */
  readonly waitMillisecondsMax: number;
}

export interface Pace {
  /** Waits for this host's turn; gives what ends it, to be called whatever comes of the request. */
  turn(host: string, delayMilliseconds?: number): Promise<() => void>;
  /** Refuses everybody who waits. */
  end(failure: Failure): void;
  /** Leaves a host alone for so long: further turns fail at once and say when to come again. */
  hold(host: string, milliseconds: number): void;
}

export interface Clock {
  now(): number;
  after(milliseconds: number, act: () => void): void;
}

const realClock: Clock = {
  now: () => Date.now(),
  after: (milliseconds, act) => void setTimeout(act, milliseconds),
};

interface HostState {
  running: number;
  nextStart: number;
  heldUntil: number;
  /** When the last of those turned away was told to come again. */
  bookedUntil: number;
  readonly queue: Turn[];
  waking: boolean;
}

interface Turn {
  readonly delayMilliseconds: number;
  readonly start: (end: () => void) => void;
  readonly refuse: (failure: Failure) => void;
}

/** Hosts remembered before idle ones are forgotten. */
const HOSTS_MAX = 20_000;
/** Requests that wait for one host, however short its distance. */
const QUEUE_MAX = 1_000;

function forgetIdle(hosts: Map<string, HostState>, now: number): void {
  for (const [host, state] of hosts) {
    const idle = state.running === 0 && state.queue.length === 0;
    if (idle && Math.max(state.heldUntil, state.nextStart, state.bookedUntil) <= now) hosts.delete(host);
  }
}

function onHold(host: string, milliseconds: number): Failure {
  const seconds = Math.ceil(milliseconds / 1000);
  return new Failure('host-on-hold', `${host} asked to be left alone for another ${seconds} seconds`, {
    retry: 'later',
    advice: 'Nothing to do: it is asked again when that time is over.',
    retryAfterSeconds: seconds,
  });
}

function hostBusy(host: string, milliseconds: number): Failure {
  return new Failure('host-busy', `many requests wait for ${host} already`, {
    retry: 'later',
    advice: 'Nothing to do: it is asked again in its turn. Fewer sources on this host would help.',
    retryAfterSeconds: Math.ceil(milliseconds / 1000),
  });
}
