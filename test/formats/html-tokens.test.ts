import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Tokenizer } from 'htmlparser2';
import { attributeNames, readTokens } from '../../src/formats/html-tokens.ts';

/** The tokens of a text as lines, in their order. */
function tokens(html: string): string[] {
  const seen: string[] = [];
  let tag: string[] = [];
  readTokens(html, {
    full: false,
    isForeign: false,
    text: (start, end) => seen.push(`text ${html.slice(start, end)}`),
    rawText: (start, end) => seen.push(`raw ${html.slice(start, end)}`),
    startTag: () => {
      tag = [];
    },
    attribute: (name, start, end) => tag.push(`${name}=${html.slice(start, end)}`),
    endTag: (name) => seen.push(`<${[name, ...tag].join(' ')}>`),
    closeTag: (name) => seen.push(`</${name}>`),
  });
  return seen;
}

/** The same by htmlparser2, which is slower and reads letter by letter. */
function plainTokens(html: string): string[] {
  const seen: string[] = [];
  let tag: string[] = [];
  let name = '';
  let value = '';
  let raw = false;
  let textEnd = -1;
  const known: readonly string[] = attributeNames;
  const tagOf = (start: number, end: number) => {
    const written = html.slice(start, end).toLowerCase();
    return written === 'image' ? 'img' : written;
  };
  const open = () => {
    seen.push(`<${tag.join(' ')}>`);
    raw = /^(script|style|xmp|iframe|noembed|noframes|plaintext)$/.test(tag[0]);
  };
  const nothing = () => undefined;
  const tokenizer = new Tokenizer(
    { xmlMode: false, decodeEntities: false, recognizeSelfClosing: false },
    {
      ontext: (start, end) => {
        // It cuts texts at signs that open no tag.
        const more = seen.length > 0 && seen.at(-1)!.startsWith('text ') && textEnd === start;
        if (more) seen[seen.length - 1] += html.slice(start, end);
        else seen.push(`${raw ? 'raw' : 'text'} ${html.slice(start, end)}`);
        textEnd = end;
      },
      oncdata: (start, end, offset) => seen.push(`raw ${html.slice(start, end - offset)}`),
      onopentagname: (start, end) => {
        tag = [tagOf(start, end)];
        raw = false;
      },
      onattribname: (start, end) => {
        name = html.slice(start, end).toLowerCase();
        value = '';
      },
      onattribdata: (start, end) => {
        value = html.slice(start, end);
      },
      onattribend: () => {
        if (known.includes(name)) tag.push(`${name}=${value}`);
      },
      onopentagend: open,
      onselfclosingtag: open,
      onclosetag: (start, end) => {
        raw = false;
        seen.push(`</${tagOf(start, end)}>`);
      },
      ontextentity: nothing,
      onattribentity: nothing,
      oncomment: nothing,
      ondeclaration: nothing,
      onprocessinginstruction: nothing,
      onend: nothing,
    },
  );
  tokenizer.write(html);
  tokenizer.end();
  return seen;
}

/** Closes whatever a page may have left open: at the very end of a page htmlparser2 takes pieces of cut tags for text. */
const closing =
  ' "\'>--> ]]></title></textarea></script></style></xmp></iframe></noembed></noframes></noframes></title> end';

const pieces = [
  ...'< > / = " \' ! ? - -- --> --!> <! <!-- <!--> <!---> <![CDATA[ ]]> ]] <? </ </> & &amp; a id p class'.split(' '),
  ...'<p> </p> <P <a <image> <div/> <br / > <x-y> <script> </script> </SCRIPT > </scripty> <title> </title'.split(' '),
  ...'<textarea> <xmp> <iframe <noembed> <noframes> <plaintext> <style> <!doctype <!DOC> href=x CLASS="a" =b'.split(
    ' ',
  ),
  ' ',
  '\n',
  '\t',
  'é',
  '漢',
  ' class="b c" ',
  " title='d > e' ",
  ' onclick="x()" data-x=1 ',
];

test('tokens are those of htmlparser2, on any heap of pieces', () => {
  const heap = fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((parts) => parts.join('') + closing);
  fc.assert(
    fc.property(heap, (html) => {
      assert.deepEqual(tokens(html), plainTokens(html));
    }),
    { numRuns: 3_000, seed: 1 },
  );
});

test('a tag or comment that the end of the page cuts off is no text', () => {
  for (const cut of ['<p class="a', '<p class', '<scr', '</p', '<br /', '<!-- a', '<!doc', '<![CDATA[a', '<?x']) {
    assert.deepEqual(tokens(`a${cut}`), ['text a'], cut);
  }
  assert.deepEqual(tokens('a<'), ['text a<']);
});

test('names in capitals are the same names, unknown attributes are passed over', () => {
  assert.deepEqual(tokens('<A HREF=/x Data-TestId=y data-y=z onload="w">'), ['<a href=/x data-testid=y>']);
  assert.deepEqual(tokens('<X-Y>b</X-Y>'), ['<x-y>', 'text b', '</x-y>']);
});
