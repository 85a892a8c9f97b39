import { test } from 'node:test';
import { checkDates } from './check.ts';

/** What looks like a time and is none. */
function checkNone(name: string, lines: string, language = 'en'): void {
  test(name, () => {
    for (const line of lines.trim().split('\n')) checkDates(`${line.trim()} = `, language);
  });
}

checkNone(
  'numbers of other kinds',
  `
  Install version 2.10.1 or 3.4 of the driver.
  Call 555-0147 or 0800 1928 for help.
  The home side won 24-17 after trailing 3-10.
  The share price rose to $19.85 from $18.20.
  He lives at 1990 Harbour Road.
  The desk is staffed 24/7 by volunteers.
  About 1900 people and 1,950 animals were moved.
  Flight 1988 landed safely.
  Some 2015 jobs are at risk.
  The ratio is 3:10 in favour.
  `,
);

checkNone(
  'words that are also months, days and seasons',
  `
  May I come in?
  It may rain.
  Theresa May said no.
  They march on the capital.
  The march drew thousands.
  An august body of judges agreed.
  The sun sat low.
  He finished second in the race.
  Prices fall and rise.
  A spring broke in the clock.
  She has the second seat.
  A quarter of the voters agreed.
  `,
);

checkNone(
  'ages and names',
  `
  The 62-year-old sailor spoke.
  Mr. Pike, 52 years old, agreed.
  She spoke on 60 Minutes.
  USA Today reported it.
  He told the Daily Gazette, a Marlund daily, that it is safe.
  `,
);

checkNone('Korean and Chinese words that hold a unit', '일본 정부는 분명히 주한 미군을 반대한다.', 'ko');
checkNone('Chinese numbers of other kinds', '他有三个孩子和一百头牛。', 'zh');
