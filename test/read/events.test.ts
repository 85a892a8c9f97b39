import assert from 'node:assert/strict';
import { test } from 'node:test';
import { languageOf } from '../../src/languages/languages.ts';
import { findDates, traceDates } from '../../src/read/dates.ts';
import { readEvents } from '../../src/read/events.ts';
import type { Trace } from '../../src/records.ts';
import { splitText } from '../../src/text/sentences.ts';
import { publishedOn } from '../made.ts';
import { checkEvents, eventsOf, tuesday } from './check.ts';

/** All cases are read on Tuesday 21 November 2023 unless they say otherwise. */
function check(name: string, cases: readonly (readonly [text: string, events: string])[], language = 'en'): void {
  test(name, () => {
    for (const [text, events] of cases) checkEvents(text, events, language);
  });
}

check('a range is one window', [
  [
    'Marlund told the port of Ost of a plan to test the rocket between Nov. 22 and Dec. 1.',
    'between Nov. 22 and Dec. 1: window planned 2023-11-22..2023-12-01',
  ],
  ['The fair will run from late May to mid-June.', 'from late May to mid-June: window planned 2024-05..2024-06'],
  [
    'The bridge will be shut from Dec. 4 through Dec. 8.',
    'from Dec. 4 through Dec. 8: window planned 2023-12-04..2023-12-08',
  ],
  ['The bridge will be shut Dec. 4-8.', 'Dec. 4-8: window planned 2023-12-04..2023-12-08'],
  ['Crews searched the bay from Aug. 2 to Aug. 9.', 'from Aug. 2 to Aug. 9: window held 2023-08-02..2023-08-09'],
]);

check('one planned time, one past time', [
  ['The court will hear the appeal on Jan. 9.', 'Jan. 9: scheduled planned 2024-01-09..2024-01-09'],
  ['Orla Pike will visit Tern Island next month.', 'next month: scheduled planned 2023-12..2023-12'],
  ['The dam burst on Nov. 3.', 'Nov. 3: past held 2023-11-03..2023-11-03'],
  ['Two trawlers collided Monday off Tern Island.', 'Monday: past held 2023-11-20..2023-11-20'],
  ['The council meets next week.', 'next week: scheduled planned 2023-11-27..2023-12-03'],
]);

check('deadlines fall on their day', [
  ['The firm must repay the loan by Dec. 15.', 'Dec. 15: deadline planned 2023-12-15..2023-12-15'],
  ['The report is due by the end of March.', 'the end of March: deadline planned 2024-03-31..2024-03-31'],
  ['Bids have a Dec. 1 deadline.', 'Dec. 1: deadline planned 2023-12-01..2023-12-01'],
  ['Residents have until Friday to leave.', 'Friday: deadline planned 2023-11-24..2023-11-24'],
]);

check('a moved date leaves the old one postponed and plans the new one', [
  [
    'The council moved the vote from May 3 to May 10.',
    'May 3: scheduled postponed 2024-05-03..2024-05-03; May 10: scheduled planned 2024-05-10..2024-05-10',
  ],
  ['The hearing was postponed until Dec. 4.', 'Dec. 4: scheduled planned 2023-12-04..2023-12-04'],
  ["The team's original Dec. 2 flight was postponed.", 'Dec. 2: scheduled postponed 2023-12-02..2023-12-02'],
]);

check('the words around tell what was to come and what has moved', [
  [
    'The work was to begin on Nov. 2, but has been postponed to Dec. 10.',
    'Nov. 2: scheduled postponed 2023-11-02..2023-11-02; Dec. 10: scheduled planned 2023-12-10..2023-12-10',
  ],
  ['The probe is to dock no earlier than Saturday.', 'Saturday: scheduled planned 2023-11-25..2023-11-25'],
  [
    'The union, which struck for a day last week, will meet again on Nov. 30.',
    'last week: past held 2023-11-13..2023-11-19; Nov. 30: scheduled planned 2023-11-30..2023-11-30',
  ],
  ['The firm must sell the mill within two weeks.', 'within two weeks: deadline planned 2023-12-05..2023-12-05'],
  ['The advertisement will air over the next week.', 'the next week: window planned 2023-11-21..2023-11-28'],
  ['The minister is due to speak on Friday.', 'Friday: scheduled planned 2023-11-24..2023-11-24'],
]);

check('what was called off, failed or not gone through with', [
  ['The concert on Dec. 2 was cancelled.', 'Dec. 2: scheduled cancelled 2023-12-02..2023-12-02'],
  ['The crossing attempt failed on Nov. 8.', 'Nov. 8: past failed 2023-11-08..2023-11-08'],
  [
    'Two botched tests -- in August and May -- cost the agency its chief.',
    'August: past failed 2023-08..2023-08; May: past failed 2023-05..2023-05',
  ],
  [
    'Marlund wanted to make another attempt in October. But it did not go through with it last month.',
    'October: past cancelled 2023-10..2023-10; last month: past cancelled 2023-10..2023-10',
  ],
]);

check('what comes again', [['The board meets every Tuesday.', 'every Tuesday: recurring planned ?..?']]);

check('days of saying, figures of a period and datelines are no events', [
  ['The mayor said Monday that the pier is safe.', ''],
  ['"It is safe," the mayor told reporters on Friday.', ''],
  ['OSTHAVEN, Nov. 20 (Arbor News) -- The pier is safe.', ''],
  ['Revenue fell to $14 million from $15 million last year.', ''],
  ['The siege lasted three days.', ''],
]);

check('an occasion of speaking is an event', [
  ['Pike said at a rally on Friday that he would run.', 'Friday: past held 2023-11-17..2023-11-17'],
]);

check(
  'Korean',
  [
    [
      '북항 당국은 11월 22일부터 12월 1일 사이에 시험을 한다고 통보했다.',
      '11월 22일부터 12월 1일: window planned 2023-11-22..2023-12-01',
    ],
    ['회담은 오는 27일 열릴 예정이다.', '오는 27일: scheduled planned 2023-11-27..2023-11-27'],
    ['지난달 15일 시험은 실패했다.', '지난달 15일: past failed 2023-10-15..2023-10-15'],
    ['시험은 당초 10월에 계획됐으나 강행하지 않았다.', '10월: past cancelled 2023-10..2023-10'],
  ],
  'ko',
);

check(
  'Chinese',
  [
    ['北港计划在11月22日至12月1日期间试射。', '11月22日至12月1日: window planned 2023-11-22..2023-12-01'],
    ['报告须在11月30日之前提交。', '11月30日: deadline planned 2023-11-30..2023-11-30'],
    [
      '原定12月3日的会谈推迟至12月10日。',
      '12月3日: scheduled postponed 2023-12-03..2023-12-03; 12月10日: scheduled planned 2023-12-10..2023-12-10',
    ],
  ],
  'zh',
);

check(
  'Spanish, German, French and Russian windows',
  [
    [
      'El ensayo está previsto entre el 22 de noviembre y el 1 de diciembre.',
      'entre el 22 de noviembre y el 1 de diciembre: window planned 2023-11-22..2023-12-01',
    ],
  ],
  'es',
);
check(
  'German window',
  [
    [
      'Der Test ist zwischen dem 22. November und dem 1. Dezember geplant.',
      'zwischen dem 22. November und dem 1. Dezember: window planned 2023-11-22..2023-12-01',
    ],
  ],
  'de',
);
check(
  'French window',
  [
    [
      "L'essai est prévu entre le 22 novembre et le 1er décembre.",
      'entre le 22 novembre et le 1er décembre: window planned 2023-11-22..2023-12-01',
    ],
  ],
  'fr',
);
check(
  'Russian window',
  [
    [
      'Испытание запланировано на период с 22 ноября по 1 декабря.',
      'с 22 ноября по 1 декабря: window planned 2023-11-22..2023-12-01',
    ],
  ],
  'ru',
);

test('without a day of publication the year stays open and says why', () => {
  const [event] = eventsOf('Marlund plans to test the rocket between Nov. 22 and Dec. 1.', 'en', null);
  assert.equal(event.kind, 'window');
  assert.equal(event.status, 'planned');
  assert.equal(event.from, null);
  assert.equal(event.to, null);
  assert.equal(event.certain, false);
  assert.equal(event.open, 'no day of publication');
  assert.deepEqual(event.partial, { from: '--11-22', to: '--12-01' });
});

test('what happens and who does it are the words of the clause', () => {
  const text = 'Marlund will test the rocket on Jan. 9. The March 2 talks in Ost failed.';
  const [launch, talks] = eventsOf(text, 'en', tuesday);
  assert.equal(text.slice(...(launch.who as [number, number])), 'Marlund');
  assert.equal(text.slice(...(launch.what as [number, number])), 'will test the rocket');
  assert.equal(text.slice(...(talks.what as [number, number])), 'talks in Ost');
});

test('a careful date is not certain', () => {
  const [event] = eventsOf('The merger is expected to close around Dec. 15.');
  assert.equal(event.certain, false);
  assert.equal(event.from, '2023-12-15');
});

test('each date and event says why when asked', () => {
  const text = 'Marlund will test the rocket between Nov. 22 and Dec. 1.';
  const language = languageOf('en');
  const split = splitText(text, language);
  const published = publishedOn(tuesday);
  const dates = findDates(split, language, published);
  const trace: Trace[] = traceDates(dates, text);
  readEvents({ articleId: 'a', split, language, published, dates }, trace);
  assert.deepEqual(
    trace.map((line) => `${line.step}: ${line.text}: ${line.reason}`),
    [
      'dates: Nov. 22: rule date, looks ahead, 2023-11-22',
      'dates: Dec. 1: rule date, looks ahead, 2023-12-01',
      'events: between Nov. 22 and Dec. 1: window, planned, 2023-11-22 to 2023-12-01',
    ],
  );
});
