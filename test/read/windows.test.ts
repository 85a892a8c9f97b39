import { test } from 'node:test';
import { checkEvents } from './check.ts';

/** Windows and moved dates in every language, read on Tuesday 8 October 2024. */
const day = '2024-10-08';
const octoberWindow = 'window planned 2024-10-14..2024-10-20';

const windows: Record<string, readonly (readonly [text: string, expression: string, event?: string])[]> = {
  ko: [
    ['북항은 14일부터 20일 사이에 시험 발사를 한다고 통보했다.', '14일부터 20일'],
    ['발사는 10월 14일부터 20일까지 진행될 예정이다.', '10월 14일부터 20일'],
    ['회담은 14∼20일 열린다.', '14∼20일'],
  ],
  zh: [
    ['北港计划在10月14日至20日发射火箭。', '10月14日至20日'],
    ['发射窗口为14日至20日。', '14日至20日'],
    ['会议将于10月14日到20日举行。', '10月14日到20日'],
  ],
  ja: [['打ち上げは10月14日から20日の間に行われる予定だ。', '10月14日から20日']],
  es: [
    ['El lanzamiento tendrá lugar entre el 14 y el 20 de octubre.', 'entre el 14 y el 20 de octubre'],
    ['La feria se celebrará del 14 al 20 de octubre.', 'del 14 al 20 de octubre'],
  ],
  de: [
    ['Die Messe findet vom 14. bis 20. Oktober statt.', 'vom 14. bis 20. Oktober'],
    ['Die Messe findet vom 14. bis zum 20. Oktober statt.', 'vom 14. bis zum 20. Oktober'],
    ['Der Start ist zwischen dem 14. und 20. Oktober geplant.', 'zwischen dem 14. und 20. Oktober'],
    [
      'Die Brücke bleibt von Montag bis Mittwoch gesperrt.',
      'von Montag bis Mittwoch',
      'window planned 2024-10-14..2024-10-16',
    ],
  ],
  fr: [
    ['Le lancement aura lieu du 14 au 20 octobre.', 'du 14 au 20 octobre'],
    ['Le lancement est prévu entre le 14 et le 20 octobre.', 'entre le 14 et le 20 octobre'],
  ],
  ru: [
    ['Запуск состоится с 14 по 20 октября.', 'с 14 по 20 октября'],
    ['Запуск запланирован на период с 14 по 20 октября.', 'с 14 по 20 октября'],
  ],
};

for (const [language, list] of Object.entries(windows)) {
  for (const [text, expression, event = octoberWindow] of list) {
    test(`one window: ${text}`, () => checkEvents(text, `${expression}: ${event}`, language, day));
  }
}

/** Text, old expression, new expression: the one postponed from 14 October, the other planned for 20 October. */
const moved: Record<string, readonly (readonly [text: string, old: string, now: string])[]> = {
  en: [
    ['The launch was delayed from Oct. 14 to Oct. 20.', 'Oct. 14', 'Oct. 20'],
    ['The hearing has been pushed back from Oct. 14 to Oct. 20, the clerk said.', 'Oct. 14', 'Oct. 20'],
    ['The launch, set for Oct. 14, was delayed to Oct. 20.', 'Oct. 14', 'Oct. 20'],
  ],
  ko: [
    ['회의는 10월 14일에서 20일로 연기됐다.', '10월 14일', '20일'],
    ['행사는 14일에서 20일로 미뤄졌다.', '14일', '20일'],
  ],
  zh: [['会谈从10月14日推迟到10月20日。', '10月14日', '10月20日']],
  es: [['La votación se aplazó del 14 al 20 de octubre.', '14', '20 de octubre']],
  de: [['Die Abstimmung wurde vom 14. auf den 20. Oktober verschoben.', '14', '20. Oktober']],
  fr: [['Le vote a été reporté du 14 au 20 octobre.', '14', '20 octobre']],
  ru: [['Голосование перенесено с 14 на 20 октября.', '14', '20 октября']],
};

for (const [language, list] of Object.entries(moved)) {
  for (const [text, old, now] of list) {
    test(`an old and a new date: ${text}`, () =>
      checkEvents(
        text,
        `${old}: scheduled postponed 2024-10-14..2024-10-14; ${now}: scheduled planned 2024-10-20..2024-10-20`,
        language,
        day,
      ));
  }
}

test('the new date may stand first, and may be the earlier one', () => {
  checkEvents(
    'The concert was rescheduled to Nov. 9 from Oct. 12.',
    'Nov. 9: scheduled planned 2024-11-09..2024-11-09; Oct. 12: scheduled postponed 2024-10-12..2024-10-12',
    'en',
    day,
  );
  checkEvents(
    'Organisers brought forward the vote from Nov. 20 to Nov. 6.',
    'Nov. 20: scheduled postponed 2024-11-20..2024-11-20; Nov. 6: scheduled planned 2024-11-06..2024-11-06',
    'en',
    day,
  );
});

test('a window that moved gives the old window and the new one', () => {
  checkEvents(
    'The launch window was moved from Oct. 14-20 to Oct. 27-30.',
    'Oct. 14-20: window postponed 2024-10-14..2024-10-20; Oct. 27-30: window planned 2024-10-27..2024-10-30',
    'en',
    day,
  );
});

test('a word of moving that only describes moves nothing', () => {
  checkEvents(
    'The postponed fair will run from Oct. 14 to Oct. 20.',
    'from Oct. 14 to Oct. 20: window planned 2024-10-14..2024-10-20',
    'en',
    day,
  );
});

test('two days of a list are no window', () => {
  checkEvents(
    'The courts will close Oct. 14 and 20.',
    'Oct. 14: scheduled planned 2024-10-14..2024-10-14; 20: scheduled planned 2024-10-20..2024-10-20',
    'en',
    day,
  );
});

test('the end of a range does not lie before its begin', () => {
  checkEvents(
    'The road was shut from November to February.',
    'from November to February: window held 2023-11..2024-02',
    'en',
    day,
  );
});

test('a length from a day on closes a window, but not the length of something else', () => {
  checkEvents(
    'The union will strike from Oct. 15 for three days.',
    'from Oct. 15 for three days: window planned 2024-10-15..2024-10-17',
    'en',
    day,
  );
  checkEvents(
    'Crowds gathered on Monday for the two-day rally.',
    'Monday: past held 2024-10-07..2024-10-07',
    'en',
    day,
  );
});
