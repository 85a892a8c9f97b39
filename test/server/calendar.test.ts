import assert from 'node:assert/strict';
import { test } from 'node:test';
import ICAL from 'ical.js';
import { processPage } from '../../src/pipeline.ts';
import { createApp } from '../../src/server/app.ts';
import { openSqliteStore } from '../../src/store/sqlite.ts';
import { createStories } from '../../src/stories/stories.ts';
import { compileWatches, matchQuery } from '../../src/watches/watches.ts';
import { madeEvent, madePage, madeReading, madeResults, madeWatch, publishedPage } from '../made.ts';

/** Takes texts in one after the other and gives the calendar after each, read by an independent parser. */
async function calendars(texts: readonly (readonly [day: string, title: string, body: string])[]): Promise<string[][]> {
  const store = openSqliteStore({ file: ':memory:', matches: matchQuery });
  const tools = { stories: createStories(), watches: compileWatches([]) };
  const seen: string[][] = [];
  for (const [number, [day, title, body]] of texts.entries()) {
    const now = `${day}T12:00:00.000Z`;
    const { page, content } = publishedPage(`Outlet ${number}`, title, body, now);
    await store.acceptPage(page);
    await store.savePageResults(processPage(page, content, null, { ...tools, now }));
    const log = { info: () => undefined, error: (_: object, what: string) => assert.fail(what) };
    const { app } = createApp(
      { store, pages: { content: async () => null }, now: () => now, log },
      { names: [], password: null },
    );
    const answer = await app.request('http://127.0.0.1:7311/calendar.ics', { headers: { host: '127.0.0.1:7311' } });
    const root = new ICAL.Component(ICAL.parse(await answer.text()));
    seen.push(
      root.getAllSubcomponents('vevent').map((one) => {
        const event = new ICAL.Event(one);
        const last = event.endDate.clone();
        last.adjust(-1, 0, 0, 0);
        return `${event.uid}|${event.sequence}|${one.getFirstPropertyValue('status')}|${event.startDate}–${last}|${event.summary}`;
      }),
    );
  }
  await store.close();
  return seen;
}

const launch = 'The Marrow Institute will launch its satellite Petrel';
const announced = [
  '2031-11-10',
  'Institute sets window for Petrel launch',
  `${launch} between November 22 and December 1, the institute said on Monday.\n"The rocket stands ready," said Ada Brook, who leads the Marrow Institute.\nThe satellite Petrel is to watch the ice of the northern sea for five years.`,
] as const;
const moved = [
  '2031-11-15',
  'Launch of Petrel put off',
  'The Marrow Institute has put off the launch of its satellite Petrel. The launch is now planned between November 27 and December 3, the institute said on Saturday, and not between November 22 and December 1.\nA valve of the rocket has to be changed.',
] as const;
const calledOff = [
  '2031-11-20',
  'Launch of satellite Petrel is called off',
  'The Marrow Institute has cancelled the launch of its satellite Petrel planned between November 27 and December 3, the institute said on Thursday.\nThe rocket cannot be mended this year, said Ada Brook, who leads the Marrow Institute.',
] as const;
const reprint = ['2031-11-21', announced[1], announced[2]] as const;

test('an announced window keeps its UID when it moves and when it is called off; SEQUENCE rises, STATUS follows', async () => {
  const seen = await calendars([announced, moved, calledOff, reprint]);
  const [[first]] = seen;
  const uid = first.split('|')[0];
  assert.deepEqual(seen, [
    [`${uid}|0|CONFIRMED|2031-11-22–2031-12-01|${launch}`],
    [`${uid}|1|CONFIRMED|2031-11-27–2031-12-03|${launch}`],
    [`${uid}|2|CANCELLED|2031-11-27–2031-12-03|Cancelled: ${launch}`],
    // A late reprint of what was announced first brings nothing back.
    [`${uid}|2|CANCELLED|2031-11-27–2031-12-03|Cancelled: ${launch}`],
  ]);
});

test('a window that is called off without having moved is called off under its UID', async () => {
  const seen = await calendars([
    announced,
    [calledOff[0], calledOff[1], calledOff[2].replace('November 27 and December 3', 'November 22 and December 1')],
  ]);
  assert.deepEqual(
    seen.map(([one, ...more]) => [one.split('|').slice(1, 3), more]),
    [
      [['0', 'CONFIRMED'], []],
      [['1', 'CANCELLED'], []],
    ],
  );
  assert.equal(seen[0][0].split('|')[0], seen[1][0].split('|')[0]);
});

test('of more dates than a page shows the rest is a press away, and none of a watch is behind those of others', async () => {
  const store = openSqliteStore({ file: ':memory:', matches: matchQuery });
  const days = Array.from({ length: 500 }, (_, index) =>
    new Date(Date.UTC(2031, 10, 1) + Math.floor(index / 6) * 86_400_000).toISOString().slice(0, 10),
  );
  await store.saveWatch(madeWatch('wa-1', 'harbour'));
  for (const [name, own, watches] of [
    ['many', days, []],
    ['one', ['2032-01-28'], ['wa-1']],
  ] as const) {
    const page = madePage(name, name === 'one' ? 1 : 2);
    await store.acceptPage(page);
    const events = own.map((day, index) => madeEvent(day, day, `ev-${name}-${index}`));
    await store.savePageResults(madeResults(page, madeReading(page, {}, { events }), watches));
  }
  const log = { info: () => undefined, error: (_: object, what: string) => assert.fail(what) };
  const { app } = createApp(
    { store, pages: { content: async () => null }, now: () => '2031-10-30T12:00:00.000Z', log },
    { names: [], password: null },
  );
  const ask = async (path: string) => {
    const answer = await app.request(`http://127.0.0.1:7311${path}`, { headers: { host: '127.0.0.1:7311' } });
    return answer.text();
  };
  const seen = new Set<string>();
  let path: string | undefined = '/calendar?from=2031-11';
  for (let pages = 0; path !== undefined && pages < 9; pages++) {
    const text = await ask(path);
    for (const [day] of text.matchAll(/(?<=<b class="figures">)[^<]+/g)) seen.add(day);
    path = /rel="next" href="([^"]+)"/.exec(text)?.[1].replaceAll('&amp;', '&');
  }
  assert.equal(seen.size, new Set(days).size + 1);
  const watched = await ask('/calendar?from=2031-11&watch=wa-1');
  assert.deepEqual(
    [...watched.matchAll(/(?<=<b class="figures">)[^<]+/g)].map(([day]) => day),
    ['28 Jan 2032'],
  );
  assert.match(await ask('/calendar/wa-1.ics'), /DTSTART;VALUE=DATE:20320128/);
  await store.close();
});
