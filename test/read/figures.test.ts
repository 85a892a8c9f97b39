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
