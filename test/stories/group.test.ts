import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createGrouper, type GroupItem } from '../../src/stories/group.ts';
import { createStories } from '../../src/stories/stories.ts';
import { seeded, shuffled } from '../made.ts';
import { madeUpText } from './made-up.ts';
import { arrivalOf } from './telling.ts';

/** Articles of a few events: each has words of its own beside those of all. */
function articlesOf(events: number, perEvent: number, seed: number): GroupItem[] {
  const chance = seeded(seed);
  const common = madeUpText(chance, 300).replaceAll('.', '').toLowerCase().split(' ');
  const some = (list: readonly string[]) => list[Math.floor(chance() * list.length)];
  return Array.from({ length: events }, (_, event) => {
    const own = madeUpText(chance, 25).replaceAll('.', '').toLowerCase().split(' ');
    return Array.from({ length: perEvent }, (_, turn) => ({
      id: `${event}-${turn}`,
      title: Array.from({ length: 6 }, () => some(own)).join(' '),
      text: Array.from({ length: 120 }, () => (chance() < 0.35 ? some(own) : some(common))).join(' '),
      published: `2031-04-${String(3 + event).padStart(2, '0')}`,
    }));
  }).flat();
}

function storiesOf(items: readonly GroupItem[]): string[][] {
  const grouper = createGrouper();
  for (const item of items) grouper.add(item);
  const groups = new Map<string, string[]>();
  for (const { id, story } of grouper.finish()) groups.set(story, [...(groups.get(story) ?? []), id].sort());
  return [...groups.values()].sort((a, b) => (a[0] < b[0] ? -1 : 1));
}

test('articles of one event are one story, and the order of arrival does not matter', () => {
  const items = articlesOf(6, 5, 31);
  const inOrder = storiesOf(items);
  assert.deepEqual(
    inOrder.map((story) => new Set(story.map((id) => id.split('-')[0])).size),
    [1, 1, 1, 1, 1, 1],
  );
  const chance = seeded(32);
  for (let round = 0; round < 3; round++) {
    assert.deepEqual(storiesOf(shuffled(items, chance)), inOrder);
  }
});

test('a text without title, date, source or language is placed, and an empty one stands alone', () => {
  const chance = seeded(33);
  const text = madeUpText(chance, 200);
  const grouper = createGrouper();
  grouper.add({ id: 'whole', text });
  grouper.add({ id: 'part', text: text.slice(0, 700), title: null, lang: null });
  grouper.add({ id: 'nothing' });
  const [whole, part, nothing] = grouper.finish();
  assert.deepEqual([part.origin, part.copyOf, part.story], ['whole', 'whole', 'whole']);
  assert.deepEqual([whole.copyOf, nothing.copyOf, nothing.story], [null, null, 'nothing']);
});

test('a window lets go of old articles and still knows a story that goes on', () => {
  const stories = createStories({ windowDays: 1 });
  const chance = seeded(34);
  const subject = madeUpText(chance, 60);
  const follow = (turn: number) =>
    arrivalOf(
      {
        title: subject.slice(0, 60),
        body: `${subject} ${madeUpText(chance, 20)}`,
        received: new Date(Date.UTC(2031, 0, 1, 0, turn)).toISOString(),
      },
      turn,
    );
  const opened = stories.place(follow(0)).value.story.id;
  const placed = [];
  for (let turn = 1; turn < 4500; turn++) {
    // One article a minute: three days, three windows.
    const body = turn % 400 === 0 ? null : madeUpText(chance, 12);
    const arrival =
      body === null
        ? follow(turn)
        : arrivalOf({ title: body, body, received: new Date(Date.UTC(2031, 0, 1, 0, turn)).toISOString() }, turn);
    const { value } = stories.place(arrival);
    if (body === null) placed.push(value.story.id);
  }
  assert.deepEqual(new Set(placed), new Set([opened]));
});
