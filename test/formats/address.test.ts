import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { canonicalAddress, resolveAddress, siteOf } from '../../src/formats/address.ts';

test('addresses are read against their page; what is none is null', () => {
  const base = 'https://gazette.example/news/today.html';
  const cases: readonly [string, string | null][] = [
    ['a.html', 'https://gazette.example/news/a.html'],
    ['/a?b=1', 'https://gazette.example/a?b=1'],
    ['//www.gazette.example/a', 'https://www.gazette.example/a'],
    ['  https://gazette.example/a\n', 'https://gazette.example/a'],
    ['HTTP://GAZETTE.example:80/A', 'http://gazette.example/A'],
    ['#top', null],
    ['', null],
    ['javascript:alert(1)', null],
    ['mailto:a@b.example', null],
    ['data:text/html,x', null],
    ['file:///etc/passwd', null],
    ['https://user:pass@gazette.example/', null],
    ['https://', null],
    [`/${'a'.repeat(5_000)}`, null],
  ];
  for (const [written, address] of cases) assert.equal(resolveAddress(written, base), address, written);
  assert.equal(resolveAddress('/a', null), null);
});

test('one page has one spelling', () => {
  const cases: readonly [string, string][] = [
    ['https://Gazette.example./a?utm_source=x&id=7&fbclid=y#top', 'https://gazette.example/a?id=7'],
    ['https://gazette.example/a?utm_medium=x', 'https://gazette.example/a'],
    ['https://gazette.example/a?b=2&a=1', 'https://gazette.example/a?b=2&a=1'],
    ['https://gazette.example/a?q=%20x&utmost=1', 'https://gazette.example/a?q=%20x&utmost=1'],
    ['https://gazette.example/#!/story/7', 'https://gazette.example/#!/story/7'],
    ['no address', 'no address'],
  ];
  for (const [address, canonical] of cases) assert.equal(canonicalAddress(address), canonical);
});

test('the canonical spelling is its own', () => {
  fc.assert(
    fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (address) => {
      const canonical = canonicalAddress(address);
      assert.equal(canonicalAddress(canonical), canonical);
    }),
  );
});

test('a site is its host without www', () => {
  assert.equal(siteOf('https://www.gazette.example/a'), 'gazette.example');
  assert.equal(siteOf('https://news.gazette.example'), 'news.gazette.example');
  assert.equal(siteOf('gazette'), null);
});
