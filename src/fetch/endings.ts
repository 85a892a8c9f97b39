import { errors } from 'undici';
import { Failure, type Retry } from '../failures.ts';
import { shortAddress } from '../formats/address.ts';

/** Turns an error of the connection into a failure with a sentence for a person. Null for what is none of the network's errors. */
export function connectionFailure(thrown: unknown, host: string, limits: EndingLimits): Failure | null {
  for (const error of causesOf(thrown)) {
    if (error instanceof Failure) return error;
    const code = 'code' in error ? String(error.code) : '';
    const ending = endings.find(([codes]) => codes.includes(code) || codes.includes(error.name));
    if (ending !== undefined) {
      const [, name, what, advice, retry] = ending;
      return new Failure(name, `${host}: ${fill(what, limits)}`, { retry: retry ?? 'later', advice, cause: thrown });
    }
    if (/^(ERR_TLS|ERR_SSL|CERT_|EPROTO|UNABLE_|SELF_SIGNED|DEPTH_ZERO)/.test(code)) {
      return new Failure('tls-failed', `${host}: no secure connection (${error.message.slice(0, 200)})`, {
        retry: 'later',
        advice: 'The certificate is wrong, out of date or not trusted here. Look at the address in a browser.',
        cause: thrown,
      });
    }
    if (code.startsWith('HPE_') || error.name === 'HTTPParserError') {
      return new Failure('http-malformed', `${host}: the answer is no HTTP (${error.message.slice(0, 200)})`, {
        retry: 'later',
        advice: 'The server is faulty, or something else answers on this port.',
        cause: thrown,
      });
    }
  }
  const last = causesOf(thrown).at(-1);
  if (last instanceof errors.UndiciError || (last !== undefined && 'syscall' in last)) {
    return new Failure('connection-failed', `${host}: the connection failed (${last.message.slice(0, 200)})`, {
      retry: 'later',
      advice: 'It is tried again. If it stays so, look whether this machine is online and the host still exists.',
      cause: thrown,
    });
  }
  return null;
}

/** Says what an HTTP status that brings no page means, and whether to come again. */
export function statusFailure(status: number, address: string, retryAfterSeconds: number | undefined): Failure {
  const [what, advice, retry] =
    statuses.get(status) ??
    (status >= 500
      ? ['the server has a fault', 'It is tried again later, more and more rarely.', 'later']
      : ['it was refused', 'Look at the address in a browser; it may have moved.', 'never']);
  return new Failure(`status-${status}`, `${shortAddress(address)} answered ${status}: ${what}`, {
    retry,
    advice,
    retryAfterSeconds,
  });
}

export interface EndingLimits {
  readonly connectSeconds: number;
  readonly idleSeconds: number;
  readonly totalSeconds: number;
  readonly headerBytesMax: number;
}

type Ending = readonly [codes: readonly string[], name: string, what: string, advice: string, retry?: Retry];

const endings: readonly Ending[] = [
  [
    ['ENOTFOUND', 'EAI_NODATA', 'ENODATA', 'EAI_NONAME'],
    'host-not-found',
    'no host of that name',
    'Check the spelling of the host. If it is right, the outlet may have moved or closed.',
  ],
  [
    ['EAI_AGAIN', 'ESERVFAIL', 'ETIMEOUT', 'EAI_FAIL'],
    'dns-failed',
    'its name could not be looked up just now',
    'Look whether this machine is online and its name server works.',
  ],
  [
    ['ECONNREFUSED'],
    'connection-refused',
    'nothing answers there',
    'The server is down or the port is wrong. It is tried again.',
  ],
  [
    ['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET', 'ECONNABORTED'],
    'connection-broken',
    'the connection broke off before the answer was whole',
    'It is tried again. If it stays so, the server may refuse automatic readers.',
  ],
  [
    ['EHOSTUNREACH', 'ENETUNREACH', 'EADDRNOTAVAIL'],
    'host-unreachable',
    'no way there from this machine',
    'Look whether this machine is online.',
  ],
  [
    ['UND_ERR_CONNECT_TIMEOUT', 'ETIMEDOUT'],
    'connect-timeout',
    'no connection within {connectSeconds} seconds',
    'The server is slow or down. It is tried again.',
  ],
  [
    ['UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT'],
    'idle-timeout',
    'nothing came for {idleSeconds} seconds',
    'The server is slow or keeps connections open on purpose. It is tried again.',
  ],
  [
    ['TimeoutError'],
    'total-timeout',
    'the answer was not whole after {totalSeconds} seconds',
    'The server is slow or sends without end. It is tried again; leave it out if it stays so.',
  ],
  [
    ['UND_ERR_HEADERS_OVERFLOW', 'HPE_HEADER_OVERFLOW'],
    'headers-too-large',
    'the headers of the answer are larger than {headerBytesMax} bytes',
    'The server is set up wrongly; there is nothing to do here.',
  ],
];

const statuses = new Map<number, readonly [what: string, advice: string, retry: Retry]>([
  [401, ['it asks for a login', 'Pages behind a login cannot be read. Look for a public feed.', 'never']],
  [402, ['it asks for payment', 'Pages behind a paywall cannot be read. Look for a public feed.', 'never']],
  [
    403,
    ['it refuses to answer', 'The site may not want automatic readers. Look for a feed, or ask the outlet.', 'later'],
  ],
  [404, ['there is nothing', 'Check the address; the feed or page may have moved.', 'later']],
  [408, ['it gave up waiting', 'It is tried again.', 'later']],
  [410, ['it was taken down for good', 'Remove this source, or look for where it went.', 'never']],
  [425, ['it is too early', 'It is tried again.', 'later']],
  [429, ['too many requests', 'It is asked more rarely from now on.', 'later']],
  [451, ['it was taken down on legal demand', 'There is nothing to do here.', 'never']],
  [503, ['it is overloaded or being repaired', 'It is tried again later.', 'later']],
]);

function fill(what: string, limits: EndingLimits): string {
  return what
    .replace('{connectSeconds}', String(limits.connectSeconds))
    .replace('{idleSeconds}', String(limits.idleSeconds))
    .replace('{totalSeconds}', String(limits.totalSeconds))
    .replace('{headerBytesMax}', String(limits.headerBytesMax));
}

/** An error and the errors behind it, outermost first, those inside an AggregateError (one a tried address) included. */
function causesOf(thrown: unknown): Error[] {
  const found: Error[] = [];
  const queue = [thrown];
  while (queue.length > 0 && found.length < CAUSES_MAX) {
    const error = queue.shift();
    if (!(error instanceof Error) && !(error instanceof DOMException)) continue;
    found.push(error);
    if (error instanceof AggregateError) queue.push(...error.errors);
    queue.push(error.cause);
  }
  return found;
}

const CAUSES_MAX = 16;
