import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fateIn } from '../../src/stories/fates.ts';
import { createStories } from '../../src/stories/stories.ts';
import { arrivalOf, type DatedFact, type Told } from './telling.ts';

const plan: Told = {
  title: 'Dockers of Port Wend to strike on May 12',
  body: 'The dockers of Port Wend will strike on May 12 over night shifts, their union said. The cranes of Port Wend will stand still and ferries will not be unloaded.',
  published: '2031-05-02',
  dated: [{ words: 'May 12', from: '2031-05-12', what: 'will strike' }],
};

/** What a later article of the story of `plan` tells about dates. */
function toldBy(title: string, body: string, dated: readonly DatedFact[], published = '2031-05-09'): string[] {
  const stories = createStories();
  stories.place(arrivalOf(plan, 0));
  const { value } = stories.place(
    arrivalOf({ title, body, dated, published, received: `${published}T12:00:00.000Z` }, 1),
  );
  assert.equal(value.story.pageCount, 2, 'one story');
  return value.developments.filter(({ kind }) => kind === 'date').map(({ summary }) => summary);
}

test('a plan called off in the words of its sentence is told as cancelled, whatever the event is called', () => {
  const told = toldBy(
    'Port Wend dockers win shorter nights, strike is off',
    'The dockers of Port Wend have called off the strike planned for May 12 after a deal with the port on Friday.',
    [
      { words: 'May 12', from: '2031-05-12', what: 'planned' },
      { words: 'Friday', from: '2031-05-09', what: 'a deal with the port' },
    ],
  );
  assert.deepEqual(told, ['Strike cancelled 12 May (planned 12 May)']);
});

test('what was not called off is told no outcome', () => {
  const told = toldBy(
    'Port Wend dockers stand by their strike',
    'The dockers of Port Wend have not called off the strike planned for May 12, their union said in Port Wend.',
    [{ words: 'May 12', from: '2031-05-12', what: 'planned' }],
  );
  assert.deepEqual(told, []);
});

test('an old and a new day in one sentence are a move, though the sentence names nothing else', () => {
  const told = toldBy(
    'Dockers of Port Wend wait with strike',
    'The dockers of Port Wend are waiting: not May 12 but May 26 is the day on which cranes and ferries of the port are to stand still.',
    [
      { words: 'May 12', from: '2031-05-12', what: 'waiting' },
      { words: 'May 26', from: '2031-05-26', what: 'are to stand still' },
    ],
  );
  assert.equal(told.length, 1);
  assert.match(told[0], /moved from 12 May to 26 May/);
});

test('a day that the sentence moves elsewhere is not moved a second time to a day named later', () => {
  const told = toldBy(
    'Dockers of Port Wend put strike off to May 26',
    'The strike of the dockers of Port Wend was put off from May 12 to May 26. On May 30 the union will vote on the strike again in Port Wend.',
    [
      { words: 'May 12', from: '2031-05-12', what: 'The strike' },
      { words: 'May 26', from: '2031-05-26', what: 'The strike' },
      { words: 'May 30', from: '2031-05-30', what: 'will vote on the strike' },
    ],
  );
  assert.deepEqual(told, ['Strike moved from 12 May to 26 May']);
});

test('a day that is over or today is no day that something is moved to or set for', () => {
  const told = toldBy(
    'Port Wend strike talks: dockers met port on May 8',
    'Dockers and the port met on May 8 over the strike in Port Wend, which was to end night shifts at the cranes.',
    [{ words: 'May 8', from: '2031-05-08', what: 'Dockers and the port met' }],
  );
  assert.deepEqual(told, []);
});

test('a thing that failed on its day is not told as held, then or later', () => {
  const stories = createStories();
  const rocket = (title: string, body: string, published: string, dated: readonly DatedFact[]) => ({
    title,
    body,
    published,
    dated,
  });
  const all = [
    rocket(
      'Tern rocket to fly from Skarn on June 3',
      'The Tern rocket is to fly from the island of Skarn on June 3 with a weather satellite.',
      '2031-05-20',
      [{ words: 'June 3', from: '2031-06-03', what: 'rocket is to fly' }],
    ),
    rocket(
      'Tern rocket breaks up above Skarn',
      'The Tern rocket broke up above Skarn on June 3. The flight failed when an engine of the rocket went out.',
      '2031-06-03',
      [{ words: 'June 3', from: '2031-06-03', what: 'rocket broke up', kind: 'past', status: 'held' }],
    ),
    rocket(
      'Builders of Tern rocket ask for patience on Skarn',
      'The builders of the Tern rocket that broke up above Skarn on June 3 asked for patience on Thursday.',
      '2031-06-05',
      [{ words: 'June 3', from: '2031-06-03', what: 'rocket that broke up', kind: 'past', status: 'held' }],
    ),
  ];
  const told = all.map((one, turn) => stories.place(arrivalOf(one, turn)).value.developments);
  assert.deepEqual(
    told.map((developments) => developments.map(({ kind }) => kind)),
    [['first'], ['date'], []],
  );
  assert.match(told[1][0].summary, /failed 3 Jun/);
});

test('what became of a plan is read from words of every language, and turned round by a negation', () => {
  const cases: readonly [text: string, language: string, fate: string | null][] = [
    ['Der Streik ist abgesagt.', 'de', 'cancelled'],
    ['파업이 취소됐다.', 'ko', 'cancelled'],
    ['파업을 취소하지 않았다.', 'ko', null],
    ['活动已取消。', 'zh', 'cancelled'],
    ['Встречу отменили.', 'ru', 'cancelled'],
    ['El lanzamiento fracasó.', 'es', 'failed'],
    ['The launch has not failed.', 'en', null],
    ['Nothing of the sort.', 'en', null],
    ['called off', 'xx', null],
  ];
  for (const [text, language, fate] of cases) assert.equal(fateIn(text, language), fate, text);
});
