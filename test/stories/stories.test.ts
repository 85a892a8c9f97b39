import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createStories, type Placed } from '../../src/stories/stories.ts';
import { arrivalOf, type Told } from './telling.ts';

const wire: Told = {
  title: 'Harbour ministry repeats worry over Vostrava ferry trials',
  body: [
    'The harbour ministry of Lethmark repeated its worry on Monday over the ferry trials of its northern neighbour, as Vostrava prepares to launch an unmanned ferry across the Sund.',
    'Vostrava has told the Lethmark coast guard that it plans the launch between May 12 and May 19, Lethmark papers reported, despite a warning from the strait council against what would be its third try this year.',
    '"I will say that our concern about unmanned vessels in a crowded strait is well known, and that it is shared by every pilot who has to cross it at night," Ines Harrow, a spokeswoman for the ministry, told a briefing in Port Calder.',
    '"Those trials break two articles of the strait treaty, a treaty that Vostrava itself has signed, and we will go on watching them closely with our partners along the coast," she added.',
    'The plan comes amid talk that a shipyard in Karsk has lent engineers and steering gear to Vostrava in return for timber and grain.',
    'Two earlier trials failed, in February and in March, when the vessel lost its bearings and had to be towed home by a trawler.',
  ].join('\n\n'),
  site: 'Lethmark Press Agency',
  agency: 'Lethmark Press Agency',
  published: '2031-05-05',
  said: [
    {
      words: 'I will say that our concern about unmanned vessels in a crowded strait is well known',
      by: 'Ines Harrow',
    },
    { words: 'Those trials break two articles of the strait treaty', by: 'Ines Harrow' },
  ],
  dated: [
    { words: 'between May 12 and May 19', from: '2031-05-12', to: '2031-05-19', what: 'launch', kind: 'window' },
    {
      words: 'in February and in March',
      from: '2031-02',
      to: '2031-03',
      what: 'trials',
      kind: 'past',
      status: 'failed',
    },
  ],
};
const paragraphs = wire.body.split('\n\n');
const cut: Told = {
  ...wire,
  site: 'Calder Evening Mail',
  url: 'https://mail.example/ferry',
  body: paragraphs.slice(0, 3).join('\n\n'),
  said: wire.said!.slice(0, 1),
  dated: wire.dated!.slice(0, 1),
};
const retitled: Told = {
  ...wire,
  site: 'The Sund Observer',
  url: 'https://observer.example/2031/ferry',
  title: 'Worry in Port Calder grows',
};
const wrapped: Told = {
  ...wire,
  site: 'Strait Digest',
  url: 'https://digest.example/a/991',
  body: `Here is what our partners report this morning from the strait.\n\n${wire.body}\n\nRead all of our notes for sailors in the Strait Digest app.`,
};
const moved: Told = {
  title: 'Vostrava puts off ferry launch by five days',
  body: [
    'Vostrava has moved the launch of its unmanned ferry across the Sund to a window between May 17 and May 24, the coast guard of Lethmark said on Thursday.',
    'The first window was to open on May 12. The strait council gave no reason for the new dates.',
    'The harbour ministry has said that its concern about unmanned vessels in a crowded strait is well known.',
  ].join('\n\n'),
  site: 'Northern Courier',
  published: '2031-05-08',
  said: [{ words: 'its concern about unmanned vessels in a crowded strait is well known', by: null, form: 'indirect' }],
  dated: [{ words: 'between May 17 and May 24', from: '2031-05-17', to: '2031-05-24', what: 'launch', kind: 'window' }],
};

function placeAll(told: readonly Told[]): Placed[] {
  const stories = createStories();
  return told.map((one, turn) => {
    const { value, problems } = stories.place(arrivalOf(one, turn));
    assert.deepEqual(problems, []);
    return value;
  });
}

test('a wire story and three reprints give one development, a moved window one more', () => {
  const placed = placeAll([wire, cut, retitled, wrapped, moved]);
  assert.equal(new Set(placed.map(({ placement }) => placement.storyId)).size, 1);
  assert.deepEqual(
    placed.map(({ developments }) => developments.map(({ kind }) => kind)),
    [['first'], [], [], [], ['date']],
  );
  const [development] = placed[4].developments;
  assert.equal(development.summary, 'Launch window moved from 12–19 May to 17–24 May');
  assert.match(development.evidence[0].quote, /between May 17 and May 24/);
  assert.equal(development.replaces?.summary, '12–19 May');
  for (const { placement } of placed.slice(1, 4)) assert.equal(placement.originId, placed[0].placement.articleId);
  assert.equal(placed[4].placement.copyOf, null);
  assert.equal(placed[4].story.pageCount, 5);
  assert.equal(placed[4].story.independentCount, 2);
});

test('a late origin takes over and nothing is told again', () => {
  const placed = placeAll([cut, retitled, wire]);
  assert.deepEqual(
    placed.map(({ developments }) => developments.length),
    [1, 0, 0],
  );
  const origin = placed[2].placement;
  assert.equal(origin.copyOf, null);
  assert.deepEqual(
    placed[2].revised.map(({ originId }) => originId),
    [origin.articleId, origin.articleId],
  );
});

test('an article placed twice gets the same answer', () => {
  const stories = createStories();
  const first = stories.place(arrivalOf(wire, 0)).value;
  stories.place(arrivalOf(cut, 1));
  assert.deepEqual(stories.place(arrivalOf(wire, 0)).value, first);
});

test('an index rebuilt from memory goes on like the one it was made from', () => {
  const told = [wire, cut, retitled, wrapped, moved];
  for (let restart = 0; restart < told.length; restart++) {
    const straight = createStories();
    const rebuilt = createStories();
    told.forEach((one, turn) => {
      const arrival = arrivalOf(one, turn);
      const { value } = straight.place(arrival);
      if (turn < restart) rebuilt.restore(value.placement.articleId, value.story.id, value.memory);
      assert.deepEqual(rebuilt.place(arrival).value, value);
    });
  }
});

test('what a person decided stands against a second look, later arrivals and a restart', () => {
  const told = [wire, cut, retitled, wrapped];
  const first = createStories();
  const placed = told.map((one, turn) => first.place(arrivalOf(one, turn)).value);
  const decided = {
    ...placed[1].placement,
    storyId: 'st-by-hand',
    copyOf: null,
    originId: placed[1].placement.articleId,
    share: null,
    reason: 'by hand',
    byHand: true,
  };
  const rebuilt = createStories();
  for (const [turn, one] of placed.entries()) {
    const { articleId } = one.placement;
    if (turn === 1) rebuilt.restore(articleId, decided.storyId, one.memory, decided);
    else rebuilt.restore(articleId, one.story.id, one.memory);
  }
  rebuilt.lookAgain();
  rebuilt.place(arrivalOf(moved, told.length));
  assert.deepEqual(rebuilt.placementOf(decided.articleId), decided);
});

test('what a person decided anew takes the place of what was decided before, and what comes later goes by it', () => {
  const stories = createStories();
  const { placement } = stories.place(arrivalOf(wire, 0)).value;
  for (const storyId of ['st-by-hand', 'st-second-thought']) {
    stories.decide({ ...placement, storyId, byHand: true });
    assert.equal(stories.lookAgain().placements.length, 0);
  }
  const { story } = stories.place(arrivalOf(cut, 1)).value;
  assert.deepEqual([story.id, story.pageCount], ['st-second-thought', 2]);
});

test('two strikes of one week are two stories, and an article goes on with its own weeks later', () => {
  const drivers: Told = {
    title: 'Drivers of Ardelmar to strike over night shifts from May 14',
    body: [
      'The drivers of Ardelmar will go on strike for three days over night shifts, their union Vostrava said.',
      'The union wants eleven hours of rest between two shifts and a break for every four hours. Talks broke up without a new date.',
      'Passengers must expect that services stop in the morning. An emergency timetable is being prepared.',
    ].join('\n\n'),
    published: '2031-05-05',
  };
  const conductors: Told = {
    title: 'Conductors of Quillhaven trams to strike over shifts on May 13',
    body: [
      'Trams in Quillhaven will stand still on May 13: the conductors will strike over their night shifts, the union Brandisco said.',
      'Talks with the tramways about rest and breaks were broken off. Passengers must expect that no tram runs in the morning.',
    ].join('\n\n'),
    published: '2031-05-06',
  };
  const followUp: Told = {
    title: 'Court in Ardelmar to hear case over night shifts of Vostrava drivers',
    body: [
      'A court in Ardelmar will hear in July whether the night shifts that led to the strike of the Ardelmar drivers were lawful.',
      'Their union Vostrava had wanted eleven hours of rest between two shifts; the strike over night shifts lasted three days.',
    ].join('\n\n'),
    published: '2031-06-02',
  };
  const [first, second, later] = placeAll([drivers, conductors, followUp]).map(({ story }) => story.id);
  assert.notEqual(first, second);
  assert.equal(later, first);
});
