import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parseQuery, queryFields } from '../../src/watches/watches.ts';
import { matched } from './check.ts';

const page = readFileSync(join(import.meta.dirname, '../../docs/query.md'), 'utf8');
const examples = [...page.matchAll(/^\| `([^`]+)`/gm)].map((match) => match[1]);

/** An article on which every example of the page finds something. */
const article = {
  title: 'Ferry line: boat resumes run, door repaired',
  body: 'The ferry line and its boat resume on Monday, the minister said. 통신위성은 그대로다.\n\nThe ferry sailed through the storm; the ferry storm log says so. A US crew of the Red Line launched it. The café is open.',
  site: 'Harbour Post',
  byline: ['Tom Reed'],
  credit: 'Northwire',
  published: '2026-11-20',
  source: 'Harbour feed',
  owner: 'Reed Group',
  language: 'en',
  statements: ['Ada Brook | minister | a press briefing | The ferry line and its boat resume on Monday'],
  mentions: [{ span: [0, 0], kind: 'person', name: 'Ada Brook' }] as const,
  windows: [['2026-12-01', '2026-12-05']] as const,
  kinds: ['date'] as const,
  independent: 2,
};

test('every example of docs/query.md parses, and finds what the page says it finds', () => {
  assert.ok(examples.length > 30);
  for (const example of examples) {
    assert.deepEqual(parseQuery(example).problems, [], example);
    const given = / NOT | -/.test(example)
      ? { ...article, title: 'Ferry', body: 'The ferry sails.', statements: [] }
      : example === 'lang:ko'
        ? { ...article, language: 'ko' }
        : article;
    assert.notEqual(matched(example, given), null, example);
  }
});

test('every field is on the page', () => {
  const missing = [...queryFields, 'kind', 'sources', 'published', 'window', 'stem'].filter(
    (field) => !page.includes(`${field}:`),
  );
  assert.deepEqual(missing, []);
});
