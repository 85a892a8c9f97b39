import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

/** A real HTTP server that keeps what it is sent. */
export interface HttpReceiver {
  readonly address: string;
  readonly host: string;
  readonly got: { path: string; headers: IncomingHttpHeaders; body: string }[];
  /** How it answers: 204 unless set; 0 never does. */
  answer: { status: number; headers?: Record<string, string> };
  /** Called when a message is there and not answered yet. */
  onMessage: () => void;
  close(): Promise<void>;
}

export async function httpReceiver(): Promise<HttpReceiver> {
  const got: HttpReceiver['got'] = [];
  const server = createServer(async (request, response) => {
    const body = await wholeOf(request);
    // Cut off by the death of its sender: it was never received.
    if (body === null) return;
    got.push({ path: request.url ?? '', headers: request.headers, body });
    receiver.onMessage();
    if (receiver.answer.status !== 0) response.writeHead(receiver.answer.status, receiver.answer.headers).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const receiver: HttpReceiver = {
    address: `http://${host}/hook`,
    host,
    got,
    answer: { status: 204 },
    onMessage: () => undefined,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  return receiver;
}

/** What a sender sends; null when it ended before it was through. */
async function wholeOf(stream: AsyncIterable<unknown>): Promise<string | null> {
  const pieces: Buffer[] = [];
  try {
    for await (const piece of stream) pieces.push(piece as Buffer);
  } catch {
    return null;
  }
  return Buffer.concat(pieces).toString();
}

/** A real SMTP server that keeps the mails it took. */
export interface MailReceiver {
  readonly port: number;
  readonly got: { to: string[]; from: string; raw: string; mail: Email }[];
  /** A reply code to refuse recipients with, or null. */
  refuse: number | null;
  onMessage: () => void;
  close(): Promise<void>;
}

export async function mailReceiver(login: { user: string; password: string } | null = null): Promise<MailReceiver> {
  const got: MailReceiver['got'] = [];
  const server = new SMTPServer({
    authOptional: login === null,
    allowInsecureAuth: true,
    hideSTARTTLS: true,
    disableReverseLookup: true,
    logger: false,
    onAuth(auth, _session, done) {
      if (auth.username === login?.user && auth.password === login?.password) done(null, { user: auth.username });
      else done(new Error('wrong login'));
    },
    onRcptTo(_address, _session, done) {
      if (receiver.refuse === null) return done();
      done(Object.assign(new Error('not taken'), { responseCode: receiver.refuse }));
    },
    async onData(stream, session, done) {
      const raw = await wholeOf(stream);
      if (raw === null) return done(new Error('cut off'));
      const { mailFrom, rcptTo } = session.envelope;
      got.push({
        to: rcptTo.map(({ address }) => address),
        from: mailFrom === false ? '' : mailFrom.address,
        raw,
        mail: await PostalMime.parse(raw),
      });
      receiver.onMessage();
      done();
    },
  });
  server.on('error', () => undefined);
  const listening = server.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  const receiver: MailReceiver = {
    port: (listening.address() as AddressInfo).port,
    got,
    refuse: null,
    onMessage: () => undefined,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
  return receiver;
}
