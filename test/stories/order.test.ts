import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { createGrouper, type GroupItem } from '../../src/stories/group.ts';
import { seeded, shuffled } from '../made.ts';
import { madeUpText } from './made-up.ts';

/**
 * Some hundred articles of an archive: happenings of one to eight accounts each over two months, a third of them reprinted whole, cut or
 * with a few words changed, hours to days later.
 */
function archive(seed: number): GroupItem[] {
  const chance = seeded(seed);
  const list = (count: number) => madeUpText(chance, count).replaceAll('.', '').toLowerCase().split(' ');
  const some = (words: readonly string[]) => words[Math.floor(chance() * words.length)];
  const common = list(400);
  const items: GroupItem[] = [];
  for (let event = 0; event < 48; event++) {
    const own = list(30);
    const opened = Date.UTC(2031, 3, 1) + Math.floor(chance() * 60) * 86_400_000;
    const accounts = 1 + Math.floor(chance() * 8);
    for (let account = 0; account < accounts; account++) {
      const at = opened + Math.floor(chance() * 30 * 3_600_000);
      const text = Array.from({ length: 110 }, () => (chance() < 0.4 ? some(own) : some(common))).join(' ');
      const item = {
        id: `${event}-${account}`,
        title: Array.from({ length: 7 }, () => some(own)).join(' '),
        text: `${text}.`,
        published: new Date(at).toISOString(),
        source: `outlet ${Math.floor(chance() * 40)}`,
      };
      items.push(item);
      for (let copy = 0; chance() < 0.35; copy++) items.push(reprint(item, copy, at, chance));
    }
  }
  return items;
}

function reprint(item: GroupItem, copy: number, at: number, chance: () => number): GroupItem {
  const words = (item.text ?? '').split(' ');
  const kept = words.slice(0, Math.ceil(words.length * (0.6 + 0.4 * chance())));
  const text = kept.map((word) => (chance() < 0.02 ? 'altered' : word)).join(' ');
  return {
    ...item,
    id: `${item.id} copy ${copy}`,
    text,
    source: `reprinter ${copy} of ${item.id}`,
    published: new Date(at + 3_600_000 * (1 + Math.floor(chance() * 60))).toISOString(),
  };
}

interface Outcome {
  /** Articles by story, and by origin of what they carry. */
  readonly stories: readonly string[];
  readonly origins: readonly string[];
}

function outcomeOf(items: readonly GroupItem[]): Outcome {
  const grouper = createGrouper({ windowDays: 400 });
  for (const item of items) grouper.add(item);
  const grouped = grouper.finish();
  const groups = (key: (one: (typeof grouped)[number]) => string) => {
    const by = new Map<string, string[]>();
    for (const one of grouped) by.set(key(one), [...(by.get(key(one)) ?? []), one.id]);
    return [...by.values()].map((ids) => ids.toSorted().join(', ')).toSorted();
  };
  return { stories: groups(({ story }) => story), origins: groups(({ origin }) => origin) };
}

test('an archive of hundreds of articles brought in in another order gives the same copies and stories', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000_000 }), (seed) => {
      const items = archive(81);
      assert.ok(items.length > 250, `${items.length} articles`);
      assert.deepEqual(outcomeOf(shuffled(items, seeded(seed))), straight);
    }),
    { numRuns: 5, seed: 7 },
  );
});

const straight = outcomeOf(archive(81));

test('in that archive stories are the happenings, and each reprint is a copy of the account it was made from', () => {
  const { stories, origins } = straight;
  assert.ok(stories.every((story) => new Set(story.split(', ').map((id) => id.split('-')[0])).size === 1));
  assert.equal(stories.length, 48);
  assert.ok(origins.every((origin) => new Set(origin.split(', ').map((id) => id.split(' ')[0])).size === 1));
});
