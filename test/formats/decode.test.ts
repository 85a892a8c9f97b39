import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decode } from '../../src/formats/decode.ts';

const latin = (text: string) => Uint8Array.from(text, (char) => char.charCodeAt(0));
const check = (
  bytes: Uint8Array,
  contentType: string | null,
  text: string | RegExp,
  encoding: string,
  problems = 0,
) => {
  const { value, problems: found } = decode(bytes, contentType);
  if (typeof text === 'string') assert.equal(value.text, text);
  else assert.match(value.text, text);
  assert.equal(value.encoding, encoding);
  assert.equal(found.length, problems, JSON.stringify(found));
};

test('a byte order mark outranks what is declared', () => {
  check(Uint8Array.of(0xef, 0xbb, 0xbf, 0x61), 'text/html; charset=iso-8859-1', 'a', 'utf-8');
  check(Uint8Array.of(0xff, 0xfe, 0x61, 0x00), null, 'a', 'utf-16le');
});

test('header, XML declaration and meta declare, in this order', () => {
  check(latin('caf\xe9'), 'text/html; charset=ISO-8859-1', 'café', 'windows-1252');
  check(latin('<?xml version="1.0" encoding="iso-8859-2"?>\xb1'), null, /ą$/, 'iso-8859-2');
  check(latin('<meta charset="windows-1251">\xcf\xf0'), null, /Пр$/, 'windows-1251');
  check(latin('<meta charset="windows-1251">\xe9'), 'text/html; charset=windows-1252', /é$/, 'windows-1252');
});

test('a declaration far down the page counts', () => {
  check(
    latin(`<!--${'x'.repeat(9_000)}--><meta http-equiv="Content-Type" content="text/html; charset=koi8-r">\xf0`),
    null,
    /П$/,
    'koi8-r',
  );
});

test('UTF-8 is UTF-8 whatever the label, and a problem says so', () => {
  check(new TextEncoder().encode('<meta charset="iso-8859-1">Zürich'), null, /Zürich$/, 'utf-8', 1);
});

test('a wrong label is noticed by what it breaks', () => {
  const text = 'Пароход ушёл в полдень и не вернулся в гавань, сказал начальник порта. '.repeat(20);
  const bytes = Uint8Array.from(text, (char) => (char < '\u0080' ? char.charCodeAt(0) : windows1251(char)));
  check(bytes, 'text/html; charset=utf-8', /начальник порта/, 'windows-1251', 1);
});

test('an unknown label is told and passed over', () => {
  check(latin('<meta charset="x-made-up">plain'), null, /plain$/, 'utf-8', 1);
  check(
    latin('<meta charset="x-made-up">caf\xe9 cr\xe8me, d\xe9j\xe0 vu \xe0 la carte'),
    null,
    /café/,
    'windows-1252',
    2,
  );
});

test('bytes that are no text give none', () => {
  check(
    Uint8Array.from({ length: 4_000 }, (_, at) => (at * 31) % 256),
    null,
    '',
    'utf-8',
    1,
  );
});

function windows1251(char: string): number {
  if (char === 'ё') return 0xb8;
  const code = char.charCodeAt(0);
  return code >= 0x410 && code <= 0x44f ? code - 0x410 + 0xc0 : 0x3f;
}
