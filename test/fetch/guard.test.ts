import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { asFailure } from '../../src/failures.ts';
import { createGuard, refusedRange } from '../../src/fetch/guard.ts';

const guard = createGuard();

/** The code an address is refused with; null when it may be asked. */
function check(address: string, guarded = guard): string | null {
  try {
    guarded.checkUrl(address);
    return null;
  } catch (thrown) {
    const failure = asFailure(thrown);
    assert.notEqual(failure.advice, '');
    return failure.code;
  }
}

test('public addresses may be asked', () => {
  for (const address of [
    'https://news.example/feed.xml',
    'http://news.example:8080/',
    'https://8.8.8.8/',
    'https://[2606:4700::1111]/',
    'https://bücher.example/',
    'https://172.32.0.1/',
    'https://100.128.0.1/',
    'https://11.0.0.1/',
  ]) {
    assert.equal(check(address), null, address);
  }
});

test('every spelling of a private IPv4 address is refused', () => {
  for (const host of [
    '127.0.0.1',
    '127.1',
    '2130706433',
    '0x7f000001',
    '0x7f.1',
    '017700000001',
    '0177.0.0.1',
    '127.0.0.1.',
    '１２７.0.0.1',
    '127。0。0。1',
    '%31%32%37.0.0.1',
    '0',
    '0.0.0.0',
    '10.1.2.3',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '100.127.255.254',
    '224.0.0.1',
    '239.255.255.250',
    '255.255.255.255',
    '240.0.0.1',
    '192.0.2.7',
    '198.51.100.7',
    '203.0.113.7',
    '198.18.0.1',
    '168.63.129.16',
  ]) {
    assert.equal(check(`http://${host}/`), 'address-refused', host);
  }
});

test('IPv6 forms that are private or carry IPv4 inside are refused', () => {
  for (const host of [
    '::',
    '::1',
    '0:0:0:0:0:0:0:1',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '::ffff:8.8.8.8',
    '::127.0.0.1',
    '64:ff9b::7f00:1',
    '64:ff9b::10.0.0.1',
    '64:ff9b:1::a00:1',
    '2002:7f00:1::',
    '2001:0:4136:e378:8000:63bf:3fff:fdd2',
    'fe80::1',
    'fec0::1',
    'fc00::1',
    'fd12:3456::1',
    'fd00:ec2::254',
    'ff02::1',
    '2001:db8::1',
    '3fff::1',
    '100::1',
    '4000::1',
    '5f00::1',
  ]) {
    assert.equal(check(`http://[${host}]/`), 'address-refused', host);
  }
  assert.notEqual(refusedRange('fe80::1%eth0'), null);
  assert.notEqual(refusedRange('2606:4700::1111%1'), null);
});

test('names of this machine and its network are refused', () => {
  for (const host of [
    'localhost',
    'LOCALHOST.',
    'a.localhost',
    'router',
    'printer.local',
    'metadata.google.internal',
  ]) {
    assert.equal(check(`http://${host}/`), 'address-refused', host);
  }
});

test('other schemes, credentials, odd ports and broken addresses are refused, each with its own code', () => {
  assert.equal(check('file:///etc/passwd'), 'scheme-refused');
  assert.equal(check('ftp://news.example/'), 'scheme-refused');
  assert.equal(check('javascript:alert(1)'), 'scheme-refused');
  assert.equal(check('data:text/html,x'), 'scheme-refused');
  assert.equal(check('https://user:secret@news.example/'), 'credentials-in-address');
  assert.equal(check('https://news.example:22/'), 'port-refused');
  assert.equal(check('https://news.example:6379/'), 'port-refused');
  assert.equal(check('https://'), 'address-malformed');
  assert.equal(check('no address'), 'address-malformed');
  assert.equal(check(`https://news.example/${'a'.repeat(9_000)}`), 'address-malformed');
});

test('a password in an address does not reach the message', () => {
  try {
    guard.checkUrl('https://user:hunter2@news.example/');
    assert.fail('must be refused');
  } catch (thrown) {
    assert.ok(!asFailure(thrown).message.includes('hunter2'));
  }
});

test('a host allowed by name may be private, and only that one', () => {
  const lenient = createGuard({ allowHosts: ['127.0.0.1', 'intranet.example', 'localhost:8080', '::1'] });
  assert.equal(check('http://127.0.0.1:99/', lenient), null);
  assert.equal(check('http://[::1]/', lenient), null);
  assert.equal(check('http://localhost:8080/', lenient), null);
  assert.equal(check('http://localhost:8081/', lenient), 'address-refused');
  assert.equal(check('http://127.0.0.2/', lenient), 'address-refused');
  assert.doesNotThrow(() => lenient.checkResolved('intranet.example', '80', ['10.0.0.1']));
  assert.throws(() => lenient.checkResolved('other.example', '80', ['10.0.0.1']));
});

test('one private address among the resolved refuses the name', () => {
  assert.throws(() => guard.checkResolved('news.example', '443', ['8.8.8.8', '10.0.0.1']), /10\.0\.0\.1/);
  assert.throws(() => guard.checkResolved('news.example', '443', ['not an address']));
  assert.throws(() => guard.checkSocket('news.example', '443', undefined));
});

test('an IPv4 address inside any IPv6 form is never more public than by itself', () => {
  fc.assert(
    fc.property(fc.ipV4(), (address) => {
      const [a, b, c, d] = address.split('.').map(Number);
      const hex = `${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}`;
      for (const form of [`::ffff:${address}`, `::${hex}`, `64:ff9b::${hex}`, `2002:${hex}::1`]) {
        assert.notEqual(refusedRange(form), null, form);
      }
    }),
    { numRuns: 200 },
  );
});
