import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import { type TestContext, test } from 'node:test';
import { brotliCompressSync, constants, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { Failure } from '../../src/failures.ts';
import type { FetchOptions } from '../../src/fetch/fetch.ts';
import { fetcher, type Pages, serve } from './server.ts';

/** Asks a hostile server and gives the code of the failure that it must end in. */
async function check(context: TestContext, pages: Pages, path: string, options: FetchOptions = {}): Promise<string> {
  const server = await serve(context, pages);
  return refused(context, server.origin + path, { robots: false, ...options });
}

async function refused(context: TestContext, address: string, options: FetchOptions): Promise<string> {
  const answer = await fetcher(context, options)
    .get(address)
    .catch((thrown: unknown) => thrown);
  assert.ok(answer instanceof Failure, `${address} must fail: ${String(answer)}`);
  assert.notEqual(answer.code, 'bug', answer.message);
  assert.notEqual(answer.advice, '');
  return answer.code;
}

const redirectTo =
  (location: string): Pages[string] =>
  (_, response) =>
    response.writeHead(302, { location }).end();

test('a redirect to a private address is refused and never followed', async (context) => {
  const secret = await serve(context, { '/': 'secret' });
  for (const location of [
    `http://localhost:${secret.port}/`,
    `http://127.1:${secret.port}/`,
    `http://2130706433:${secret.port}/`,
    `http://[::1]:${secret.port}/`,
    `http://[::ffff:127.0.0.1]:${secret.port}/`,
    'http://169.254.169.254/latest/meta-data/',
  ]) {
    // The first server alone is allowed, by name and port.
    const server = await serve(context, { '/feed': redirectTo(location) });
    const code = await refused(context, `${server.origin}/feed`, {
      allowHosts: [`127.0.0.1:${server.port}`],
      robots: false,
    });
    assert.equal(code, 'address-refused', location);
  }
  assert.deepEqual(secret.asked, []);
});

test('a redirect to another scheme or with a password is refused', async (context) => {
  assert.equal(await check(context, { '/': redirectTo('file:///etc/passwd') }, '/'), 'scheme-refused');
  assert.equal(await check(context, { '/': redirectTo('https://a:b@news.example/') }, '/'), 'credentials-in-address');
  assert.equal(await check(context, { '/': redirectTo('http://[') }, '/'), 'redirect-malformed');
});

test('a name that resolves to a private address is refused', async (context) => {
  const secret = await serve(context, { '/': 'secret' });
  for (const address of ['127.0.0.1', '10.0.0.1', '::1', '::ffff:127.0.0.1', '64:ff9b::7f00:1', 'fd00::1']) {
    const code = await refused(context, `http://news.example:${secret.port}/`, {
      allowHosts: [],
      robots: false,
      lookup: (_, __, done) => done(null, [{ address, family: address.includes(':') ? 6 : 4 }]),
    });
    assert.equal(code, 'address-refused', address);
  }
  assert.deepEqual(secret.asked, []);
});

test('a name that answers differently the second time cannot rebind', async (context) => {
  const secret = await serve(context, { '/': 'secret' });
  const codes: string[] = [];
  let lookups = 0;
  const client = fetcher(context, {
    allowHosts: [],
    robots: false,
    limits: { connectSeconds: 0.3, totalSeconds: 2 },
    // Public first (in a block that is given to nobody), private ever after.
    lookup: (_, __, done) =>
      done(null, [lookups++ === 0 ? { address: '2e00::1', family: 6 } : { address: '127.0.0.1', family: 4 }]),
  });
  for (let round = 0; round < 3; round++) {
    await client.get(`http://news.example:${secret.port}/`).catch((failure: Failure) => codes.push(failure.code));
  }
  assert.notEqual(codes[0], 'address-refused');
  assert.deepEqual(codes.slice(1), ['address-refused', 'address-refused']);
  assert.equal(lookups, 3, 'one look-up a connection');
  assert.deepEqual(secret.asked, []);
});

test('the connection goes to the addresses that were checked, without a second look', async (context) => {
  const server = await serve(context, { '/': 'reached' });
  let lookups = 0;
  const client = fetcher(context, {
    allowHosts: ['pinned.example'],
    robots: false,
    lookup: (_, __, done) => {
      lookups++;
      done(null, [{ address: '127.0.0.1', family: 4 }]);
    },
  });
  const page = await client.get(`http://pinned.example:${server.port}/`);
  assert.equal(new TextDecoder().decode(page.content), 'reached');
  assert.equal(lookups, 1);
});

test('a compression bomb is stopped', async (context) => {
  const zeros = Buffer.alloc(20 * 1024 * 1024);
  const bomb = gzipSync(zeros);
  const packed = { br: brotliCompressSync(zeros), zstd: zstdCompressSync(zeros), deflate: deflateSync(zeros) };
  const pages: Pages = {
    '/': (_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb),
    '/twice': (_, response) => response.writeHead(200, { 'content-encoding': 'gzip, gzip' }).end(gzipSync(bomb)),
    '/many': (_, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip, gzip, gzip, gzip, gzip' }).end(gzipSync('x')),
  };
  const limits = { inflatedBytesMax: 1024 * 1024 };
  assert.equal(await check(context, pages, '/', { limits }), 'body-inflates-too-far');
  assert.equal(await check(context, pages, '/twice', { limits }), 'body-inflates-too-far');
  assert.equal(await check(context, pages, '/many', { limits }), 'body-broken');
  for (const [coding, body] of Object.entries(packed)) {
    const page: Pages = { '/': (_, response) => response.writeHead(200, { 'content-encoding': coding }).end(body) };
    assert.equal(await check(context, page, '/', { limits }), 'body-inflates-too-far', coding);
  }
  // One whose header asks for a window of gigabytes, as RFC 9659 forbids it.
  const windowed = zstdCompressSync(zeros, { params: { [constants.ZSTD_c_windowLog]: 27 } });
  const wide: Pages = { '/': (_, response) => response.writeHead(200, { 'content-encoding': 'zstd' }).end(windowed) };
  assert.equal(await check(context, wide, '/', { limits }), 'body-broken');
});

test('broken and unknown codings say so', async (context) => {
  const pages: Pages = {
    '/not': (_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end('plain text'),
    '/cut': (_, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('a long text '.repeat(500)).subarray(0, 40)),
    '/odd': (_, response) => response.writeHead(200, { 'content-encoding': 'pack200' }).end('x'),
  };
  assert.equal(await check(context, pages, '/not'), 'body-broken');
  assert.equal(await check(context, pages, '/cut'), 'body-broken');
  assert.equal(await check(context, pages, '/odd'), 'coding-unknown');
});

test('a body without end, declared or not, is cut off', async (context) => {
  const pages: Pages = {
    '/declared': (_, response) => response.writeHead(200, { 'content-length': '99999999' }).end('x'),
    '/endless': (_, response) => {
      const piece = Buffer.alloc(64 * 1024, 0x20);
      const more = (): void => {
        while (!response.destroyed && response.write(piece));
        if (!response.destroyed) response.once('drain', more);
      };
      more();
    },
  };
  const limits = { bodyBytesMax: 512 * 1024 };
  assert.equal(await check(context, pages, '/declared', { limits }), 'body-too-large');
  assert.equal(await check(context, pages, '/endless', { limits }), 'body-too-large');
});

test('a server that drips, stalls or never answers runs out of time', async (context) => {
  const pages: Pages = {
    '/drip': (_, response) => {
      const timer = setInterval(() => response.write('.'), 50);
      response.on('close', () => clearInterval(timer));
    },
    '/stall': (_, response) => void response.write('the first words'),
    '/mute': () => undefined,
  };
  const drip = await check(context, pages, '/drip', { limits: { totalSeconds: 0.5 } });
  assert.equal(drip, 'total-timeout');
  // undici's timers tick about once a second.
  for (const path of ['/stall', '/mute']) {
    assert.equal(await check(context, pages, path, { limits: { idleSeconds: 0.2, totalSeconds: 8 } }), 'idle-timeout');
  }
});

test('redirects without end and in circles stop', async (context) => {
  const pages: Pages = {
    '/endless': (request, response) => {
      const step = Number(request.url?.split('?')[1] ?? 0) + 1;
      response.writeHead(302, { location: `/endless?${step}` }).end();
    },
    '/a': redirectTo('/b'),
    '/b': redirectTo('/a'),
  };
  assert.equal(await check(context, pages, '/endless'), 'redirects-too-many');
  assert.equal(await check(context, pages, '/a'), 'redirect-loop');
});

test('headers without measure are refused', async (context) => {
  const pages: Pages = { '/': (_, response) => response.writeHead(200, { 'x-fill': 'a'.repeat(60_000) }).end('x') };
  assert.equal(await check(context, pages, '/'), 'headers-too-large');
});

test('a server that talks no HTTP or hangs up ends as a failure', async (context) => {
  for (const [words, code] of [
    ['SSH-2.0-OpenSSH_9.7\r\n', 'http-malformed'],
    ['', 'connection-broken'],
    ['HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\ncut', 'connection-broken'],
  ]) {
    const server = createServer((socket) => {
      socket.on('error', () => socket.destroy());
      socket.once('data', () => socket.end(words));
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    context.after(() => void server.close());
    const { port } = server.address() as { port: number };
    assert.equal(await refused(context, `http://127.0.0.1:${port}/`, { robots: false }), code, words);
  }
});

test('a host that does not exist or does not listen says which', async (context) => {
  const notFound = Object.assign(new Error('getaddrinfo ENOTFOUND'), { code: 'ENOTFOUND', syscall: 'getaddrinfo' });
  const code = await refused(context, 'http://gone.example/', {
    robots: false,
    lookup: (_, __, done) => done(notFound, []),
  });
  assert.equal(code, 'host-not-found');
  const again = Object.assign(new Error('getaddrinfo EAI_AGAIN'), { code: 'EAI_AGAIN', syscall: 'getaddrinfo' });
  const later = await refused(context, 'http://gone.example/', {
    robots: false,
    lookup: (_, __, done) => done(again, []),
  });
  assert.equal(later, 'dns-failed');
  assert.equal(
    await refused(context, 'http://127.0.0.1:9/', { robots: false, allowHosts: ['127.0.0.1'] }),
    'connection-refused',
  );
});

test('a server that only pretends to be secure says so', async (context) => {
  const server = await serve(context, { '/': 'x' });
  assert.equal(await refused(context, `https://127.0.0.1:${server.port}/`, { robots: false }), 'tls-failed');
});

test('a failure names no more of a long address than a line holds', async (context) => {
  const server = await serve(context, {});
  const failure = await fetcher(context, { robots: false })
    .get(`${server.origin}/${'a'.repeat(4_000)}`)
    .catch((thrown: unknown) => thrown);
  assert.ok(failure instanceof Failure);
  assert.ok(failure.message.length < 400, String(failure.message.length));
});

test('a robots.txt made to cost time costs little', async (context) => {
  const lines = ['User-agent: *'];
  for (let line = 0; line < 20_000; line++) lines.push(`Disallow: /${'*a'.repeat(100)}b`);
  const server = await serve(context, {
    '/robots.txt': lines.join('\n'),
    [`/${'a'.repeat(2_000)}`]: 'x',
  });
  const client = fetcher(context);
  const before = process.cpuUsage().user;
  await client.get(`${server.origin}/${'a'.repeat(2_000)}`);
  assert.ok(process.cpuUsage().user - before < 3_000_000);
});
