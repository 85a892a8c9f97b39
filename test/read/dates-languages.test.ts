import assert from 'node:assert/strict';
import { test } from 'node:test';
import { languages } from '../../src/languages/languages.ts';
import { ruleNames } from '../../src/read/forms.ts';
import { checkDates, tuesday } from './check.ts';

/** All cases are read on Tuesday 21 November 2023. */
function check(name: string, language: string, lines: string, day: string | null = tuesday): void {
  test(name, () => {
    for (const line of lines.trim().split('\n')) checkDates(line.trim(), language, day);
  });
}

check(
  'Korean',
  'ko',
  `
  발사는 [11월 22일]부터 [12월 1일] 사이에 이뤄진다. = 2023-11-22 2023-12-01
  회담은 [오는 27일] 열린다. = 2023-11-27
  항만청은 [21일] 이같이 밝혔다. = 2023-11-21
  [지난달 15일] 시험은 실패했다. = 2023-10-15
  [지난해 10월] 다리가 무너졌다. = 2022-10
  [내년 3월] 문을 연다. = 2024-03
  [2019년 6월 3일] 설립됐다. = 2019-06-03
  [월요일] 회의가 끝났다. = 2023-11-20
  [3년 전] 시작했다. = 2020
  [지난주] 눈이 왔다. = 2023-W46
  [다음 달 3일]까지 내야 한다. = 2023-12-03
  [올해 3분기] 수출이 늘었다. = 2023-Q3
  그는 [20일간] 머물렀다. = P20D
  [내일] 발표한다. = 2023-11-22
  [1990년대] 노래다. = 199
  `,
);

check(
  'Chinese',
  'zh',
  `
  发射窗口为[11月22日]至[12月1日]。 = 2023-11-22 2023-12-01
  会议将于[下周三]举行。 = 2023-11-29
  [去年10月]，双方签署协议。 = 2022-10
  [上月15日]的试验失败。 = 2023-10-15
  [2019年6月3日]成立。 = 2019-06-03
  他[昨天]抵达。 = 2023-11-20
  [三天前]他离开了。 = 2023-11-18
  [今年]出口增长。 = 2023
  [十一月二十二日]开幕。 = 2023-11-22
  [2021年第三季度]下降。 = 2021-Q3
  谈判持续了[三个月]。 = P3M
  [下周]再议。 = 2023-W48
  `,
);

check(
  'Japanese',
  'ja',
  `
  打ち上げは[11月22日]から[12月1日]の間に行われる。 = 2023-11-22 2023-12-01
  会談は[来週]行われる予定だ。 = 2023-W48
  [昨年10月]に協定を結んだ。 = 2022-10
  [2019年6月3日]に設立された。 = 2019-06-03
  [昨日]到着した。 = 2023-11-20
  [3年前]に始まった。 = 2020
  [先月15日]の試験は失敗した。 = 2023-10-15
  `,
);

check(
  'Spanish',
  'es',
  `
  El puerto abrirá [el 4 de diciembre]. = 2023-12-04
  El puente cayó [el lunes pasado]. = 2023-11-20
  La ley se aprobó en [octubre]. = 2023-10
  La huelga empezó a las seis [de la mañana de este lunes]. = 2023-11-20TMO
  Murió [el 3 de mayo de 2011]. = 2011-05-03
  Llegó [ayer]. = 2023-11-20
  [La semana pasada] nevó. = 2023-W46
  El plazo termina [el próximo mes]. = 2023-12
  [Hace dos años] empezó la obra. = 2021
  La obra duró [tres meses]. = P3M
  Se reúnen [cada semana]. = P1W
  En [2019] cerró la fábrica. = 2019
  `.replace('[el lunes pasado]', 'el [lunes pasado]'),
);

check(
  'German',
  'de',
  `
  Der Hafen öffnet am [4. Dezember]. = 2023-12-04
  Die Brücke stürzte am [Montag] ein. = 2023-11-20
  Das Gesetz trat am [3. Mai 2011] in Kraft. = 2011-05-03
  [Gestern] kam er an. = 2023-11-20
  In der [vergangenen Woche] schneite es. = 2023-W46
  [Vor zwei Jahren] begann der Bau. = 2021
  Der Bau dauerte [drei Monate]. = P3M
  Am [3.4.2021] schloss das Werk. = 2021-04-03
  Bis [Ende März] soll der Bericht vorliegen. = 2024-03
  In den [1990er Jahren] war das anders. = 199
  `,
);

check(
  'French',
  'fr',
  `
  Le port ouvrira [le 4 décembre]. = 2023-12-04
  Le pont est tombé [lundi]. = 2023-11-20
  La loi date du [3 mai 2011]. = 2011-05-03
  Il est arrivé [hier]. = 2023-11-20
  [La semaine dernière], il a neigé. = 2023-W46
  [Il y a deux ans], le chantier a commencé. = 2021
  Le chantier a duré [trois mois]. = P3M
  Le comité se réunira [la semaine prochaine]. = 2023-W48
  En [2019], l'usine a fermé. = 2019
  `,
);

check(
  'Russian',
  'ru',
  `
  Порт откроется [4 декабря]. = 2023-12-04
  Мост рухнул в [понедельник]. = 2023-11-20
  Закон принят [3 мая 2011 года]. = 2011-05-03
  Он приехал [вчера]. = 2023-11-20
  На [прошлой неделе] шёл снег. = 2023-W46
  [Два года назад] началась стройка. = 2021
  В [октябре прошлого года] завод закрыли. = 2022-10
  Встреча пройдёт на [следующей неделе]. = 2023-W48
  В [2019 году] он уехал. = 2019
  `,
);

check('Korean without a day of publication', 'ko', '[21일] 밝혔다. = XXXX-XX-21', null);

test('every rule of every language has a maker', () => {
  for (const language of languages) {
    for (const rule of language.dates?.rules ?? []) {
      const name = rule.slice(0, rule.indexOf(':'));
      assert.ok(ruleNames.has(name), `${language.code}: no maker for ${name}`);
    }
  }
});
