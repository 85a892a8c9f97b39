import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { isDump } from '../../src/extract/dumps.ts';
import { extract } from '../../src/extract/extract.ts';

/**
 * Pages as bare text, each line marked with what it is: `T` title, `P` paragraph, `W` part of a wrapped paragraph, `L` lead, `C`
 * lead that shows it was cut, `S` teaser of the lead above, `H` heading of a list, `X` anything else. Lines with `#` say what
 * else is expected. List marks stay in the page.
 */
const folder = join(import.meta.dirname, '../cases/dump');

for (const file of readdirSync(folder)) {
  test(`bare text: ${file.replace('.txt', '').replaceAll('-', ' ')}`, () =>
    check(readFileSync(join(folder, file), 'utf8')));
}

function check(marked: string): void {
  const lines = marked.trimEnd().split('\n');
  const said = new Map(
    lines.filter((line) => line.startsWith('# ')).map((line) => line.slice(2).split(': ') as [string, string]),
  );
  const shown = lines.filter((line) => !line.startsWith('# '));
  const { article, leads } = extractText(shown.map((line) => line.slice(2)).join('\n'));
  const bare = (line: string) => line.slice(2).replace(/^[-•] /, '');
  assert.equal(article.title, shown.find((line) => line.startsWith('T '))?.slice(2) ?? null);
  assert.deepEqual(
    article.body === '' ? [] : article.body.split('\n\n'),
    paragraphsOf(shown, said.get('credit') ?? ''),
  );
  const [agency, form] = (said.get('credit') ?? 'none').split(' ');
  assert.deepEqual([article.credit?.agency ?? 'none', article.credit?.form], [agency, form]);
  if (said.has('kind')) assert.equal(article.kind, said.get('kind'));
  if (said.get('language') !== 'none') assert.equal(article.language, said.get('language'));
  const expected = new Map<string, { count: number; cutOff: boolean; teaser: string | null; block: string | null }>();
  let block: string | null = null;
  for (const [at, line] of shown.entries()) {
    if (line.startsWith('H ')) block = line.slice(2);
    else if (/^[TPW] /.test(line)) block = null;
    if (!/^[LC] /.test(line)) continue;
    const title = bare(line).replace(/^READ MORE: /, '');
    const below = shown[at + 1]?.startsWith('S ') ? shown[at + 1].slice(2).replace(/\[더보기\]$/, '') : null;
    const known = expected.get(title);
    if (known === undefined) expected.set(title, { count: 1, cutOff: line.startsWith('C '), teaser: below, block });
    else known.count++;
  }
  const got = leads.map(({ title, count, cutOff, teaser }) => ({ title, count, cutOff, teaser }));
  assert.deepEqual(
    got,
    [...expected].map(([title, { count, cutOff, teaser }]) => ({ title, count, cutOff, teaser })),
  );
}

function paragraphsOf(shown: readonly string[], credit: string): string[] {
  const paragraphs: string[] = [];
  for (const [at, line] of shown.entries()) {
    if (line.startsWith('P ')) paragraphs.push(line.slice(2).replace(/^- /, ''));
    if (line.startsWith('W ')) {
      if (shown[at - 1]?.startsWith('W ')) paragraphs[paragraphs.length - 1] += ` ${line.slice(2)}`;
      else paragraphs.push(line.slice(2));
    }
  }
  // A sign at the end is the credit and no part of the text.
  if (credit.endsWith(' tail'))
    paragraphs[paragraphs.length - 1] = paragraphs[paragraphs.length - 1].replace(/ \(?(?:Newsis|PTI)\)?$/, '');
  return paragraphs;
}

function extractText(content: string, hint: { published?: string } = {}) {
  const { value } = extract({
    pageId: 'page',
    content,
    contentType: null,
    url: null,
    form: 'auto',
    received: null,
    hint,
  });
  return value;
}

test('what the caller gave outranks the lines about the text', () => {
  const page =
    'A title of some words\nPublished: March 14, 2024\nThe port said on Wednesday that ferries would run at night from now on.';
  assert.deepEqual(extractText(page).article.published, { value: '2024-03-14', precision: 'day', from: 'visible' });
  const given = extractText(page, { published: '2024-03-20' }).article;
  assert.deepEqual(given.published, { value: '2024-03-20', precision: 'day', from: 'given' });
  assert.deepEqual(given.notes, ['visible date 2024-03-14 against given 2024-03-20']);
});

test('a page with markup is no bare text', () => {
  assert.equal(isDump('<p>One paragraph.'), false);
  assert.equal(isDump('a < b and b > c, said the <teacher>'), true);
});

test('any text gives an article, and the same one each time', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('\n', '\n\n', '- ', '...', '(', '）', '责任编辑：', '[详细]', 'Read more', '\u2028'),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const text = pieces.join('');
      const first = extract({
        pageId: 'p',
        content: text,
        contentType: null,
        url: null,
        form: 'dump',
        received: null,
        hint: {},
      });
      const again = extract({
        pageId: 'p',
        content: text,
        contentType: null,
        url: null,
        form: 'dump',
        received: null,
        hint: {},
      });
      assert.deepEqual(first, again);
    }),
    { numRuns: 200 },
  );
});
