import assert from 'node:assert/strict';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import { createEmbedder } from '../src/embeddings.ts';
import { asFailure, Failure } from '../src/failures.ts';

interface Asked {
  readonly headers: IncomingMessage['headers'];
  readonly body: { readonly model: string; readonly input: readonly string[] };
}

const asked: Asked[] = [];
let answer: (input: readonly string[], response: ServerResponse) => void;
const server = createServer((request, response) => {
  let text = '';
  request.on('data', (piece) => {
    text += piece;
  });
  request.on('end', () => {
    const body = JSON.parse(text) as Asked['body'];
    asked.push({ headers: request.headers, body });
    answer(body.input, response);
  });
});
before(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
after(() => {
  server.closeAllConnections();
  server.close();
});

const json = (response: ServerResponse, value: unknown, status = 200) =>
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
/** A vector of how often each vowel stands in a text: a model of a kind. */
const vowels = (text: string) => [...'aeiou'].map((vowel) => text.split(vowel).length - 1);
const embedAll = (input: readonly string[], response: ServerResponse) =>
  json(response, { data: input.map((text, index) => ({ index, embedding: vowels(text) })).reverse() });

function embedder(options: { readonly allow?: boolean; readonly key?: string } = {}) {
  const { port } = server.address() as AddressInfo;
  return createEmbedder({
    address: `http://127.0.0.1:${port}/v1/embeddings`,
    model: 'vowels',
    key: options.key ?? '',
    allowHosts: options.allow === false ? [] : [`127.0.0.1:${port}`],
    userAgent: 'test',
  });
}

async function failureOf(given: typeof answer, options = {}): Promise<Failure> {
  answer = given;
  const model = embedder(options);
  const failed = await model.likenesses([['one', 'two']]).catch(asFailure);
  await model.close();
  assert.ok(failed instanceof Failure);
  return failed;
}

test('a model is asked once for all texts of all pairs, each once, and its vectors are put to their texts by number', async () => {
  answer = embedAll;
  asked.length = 0;
  const model = embedder({ key: 'secret' });
  const found = await model.likenesses([
    ['banana', 'cabana'],
    ['banana', 'bee'],
    ['', 'bee'],
  ]);
  assert.deepEqual(
    found.map((likeness) => Math.round(likeness * 100) / 100),
    [1, 0, 0],
  );
  assert.equal(asked.length, 1);
  assert.deepEqual(asked[0].body, { model: 'vowels', input: ['banana', 'cabana', 'bee', ''] });
  assert.equal(asked[0].headers.authorization, 'Bearer secret');
  assert.deepEqual(await model.likenesses([]), []);
  assert.equal(asked.length, 1, 'nothing to ask is not asked');
  await model.close();
});

test('long texts are cut and no more pairs are asked about than one request takes', async () => {
  answer = embedAll;
  asked.length = 0;
  const model = embedder();
  const pairs = Array.from({ length: 40 }, (_, at) => [`a${'e'.repeat(5_000)}${at}`, `i ${at}`] as const);
  assert.equal((await model.likenesses(pairs)).length, 32);
  assert.equal(asked[0].body.input.length, 64);
  assert.ok(asked[0].body.input.every((text) => text.length <= 2_000));
  assert.equal(asked[0].headers.authorization, undefined);
  await model.close();
});

test('a private address is asked only when it is allowed by name, and the failure says how', async () => {
  asked.length = 0;
  const failure = await failureOf(embedAll, { allow: false });
  assert.equal(asked.length, 0);
  assert.match(`${failure.message} ${failure.advice}`, /WATCHFLOOR_EMBEDDING_ALLOW_HOSTS/);
});

test('every way in which a model can answer amiss is a failure with its code and an advice', async () => {
  const one = { index: 0, embedding: [1, 2] };
  const cases: readonly [name: string, given: typeof answer, code: string][] = [
    ['an error', (_, response) => json(response, { error: 'busy' }, 503), 'status-503'],
    ['a refused key', (_, response) => json(response, {}, 401), 'status-401'],
    ['no JSON', (_, response) => response.end('<html>'), 'embedding-answer'],
    ['JSON of another kind', (_, response) => json(response, null), 'embedding-answer'],
    ['a vector too few', (_, response) => json(response, { data: [one] }), 'embedding-answer'],
    [
      'vectors of two lengths',
      (_, response) => json(response, { data: [one, { index: 1, embedding: [1] }] }),
      'embedding-answer',
    ],
    [
      'no numbers',
      (_, response) => json(response, { data: [one, { index: 1, embedding: ['1', null] }] }),
      'embedding-answer',
    ],
    [
      'a number out of the list',
      (_, response) => json(response, { data: [one, { index: 7, embedding: [1, 2] }] }),
      'embedding-answer',
    ],
    ['too much', (_, response) => response.end(Buffer.alloc(17_000_000, 32)), 'body-too-large'],
    ['nothing', (_, response) => response.destroy(), 'connection-broken'],
    [
      'a redirect',
      (_, response) => response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end(),
      'redirect-refused',
    ],
  ];
  for (const [name, given, code] of cases) {
    const failure = await failureOf(given);
    assert.equal(failure.code, code, name);
    assert.match(failure.advice, /joined by words/, name);
  }
});
