import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { tarHeader, tarPadding } from '../../src/formats/tar.ts';
import { backup, restore } from '../../src/store/backup.ts';
import { openPageArchive } from '../../src/store/pages.ts';
import { openSqliteStore } from '../../src/store/sqlite.ts';
import { matchQuery } from '../../src/watches/watches.ts';
import { receivePages } from '../../src/worker/receive.ts';
import { at, madeSession, madeUser } from '../made.ts';
import { wirePages } from '../worker/wire.ts';

/** A data folder in use, with pages in several files. */
function check(name: string, work: (desk: Desk) => Promise<void>): void {
  test(name, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'watchfloor-backup-'));
    const dataFolder = join(folder, 'data');
    const archive = openPageArchive({ folder: join(dataFolder, 'pages'), fileBytesMax: 3_000 });
    const store = openSqliteStore({ file: join(dataFolder, 'watchfloor.sqlite'), matches: matchQuery });
    try {
      await receivePages(wirePages(8), store, archive);
      await work({
        folder,
        dataFolder,
        add: async (count) => {
          await receivePages(wirePages(count), store, archive);
        },
        backup: (to) => backup({ store, pages: archive, to: join(folder, to), now: at(5) }),
        restore: (from) => restore(join(folder, from), join(folder, 'restored')),
      });
    } finally {
      await archive.close();
      await store.close();
      rmSync(folder, { recursive: true });
    }
  });
}

interface Desk {
  readonly folder: string;
  readonly dataFolder: string;
  add(count: number): Promise<void>;
  backup(to: string): ReturnType<typeof backup>;
  restore(from: string): ReturnType<typeof restore>;
}

async function pagesIn(dataFolder: string): Promise<number> {
  const store = openSqliteStore({ file: join(dataFolder, 'watchfloor.sqlite'), matches: matchQuery });
  const archive = openPageArchive({ folder: join(dataFolder, 'pages') });
  try {
    const claims = await store.claimPages(at(5), 100, 1);
    const sent = wirePages(claims.length);
    for (const [number, { page }] of claims.entries())
      assert.deepEqual(Buffer.from((await archive.content(page))!), Buffer.from(sent[number].content));
    return claims.length;
  } finally {
    await archive.close();
    await store.close();
  }
}

for (const to of ['copy', 'copy.tar']) {
  check(`a backup as ${to} made while in use comes back whole`, async (desk) => {
    const writing = desk.backup(to);
    await desk.add(20);
    const manifest = await writing;
    assert.ok(manifest.files.length > 2);
    assert.deepEqual(readdirSync(desk.folder).sort(), [to, 'data'].sort());
    const restored = await desk.restore(to);
    assert.deepEqual(restored, manifest);
    const count = await pagesIn(join(desk.folder, 'restored'));
    assert.ok(count === 8 || count === 20, String(count));
    await assert.rejects(desk.restore(to), { code: 'restore-not-empty' });
    await assert.rejects(desk.backup(to), { code: 'backup-exists' });
  });
}

check('an empty data folder that is there already is filled', async (desk) => {
  await desk.backup('copy.tar');
  mkdirSync(join(desk.folder, 'restored'));
  await desk.restore('copy.tar');
  assert.deepEqual(readdirSync(join(desk.folder, 'restored')).sort(), ['pages', 'watchfloor.sqlite']);
});

check('other tools read the tar', async (desk) => {
  const manifest = await desk.backup('copy.tar');
  const listed = execFileSync('tar', ['-tf', join(desk.folder, 'copy.tar')], { encoding: 'utf8' });
  assert.deepEqual(listed.trim().split('\n'), [...manifest.files.map((file) => file.path), 'manifest.json']);
});

check('a page file that is gone ends the backup and leaves nothing half made', async (desk) => {
  const [first] = readdirSync(join(desk.dataFolder, 'pages'));
  renameSync(join(desk.dataFolder, 'pages', first), join(desk.folder, 'elsewhere'));
  await assert.rejects(desk.backup('copy.tar'), { code: 'page-file-gone' });
  assert.deepEqual(readdirSync(desk.folder).sort(), ['data', 'elsewhere']);
});

const spoilings: Record<string, (folder: string) => void> = {
  'a changed page file': (folder) => {
    const [first] = readdirSync(join(folder, 'pages'));
    const bytes = readFileSync(join(folder, 'pages', first));
    bytes[bytes.length >> 1] ^= 1;
    writeFileSync(join(folder, 'pages', first), bytes);
  },
  'a missing page file': (folder) => rmSync(join(folder, 'pages', readdirSync(join(folder, 'pages'))[0])),
  'a linked page file': (folder) => {
    const path = join(folder, 'pages', readdirSync(join(folder, 'pages'))[0]);
    renameSync(path, join(folder, 'aside'));
    symlinkSync(join(folder, 'aside'), path);
  },
  'a linked page folder': (folder) => {
    renameSync(join(folder, 'pages'), join(folder, 'aside'));
    symlinkSync(join(folder, 'aside'), join(folder, 'pages'));
  },
  'a file of another name': (folder) => writeFileSync(join(folder, 'pages', 'evil.sh'), 'x'),
  'a page file the manifest does not know': (folder) =>
    writeFileSync(join(folder, 'pages', 'pages-999999.warc.gz'), 'x'),
  'no manifest': (folder) => rmSync(join(folder, 'manifest.json')),
  'a manifest that is not JSON': (folder) => writeFileSync(join(folder, 'manifest.json'), '{'),
  'a manifest of a newer version': (folder) => {
    const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as object;
    writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ ...manifest, version: 2 }));
  },
  'a manifest that names a path outside': (folder) => {
    const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as { files: object[] };
    manifest.files.push({ path: '../../outside', bytes: 1, sha256: '' });
    writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  },
};

for (const [spoiling, spoil] of Object.entries(spoilings)) {
  check(`a backup folder with ${spoiling} is refused, and nothing is left behind`, async (desk) => {
    await desk.backup('copy');
    spoil(join(desk.folder, 'copy'));
    await assert.rejects(desk.restore('copy'), { code: 'restore-refused' });
    assert.equal(existsSync(join(desk.folder, 'restored')), false);
  });
}

const entry = (name: string, type = '0', content = 'x') => {
  const header = Buffer.from(tarHeader(name, content.length, 0));
  if (type !== '0') {
    header.write(type, 156, 'latin1');
    header.write('        ', 148, 'latin1');
    const sum = header.reduce((total, byte) => total + byte, 0);
    header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
  }
  return Buffer.concat([header, Buffer.from(content), Buffer.alloc(tarPadding(content.length))]);
};
const end = Buffer.alloc(1_024);
const evilTars: Record<string, Buffer> = {
  'a name that climbs out': Buffer.concat([entry('../outside'), end]),
  'an absolute name': Buffer.concat([entry('/tmp/outside'), end]),
  'a name that climbs inside': Buffer.concat([entry('pages/../../outside'), end]),
  'a symbolic link': Buffer.concat([entry('pages/pages-000001.warc.gz', '2', ''), end]),
  'a hard link': Buffer.concat([entry('watchfloor.sqlite', '1', ''), end]),
  'a name twice': Buffer.concat([entry('watchfloor.sqlite'), entry('watchfloor.sqlite'), end]),
  'a size past its end': entry('watchfloor.sqlite').subarray(0, 512),
  'no header': Buffer.from('These are not the files you look for.'.repeat(40)),
  nothing: Buffer.alloc(0),
};

for (const [fault, bytes] of Object.entries(evilTars)) {
  check(`a tar with ${fault} is refused`, async (desk) => {
    mkdirSync(join(desk.folder, 'in'));
    writeFileSync(join(desk.folder, 'in', 'evil.tar'), bytes);
    await assert.rejects(desk.restore('in/evil.tar'), { code: 'restore-refused' });
    assert.deepEqual(readdirSync(desk.folder).sort(), ['data', 'in']);
  });
}

check('a tar that was cut is refused', async (desk) => {
  await desk.backup('copy.tar');
  const bytes = readFileSync(join(desk.folder, 'copy.tar'));
  writeFileSync(join(desk.folder, 'cut.tar'), bytes.subarray(0, bytes.length - 3_000));
  await assert.rejects(desk.restore('cut.tar'), { code: 'restore-refused' });
});

test('a backup that is restored signs everybody out, and keeps who may come in', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'watchfloor-backup-'));
  const archive = openPageArchive({ folder: join(folder, 'data', 'pages') });
  const store = openSqliteStore({ file: join(folder, 'data', 'watchfloor.sqlite'), matches: matchQuery });
  const user = madeUser('ida');
  await store.saveUser(user);
  await store.addSession(madeSession('token', user));
  await backup({ store, pages: archive, to: join(folder, 'copy'), now: at(5) });
  await store.close();
  await archive.close();
  await restore(join(folder, 'copy'), join(folder, 'restored'));
  const restored = openSqliteStore({ file: join(folder, 'restored', 'watchfloor.sqlite'), matches: matchQuery });
  assert.deepEqual([await restored.listUsers(), await restored.listSessions(user.id)], [[user], []]);
  await restored.close();
  rmSync(folder, { recursive: true });
});
