import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Failure } from '../../src/failures.ts';
import { readPage } from '../../src/pipeline.ts';
import { openReadThreads } from '../../src/worker/threads.ts';
import { madePage } from '../made.ts';
import { wirePages } from './wire.ts';

const limits = { readThreads: 2, readSeconds: 60, readMegabytes: 512 };

test('pages read in threads give what they give in this one', { timeout: 60_000 }, async () => {
  const threads = openReadThreads(limits);
  try {
    const read = await Promise.all(wirePages(6).map(({ content }) => threads.read(madePage('a'), content)));
    assert.deepEqual(
      read,
      wirePages(6).map(({ content }) => readPage(madePage('a'), content)),
    );
    assert.ok(read.every(({ reading }) => reading.article.body !== ''));
  } finally {
    await threads.close();
  }
});

test('a page that takes too long ends its thread alone, with the setting that allows more', {
  timeout: 60_000,
}, async () => {
  const threads = openReadThreads({ ...limits, readThreads: 1, readSeconds: 0.05 });
  try {
    await assert.rejects(
      threads.read(madePage('a'), Buffer.from(`<p>${'A long page. '.repeat(200_000)}`)),
      (error) =>
        error instanceof Failure && error.code === 'page-too-slow' && error.advice.includes('WATCHFLOOR_READ_SECONDS'),
    );
  } finally {
    await threads.close();
  }
});

test('a page that takes too much memory ends its thread alone, and the next is read', { timeout: 60_000 }, async () => {
  const threads = openReadThreads({ ...limits, readThreads: 1, readMegabytes: 40 });
  try {
    const [{ content }] = wirePages(1);
    const huge = Buffer.from(`<p>${'<b>One <i>word</i></b> more. '.repeat(400_000)}</p>`);
    await assert.rejects(
      threads.read(madePage('a'), huge),
      (error) =>
        error instanceof Failure && error.code === 'page-too-big' && error.advice.includes('WATCHFLOOR_READ_MEGABYTES'),
    );
    assert.equal(
      (await threads.read(madePage('a'), content)).reading.article.id,
      readPage(madePage('a'), content).reading.article.id,
    );
  } finally {
    await threads.close();
  }
});
