import { statfs } from 'node:fs/promises';
import type { Configuration } from '../config.ts';
import { channelKind, readChannels, secretName } from '../deliver/channel.ts';
import { asFailure } from '../failures.ts';
import { CHANNELS_SETTING } from '../send.ts';
import { isLoopback } from '../server/access.ts';
import type { Store } from '../store/store.ts';
import { parseQuery } from '../watches/watches.ts';
import { withArchive } from './archive.ts';
import { type Command, exitCodes, write, writeJson } from './command.ts';
import { dataOption, withStore } from './open.ts';
import { openIdDoor } from './openid.ts';
import { counted, onOneLine } from './report.ts';

interface Finding {
  readonly what: string;
  readonly state: 'good' | 'warning' | 'bad';
  readonly advice: string | null;
}

type Note = (state: Finding['state'], what: string, advice?: string | null) => void;

/** Less free room than this on the data disk is a warning. */
const freeBytesMin = 1e9;
/** With less than this, a page and what was read of it no longer fit for sure. */
const fullBytes = 32e6;
const failuresShown = 10;

/** Looks a desk over and says in words what is wrong and what to do. */
export const doctorCommand: Command = {
  name: 'doctor',
  summary: 'Look the desk over and say in words what is wrong and what to do.',
  arguments: [],
  options: [dataOption, { flag: '--json', help: 'one JSON object a finding' }],
  examples: ['doctor'],
  run: (_, options, terminal) =>
    withStore(options, terminal, async (store, data) => {
      const findings: Finding[] = [];
      const note = (state: Finding['state'], what: string, advice: string | null = null) =>
        findings.push({ state, what, advice });
      note('good', `Node ${process.versions.node}, data in ${data.folder}`);
      const counts = await store.counts();
      note(
        'good',
        `${counted(counts.pages, 'page')}, ${counted(counts.articles, 'article')}, ${counted(counts.stories, 'story', 'stories')}, ${counted(counts.alerts, 'alert')}, ${(counts.databaseBytes / 1e6).toFixed(1)} MB of database`,
      );
      const lock = await data.takeLock();
      if (lock === null) note('good', 'a desk is running on this folder');
      else {
        await lock.release();
        if (counts.pagesWaiting > 0)
          note(
            'warning',
            `${counts.pagesWaiting} pages wait and no desk is running`,
            'Start one with "watchfloor serve", or run "watchfloor poll".',
          );
      }
      await withArchive(terminal.configuration, data.folder, async (archive) => {
        const bytes = await archive.bytes();
        try {
          await archive.check();
          note('good', `${bytes === null ? '' : `${(bytes / 1e6).toFixed(1)} MB of `}stored pages in ${archive.place}`);
        } catch (thrown) {
          const { message, advice } = asFailure(thrown);
          note('bad', message, advice);
        }
        for (const { file, bytes } of archive.mended)
          note(
            'warning',
            `${file}: ${bytes} bytes torn by a crash were cut away`,
            'Nothing is lost: the page had not been accepted.',
          );
      });
      const disk = await statfs(data.folder);
      const free = disk.bavail * disk.bsize;
      if (free < fullBytes)
        note(
          'bad',
          'the disk of the data folder is full: a desk on it rests, and goes on by itself when there is room',
          'Make room on it. Nothing that was accepted is lost, and no page has used up a try.',
        );
      else if (free < freeBytesMin)
        note(
          'bad',
          `only ${(free / 1e6).toFixed(0)} MB are free on the disk of the data folder`,
          'Free some, or set WATCHFLOOR_KEEP_DAYS or WATCHFLOOR_KEEP_BYTES.',
        );
      for (const { title, address, health } of await store.listSources()) {
        if (health.state === 'failing' || health.state === 'silent') {
          note(
            'warning',
            `${title ?? address} is ${health.state} since ${health.since.slice(0, 16)}${health.failure === null ? '' : `: ${health.failure.what}`}`,
            health.failure?.advice ?? 'Look whether the source still lives.',
          );
        }
      }
      const failures = await store.listFailures(failuresShown);
      for (const { name, failure } of failures) note('warning', `${name}: ${failure.what}`, failure.advice);
      for (const watch of await store.listWatches()) {
        const [problem] = parseQuery(watch.query).problems;
        if (problem !== undefined)
          note('bad', `the watch ${watch.name} cannot be read: ${problem.what}`, problem.instead);
      }
      await lookAtSignIn(store, terminal.configuration, () => terminal.now().getTime(), note);
      await lookAtChannels(store, terminal.configuration, note);
      for (const { state, what, advice } of findings) {
        if (options.json === true || !terminal.outInteractive) await writeJson(terminal.out, { state, what, advice });
        else
          await write(
            terminal.out,
            `${{ good: 'ok  ', warning: 'look', bad: 'BAD ' }[state]}  ${onOneLine(what)}\n${advice === null ? '' : `      ${onOneLine(advice)}\n`}`,
          );
      }
      return findings.some((finding) => finding.state === 'bad') ? exitCodes.someFailed : exitCodes.ok;
    }),
};

/** Whether people can sign in as it is set. */
async function lookAtSignIn(store: Store, configuration: Configuration, now: () => number, note: Note): Promise<void> {
  const users = (await store.listUsers()).filter(({ disabled }) => disabled === null);
  if (users.length > 0) {
    note('good', `${users.length} ${users.length === 1 ? 'person' : 'people'} may come in`);
    const { password, host, deskAddress } = configuration;
    if (password !== '')
      note(
        'warning',
        'WATCHFLOOR_PASSWORD is set, but the desk has users and does not open to it',
        'Leave it for the metrics of workers, or take it out.',
      );
    if (!isLoopback(host) && !deskAddress.startsWith('https://'))
      note(
        'warning',
        'people sign in, and WATCHFLOOR_DESK_ADDRESS names no https address',
        'Put a proxy with TLS before the desk and name its address there, so that cookies go over https alone.',
      );
  }
  const door = openIdDoor(configuration, now);
  if (door === null) return;
  try {
    await door.provider.begin('https://desk.example/sign-in/openid/back');
    note('good', `the OpenID provider ${door.name} answers`);
  } catch (thrown) {
    const failure = asFailure(thrown);
    note('bad', failure.message, failure.advice);
  } finally {
    await door.provider.close();
  }
  if (!(await store.hasUsers()))
    note(
      'warning',
      'an OpenID provider is set, but the desk has no users: nobody is asked who they are',
      'Add the first one, an admin: "watchfloor user add".',
    );
}

/** Channels that could not send as this environment stands, watches that name none, and what was given up. */
async function lookAtChannels(store: Store, configuration: Configuration, note: Note): Promise<void> {
  const channels = readChannels(await store.getSetting(CHANNELS_SETTING));
  for (const { name, kind, address } of channels) {
    const secret = channelKind(kind)?.secret;
    const needed = secret === 'signing-key' || (secret === 'address' && address === null);
    const variable = `WATCHFLOOR_SECRET_${secretName(name)}`;
    if (needed && !configuration.secrets.has(secretName(name)))
      note(
        'warning',
        `channel ${name}: ${variable} is not set here`,
        'The desk needs it, or its _FILE, when it starts.',
      );
    if (kind === 'email' && (configuration.smtpHost === '' || configuration.mailFrom === ''))
      note(
        'warning',
        `channel ${name}: no mail server is set here`,
        'Set WATCHFLOOR_SMTP_HOST and WATCHFLOOR_MAIL_FROM.',
      );
  }
  const known = new Set(channels.map(({ name }) => name));
  for (const watch of await store.listWatches()) {
    const unknown = watch.channels.filter((name) => !known.has(name));
    if (unknown.length > 0)
      note(
        'bad',
        `the watch ${watch.name} names channels that are not there: ${unknown.join(', ')}`,
        'Add them, or change the watch.',
      );
  }
  const { deliveriesFailed } = await store.counts();
  const [latest] = await store.failedDeliveries(1);
  if (latest !== undefined)
    note(
      'warning',
      `${counted(deliveriesFailed, 'message')} could not be sent, the latest to ${latest.channel}: ${latest.failure?.what ?? ''}`,
      `${latest.failure?.advice ?? ''} Then: "watchfloor channel resend".`,
    );
}
