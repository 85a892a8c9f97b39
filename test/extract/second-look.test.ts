import assert from 'node:assert/strict';
import { test } from 'node:test';
import { describePage } from '../../src/extract/describe.ts';
import type { Draft } from '../../src/extract/draft.ts';
import { lookAgain } from '../../src/extract/second-look.ts';
import { readStructured } from '../../src/extract/structured.ts';
import { attribute, parseHtml } from '../../src/formats/html.ts';

/**
 * The rules that come after the scores, without the weights: a page and the score of each block in (the `id` of a box around
 * it, the innermost counts, 4 where none is given), what is kept out.
 */
function check(body: string, kept: readonly string[]): void {
  const tree = parseHtml(`<!doctype html><html><head><title>${title}</title></head><body>${body}</body></html>`);
  const described = describePage(tree, readStructured(tree).value, null);
  const { blocks, boxes } = described.page;
  const scores = Float32Array.from(blocks, ({ box }) => {
    for (let index = box; index > 0; index = boxes[index].parent) {
      const given = attribute(tree, boxes[index].node, 'id');
      if (given !== '') return Number(given);
    }
    return 4;
  });
  const draft: Draft = {
    scores,
    kept: Uint8Array.from(scores, (score) => (score > 0 ? 1 : 0)),
    changes: blocks.map(() => null),
  };
  lookAgain(described, draft, tree, 'https://harbourpost.example/news/ferry-line-closes');
  assert.deepEqual(
    blocks.filter((_, at) => draft.kept[at] === 1).map(({ text }) => text),
    kept,
  );
}
const title = 'Ferry line closes after ninety years';
const story = [
  'The last ferry between Sandholm and the islands will stop running at the end of March, the port authority said on Monday.',
  'About four hundred people use the line each day, most of them pupils and fishers who have no other way across the sound.',
  '“We have looked at every timetable and every subsidy, and the numbers do not add up,” said Ada Lund, who heads the authority.',
  'The islanders want the county to buy the ship. A meeting is planned for next week in the parish hall, according to Bo Ek, a teacher.',
];
const remarks = [
  'I have taken this ferry for thirty years and never once was it late, which is more than can be said of the bus to town.',
  'Well, the council had its chance to buy the ship when it was cheap, and now all of us are going to pay for that mistake.',
];
const paragraphs = (list: readonly string[], id = '') =>
  list.map((text) => `<p${id === '' ? '' : ` id="${id}"`}>${text}</p>`).join('');
const menu = ['Sport', 'Weather', 'Harbour', 'Culture', 'Letters']
  .map((word) => `<li id="-6"><a href="/x">${word}</a></li>`)
  .join('');

test('an island far from the text and much less likely goes', () => {
  const body = `<main><h1 id="-3">${title}</h1><div class="text">${paragraphs(story)}</div></main><ul>${menu}</ul>`;
  check(`${body}<div class="voices">${paragraphs(remarks, '0.6')}</div>`, story);
});

test('text as likely as the rest stays, however far', () => {
  const body = `<main><h1 id="-3">${title}</h1><div class="text">${paragraphs(story)}</div></main><ul>${menu}</ul>`;
  check(`${body}<div class="more">${paragraphs(remarks, '3.5')}</div>`, [...story, ...remarks]);
});

test('a standfirst between title and text is no island', () => {
  const standfirst = 'Pupils and fishers will have to find another way across the sound from April on.';
  check(
    `<div><h1 id="-3">${title}</h1><p id="0.4">${standfirst}</p></div><ul>${menu}</ul><div class="text">${paragraphs(story)}</div>`,
    [standfirst, ...story],
  );
});

test('the second half of a text in a box like the first is no island', () => {
  const halves = [story.slice(0, 3), [story[3], ...remarks]];
  check(
    `<main><div class="part">${paragraphs(halves[0])}</div><ul>${menu}</ul><div class="part">${paragraphs(halves[1], '1')}</div></main>`,
    halves.flat(),
  );
});

test('running text that falls short by little amid the text belongs to it, a line by a picture does not', () => {
  check(
    `<main>${paragraphs(story.slice(0, 2))}<p id="-0.7">${story[2]}</p><figure id="-0.7"><figcaption>${remarks[0]}</figcaption></figure>${paragraphs(story.slice(3))}</main>`,
    story,
  );
});

test('running text far below goes, and so does what falls short at the ends', () => {
  check(
    `<main><p id="-0.7">${remarks[0]}</p>${paragraphs(story.slice(0, 2))}<p id="-1.6">${remarks[1]}</p>${paragraphs(story.slice(2))}</main>`,
    story,
  );
});

test('stories with their first lines under the heading of a list are none of the text', () => {
  const others = remarks.map((text) => `<article class="post"><p>${text}</p></article>`).join('');
  check(`<main><div class="text">${paragraphs(story)}</div><h3>You may also like</h3>${others}</main>`, story);
  // The same where the heading stands among the paragraphs.
  check(`<main>${paragraphs(story)}<h3>You may also like</h3>${others}</main>`, story);
});

test('the text goes on behind a list of other stories that stands in it', () => {
  const links = '<ul><li id="-3"><a href="/a">Herring prices climb again as boats stay in harbour</a></li></ul>';
  check(
    `<main>${paragraphs(story.slice(0, 3))}<h3 id="1">Related stories</h3>${links}${paragraphs(story.slice(3))}</main>`,
    story,
  );
});

test('a table amid the text stays when its rows fall short by little, and all rows share one fate', () => {
  const rows = [
    ['Year', 'Passengers'],
    ['1931', '12,000'],
    ['2023', '140,000'],
  ];
  const table = rows.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('');
  check(`<main>${paragraphs(story.slice(0, 3))}<table id="-0.5">${table}</table>${paragraphs(story.slice(3))}</main>`, [
    ...story.slice(0, 3),
    ...rows.map((cells) => cells.join(' | ')),
    ...story.slice(3),
  ]);
  check(`<main>${paragraphs(story)}<table id="-0.5">${table}</table></main>`, story);
});

test('a table of contents is none of the text, links to other pages in a list of sources are', () => {
  const contents = ['How it began', 'Who used the line', 'What comes next']
    .map((text, at) => `<li id="2"><a href="#part${at}">${text}</a></li>`)
    .join('');
  check(`<main>${paragraphs(story.slice(0, 1))}<ul>${contents}</ul>${paragraphs(story.slice(1))}</main>`, story);
  const sources = ['The timetable of 1931', 'The report of the county', 'A letter by Bo Ek'];
  const list = sources.map((text, at) => `<li id="2"><a href="/papers/${at}">${text}</a></li>`).join('');
  check(`<main>${paragraphs(story.slice(0, 1))}<ul>${list}</ul>${paragraphs(story.slice(1))}</main>`, [
    story[0],
    ...sources,
    ...story.slice(1),
  ]);
});

test('asides and captions are none of a text that stands elsewhere; a page that is all aside keeps its text', () => {
  const caption = 'The ferry on its way to the islands in the summer of last year, seen from the old pier.';
  check(
    `<main>${paragraphs(story)}<figure><figcaption id="1">${caption}</figcaption></figure></main><aside id="1">${paragraphs(remarks)}</aside>`,
    story,
  );
  check(`<aside>${paragraphs(story)}</aside>`, story);
});

test('an embedded post amid the text belongs to it, the frame of an embedded picture does not', () => {
  const post =
    '<blockquote class="twitter-tweet"><p id="-2">Four hundred people and no ship. Think again.</p></blockquote>';
  const picture =
    '<blockquote class="instagram-media"><p id="-2"><a href="/p/1">A picture shared by Ada Lund</a></p></blockquote>';
  check(`<main>${paragraphs(story.slice(0, 2))}${post}${picture}${paragraphs(story.slice(2))}</main>`, [
    ...story.slice(0, 2),
    'Four hundred people and no ship. Think again.',
    ...story.slice(2),
  ]);
});

test('a subtitle just below the title that fell short by little is text; a short heading and a plain no are none', () => {
  const page = (subtitle: string, score: number) =>
    `<main><h1 id="-4">${title}</h1><h2 id="${score}">${subtitle}</h2>${story.map((line) => `<p>${line}</p>`).join('')}</main>`;
  const subtitle = 'Pupils and fishers will have to find another way across the sound';
  check(page(subtitle, -0.3), [subtitle, ...story]);
  check(page(subtitle, -1.5), story);
  check(page('Local news', -0.3), story);
});

test('the number of comments heads them on a line of its own, too', () => {
  const page = (line: string) =>
    `<main><h1 id="-4">${title}</h1>${story.map((one) => `<p>${one}</p>`).join('')}<p id="-0.2">${line}</p><p>${remarks[0]}</p></main>`;
  check(page('2 comments'), story);
  check(page('Comments'), [...story, remarks[0]]);
});
