import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Statement } from '../../src/records.ts';
import type { StoredStatement, StoredStory } from '../../src/store/store.ts';
import { oncePerQuote, storyPage } from '../../src/web/story.ts';
import { madeDesk } from './made.ts';

function said(
  name: string,
  quote: string,
  force: Statement['force'] = 'say',
  received = '2026-11-24T10:00:00.000Z',
): StoredStatement {
  return {
    statement: {
      id: `${name}${quote}`,
      content: [[0, quote.length]],
      cue: null,
      form: 'indirect',
      verb: null,
      force,
      negated: false,
      speaker: { span: null, name, reason: 'as written', role: null, roleSpan: null },
      venue: null,
      addressee: null,
      saidOn: null,
      relay: [],
    },
    quote,
    article: {
      id: `ar-${received}`,
      title: 'T',
      site: 'S',
      sourceId: null,
      language: 'en',
      published: { value: null, precision: 'unknown', from: 'none' },
      received,
      credit: null,
      url: null,
    },
    storyId: 'st-1',
  };
}

function page(statements: StoredStatement[]): string {
  const stored: StoredStory = {
    story: {
      id: 'st-1',
      title: 'Tanks',
      language: 'en',
      opened: madeDesk.now,
      latest: madeDesk.now,
      pageCount: 1,
      outletCount: 1,
      independentCount: 1,
    },
    articles: [],
    developments: [],
    statements,
    events: [],
  };
  return storyPage(madeDesk, { stored, accounts: [], alerts: [], developments: [], next: null }).markup;
}

test('a denial stands beside what it denies', () => {
  const markup = page([
    said('Ada Brent', 'fuel leaked from the northern tank on Sunday'),
    said('Ada Brent', 'the quay will stay closed'),
    said('Port Office', 'fuel leaked from the northern tank', 'deny'),
  ]);
  assert.match(
    markup,
    /fuel leaked from the northern tank on Sunday<\/blockquote>[\s\S]{0,900}<div class="reply"><p class="note reply-to" dir="auto">Port Office/,
  );
  assert.equal([...markup.matchAll(/<h3 dir="auto">/g)].length, 1, 'the office has no group of its own');
});

test('a denial of something that nobody said stays with its speaker', () => {
  const markup = page([
    said('Ada Brent', 'the quay will stay closed'),
    said('Port Office', 'money was the cause', 'deny'),
  ]);
  assert.doesNotMatch(markup, /class="reply"/);
  assert.match(markup, /<h3 dir="auto">Port Office/);
});

test('nobody denies themselves', () => {
  const markup = page([
    said('Ada Brent', 'fuel leaked from the tank'),
    said('Ada Brent', 'fuel leaked from the tank today', 'deny'),
  ]);
  assert.doesNotMatch(markup, /class="reply"/);
});

test('the same words in a copy are told once, by who had them first', () => {
  const [one] = oncePerQuote([
    said('Ada Brent', 'The tank is “full”.', 'say', '2026-11-24T12:00:00.000Z'),
    said('Ada Brent', 'the tank is "full"', 'say', '2026-11-24T09:00:00.000Z'),
  ]);
  assert.deepEqual([one.times, one.first.article.received], [2, '2026-11-24T09:00:00.000Z']);
});
