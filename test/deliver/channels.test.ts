import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Notice } from '../../src/deliver/bulletin.ts';
import {
  addressFault,
  channelKind,
  channelKinds,
  type HttpMessage,
  isMailAddress,
  type MailMessage,
  type Outgoing,
  type Parcel,
  readChannels,
  secretName,
  shownAddress,
} from '../../src/deliver/channel.ts';
import { markdown } from '../../src/deliver/chat.ts';
import { about, line, linesOf } from '../../src/deliver/lines.ts';

const at = '2026-11-20T08:00:00.000Z';
const target = (kind: string) => ({
  address: kind === 'email' ? 'editor@news.example' : 'https://chat.example/topic',
  secret: 'a key',
});

/** What pages may hold to make a message do or show what its sender never meant. */
const hostile = [
  '<!channel> <!everyone|x> <@U024BE7LH> <https://evil.example|Your bank>',
  '@channel @here @all @everyone @editor <@&1234> <@1234> <#99>',
  '[click me](https://evil.example) ![x](https://evil.example/p.png) **bold** `code` ~~gone~~ ||hidden||',
  '<script>alert(1)</script><img src=x onerror=alert(1)>',
  'Line\r\nBcc: everyone@victim.example\r\n\r\nA body of its own',
  'Line\nX-Injected: yes\u2028next\u0085next',
  `{{DATE(2026-11-20T08:00:00Z,SHORT)}} ${'$'}{secret} {{secret}} <%= secret %> {0}`,
  'pay \u202etxt.exe\u202c \u2066x\u2069 \u200fy',
  '\u0000\u001b[31mred\u0007\ud800',
  ':siren: :rotating_light: #topic ~channel',
  'x'.repeat(20_000),
];

function notice(id: string, text: string, storyId = 'st-1'): Notice {
  const evidence = { articleId: 'ar/1', where: 'body' as const, spans: [[3, 9] as const], quote: text };
  return {
    alert: {
      id,
      watchId: 'wa-1',
      storyId,
      articleId: 'ar/1',
      developmentIds: ['de-1'],
      at,
      summary: text,
      matched: [{ where: 'body', span: [3, 9], text }],
    },
    story: {
      id: storyId,
      title: `Story of ${text}`,
      language: 'en',
      opened: at,
      latest: at,
      pageCount: 14,
      outletCount: 9,
      independentCount: 2,
    },
    article: { title: text, site: text, url: 'https://harbour.example/a', credit: `Wire of ${text}` },
    developments: [
      {
        id: 'de-1',
        storyId,
        articleId: 'ar/1',
        kind: 'date',
        at,
        summary: text,
        evidence: [evidence],
        replaces: { summary: text, evidence: [] },
        statementId: null,
        eventId: null,
      },
    ],
  };
}

function parcel(notices: readonly Notice[], name = 'Ferries'): Parcel {
  const watch = { id: 'wa-1', name, query: 'ferry' };
  return { id: 'de-1', at, desk: 'https://desk.example', watch, notices };
}

function made(kind: string, of: Parcel): Outgoing {
  return channelKind(kind)!.message(of, target(kind));
}

/** Every string of a JSON body, with the path to it. */
function strings(value: unknown, path = ''): [path: string, text: string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => strings(inner, `${path}.${key}`));
}

const bodyOf = (message: Outgoing) => JSON.parse((message as HttpMessage).body);

test('every channel says what is new, from whom, how many tell it, and where to read it', () => {
  for (const { kind } of channelKinds) {
    const message = made(kind, parcel([notice('al-1', 'Sailing moved to 3 December')]));
    const shown = message.by === 'mail' ? `${message.subject} ${message.text}` : message.body;
    assert.match(shown, /Sailing moved to 3 December/, kind);
    assert.match(shown, /"independentCount":2|2 independent accounts/, kind);
    assert.match(shown, /https:\/\/desk\.example\/articles\/ar%2F1\?at=3-9/, kind);
    assert.match(shown, /https:\/\/desk\.example\/articles\/ar%2F1\/stored/, kind);
  }
});

test('a message of several links each of them, at its place and as received', () => {
  const several = ['al-1', 'al-2', 'al-3'].map((id) => {
    const one = notice(id, `Sailing of ${id}`);
    return { ...one, alert: { ...one.alert, articleId: `ar-${id}` }, developments: [] };
  });
  for (const { kind, folds } of channelKinds) {
    if (!folds) continue;
    const message = made(kind, parcel(several));
    const shown = message.by === 'mail' ? message.text : message.body;
    for (const { alert } of several) {
      // Without evidence in the body, the words that matched are the place.
      assert.ok(shown.includes(`https://desk.example/articles/${alert.articleId}?at=3-9`), kind);
      assert.ok(shown.includes(`https://desk.example/articles/${alert.articleId}/stored`), kind);
    }
  }
});

test('Discord: a message of many stays within what an embed and all of them may hold', () => {
  const many = Array.from({ length: 40 }, (_, number) => notice(`al-${number}`, `${number} ${'long '.repeat(200)}`));
  const { content, embeds } = bodyOf(made('discord', parcel(many)));
  assert.ok(content.length <= 2_000);
  assert.ok(embeds.length > 1 && embeds.length <= 10);
  const lengths = embeds.map(
    (one: { title: string; description: string }) => one.title.length + one.description.length,
  );
  assert.ok(lengths.reduce((sum: number, length: number) => sum + length, 0) <= 6_000);
});

test('a message says each thing once: the story where it is not the headline, words where the headline has others', () => {
  const one = notice('al-1', 'Sailing moved to 3 December');
  const told = (change: Partial<Notice>, quote: string) => {
    const developments = one.developments.map((development) => ({
      ...development,
      replaces: null,
      evidence: [{ ...development.evidence[0], quote }],
    }));
    return about(linesOf({ ...one, developments, ...change }, 'https://desk.example'));
  };
  const story = { ...one.story, title: 'Ferry to Osmund' };
  const article = { title: 'Ferry line tells of a later day', site: 'Harbour Post', url: null, credit: 'Northwire' };
  const counts = '14 pages · 9 outlets · 2 independent accounts · matched: Sailing moved to 3 December';
  assert.deepEqual(told({ story, article }, 'The sailing will be on Thursday.'), [
    '“The sailing will be on Thursday.”',
    'Ferry line tells of a later day — Harbour Post (Northwire)',
    `Ferry to Osmund · ${counts}`,
  ]);
  assert.deepEqual(told({ story: { ...story, title: article.title }, article }, 'sailing moved to 3 December.'), [
    'Ferry line tells of a later day — Harbour Post (Northwire)',
    counts,
  ]);
  const own = { ...article, site: 'Northwire News' };
  assert.deepEqual(told({ story, article: own }, '„Später“, sagte sie.').slice(0, 2), [
    '„Später“, sagte sie.',
    'Ferry line tells of a later day — Northwire News',
  ]);
});

test('the title of a message with one alert is not said again below it, nor that a date left the day it moved from', () => {
  const [summary, replaced] = ['Sailing moved from 1 December to 3 December', '1 December'];
  const one = notice('al-1', 'Sailing');
  const moved = (kind: 'date' | 'figure') => ({
    ...one,
    developments: one.developments.map((development) => ({
      ...development,
      kind,
      summary,
      replaces: { summary: replaced, evidence: [] },
    })),
  });
  for (const { kind, folds } of channelKinds) {
    if (!folds || kind === 'email') continue;
    const text = (message: ReturnType<typeof made>) =>
      message.by === 'http' ? message.body.replaceAll('\\\\', '') : '';
    const times = (message: ReturnType<typeof made>) =>
      text(message).split(/moved from 1 December to 3 December/).length - 1;
    // Slack says the title once more, for the notification.
    assert.equal(times(made(kind, parcel([moved('date')]))), kind === 'slack' ? 2 : 1, kind);
    assert.ok(times(made(kind, parcel([moved('date'), moved('date')]))) >= 2, kind);
    assert.doesNotMatch(text(made(kind, parcel([moved('date')]))), /instead of/, kind);
    assert.match(text(made(kind, parcel([moved('figure')]))), /instead of/, kind);
  }
});

test('headers are fixed: no text of a page is in them', () => {
  for (const text of hostile) {
    for (const { kind } of channelKinds) {
      const message = made(kind, parcel([notice('al-1', text)], text));
      for (const [name, value] of Object.entries(message.headers)) {
        assert.match(name, /^[A-Za-z-]+$/);
        assert.match(value, /^[\x20-\x7e]+$/, `${kind} ${name}`);
      }
      if (message.by === 'http') {
        assert.ok(message.address.startsWith('https://chat.example'));
        assert.equal(message.headers['idempotency-key'], 'de-1', 'a message sent again keeps its key');
      } else assert.equal(message.to, 'editor@news.example');
    }
  }
});

test('no line end, control sign or turn of direction comes through in what people are shown', () => {
  for (const text of hostile) {
    for (const { kind } of channelKinds) {
      // A program gets the records as they are.
      if (kind === 'webhook') continue;
      const message = made(kind, parcel([notice('al-1', text)], text));
      const shown = message.by === 'mail' ? `${message.subject}${message.text}${message.html}` : message.body;
      const texts = message.by === 'mail' ? [shown] : strings(bodyOf(message)).map(([, one]) => one);
      for (const one of texts) {
        assert.doesNotMatch(
          one,
          /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/,
          kind,
        );
        assert.ok(one.isWellFormed(), kind);
      }
      if (message.by === 'mail') assert.doesNotMatch(message.subject, /\n/);
    }
  }
});

test('Slack: control signs are escaped, page texts are plain, and links are ours alone', () => {
  for (const text of hostile) {
    const body = bodyOf(made('slack', parcel([notice('al-1', text)], text)));
    assert.equal(body.mrkdwn, false);
    for (const block of body.blocks) {
      if (block.text.type === 'mrkdwn')
        assert.equal(
          block.text.text,
          '<https://desk.example/articles/ar%2F1?at=3-9|Open in Watchfloor> · <https://desk.example/articles/ar%2F1/stored|Page as received>',
        );
      else assert.doesNotMatch(block.text.text, /[<>]/);
      assert.ok(block.text.text.length <= (block.type === 'header' ? 150 : 3_000));
    }
    assert.doesNotMatch(body.text, /[<>]/);
  }
});

test('Mattermost and Discord: markup is escaped and no mention has an effect', () => {
  for (const text of hostile) {
    const mattermost = bodyOf(made('mattermost', parcel([notice('al-1', text)], text)));
    const discord = bodyOf(made('discord', parcel([notice('al-1', text)], text)));
    assert.deepEqual(discord.allowed_mentions, { parse: [] });
    const texts = [
      mattermost.text,
      discord.content,
      ...discord.embeds.map((one: { title: string; description: string }) => `${one.title}\n${one.description}`),
    ];
    for (const one of texts) {
      assert.doesNotMatch(one, /@[A-Za-z]/);
      const without = one
        .replaceAll('[Open in Watchfloor](<https://desk.example/articles/ar%2F1?at=3-9>)', '')
        .replaceAll('[Page as received](<https://desk.example/articles/ar%2F1/stored>)', '');
      assert.doesNotMatch(without.replace(/^\*\*|\*\*$/gm, ''), /(?<!\\)(?:\\\\)*[<>[\]`*|]/);
    }
    assert.ok(discord.content.length <= 2_000 && mattermost.text.length <= 16_383);
  }
});

test('Teams: page texts are text runs, which know no markup, and no function is worked out', () => {
  for (const text of hostile) {
    const [{ content }] = bodyOf(made('teams', parcel([notice('al-1', text)], text))).attachments;
    for (const [path, one] of strings(content)) {
      if (/\.inlines\.\d+\.text$/.test(path)) assert.doesNotMatch(one, /\{\{|\$\{/);
      else assert.match(one, /^[\x20-\x7e]*$/, path);
    }
  }
});

test('ntfy: published as JSON within its size, the token in its header', () => {
  for (const text of hostile) {
    const message = made('ntfy', parcel([notice('al-1', text)], text)) as HttpMessage;
    const body = JSON.parse(message.body);
    assert.equal(message.address, 'https://chat.example');
    assert.equal(body.topic, 'topic');
    assert.equal(body.sequence_id, 'de-1');
    assert.equal(body.markdown, undefined);
    assert.ok(Buffer.byteLength(body.message) <= 4_096);
    assert.equal(message.headers.authorization, 'Bearer akey');
  }
});

test('e-mail: markup of a page is text, and the only links are ours', () => {
  for (const text of hostile) {
    const { html } = made('email', parcel([notice('al-1', text)], text)) as MailMessage;
    assert.doesNotMatch(html, /<(script|img|iframe|style|form)/i);
    const links = [...html.matchAll(/href="([^"]*)"/g)].map(([, link]) => link);
    for (const link of links) assert.ok(link.startsWith('https://desk.example/'), link);
  }
});

test('e-mail marks the words that matched, and no markup comes in by them', () => {
  const one = notice('al-1', 'The Ferry & the ferry <b> sailed');
  const matched = ['ferry', '<b>', '&', ''].map((text) => ({ where: 'body' as const, span: null, text }));
  const { html } = made('email', parcel([{ ...one, alert: { ...one.alert, matched } }])) as MailMessage;
  assert.match(
    html,
    /The <mark>Ferry<\/mark> <mark>&amp;<\/mark> the <mark>ferry<\/mark> <mark>&lt;b&gt;<\/mark> sailed/,
  );
});

test('a burst says that it is one, and counts what it does not show', () => {
  const many = Array.from({ length: 120 }, (_, number) =>
    notice(`al-${number}`, `Sailing ${number} is off`, `st-${number % 3}`),
  );
  for (const { kind, folds } of channelKinds) {
    if (!folds) continue;
    const message = made(kind, parcel(many));
    const shown =
      message.by === 'mail'
        ? `${message.subject} ${message.text}`
        : message.body.replaceAll('\\\\', '').replaceAll('\u200b', '');
    assert.match(shown, /Ferries.*120 alerts in 3 stories/, kind);
    assert.match(
      shown,
      /120 alerts in one message: they came close together, or while it was quiet\. \d+ more are in the inbox/,
      kind,
    );
    assert.ok(shown.length < 40_000, kind);
  }
});

test('mails of one story hang together; of many they do not', () => {
  const mail = (notices: readonly Notice[]) => made('email', parcel(notices)) as MailMessage;
  assert.equal(mail([notice('al-1', 'x')]).references, 'st-1');
  assert.equal(mail([notice('al-1', 'x'), notice('al-2', 'y', 'st-2')]).references, null);
});

test('addresses and names are plain, and shown addresses hide what could be a key', () => {
  for (const address of [
    'a@b.example\r\nBcc: c@d.example',
    'a b@c.example',
    '"a"@b.example',
    'a@b.example, c@d.example',
    '<a@b.example>',
    'a@',
    '@b',
    'a@-b..c',
  ])
    assert.equal(isMailAddress(address), false, address);
  assert.equal(isMailAddress("o'neil+news@mail.example"), true);
  const fault = (kind: string, address: string | null) => addressFault(channelKind(kind)!, address);
  assert.equal(fault('slack', null), null);
  assert.notEqual(fault('webhook', null), null);
  assert.notEqual(fault('webhook', 'file:///etc/passwd'), null);
  assert.notEqual(fault('webhook', 'https://user:pass@a.example/'), null);
  assert.notEqual(fault('ntfy', 'https://ntfy.example/a/b'), null);
  assert.equal(fault('ntfy', 'https://ntfy.example/topic'), null);
  assert.equal(
    shownAddress({ name: 'a', kind: 'slack', address: 'https://hooks.example/T0/KEY' }),
    'https://hooks.example/…',
  );
  assert.equal(secretName('news-desk.2'), 'NEWS_DESK_2');
  assert.deepEqual(readChannels('[{"name":"a","kind":"no such"},{"name":"b c","kind":"slack","address":null},7]'), []);
  assert.equal(readChannels('[{"name":"b","kind":"slack","address":null}]').length, 1);
});

/** Halves of surrogate pairs among them. */
const anyText = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 })
  .map((units) => String.fromCharCode(...units));

test('any text stays on one line, within its length, and whole', () => {
  fc.assert(
    fc.property(anyText, fc.integer({ min: 2, max: 200 }), (text, max) => {
      const one = line(text, max);
      return one.length <= max && !/[\r\n\u2028\u2029\u202a-\u202e]/.test(one) && one.isWellFormed();
    }),
    { numRuns: 60 },
  );
  fc.assert(
    fc.property(anyText, (text) => !/@(?!\u200b)|(?<!\\)(?:\\\\)*</.test(markdown(text))),
    { numRuns: 60 },
  );
});
