import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createStories } from '../../src/stories/stories.ts';
import { arrivalOf, type DatedFact, type Told } from './telling.ts';

interface Page {
  readonly title: string;
  readonly body: string;
  readonly dated: DatedFact;
}

/** What each article says beside, so that none is a short item or a copy. */
const asides = [
  'Old sailors say that they have never seen so many gulls over these waters, and that the wind from the west has kept nets dry for days. Some mend sheds.',
  'A kiosk owner near the pier sold all her postcards by noon and sent her nephew for more. Nobody could remember a spring in which that happened before.',
];

/** The line that tells the date in the last of some articles of one story. */
function check(pages: readonly Page[]): string | undefined {
  const stories = createStories();
  const placed = pages.map(({ title, body, dated }, turn) => {
    const told: Told = { title, body: `${body}\n\n${asides[turn]}`, published: `2031-05-0${turn + 1}`, dated: [dated] };
    return stories.place(arrivalOf(told, turn)).value;
  });
  assert.equal(new Set(placed.map(({ story }) => story.id)).size, 1, 'one story');
  return placed.at(-1)!.developments.find(({ kind }) => kind === 'date')?.summary;
}

const sailing = {
  title: 'Ferry between Quarrow and Lisk to sail again',
  body: 'The ferry line between Quarrow and Lisk is to resume on May 19, the Lisk harbour office said on Thursday. The ferry line between Quarrow and Lisk stopped in March when sand closed the channel off Lisk.',
  dated: { words: 'on May 19', from: '2031-05-19', what: 'The ferry line between Quarrow and Lisk is to resume' },
};
const planned = {
  title: 'Institute to launch kite satellite from Orme Head',
  body: 'The Wexler Institute plans to launch its kite satellite from Orme Head between May 14 and May 20, it told the coast guard. The launch of the kite satellite from Orme Head closes the bay to boats of Orme Head.',
  dated: {
    words: 'between May 14 and May 20',
    from: '2031-05-14',
    to: '2031-05-20',
    what: 'to launch its kite satellite',
    kind: 'window' as const,
  },
};

test('a moved date is called by the nouns both texts share, not by a place and not by a verb', () => {
  const later = {
    title: 'Ferry line to Lisk delayed by a week',
    body: 'The ferry line between Quarrow and Lisk will resume on May 26, a week later, because the channel off Lisk is still full of sand, the Lisk harbour office said. The ferry line between Quarrow and Lisk was to resume earlier.',
    dated: { words: 'on May 26', from: '2031-05-26', what: 'The ferry line between Quarrow and Lisk will resume' },
  };
  assert.equal(check([sailing, later]), 'Ferry line moved from 19 May to 26 May');
});

test('a moved window is named after the happening, and days of one month name it once', () => {
  const later = {
    title: 'Kite satellite launch pushed back',
    body: 'The launch of the kite satellite from Orme Head has been pushed back to a window between May 17 and May 23, the Wexler Institute said. Boats of Orme Head may sail in the bay until the kite satellite goes.',
    dated: {
      words: 'between May 17 and May 23',
      from: '2031-05-17',
      to: '2031-05-23',
      what: 'has been pushed back to a window',
      kind: 'window' as const,
      status: 'postponed' as const,
    },
  };
  assert.equal(check([planned, later]), 'Launch window moved from 14–20 May to 17–23 May');
});

test('what became of a plan is told with the plan', () => {
  const held = {
    title: 'Kite satellite reaches orbit',
    body: 'The kite satellite was launched from Orme Head on May 18, the Wexler Institute said. The bay off Orme Head is open to boats again, and the kite satellite of the Wexler Institute circles the Earth.',
    dated: {
      words: 'on May 18',
      from: '2031-05-18',
      what: 'was launched from Orme Head',
      kind: 'past' as const,
      status: 'held' as const,
    },
  };
  assert.match(check([planned, held]) ?? '', /^(Launch|Kite satellite) held 18 May \(planned 14–20 May\)$/);
});

test('a first date is named after a noun of the headline, and without one after its kind', () => {
  const before = {
    title: 'Sand closes the channel off Lisk',
    body: 'The channel off Lisk is full of sand, and the ferry line between Quarrow and Lisk has stopped, the Lisk harbour office said. Boats to Quarrow wait in the harbour of Lisk since March.',
    dated: { words: 'since March', from: '2031-03', what: 'wait', kind: 'past' as const },
  };
  assert.equal(check([before, sailing]), 'Ferry set for 19 May');
});
