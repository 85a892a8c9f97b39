import { lookup as systemLookup } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { createTransport } from 'nodemailer';
import { asFailure, Failure } from '../failures.ts';
import { connectionFailure } from './endings.ts';
import type { Guard } from './guard.ts';
import { postLimits } from './post.ts';

/**
 * Hands mails to one SMTP server. Its name is looked up here, every address checked by the guard, and the checked address
 * connected to; the certificate is still checked against the name.
 */
export function createMailer({ server, guard, lookup = systemLookup }: MailOptions): Mailer {
  const host = server.from.slice(server.from.lastIndexOf('@') + 1);

  async function hand(mail: Mail, address: string): Promise<void> {
    const transport = createTransport({
      host: address,
      port: server.port,
      secure: server.security === 'tls',
      requireTLS: server.security === 'starttls',
      ignoreTLS: server.security === 'none',
      tls: { servername: isIP(server.host) === 0 ? server.host : undefined },
      auth: server.user === '' ? undefined : { user: server.user, pass: server.password },
      name: host,
      connectionTimeout: postLimits.connectSeconds * 1000,
      greetingTimeout: postLimits.idleSeconds * 1000,
      socketTimeout: postLimits.totalSeconds * 1000,
      // A mail is made of the words given here and of nothing that they could name.
      disableFileAccess: true,
      disableUrlAccess: true,
      logger: false,
    });
    try {
      await transport.sendMail({
        from: { name: 'Watchfloor', address: server.from },
        to: { name: '', address: mail.to },
        subject: mail.subject,
        text: mail.text,
        html: mail.html,
        messageId: `<${mail.messageId}@${host}>`,
        references: mail.references === null ? undefined : `<${mail.references}@${host}>`,
        date: new Date(mail.at),
        headers: { ...mail.headers },
      });
    } finally {
      transport.close();
    }
  }

  return {
    async send(mail) {
      if (server.host === '' || !/^[^\s<>@,]{1,64}@[^\s<>@,]{1,255}$/.test(server.from)) throw notSetUp;
      const addresses = await checkedAddresses(server.host, server.port, guard, lookup);
      for (const [number, address] of addresses.entries()) {
        try {
          return await hand(mail, address);
        } catch (thrown) {
          // Without a connection nothing was handed over: the next address may be reachable.
          if (unconnected(thrown) && number < addresses.length - 1) continue;
          throw mailFailure(thrown, server.host);
        }
      }
    },
  };
}

/** Addresses of one mail server that are tried. */
const addressesMax = 4;

function unconnected(thrown: unknown): boolean {
  return thrown instanceof Error && 'syscall' in thrown && thrown.syscall === 'connect';
}

export interface Mailer {
  /** Resolves when the server has taken it. Throws a Failure. */
  send(mail: Mail): Promise<void>;
}

export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly messageId: string;
  readonly references: string | null;
  readonly at: string;
  readonly headers: Readonly<Record<string, string>>;
}

export interface MailServer {
  /** Empty: none is set up. */
  readonly host: string;
  readonly port: number;
  readonly security: 'starttls' | 'tls' | 'none';
  readonly user: string;
  readonly password: string;
  readonly from: string;
}

export interface MailOptions {
  readonly server: MailServer;
  readonly guard: Guard;
  readonly lookup?: LookupFunction;
}

const notSetUp = new Failure('mail-not-set-up', 'no mail server and sender are set up', {
  retry: 'later',
  advice: 'Set WATCHFLOOR_SMTP_HOST, and WATCHFLOOR_MAIL_FROM as a plain address (docs/settings.md), and start again.',
});

function checkedAddresses(
  host: string,
  port: number,
  guard: Guard,
  lookup: LookupFunction,
): Promise<readonly string[]> {
  return new Promise((resolve, reject) => {
    const check = (addresses: readonly string[]) => {
      try {
        guard.checkResolved(host, String(port), addresses);
        resolve(addresses.slice(0, addressesMax));
      } catch (thrown) {
        reject(asFailure(thrown));
      }
    };
    if (isIP(host) !== 0) return check([host]);
    lookup(host, { all: true }, (error, found) => {
      if (error !== null) return reject(connectionFailure(error, host, postLimits) ?? error);
      check(typeof found === 'string' ? [found] : found.map(({ address }) => address));
    });
  });
}

/** Reply codes of RFC 5321: 4yz may work later, 5yz will not, save that a wrong login can be mended. */
function mailFailure(thrown: unknown, host: string): Failure {
  const { code, responseCode, message } = thrown as { code?: string; responseCode?: number; message?: string };
  const said = String(message ?? '').slice(0, 200);
  if (code === 'EAUTH' || code === 'ENOAUTH' || code === 'EOAUTH2')
    return new Failure('mail-login', `${host} does not accept the login`, {
      retry: 'later',
      advice: 'Check WATCHFLOOR_SMTP_USER and WATCHFLOOR_SMTP_PASSWORD.',
      cause: thrown,
    });
  if (responseCode !== undefined && responseCode >= 500)
    return new Failure('mail-refused', `${host} refuses the mail (${said})`, {
      retry: 'never',
      advice: 'Check the address of the channel and the sender WATCHFLOOR_MAIL_FROM, then send again.',
      cause: thrown,
    });
  // The library gives faults of certificates the code of the socket.
  if (code === 'ETLS' || /certificate|self.signed|\bssl\b|wrong version number/i.test(said))
    return new Failure('mail-tls', `${host}: no private way to the mail server (${said})`, {
      retry: 'later',
      advice: 'Check WATCHFLOOR_SMTP_SECURITY and WATCHFLOOR_SMTP_PORT: 587 with starttls, 465 with tls.',
      cause: thrown,
    });
  return (
    connectionFailure(thrown, host, postLimits) ??
    new Failure('mail-failed', `${host}: the mail could not be handed over (${said})`, {
      retry: 'later',
      advice: 'It is tried again, more and more rarely, for a day.',
      cause: thrown,
    })
  );
}
