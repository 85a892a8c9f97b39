import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Failure } from '../../src/failures.ts';
import { escapeXml, safeXml, scanXml } from '../../src/formats/xml.ts';

/** What is left of a text, or the code it is refused with. */
function check(text: string): string {
  const safe = safeXml(text);
  return safe instanceof Failure ? safe.code : safe;
}

test('document types are cut out, everything else stays as it is', () => {
  assert.equal(check('<a>b</a>'), '<a>b</a>');
  assert.equal(check('<?xml version="1.0"?><!DOCTYPE a PUBLIC "-//X//>" "x.dtd"><a/>'), '<?xml version="1.0"?><a/>');
  assert.equal(check('<!DOCTYPE a [<!ELEMENT a (#PCDATA)>]><a/>'), '<a/>');
  assert.equal(check('<!-- <!DOCTYPE a> --><a/>'), '<!-- <!DOCTYPE a> --><a/>');
  assert.equal(check('<a><![CDATA[<!DOCTYPE html>]]></a>'), '<a><![CDATA[<!DOCTYPE html>]]></a>');
  assert.equal(check('<!doctype a><a/><!DOCTYPE b><c/>'), '<a/><c/>');
  assert.equal(check('<!DOCTYPE never closed <a/>'), '');
});

test('definitions of entities are refused wherever a parser might see them', () => {
  for (const text of [
    '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
    '<!DOCTYPE a [<!-- ]> --><!ENTITY b "c">]><a/>',
    '<!DOCTYPE a [<!eNtItY % b SYSTEM "x">]><a/>',
    '<a/><!ENTITY b "c">',
    '<!DOCTYPE a SYSTEM "x" [ <!ENTITY b "c">',
  ]) {
    assert.equal(check(text), 'xml-entities', text);
  }
});

test('depth and number are limited, in linear time', () => {
  const before = process.cpuUsage().user;
  assert.equal(check('<a>'.repeat(2_000_000)), 'xml-too-large');
  assert.equal(check('<a/>'.repeat(2_000_000)), 'xml-too-large');
  assert.equal(check(`<a>${'<!'.repeat(2_000_000)}`), `<a>${'<!'.repeat(2_000_000)}`);
  assert.equal(check(`<a>${'<!DOCTYPE b>'.repeat(200_000)}`), '<a>');
  assert.ok(process.cpuUsage().user - before < 5_000_000);
});

test('a scan gives names without prefix and decodes the five entities only', () => {
  const seen: string[] = [];
  scanXml('<x:A b="1 &amp; 2">t &lt; &nbsp;</x:A>', {
    open: (name, attributes, fullName) => seen.push(name, JSON.stringify(attributes), fullName) > 0,
    text: (data) => void seen.push(data),
    close: (name) => void seen.push(`/${name}`),
  });
  assert.equal(seen.join('|'), 'a|{"b":"1 & 2"}|x:a|t |<| &nbsp;|/a');
});

test('what is escaped reads back as it was, less what XML forbids', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      let read = '';
      scanXml(`<a>${escapeXml(text)}</a>`, {
        text: (data) => {
          read += data;
        },
      });
      assert.equal(read, text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, ''));
    }),
  );
});
