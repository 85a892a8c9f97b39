import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { startObjectServer, whyNoObjectServer } from '../store/object-server.ts';
import { run } from './check.ts';

const page = `<html><head><title>Bridge opens</title></head><body><article><h1>Bridge opens</h1>
  <p>The new bridge at Osmund opened to traffic on Monday after four years of work, the town said.</p></article></body></html>`;

test('a desk with its pages in a bucket: brought in, looked over, backed up, moved to a folder', {
  skip: whyNoObjectServer() ?? false,
  timeout: 60_000,
}, async () => {
  const server = await startObjectServer();
  const folder = mkdtempSync(join(tmpdir(), 'watchfloor-bucket-'));
  const { bucket, prefix, endpoint, credentials } = server.freshBucket();
  const secret = join(folder, 'secret');
  writeFileSync(secret, `${credentials!.secretKey}\n`);
  const place = `s3://${bucket}/${prefix}/`;
  const environment = {
    WATCHFLOOR_DATA_FOLDER: join(folder, 'data'),
    WATCHFLOOR_PAGES: place,
    WATCHFLOOR_PAGES_ENDPOINT: endpoint!,
    WATCHFLOOR_PAGES_KEY_ID: credentials!.keyId,
    WATCHFLOOR_PAGES_SECRET_KEY_FILE: secret,
  };
  const done = async (...argv: string[]) => {
    const ran = await run(argv, '', environment);
    assert.equal(ran.exit, 0, `${argv.join(' ')}: ${ran.err}`);
    assert.doesNotMatch(ran.out + ran.err, /a-secret-of-the-test/);
    return ran;
  };
  try {
    writeFileSync(join(folder, 'page.html'), page);
    await done('import', join(folder, 'page.html'));
    assert.equal(readdirSync(join(folder, 'data')).includes('pages'), false);
    assert.match((await done('search', 'bridge')).out, /Bridge opens/);
    assert.match((await done('doctor')).out, /stored pages in s3:\/\/desk-1\/kept\/pages"/);
    await done('backup', join(folder, 'whole'));
    assert.equal(readdirSync(join(folder, 'whole', 'pages')).length, 1);
    await done('backup', join(folder, 'records'), '--without-pages');
    assert.deepEqual(readdirSync(join(folder, 'records', 'pages')), []);
    assert.match(
      (await done('restore', join(folder, 'whole'), '--data', join(folder, 'again'))).err,
      /watchfloor move pages:.*again\/pages s3:\/\//,
    );
    const moved = await done('move', place, `pages:${join(folder, 'moved')}`);
    assert.deepEqual([JSON.parse(moved.out).files, JSON.parse(moved.out).copied], [1, 1]);
    assert.equal(JSON.parse((await done('move', `pages:${join(folder, 'moved')}`, place)).out).copied, 0);
    // Read anew from the folder that it was moved to.
    const inFolder = { ...environment, WATCHFLOOR_PAGES: join(folder, 'moved') };
    assert.equal((await run(['reread'], '', inFolder)).exit, 0);
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true });
  }
});

test('a place that is no bucket, half a pair of keys and an endpoint that is none are told before anything is asked', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'watchfloor-bucket-'));
  const wrong: [Record<string, string>, RegExp][] = [
    [{ WATCHFLOOR_PAGES: 's3://' }, /names no bucket/],
    [{ WATCHFLOOR_PAGES: 's3://key:secret@desk/pages' }, /names no bucket/],
    [{ WATCHFLOOR_PAGES: 's3://desk', WATCHFLOOR_PAGES_KEY_ID: 'one' }, /one of the two keys/],
    [{ WATCHFLOOR_PAGES: 's3://desk', WATCHFLOOR_PAGES_ENDPOINT: 'minio:9000' }, /is no address/],
  ];
  for (const [settings, told] of wrong) {
    const ran = await run(['serve', '--data', folder, '--no-sample'], '', settings);
    assert.equal(ran.exit, 2, ran.err);
    assert.match(ran.err, told);
    assert.doesNotMatch(ran.err, /key:secret/);
  }
  assert.equal((await run(['move', `pages:${folder}`, 'postgres:'])).exit, 2);
  rmSync(folder, { recursive: true });
});
