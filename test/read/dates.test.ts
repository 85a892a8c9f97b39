import { test } from 'node:test';
import { checkDates, tuesday } from './check.ts';

/** All cases are read on Tuesday 21 November 2023. A mark shows what is found; its value stands behind the sign. */
function check(name: string, lines: string, language = 'en', day: string | null = tuesday): void {
  test(name, () => {
    for (const line of lines.trim().split('\n')) checkDates(line.trim(), language, day);
  });
}

check(
  'weekdays follow tense and verb',
  `
  Orla Pike resigned [Monday]. = 2023-11-20
  Orla Pike will resign [Monday]. = 2023-11-27
  The harbour board met on [Friday] and voted. = 2023-11-17
  The harbour board is to meet on [Friday]. = 2023-11-24
  The ferry sank [Tuesday]. = 2023-11-21
  A ruling is expected [Thursday]. = 2023-11-23
  Crews plan to reopen the tunnel [Saturday]. = 2023-11-25
  They had been due to leave [Sunday] but stayed. = 2023-11-19
  He left [last Friday]. = 2023-11-17
  He leaves [next Friday]. = 2023-11-24
  The strike could end as soon as [Wednesday]. = 2023-11-22
  She was named head of the port authority [Thursday]. = 2023-11-16
  The deal must be signed by [Friday]. = 2023-11-24
  [Monday's] storm cut power to the island. = 2023-11-20
  The fire broke out [Sunday night]. = 2023-11-19TNI
  Voting begins [Thursday morning]. = 2023-11-23TMO
  `,
);

check(
  'months and days take the year that tense and nearness give',
  `
  The launch window runs between [Nov. 22] and [Dec. 1]. = 2023-11-22 2023-12-01
  The rocket failed on [Aug. 24]. = 2023-08-24
  The court will rule on [Jan. 9]. = 2024-01-09
  The town was founded on [March 3, 1871]. = 1871-03-03
  He was born [4 July 1957] in Marl. = 1957-07-04
  They met on [Monday, November 13]. = 2023-11-13
  The strike began in [October]. = 2023-10
  Two launches failed, in [August] and [May]. = 2023-08 2023-05
  The bridge will open in [March]. = 2024-03
  The bridge opened in [December]. = 2022-12
  The bridge is due in [December]. = 2023-12
  In [June 2019] the mill closed. = 2019-06
  It rose in [June] and [July 2019]. = 2019-06 2019-07
  He resigned [last March]. = 2023-03
  She returns [next May]. = 2024-05
  The fair opens in [early February]. = 2024-02
  It closed at [the end of August]. = 2023-08
  Tours run from [late May] to [mid-June]. = 2024-05 2024-06
  The talks are set for [Dec. 4]-[8]. = 2023-12-04 2023-12-08
  The museum shut from [3] to [9 October]. = 2023-10-03 2023-10-09
  The vote is on [the 2nd of December]. = 2023-12-02
  The report is due by [the end of March]. = 2024-03
  `,
);

check(
  'what is counted from the day of publication',
  `
  Prices fell [today]. = 2023-11-21
  Prices fell [yesterday]. = 2023-11-20
  The minister arrives [tomorrow]. = 2023-11-22
  They will vote [tonight]. = 2023-11-21TNI
  The council did not build the bridge [last month]. = 2023-10
  The firm was sold [last week]. = 2023-W46
  A hearing is set for [next week]. = 2023-W48
  It is the third attempt [this year]. = 2023
  The plant opened [last year]. = 2022
  The plant closes [next year]. = 2024
  The satellite fell silent in [March last year]. = 2022-03
  They met on [March 3 of last year]. = 2022-03-03
  The bridge opens in [May next year]. = 2024-05
  [Earlier this month] the dam burst. = 2023-11
  She will retire [later this year]. = 2023
  A review starts [early next year]. = 2024
  It was built [three years ago]. = 2020
  He left [two months ago]. = 2023-09
  The company was founded [a century ago]. = 1923
  The pier collapsed [four days ago]. = 2023-11-17
  The road opened [six weeks ago]. = 2023-W41
  It snowed over [the weekend]. = 2023-W46-WE
  The market reopens [this weekend]. = 2023-W47-WE
  They met [the day before yesterday]. = 2023-11-19
  He spoke [this morning]. = 2023-11-21TMO
  The lights went out [last night]. = 2023-11-20TNI
  `,
);

check(
  'quarters, halves, seasons, decades and centuries',
  `
  Profit fell in [the third quarter]. = 2023-Q3
  The firm posted a [third-quarter] loss. = 2023-Q3
  Sales rose in [the first quarter of 2021]. = 2021-Q1
  It expects growth in [the fourth quarter]. = 2023-Q4
  Output fell in [Q2 2022]. = 2022-Q2
  Output fell in [the second half of 2020]. = 2020-H2
  The dam was built in [the summer of 1998]. = 1998-SU
  They married [last spring]. = 2023-SP
  The mill closed in [the 1980s]. = 198
  Fashion of [the '90s] is back. = 199
  He painted in [the late 1960s]. = 196
  The tower dates from [the 14th century]. = 13
  Trade grew in [the nineteenth century]. = 18
  Revenue rose in [the third quarter] from [a year earlier]. = 2023-Q3 2022-Q3
  `,
);

check(
  'years stand alone only where the words make them years',
  `
  The war ended in [1945]. = 1945
  Since [2015] the fund has grown. = 2015
  The [2008] crisis hit exports. = 2008
  Between [1990] and [1995] it doubled. = 1990 1995
  The plan covers [fiscal 2024]. = 2024
  Production ends in [late 2026]. = 2026
  The treaty ([1971]) is still in force. = 1971
  `,
);

check(
  'lengths of time',
  `
  The siege lasted [three days]. = P3D
  He served [two years] in prison. = P2Y
  A [five-year] plan was drawn up. = P5Y
  It took [half an hour]. = PT30M
  The flight lasts [12 hours]. = PT12H
  Workers waited [several weeks]. = PXW
  It will take [a decade]. = P10Y
  [The past two months] were dry. = P2M
  It must finish within [18 months]. = P18M
  The trial ran for [twenty-four] days. = P24D
  They spoke for [a minute and a half]. = PT1M30S
  Farmers have waited for [years]. = PXY
  `
    .replace('[twenty-four] days', '[twenty-four days]')
    .replace('within [18 months]', '[within 18 months]'),
);

check(
  'what comes again',
  `
  The board meets [every Tuesday]. = XXXX-WXX-2
  Levels are checked [daily]. = P1D
  The list is published [every month]. = P1M
  The festival is held [every summer]. = XXXX-SU
  They meet [twice a year]. = P1Y
  The fee is due [each quarter]. = P1Q
  `,
);

check(
  'times of day, with zones',
  `
  The vote starts at [10:30 a.m. Friday]. = 2023-11-24T10:30
  The quake struck at [14:05 UTC today]. = 2023-11-21T14:05Z
  Doors open at [7 p.m.] sharp. = 2023-11-21T19:00
  It will close at [noon Wednesday]. = 2023-11-22T12:00
  The feed starts at [0900 GMT]. = 2023-11-21T09:00Z
  `,
);

check(
  'now, then and some day',
  `
  The port is [now] closed. = PRESENT_REF
  The port is [currently] closed. = PRESENT_REF
  The port was [recently] dredged. = PAST_REF
  In [the past], ships anchored here. = PAST_REF
  Ships may return in [the near future]. = FUTURE_REF
  `
    .replace('In [the past]', 'In [the past]')
    .replace('in [the near future]', 'in [the near future]'),
);

check(
  'numbers that are written as dates',
  `
  The file is dated [2021-03-04]. = 2021-03-04
  He signed it on [3/4/2021]. = 2021-03-04
  He signed it on [25/12/2020]. = 2020-12-25
  The form reads [04.03.2021]. = 2021-03-04
  `,
);

check(
  'without a day of publication nothing is guessed',
  `
  The launch is planned between [Nov. 22] and [Dec. 1]. = XXXX-11-22 XXXX-12-01
  She spoke [Monday]. = XXXX-WXX-1
  It failed in [October]. = XXXX-10
  It fell [last month]. = XXXX-XX
  It fell [last week]. = XXXX-WXX
  He left [yesterday]. = XXXX-XX-XX
  He left [last year]. = XXXX
  The war ended in [1945]. = 1945
  It opened on [May 3, 2011]. = 2011-05-03
  `,
  'en',
  null,
);

check(
  'times of day keep the zone that was written',
  `
  The lock opens at [9 a.m. EST Friday]. = 2023-11-24T09:00
  The vote closed at [18:00 GMT on Monday]. = 2023-11-20T18:00Z
  The ferry will leave [Friday at 6 p.m.]. = 2023-11-24T18:00
  The alarm rang at [midnight Sunday]. = 2023-11-19T24:00
  It begins at [6 o'clock]. = 2023-11-21T06:00
  The talks resume at [10am on 3 December]. = 2023-12-03T10:00
  `,
);

check(
  'days the calendar knows by name',
  `
  It shut on [Christmas Eve]. = 2022-12-24
  It reopens on [New Year's Day]. = 2024-01-01
  The parade is on [Thanksgiving]. = 2023-11-23
  It closed on [Labor Day]. = 2023-09-04
  [Easter 2024] falls early. = 2024-03-31
  The shop will open by [Christmas]. = 2023-12-25
  `,
);

check(
  'what is counted from a date in the text',
  `
  He arrived on [Nov. 3] and left [the next day]. = 2023-11-03 2023-11-04
  It opened in [June 2019] and closed [the following month]. = 2019-06 2019-07
  She spoke on [Nov. 6]. [That night] the roof fell. = 2023-11-06 2023-11-06TNI
  The bill passed in [2004]; [the previous year] it had failed. = 2004 2003
  Profit was flat in [the second quarter of 2019]; [a year earlier] it had doubled. = 2019-Q2 2018-Q2
  `,
);
