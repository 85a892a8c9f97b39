import assert from 'node:assert/strict';
import { test } from 'node:test';
import { headlineNumbers } from '../../src/stories/headline-numbers.ts';
import { createStories } from '../../src/stories/stories.ts';
import { arrivalOf, type CountedFact, type Told } from './telling.ts';

const flood: Told = {
  title: 'Flood in Ambrel valley kills 12, mill swept away',
  body: 'A flood in the Ambrel valley killed 12 people on Monday and swept away the mill of Ambrel. The county sent 40 boats, and 300 people slept in the school of Ambrel.',
  published: '2031-04-07',
  counted: [
    { words: '12', value: 12, of: 'people', unit: 'deaths' },
    { words: '40', value: 40, of: 'boats' },
    { words: '300', value: 300, of: 'people' },
  ],
};

/** Figures told of later articles of the story of `flood`, article by article. */
function toldBy(...later: readonly { title: string; body: string; counted: readonly CountedFact[] }[]): string[][] {
  const stories = createStories();
  stories.place(arrivalOf(flood, 0));
  return later.map((one, at) => {
    const { value } = stories.place(arrivalOf({ ...one, published: `2031-04-0${8 + at}` }, at + 1));
    assert.equal(value.story.pageCount, at + 2, 'one story');
    return value.developments.filter(({ kind }) => kind === 'figure').map(({ summary }) => summary);
  });
}

test('a toll of the headline takes the place of the earlier one, though the body gives no number', () => {
  const [told] = toldBy({
    title: 'Ambrel valley flood: toll climbs to 17',
    body: 'More bodies were found in the Ambrel valley after the flood that swept away the mill of Ambrel, the county said.',
    counted: [],
  });
  assert.deepEqual(told, ['People: 17 deaths (was 12)']);
});

test('what only headlines count is told by what befell those counted, else as a count', () => {
  const body =
    'A flood in the Ambrel valley swept away the mill of Ambrel, and the county sent boats to the school of Ambrel.';
  const cases: readonly (readonly [before: string, after: string, told: string])[] = [
    ['Ambrel valley flood: toll at 12', 'Ambrel valley flood: toll climbs to 17', 'Deaths: 17 (was 12)'],
    ['Ambrel valley flood takes 30 homes', 'Ambrel valley flood: from 30 homes to 45 homes', 'Count: 45 (was 30)'],
  ];
  for (const [before, after, told] of cases) {
    const stories = createStories();
    stories.place(arrivalOf({ title: before, body, published: '2031-04-07' }, 0));
    const later = arrivalOf({ title: after, body: body.replace('sent', 'has sent more'), published: '2031-04-08' }, 1);
    const { developments } = stories.place(later).value;
    assert.deepEqual(
      developments.map(({ summary }) => summary),
      [told],
    );
  }
});

test('what befell people in the first sentences is told once, by whatever words those hit are called', () => {
  const told = toldBy(
    {
      title: 'More dead found after flood in Ambrel valley',
      body: 'The flood in the Ambrel valley has killed 15 villagers. The mill of Ambrel was swept away.',
      counted: [{ words: '15', value: 15, of: 'villagers', unit: 'deaths' }],
    },
    {
      title: 'Ambrel valley mourns the dead of the flood',
      body: 'Bells rang in the Ambrel valley for the 15 people killed by the flood that swept away the mill of Ambrel.',
      counted: [{ words: '15', value: 15, of: 'people', unit: 'deaths' }],
    },
  );
  assert.deepEqual(told, [['Villagers: 15 deaths (was 12)'], []]);
});

test('a value told beside the old one takes its place, wherever it stands', () => {
  const [told] = toldBy({
    title: 'Boats search Ambrel valley after flood',
    body: 'The search for those whom the flood of the Ambrel valley took went on at the mill of Ambrel. The county raised the number of boats from 40 to 65.',
    counted: [
      { words: '40', value: 40, of: 'boats' },
      { words: '65', value: 65, of: 'boats' },
    ],
  });
  assert.deepEqual(told, ['Boats: 65 (was 40)']);
});

test('counts in passing, parts of a whole and what was said before are no changed figures', () => {
  const told = toldBy(
    {
      title: 'School of Ambrel valley takes in more after flood',
      body: 'The flood of the Ambrel valley left many without a roof at the mill of Ambrel. In the evening 450 people sat in the school of Ambrel.',
      counted: [{ words: '450', value: 450, of: 'people' }],
    },
    {
      title: 'Boats of Ambrel valley flood search go home',
      body: 'After the flood in the Ambrel valley 25 of the 40 boats at the mill of Ambrel were sent home.',
      counted: [
        { words: '25', value: 25, of: 'boats' },
        { words: '40', value: 40, of: 'boats' },
      ],
    },
  );
  assert.deepEqual(told, [[], []]);
});

test('a headline number is a count only when it is no day, time, share, version or year count', () => {
  const cases: readonly [title: string, language: string, found: readonly (readonly [number, string | null])[]][] = [
    ['Toll climbs to 23', 'en', [[23, 'deaths']]],
    [
      '6 dead, 11 hurt in Ambrel',
      'en',
      [
        [6, 'deaths'],
        [11, 'injured'],
      ],
    ],
    ['Ferry to sail on June 17, 2 p.m. or 17 June', 'en', [[2, null]]],
    ['Tern-2 and A380 lose 4.5 % or 12%', 'en', []],
    ['Ya son 2.300 los evacuados', 'es', [[2300, 'evacuated']]],
    ['Vuelta el 11 de julio', 'es', []],
    ['Vorsprung schrumpft auf 1.402 Stimmen am 12. Oktober', 'de', [[1402, null]]],
    ['난로 회수 8만 대로 늘려', 'ko', [[80_000, null]]],
    ['사망자 8명, 17일 발표', 'ko', [[8, 'deaths']]],
    ['7月12日 3人死亡', 'zh', [[3, 'deaths']]],
    ['12 of something', 'xx', []],
  ];
  for (const [title, language, found] of cases)
    assert.deepEqual(
      headlineNumbers(title, language).map(({ value, fate }) => [value, fate]),
      found,
      title,
    );
});

test('an old number that stands bare behind a word of replacing is the one that was told', () => {
  const [told] = toldBy({
    title: 'Far more hit by flood in Ambrel valley than first thought, county admits',
    body: 'The flood in the Ambrel valley drove 750 villagers into the school of Ambrel, not 300, the county said. The mill of Ambrel was swept away.',
    counted: [{ words: '750', value: 750, of: 'villagers' }],
  });
  assert.deepEqual(told, ['Villagers: 750 (was 300)']);
});

test('one more who died is no count of all, and a number of another size is of something else', () => {
  const told = toldBy(
    {
      title: 'Another victim of the flood in Ambrel valley dies',
      body: 'One more man hurt in the flood in the Ambrel valley died in hospital on Tuesday. The mill of Ambrel was swept away.',
      counted: [{ words: 'One', value: 1, of: 'man', unit: 'deaths' }],
    },
    {
      title: 'Flood in Ambrel valley: 2 people to answer for weak dam',
      body: 'Two people are to answer for the weak dam above the Ambrel valley, which let the flood through to the mill of Ambrel.',
      counted: [{ words: 'Two', value: 2, of: 'people' }],
    },
  );
  assert.deepEqual(told, [[], []]);
});

test('the first dead of a story are told, when its headline is about them', () => {
  const stories = createStories();
  const opening =
    'Nineteen miners are cut off in the Ambrel pit after a blast, and 300 people wait at the gate of Ambrel.';
  const found =
    'Rescuers found 4 miners dead in the Ambrel pit after the blast. People wait at the gate of Ambrel for the others.';
  stories.place(
    arrivalOf(
      {
        title: 'Miners cut off in Ambrel pit after blast',
        body: opening,
        published: '2031-04-07',
        counted: [{ words: '300', value: 300, of: 'people' }],
      },
      0,
    ),
  );
  const { developments } = stories.place(
    arrivalOf(
      {
        title: 'Dead miners found in Ambrel pit after blast',
        body: found,
        published: '2031-04-08',
        counted: [{ words: '4', value: 4, of: 'miners', unit: 'deaths' }],
      },
      1,
    ),
  ).value;
  assert.deepEqual(
    developments.map(({ summary }) => summary),
    ['Miners: 4 deaths'],
  );
});

test('further ones who were hit are no count of all', () => {
  const [told] = toldBy({
    title: 'More dead of flood in Ambrel valley',
    body: 'Another 14 people were found dead in the Ambrel valley after the flood. The mill of Ambrel was swept away.',
    counted: [{ words: '14', value: 14, of: 'people', unit: 'deaths' }],
  });
  assert.deepEqual(told, []);
});

test('a headline that names those counted takes the place of an earlier count of them', () => {
  const [told] = toldBy({
    title: 'Number of people in school of Ambrel rises to 640 after flood in valley',
    body: 'More villagers of the Ambrel valley came to the school of Ambrel on Tuesday after the flood that swept away the mill.',
    counted: [],
  });
  assert.deepEqual(told, ['People: 640 (was 300)']);
});

test('a headline may give a sum with a decimal, but none that is a version or a time', () => {
  const valuesOf = (title: string) => headlineNumbers(title, 'en').map(({ value }) => value);
  assert.deepEqual(valuesOf('Mill of Ambrel to cost 3.1 billion crowns'), [3_100_000_000]);
  assert.deepEqual(valuesOf('Version 3.1 of Ambrel timetable is out at 6.30'), []);
});
