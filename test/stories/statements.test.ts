import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createStories } from '../../src/stories/stories.ts';
import { arrivalOf, type DatedFact, type SaidFact, type Told } from './telling.ts';

const opening: Told = {
  title: 'Gate of Wendle dam opened by itself, worker says',
  body: 'A gate of the Wendle dam opened by itself in spring, a worker of the dam says. "We tied the gate with a chain and wrote it in the book," said Seth Orlow. The dam is to be tested on May 20.',
  published: '2031-05-05',
  said: [
    { words: 'A gate of the Wendle dam opened by itself in spring', by: null, form: 'indirect', force: 'say' },
    { words: 'We tied the gate with a chain and wrote it in the book', by: 'Seth Orlow' },
  ],
  dated: [{ words: 'May 20', from: '2031-05-20', what: 'The dam is to be tested' }],
};

interface Later {
  readonly title: string;
  readonly body: string;
  readonly said?: readonly SaidFact[];
  readonly dated?: readonly DatedFact[];
}

/** Statements told of later articles of the story of `opening`, article by article. */
function toldBy(...later: readonly Later[]): string[][] {
  const stories = createStories();
  stories.place(arrivalOf(opening, 0));
  return later.map((one, at) => {
    const { value } = stories.place(arrivalOf({ ...one, published: `2031-05-2${at}` }, at + 1));
    assert.equal(value.story.pageCount, at + 2, 'one story');
    return value.developments.filter(({ kind }) => kind === 'statement').map(({ summary }) => summary);
  });
}

test('what an office denies is told in the words of the person who spoke for it, against what it denies', () => {
  const stories = createStories();
  stories.place(arrivalOf(opening, 0));
  const denial = arrivalOf(
    {
      title: 'Company denies that Wendle dam gate opened',
      body: 'The company denied that a gate of the Wendle dam opened by itself in spring. "That gate never moved in forty years," said Lionel Brack, who runs the Wendle dam.',
      published: '2031-05-06',
      said: [
        {
          words: 'a gate of the Wendle dam opened by itself in spring',
          by: null,
          form: 'indirect',
          force: 'deny',
          shown: 'The company',
        },
        { words: 'That gate never moved in forty years', by: 'Lionel Brack' },
      ],
    },
    1,
  );
  const [told] = stories.place(denial).value.developments.filter(({ kind }) => kind === 'statement');
  assert.equal(told.summary, 'Lionel Brack denies: That gate never moved in forty years');
  assert.match(told.replaces?.evidence[0].quote ?? '', /opened by itself in spring/);
});

test('a known speaker is news when the headline is about the words, and not when it is about something else', () => {
  const words = 'The page about the chain lay for months in the desk of the mayor';
  const said: SaidFact[] = [{ words, by: 'Seth Orlow' }];
  const body = `At the Wendle dam gate nothing is settled. "${words}," said Seth Orlow of the Wendle dam.`;
  assert.deepEqual(toldBy({ title: 'Wendle dam: page about chain was in desk of mayor', body, said }), [
    [`Seth Orlow says: ${words}`],
  ]);
  assert.deepEqual(toldBy({ title: 'Wendle dam gate to be tested', body, said }), [[]]);
});

test('a known speaker is news again once the matter failed', () => {
  const test20: Later = {
    title: 'Test of Wendle dam gate fails',
    body: 'The test of the Wendle dam gate failed on May 20.',
    dated: [{ words: 'May 20', from: '2031-05-20', what: 'The test', kind: 'past', status: 'failed' }],
  };
  const words = 'Nobody asked those who worked there for years';
  const after: Later = {
    title: 'Quiet at Wendle dam a day on',
    body: `The Wendle dam gate is shut. "${words}," said Seth Orlow at the Wendle dam.`,
    said: [{ words, by: 'Seth Orlow' }],
  };
  assert.deepEqual(toldBy(test20, after), [[], [`Seth Orlow says: ${words}`]]);
  assert.deepEqual(toldBy(after), [[]]);
});

test('own words weigh more than a promise that an office is reported to have made', () => {
  const words = 'Without the gate the meadows will be under water by June';
  const [told] = toldBy({
    title: 'Farmers below Wendle dam fear for meadows',
    body: `"${words}," said Ada Quill, who farms below the Wendle dam gate. Harl County promised to pay for sandbags at the dam.`,
    said: [
      { words, by: 'Ada Quill' },
      { words: 'to pay for sandbags at the dam', by: 'Harl County', form: 'indirect', force: 'promise' },
    ],
  });
  assert.deepEqual(told, [`Ada Quill says: ${words}`]);
});

test('the same said again by another, reports of new speakers and sayings of two words are no news', () => {
  const told = toldBy({
    title: 'What is known of Wendle dam gate',
    body: 'The gate of the Wendle dam was tied. "We tied the gate with a chain and wrote it in the book," said Ivo Starn. "So what?" said Ada Quill. Bo Lind said the dam gate would be looked at by someone.',
    said: [
      { words: 'We tied the gate with a chain and wrote it in the book', by: 'Ivo Starn' },
      { words: 'So what?', by: 'Ada Quill' },
      { words: 'the dam gate would be looked at by someone', by: 'Bo Lind', form: 'indirect' },
    ],
  });
  assert.deepEqual(told, [[]]);
});

test('a denial is told in the words of whom the headline names, not of those whose claim it denies', () => {
  const [told] = toldBy({
    title: 'Lake board rejects claim that Wendle dam gate opened by itself',
    body: 'The board denied that a gate of the Wendle dam opened by itself in spring. The union of dam workers had said so. "It was waiting to happen," said Col Hesk of the union. "Nothing moved and nothing will," said Ada Dunn of the lake board.',
    said: [
      {
        words: 'a gate of the Wendle dam opened by itself in spring',
        by: null,
        form: 'indirect',
        force: 'deny',
        shown: 'The board',
      },
      { words: 'It was waiting to happen', by: 'Col Hesk', role: 'of the union' },
      { words: 'Nothing moved and nothing will', by: 'Ada Dunn', role: 'of the lake board' },
    ],
  });
  assert.deepEqual(told, ['Ada Dunn denies: Nothing moved and nothing will']);
});

test('who only gives the day that is told of the same article adds no statement', () => {
  const [told] = toldBy({
    title: 'Test of Wendle dam put off to May 29',
    body: 'The test of the Wendle dam will be on May 29. "We shall test the dam of Wendle on May 29," said Ada Dunn.',
    said: [{ words: 'We shall test the dam of Wendle on May 29', by: 'Ada Dunn' }],
    dated: [
      { words: 'on May 29', from: '2031-05-29', what: 'The test of the Wendle dam' },
      { words: 'Wendle on May 29', from: '2031-05-29', what: 'test the dam' },
    ],
  });
  assert.deepEqual(told, []);
});
