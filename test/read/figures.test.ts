import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readingOf } from './check-statements.ts';

/** Golden cases: a body, and its figures as "words = value unit of what". */
const cases: readonly (readonly [body: string, ...expected: string[]])[] = [
  ['The quake killed at least 12 people.', '12 = 12 deaths of people'],
  ['Twelve people were injured.', 'Twelve = 12 injured of people'],
  ['The death toll rose to 48.', '48 = 48 deaths of toll'],
  ['The fire injured 40.', '40 = 40 injured of injured'],
  ['The city paid $3.5 billion.', '$3.5 billion = 3500000000 USD of -'],
  ['The fine is 20,000 euros.', '20,000 euros = 20000 EUR of -'],
  ['Prices rose 4.2 percent.', '4.2 percent = 4.2 % of -'],
  ['About 60% of voters agreed.', '60% = 60 % of voters agreed'],
  ['The airline ordered 20 wide-body aircraft.', '20 = 20 - of wide-body aircraft'],
  ['Twenty-three soldiers marched.', 'Twenty-three = 23 - of soldiers'],
  ['He was born in 1988.'],
  ['The meeting is on June 4.'],
  ['She lives at number 9.'],
];

for (const [body, ...expected] of cases) {
  test(`figures: ${body}`, () => {
    const lines = readingOf(body).figures.map(
      (one) => `${body.slice(...one.span)} = ${one.value} ${one.unit ?? '-'} of ${one.of ?? '-'}`,
    );
    assert.deepEqual(lines, expected);
  });
}

/** The same in other languages. */
const others: readonly (readonly [language: string, body: string, ...expected: string[]])[] = [
  ['es', 'El choque causó 12 muertos.', '12 = 12 deaths of muertos'],
  ['es', 'El precio subió un 3,5 por ciento.', '3,5 por ciento = 3.5 % of -'],
  ['fr', 'La tempête a fait trois blessés.', 'trois = 3 injured of blessés'],
  ['de', 'Das Projekt kostet 2,5 Millionen Euro.', '2,5 Millionen Euro = 2500000 EUR of -'],
  ['de', 'Es gab zwölf Tote.', 'zwölf = 12 deaths of Tote'],
  ['ru', 'Это стоит 20 рублей.', '20 рублей = 20 RUB of -'],
  ['ko', '사고로 12명이 다쳤다.', '12 = 12 - of 명이'],
  ['zh', '事故造成12人受伤。', '12 = 12 - of 人'],
];

for (const [language, body, ...expected] of others) {
  test(`figures, ${language}: ${body}`, () => {
    const lines = readingOf(body, language).figures.map(
      (one) => `${body.slice(...one.span)} = ${one.value} ${one.unit ?? '-'} of ${one.of ?? '-'}`,
    );
    assert.deepEqual(lines, expected);
  });
}
