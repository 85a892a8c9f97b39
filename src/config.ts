import { readFileSync } from 'node:fs';
import { Failure } from './failures.ts';

/**
 * Every setting a person may change. Read only here: from the environment as `WATCHFLOOR_` and the name in upper snake case
 * (`WATCHFLOOR_PORT`), secrets also from a file named by the same with `_FILE`; passed down as plain values. Options of the
 * command line go before.
 */
export const settings = {
  dataFolder: { default: 'watchfloor-data', help: 'Folder of the database and the page archive.' },
  pages: {
    default: '',
    help: 'Where the bytes of pages are kept: a folder, or `s3://bucket/prefix` in a store that speaks S3; empty means `pages` in the data folder.',
  },
  pagesEndpoint: { default: '', help: 'Address of that store (`http://minio:9000`); empty asks Amazon.' },
  pagesRegion: { default: 'us-east-1', help: 'Region of the bucket.' },
  pagesPathStyle: {
    default: 'auto',
    choices: ['auto', 'yes', 'no'],
    help: 'Whether the bucket stands in the path of an address; `auto` means yes where an endpoint is named.',
  },
  pagesKeyId: {
    default: '',
    secret: true,
    help: "Key id at that store; empty takes it as Amazon's tools do, from the environment or the role of the machine.",
  },
  pagesSecretKey: { default: '', secret: true, help: 'Secret key at that store.' },
  databaseUrl: {
    default: '',
    secret: true,
    variable: 'DATABASE_URL',
    help: 'PostgreSQL to keep the desk in (`postgres://user:password@host/database`); empty means a file in the data folder.',
  },
  host: {
    default: '127.0.0.1',
    help: 'Address the desk listens on. Anything but loopback needs a password, or users.',
  },
  port: { default: 7311, min: 0, max: 65_535, help: 'Port of the desk; 0 takes a free one.' },
  password: {
    default: '',
    secret: true,
    help: 'Password of the desk while it has no users, asked for by the browser; empty means none, on loopback only. As soon as there is a user, everybody signs in by name, and this opens nothing but the metrics of workers.',
  },
  sessionIdleHours: {
    default: 72,
    min: 1,
    max: 8_784,
    help: 'Hours after which a browser that was not used is signed out.',
  },
  sessionDays: { default: 30, min: 1, max: 366, help: 'Days after which a browser is signed out whatever it does.' },
  auditDays: {
    default: 365,
    min: 0,
    max: 36_500,
    help: 'Days that the audit log is kept; 0 keeps it for good.',
  },
  openidIssuer: {
    default: '',
    help: 'OpenID provider that people may sign in at, by its issuer (`https://id.example.org`); empty means passwords alone.',
  },
  openidName: { default: '', help: 'How the sign-in page names the provider; empty means its host.' },
  openidClientId: { default: '', help: 'What the provider calls this desk.' },
  openidClientSecret: { default: '', secret: true, help: 'Secret of this desk at the provider.' },
  openidScopes: { default: 'openid profile email', help: 'Scopes asked for, parted by blanks.' },
  openidNewRole: {
    default: 'none',
    choices: ['none', 'reader', 'analyst', 'editor', 'admin'],
    help: 'Role of somebody whom the provider sends for the first time; `none`: an admin must have added them, with their e-mail address.',
  },
  openidGroupRoles: {
    default: '',
    help: 'Roles by the groups the provider names (`night-desk=analyst, desk-admins=admin`); with any, the groups decide at every sign-in, and who is in none stays out.',
  },
  openidGroupsClaim: { default: 'groups', help: 'Claim that holds the groups.' },
  openidAllowHosts: {
    default: '',
    help: "Further private names or addresses that the provider's metadata may point at, parted by commas; its own host always may.",
  },
  newPassword: {
    default: '',
    secret: true,
    help: 'What `user add` and `user password` set, where it is neither typed nor piped in.',
  },
  fetchAllowHosts: {
    default: '',
    help: 'Names or addresses that may be fetched although they are private, parted by commas.',
  },
  sendAllowHosts: {
    default: '',
    help: 'Names or addresses that alerts may be sent to although they are private, parted by commas.',
  },
  sendDays: {
    default: 2,
    min: 0,
    max: 36_500,
    help: 'Days after which an alert is no news and stays in the inbox (a first look at an old archive); 0 sends all.',
  },
  deskAddress: {
    default: '',
    help: 'Address under which people open the desk, for the links in what is sent, in feeds and calendars; empty means where it listens.',
  },
  smtpHost: { default: '', help: 'Mail server that e-mail is handed to; empty means no e-mail.' },
  smtpPort: { default: 587, min: 1, max: 65_535, help: 'Port of the mail server.' },
  smtpSecurity: {
    default: 'starttls',
    choices: ['starttls', 'tls', 'none'],
    help: 'How the way to the mail server is kept private; `none` only on a network you trust.',
  },
  smtpUser: { default: '', help: 'User name at the mail server; empty means no login.' },
  smtpPassword: { default: '', secret: true, help: 'Password at the mail server.' },
  mailFrom: { default: '', help: 'Sender of e-mail: `alerts@desk.example`.' },
  deskHosts: {
    default: '',
    help: 'Further host names under which a browser may ask for the desk, parted by commas (behind a proxy).',
  },
  userAgent: {
    default: 'Watchfloor/0.1 (+self-hosted news reader)',
    help: 'How Watchfloor names itself to the sites it reads.',
  },
  sample: { default: true, help: 'Load the sample archive into a fresh data folder.' },
  fetchBodyBytesMax: {
    default: 20_000_000,
    min: 10_000,
    max: 1_000_000_000,
    help: 'Most bytes of one answer, on the wire and inflated.',
  },
  fetchSeconds: { default: 30, min: 1, max: 600, help: 'Most seconds one request may take, redirects and all.' },
  fetchesAtOnce: { default: 8, min: 1, max: 256, help: 'Requests under way at once, over all hosts.' },
  readThreads: {
    default: 1,
    min: 0,
    max: 64,
    help: 'Threads that read pages, so that the desk answers meanwhile; 0 reads in its own.',
  },
  readSeconds: { default: 60, min: 1, max: 3_600, help: 'Most seconds that reading one page may take in a thread.' },
  readMegabytes: {
    default: 2_048,
    min: 64,
    max: 65_536,
    help: 'Most megabytes of memory a thread may take to read a page.',
  },
  workerPort: {
    default: 0,
    min: 0,
    max: 65_535,
    help: 'Port on which a worker without a desk answers `/healthz`, `/readyz` and `/metrics`; 0 answers nowhere.',
  },
  hostPauseSeconds: { default: 2, min: 0, max: 3_600, help: 'Seconds between two requests to one host.' },
  keepDays: {
    default: 0,
    min: 0,
    max: 36_500,
    help: 'Days that pages and what was read of them are kept; 0 keeps them for good.',
  },
  keepBytes: {
    default: 0,
    min: 0,
    max: 1e15,
    help: 'Most bytes of the page archive, oldest removed first; 0 sets no limit.',
  },
  importInflatedBytesMax: {
    default: 64e9,
    min: 1e6,
    max: 1e15,
    help: 'Most bytes that may come out of one archive brought in (WARC, WACZ, packed lines), with all that is passed over.',
  },
  embeddingUrl: {
    default: '',
    help: "Address of an embedding model that answers as OpenAI's `/v1/embeddings` does, asked about stories that words alone cannot tell apart; empty asks none.",
  },
  embeddingModel: { default: '', help: 'Name of the model there.' },
  embeddingKey: { default: '', secret: true, help: 'Key of the model, sent as a bearer token; empty sends none.' },
  embeddingLikenessPercent: {
    default: 80,
    min: 1,
    max: 100,
    help: 'From which likeness of their texts, by the model, two such stories are one; models differ, so try.',
  },
  embeddingAllowHosts: {
    default: '',
    help: 'Names or addresses where the model may be asked although they are private (`127.0.0.1:11434`), parted by commas.',
  },
  storyWindowDays: { default: 30, min: 1, max: 365, help: 'Days a story stays open for new articles.' },
  coverageAccounts: {
    default: 5,
    min: 2,
    max: 1_000,
    help: 'Independent accounts at which it is told, once a story, that many tell it.',
  },
  logLevel: {
    default: 'info',
    choices: ['debug', 'info', 'warn', 'error', 'silent'],
    help: 'How much is logged, to standard error.',
  },
} as const satisfies Record<string, Setting>;

export interface Setting {
  readonly default: string | number | boolean;
  readonly help: string;
  readonly min?: number;
  readonly max?: number;
  readonly choices?: readonly string[];
  /** Never logged or shown; also read from a file. */
  readonly secret?: boolean;
  /** Its name in the environment, where custom has one that does not begin with `WATCHFLOOR_`. */
  readonly variable?: string;
}

type Widened<T> = T extends number ? number : T extends boolean ? boolean : string;
export type Configuration = {
  readonly [Name in keyof typeof settings]: Widened<(typeof settings)[Name]['default']>;
} & {
  /** Secrets of channels: the value of `WATCHFLOOR_SECRET_NEWS` by `NEWS`. A Map, so that JSON of the settings shows none. */
  readonly secrets: ReadonlyMap<string, string>;
};

/** The name of a setting in the environment: `dataFolder` is `WATCHFLOOR_DATA_FOLDER`. */
export function variableOf(name: string): string {
  const custom = (settings as Readonly<Record<string, Setting>>)[name]?.variable;
  return custom ?? `WATCHFLOOR_${name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`;
}

/**
 * All settings, from an environment over the defaults. Throws a Failure that names the variable, what it holds and what it
 * may hold; an unknown `WATCHFLOOR_…` variable is a Failure too, since a misspelt limit is worse than none.
 */
export function readConfiguration(environment: Readonly<Record<string, string | undefined>>): Configuration {
  const known = new Map<string, string>();
  const values: Record<string, string | number | boolean> = {};
  for (const [name, setting] of Object.entries(settings) as [string, Setting][]) {
    const variable = variableOf(name);
    known.set(variable, name);
    if (setting.secret) known.set(`${variable}_FILE`, name);
    const file = setting.secret ? environment[`${variable}_FILE`] : undefined;
    const given = file === undefined ? environment[variable] : readSecret(`${variable}_FILE`, file);
    values[name] = given === undefined ? setting.default : parseSetting(variable, setting, given);
  }
  for (const variable of Object.keys(environment)) {
    if (variable.startsWith('WATCHFLOOR_') && !known.has(variable) && !channelSecret.test(variable)) {
      throw new Failure('config', `${variable} is no setting of Watchfloor`, {
        retry: 'never',
        advice: 'See docs/settings.md for the names.',
      });
    }
  }
  return { ...values, secrets: readSecrets(environment) } as unknown as Configuration;
}

const channelSecret = /^WATCHFLOOR_SECRET_([A-Z0-9_]{1,48}?)(_FILE)?$/;

/** `WATCHFLOOR_SECRET_NAME`, or the content of the file that `WATCHFLOOR_SECRET_NAME_FILE` names. */
function readSecrets(environment: Readonly<Record<string, string | undefined>>): ReadonlyMap<string, string> {
  const secrets = new Map<string, string>();
  for (const [variable, value] of Object.entries(environment)) {
    const [, name, file] = channelSecret.exec(variable) ?? [];
    if (name === undefined || value === undefined) continue;
    const secret = file === undefined ? value.trim() : readSecret(variable, value);
    if (secret !== '') secrets.set(name, secret);
  }
  return secrets;
}

function parseSetting(variable: string, setting: Setting, given: string): string | number | boolean {
  const wrong = (may: string) =>
    new Failure('config', `${variable} is ${setting.secret ? 'not usable' : JSON.stringify(given)}`, {
      retry: 'never',
      advice: `It may be ${may}.`,
    });
  if (typeof setting.default === 'number') {
    const value = Number(given);
    const { min = 0, max = Number.MAX_SAFE_INTEGER } = setting;
    if (given.trim() === '' || !Number.isInteger(value) || value < min || value > max)
      throw wrong(`a whole number from ${min} to ${max}`);
    return value;
  }
  if (typeof setting.default === 'boolean') {
    if (/^(1|true|yes|on)$/i.test(given)) return true;
    if (/^(0|false|no|off)$/i.test(given)) return false;
    throw wrong('true or false');
  }
  if (setting.choices !== undefined && !setting.choices.includes(given))
    throw wrong(`one of ${setting.choices.join(', ')}`);
  return given;
}

function readSecret(variable: string, file: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (cause) {
    throw new Failure('config', `the file named by ${variable} cannot be read`, {
      retry: 'never',
      advice: 'Check its path and rights.',
      cause,
    });
  }
}
