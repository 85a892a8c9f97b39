import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Channel } from '../../src/deliver/channel.ts';
import { asFailure, type Failure } from '../../src/failures.ts';
import { CHANNELS_SETTING, createSender, type Sender, type SenderOptions } from '../../src/send.ts';
import { openSqliteStore } from '../../src/store/sqlite.ts';
import type { Delivery, Store } from '../../src/store/store.ts';
import { matchQuery } from '../../src/watches/watches.ts';
import { at, madePage, madeResults, madeWatch } from '../made.ts';
import { type HttpReceiver, httpReceiver, type MailReceiver, mailReceiver } from './receivers.ts';

const secret = 'whsec_c2l4dGVlbiBsaXR0bGUgYnl0ZXMgYXJlIGVub3VnaA==';

interface Desk {
  readonly http: HttpReceiver;
  readonly mail: MailReceiver;
  readonly store: Store;
  readonly delivery: Delivery;
  sender(change?: Partial<SenderOptions>): Sender;
}

/** A desk with one alert, and real servers that it may send to. */
function check(name: string, work: (desk: Desk) => Promise<void>): void {
  test(name, async () => {
    const [http, mail] = [await httpReceiver(), await mailReceiver({ user: 'desk', password: 'pass word' })];
    const store = openSqliteStore({ file: ':memory:', matches: matchQuery });
    const page = madePage('a');
    await store.acceptPage(page);
    await store.saveWatch(madeWatch('wa-1', 'lighthouse', { name: 'Harbour' }));
    const results = madeResults(page);
    const alert = {
      id: 'al-1',
      watchId: 'wa-1',
      storyId: results.story!.id,
      articleId: results.reading.article.id,
      developmentIds: results.developments.map((one) => one.id),
      at: at(0),
      summary: 'The lamp is out',
      matched: [{ where: 'body' as const, span: [0, 3] as const, text: 'lighthouse' }],
    };
    await store.savePageResults({ ...results, alerts: [alert] });
    const channels: Channel[] = [
      { name: 'hook', kind: 'webhook', address: http.address },
      { name: 'chat', kind: 'slack', address: null },
      { name: 'post', kind: 'email', address: 'editor@news.example' },
    ];
    await store.setSetting(CHANNELS_SETTING, JSON.stringify(channels));
    const opened: Sender[] = [];
    const desk: Desk = {
      http,
      mail,
      store,
      delivery: {
        id: 'de-1',
        alertId: 'al-1',
        watchId: 'wa-1',
        channel: 'hook',
        state: 'due',
        tries: 1,
        due: at(0),
        failure: null,
      },
      sender(change = {}) {
        const sender = createSender({
          store,
          desk: () => 'https://desk.example/',
          secrets: new Map([
            ['HOOK', secret],
            ['CHAT', http.address],
          ]),
          allowHosts: [http.host, '127.0.0.1'],
          mail: {
            host: '127.0.0.1',
            port: mail.port,
            security: 'none',
            user: 'desk',
            password: 'pass word',
            from: 'alerts@desk.example',
          },
          userAgent: 'Watchfloor/test',
          now: () => new Date().toISOString(),
          ...change,
        });
        opened.push(sender);
        return sender;
      },
    };
    try {
      await work(desk);
    } finally {
      await Promise.all(opened.map((sender) => sender.close()));
      await Promise.all([http.close(), mail.close(), store.close()]);
    }
  });
}

async function failureOf(work: Promise<void>): Promise<Failure> {
  return work.then(
    () => assert.fail('it was sent'),
    (thrown) => asFailure(thrown),
  );
}

check('a webhook is a CloudEvent that the code in the docs verifies', async ({ http, sender, delivery }) => {
  const verify = await documentedVerify();
  await sender().send(delivery);
  const [{ headers, body, path }] = http.got;
  assert.equal(path, '/hook');
  const event = verify(headers, body, secret);
  assert.equal(event.specversion, '1.0');
  assert.equal(event.id, 'de-1');
  assert.equal(headers['webhook-id'], 'de-1');
  assert.equal(headers['idempotency-key'], 'de-1');
  assert.equal(event.type, 'watchfloor.alert');
  assert.equal(event.source, 'https://desk.example');
  assert.equal(event.data.watch.name, 'Harbour');
  assert.match(event.data.links.reader, /^https:\/\/desk\.example\/articles\//);
  assert.match(String(headers['content-type']), /^application\/cloudevents\+json/);
  assert.throws(() => verify(headers, body.replace('1.0', '1.1'), secret), /wrong signature/);
  assert.throws(() => verify(headers, body, 'another'), /wrong signature/);
  assert.throws(() => verify({ ...headers, 'webhook-timestamp': '1' }, body, secret), /too old/);
});

check('a chat service whose address is a secret gets its message there', async ({ http, sender, delivery }) => {
  await sender().send({ ...delivery, channel: 'chat' });
  assert.match(http.got[0].body, /"type":"header"/);
});

check('a mail reads back through another parser, with its headers', async ({ mail, sender, delivery }) => {
  await sender().send({ ...delivery, channel: 'post' });
  const [got] = mail.got;
  assert.deepEqual([got.from, got.to], ['alerts@desk.example', ['editor@news.example']]);
  assert.match(got.mail.subject ?? '', /^Harbour: /);
  assert.equal(got.mail.messageId, '<de-1@desk.example>');
  assert.match(got.mail.text ?? '', /https:\/\/desk\.example\/articles\//);
  assert.match(got.mail.html ?? '', /<a href="https:\/\/desk\.example\/articles\//);
  const header = (name: string) => got.mail.headers.find((one) => one.key === name)?.value;
  assert.equal(header('list-unsubscribe'), '<https://desk.example/watches/wa-1>');
  assert.equal(header('auto-submitted'), 'auto-generated');
});

check('a trial message goes to every kind', async ({ http, mail, sender }) => {
  const one = sender();
  for (const name of ['hook', 'chat', 'post']) await one.trial(name);
  assert.equal(http.got.length, 2);
  assert.match(mail.got[0].mail.text ?? '', /This channel works/);
});

check(
  'private addresses are refused unless allowed by name, for mail too',
  async ({ http, mail, sender, delivery }) => {
    const strict = sender({ allowHosts: [] });
    for (const channel of ['hook', 'post']) {
      const failure = await failureOf(strict.send({ ...delivery, channel }));
      assert.equal(failure.code, 'address-refused');
      assert.match(failure.advice, /WATCHFLOOR_SEND_ALLOW_HOSTS/);
    }
    const named = sender({
      allowHosts: [],
      mail: { host: 'mail.example', port: mail.port, security: 'none', user: '', password: '', from: 'a@b.example' },
      lookup: (_name, _options, done) => done(null, [{ address: '10.0.0.1', family: 4 }]),
    });
    assert.equal((await failureOf(named.send({ ...delivery, channel: 'post' }))).code, 'address-refused');
    assert.deepEqual([http.got.length, mail.got.length], [0, 0]);
  },
);

check('how a receiver answers says whether it is tried again', async ({ http, mail, sender, delivery }) => {
  const one = sender();
  const answers: [number, Record<string, string>, Failure['retry'], number | null][] = [
    [503, { 'retry-after': '120' }, 'later', 120],
    [429, { 'retry-after': '99999999' }, 'later', 6 * 3600],
    [401, {}, 'later', null],
    [404, {}, 'never', null],
    [302, { location: 'http://127.0.0.1/elsewhere' }, 'never', null],
    [400, {}, 'never', null],
  ];
  for (const [status, headers, retry, wait] of answers) {
    http.answer = { status, headers };
    const failure = await failureOf(one.send(delivery));
    assert.deepEqual([failure.retry, failure.retryAfterSeconds], [retry, wait], String(status));
    assert.doesNotMatch(failure.message + failure.advice, /\/hook/);
  }
  assert.equal(http.got.length, answers.length);
  mail.refuse = 450;
  assert.equal((await failureOf(one.send({ ...delivery, channel: 'post' }))).retry, 'later');
  mail.refuse = 550;
  assert.equal((await failureOf(one.send({ ...delivery, channel: 'post' }))).retry, 'never');
});

check('secrets are in no failure and in no text of a channel', async ({ sender, delivery, mail }) => {
  const wrong = sender({
    secrets: new Map([['CHAT', 'http://127.0.0.1:9/key-in-the-path']]),
    allowHosts: ['127.0.0.1'],
    mail: {
      host: '127.0.0.1',
      port: mail.port,
      security: 'none',
      user: 'desk',
      password: 'wrong-secret',
      from: 'a@b.example',
    },
  });
  const failures = [];
  for (const channel of ['hook', 'chat', 'post', 'nowhere'])
    failures.push(await failureOf(wrong.send({ ...delivery, channel })));
  assert.deepEqual(
    failures.map((failure) => failure.code),
    ['secret-missing', 'connection-refused', 'mail-login', 'channel-unknown'],
  );
  for (const failure of failures) assert.doesNotMatch(failure.message + failure.advice, /key-in-the-path|wrong-secret/);
});

check(
  'no login and no mail goes over an open line when a private one is asked for',
  async ({ sender, delivery, mail }) => {
    for (const security of ['starttls', 'tls'] as const) {
      const server = {
        host: '127.0.0.1',
        port: mail.port,
        security,
        user: 'desk',
        password: 'pass word',
        from: 'a@b.example',
      };
      const failure = await failureOf(sender({ mail: server }).send({ ...delivery, channel: 'post' }));
      assert.equal(failure.retry, 'later');
      assert.match(failure.code, /^(mail-tls|tls-failed)$/, `${security}: ${failure.message}`);
    }
    assert.equal(mail.got.length, 0);
  },
);

check('a mail server is reached at the address that answers', async ({ sender, delivery, mail }) => {
  const server = {
    host: 'mail.example',
    port: mail.port,
    security: 'none',
    user: 'desk',
    password: 'pass word',
  } as const;
  const one = sender({
    allowHosts: ['mail.example'],
    mail: { ...server, from: 'a@b.example' },
    lookup: (_name, _options, done) =>
      done(null, [
        { address: '127.0.0.2', family: 4 },
        { address: '127.0.0.1', family: 4 },
      ]),
  });
  await one.send({ ...delivery, channel: 'post' });
  assert.equal(mail.got.length, 1);
  for (const from of ['', 'Desk <a@b.example>', 'a@b.example\r\nBcc: c@d.example'])
    assert.equal(
      (await failureOf(sender({ mail: { ...server, from } }).send({ ...delivery, channel: 'post' }))).code,
      'mail-not-set-up',
    );
});

check('what was dismissed, muted or removed meanwhile is not sent', async ({ store, sender, delivery, http }) => {
  const one = sender();
  await store.setAlertState(['al-1'], 'dismissed');
  await one.send(delivery);
  await store.setAlertState(['al-1'], 'kept');
  const [watch] = await store.listWatches();
  await store.saveWatch({ ...watch, mutedUntil: '9999-01-01T00:00:00.000Z' });
  await one.send(delivery);
  await store.saveWatch(watch);
  await store.removeWatch('wa-1');
  await one.send(delivery);
  assert.equal(http.got.length, 0);
  await store.saveWatch(watch);
  await one.send(delivery);
  assert.equal(http.got.length, 1);
});

check('a stop breaks off what hangs, and says so', async ({ http, sender, delivery }) => {
  const one = sender();
  http.answer = { status: 0 };
  const sending = failureOf(one.send(delivery));
  while (http.got.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  await one.close();
  assert.equal((await sending).code, 'stopping');
});

interface Event {
  readonly specversion: string;
  readonly id: string;
  readonly type: string;
  readonly source: string;
  readonly data: { watch: { name: string }; links: { reader: string } };
}

/** The function that docs/webhooks.md tells receivers to use. */
async function documentedVerify(): Promise<(headers: object, body: string, secret: string) => Event> {
  const page = readFileSync(join(import.meta.dirname, '../../docs/webhooks.md'), 'utf8');
  const code = /```js\n([\s\S]*?)```/.exec(page)?.[1] ?? assert.fail('docs/webhooks.md shows no code');
  return (await import(`data:text/javascript,${encodeURIComponent(code)}`)).verify;
}
