import { test } from 'node:test';
import { check } from './check-statements.ts';

/** Nobody says anything here: scare quotes, titles of works, nouns that look like verbs of saying, possibilities. */
const cases: readonly (readonly [body: string, language: string])[] = [
  ['The "green" lake is a favourite of anglers.', 'en'],
  ['She starred in "The Long Road" and "Night Train".', 'en'],
  ['The so-called "dragon" bridge was closed.', 'en'],
  ['The state rules out new roads.', 'en'],
  ['The company states its address on the form.', 'en'],
  ['The call came late at night.', 'en'],
  ['Workers report to the office at nine.', 'en'],
  ['The dam could threaten the valley.', 'en'],
  ['The claims office is closed on Sunday.', 'en'],
  ['He had nothing to add to the soup.', 'en'],
  ["The museum's '60s collection is popular.", 'en'],
  ["The dogs' bowls and the cats' toys were sold.", 'en'],
  ['It rained all day in the northern valley.', 'en'],
  ['The sign read in three languages.', 'en'],
  ['The bridge connects two towns.', 'en'],
  ['The answer is in the book.', 'en'],
  ['The team plays its next match on Friday.', 'en'],
  ['The warning lights were on.', 'en'],
  ['The address of the shop is unknown.', 'en'],
  ['Saying goodbye was hard.', 'en'],
  [`The 5' 10" player scored twice.`, 'en'],
  ['Prices rose by 4 percent in May.', 'en'],
  ['The report is 300 pages long.', 'en'],
  ['The judge was appointed in 2019.', 'en'],
  ['“Sunrise” opens in cinemas on Friday.', 'en'],
  ["The 'early bird' menu costs less.", 'en'],
  ['Her novel, “The Salt Road,” sold well.', 'en'],
  ['El libro «La sal» se vende bien.', 'es'],
  ['Das Buch „Der Weg“ verkauft sich gut.', 'de'],
  ['Le film « La Route » sort vendredi.', 'fr'],
  ['Роман «Дорога» хорошо продаётся.', 'ru'],
  ["영화 '소금길'이 개봉한다.", 'ko'],
  ['小说《盐路》很受欢迎。', 'zh'],
  ['The claims were paid within a week.', 'en'],
];

for (const [body, language] of cases) {
  test(`nothing said: ${body.slice(0, 80)}`, () => check(body, [], language));
}
