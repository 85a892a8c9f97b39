import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider, { type Configuration } from 'oidc-provider';

/** A real OpenID provider on loopback that knows invented people; whom it signs in is said by `next`. */
export async function startProvider(
  backs: readonly string[],
  people: readonly InventedPerson[],
): Promise<TestProvider> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const signsIn = { subject: null as string | null };
  const provider = new Provider(issuer, settingsOf(backs, people));
  provider.use(async (context, next) => {
    if (!context.path.startsWith('/choose/')) return next();
    const result =
      signsIn.subject === null
        ? { error: 'access_denied', error_description: 'nobody is here <script>' }
        : { login: { accountId: signsIn.subject } };
    await provider.interactionFinished(context.req, context.res, result, { mergeWithLastSubmission: false });
    context.respond = false;
  });
  server.on('request', provider.callback());
  return {
    issuer,
    signIn(subject) {
      signsIn.subject = subject;
    },
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}

export interface TestProvider {
  readonly issuer: string;
  /** Who is signed in from now on; null refuses everybody. */
  signIn(subject: string | null): void;
  close(): Promise<void>;
}

export interface InventedPerson {
  readonly sub: string;
  readonly name?: string;
  readonly email?: string;
  readonly email_verified?: boolean;
  readonly preferred_username?: string;
  readonly groups?: readonly string[];
}

export const testClient = { id: 'watchfloor', secret: 'a-secret-of-the-test' };

function settingsOf(backs: readonly string[], people: readonly InventedPerson[]): Configuration {
  return {
    clients: [{ client_id: testClient.id, client_secret: testClient.secret, redirect_uris: [...backs] }],
    claims: {
      openid: ['sub'],
      profile: ['name', 'preferred_username', 'groups'],
      email: ['email', 'email_verified'],
    },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, interaction) => `/choose/${interaction.uid}` },
    findAccount: (_, sub) => {
      const person = people.find((one) => one.sub === sub);
      return person === undefined
        ? undefined
        : { accountId: sub, claims: () => ({ ...person, groups: person.groups }) };
    },
    async loadExistingGrant(context) {
      const { client, session } = context.oidc;
      const grant = new context.oidc.provider.Grant({ clientId: client?.clientId, accountId: session?.accountId });
      grant.addOIDCScope('openid profile email');
      await grant.save();
      return grant;
    },
    pkce: { required: () => true },
    cookies: { keys: ['of-the-test'] },
    ttl: { Interaction: 60, Session: 60, Grant: 60, IdToken: 60, AccessToken: 60 },
  };
}

/** Goes through the provider as a browser does, and gives the address it is sent back to. */
export async function goThrough(to: string, back: string): Promise<URL> {
  const jar = new Map<string, string>();
  let address = new URL(to);
  for (let step = 0; step < 10; step++) {
    if (address.href.startsWith(back)) return address;
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(address, { redirect: 'manual', headers: { cookie } });
    for (const line of answer.headers.getSetCookie()) {
      const [name, value] = line.split(';')[0].split(/=(.*)/s);
      jar.set(name, value);
    }
    const next = answer.headers.get('location');
    if (next === null) throw new Error(`${address.pathname} answered ${answer.status}: ${await answer.text()}`);
    address = new URL(next, address);
  }
  throw new Error('the provider sends round in a circle');
}
