import { test } from 'node:test';
import { check } from './check-statements.ts';

/** What stands beside a colon, a quotation or an unknown verb and is nobody's words. */
const silent: readonly string[] = [
  // Titles, terms and signs.
  'The council released a memo titled "The Dam."',
  'Three things are needed: stone, time and money.',
  'There was one rule: "no swimming".',
  'The film was called "The Old Dam" in the papers.',
  // Something done beside a word in marks.
  'The so-called "Lakeside rule" ended in May.',
  'Holt opened the "Old Mill" with a speech.',
  // A label that names nobody.
  'Opening hours: Monday to Friday from nine to five.',
  'Ingredients: flour, sugar and two eggs from the farm.',
];

for (const body of silent) test(body, () => check(body, []));

/** Words are said, but not by who stands nearest. */
const cases: readonly (readonly [body: string, ...expected: string[]])[] = [
  // Only somebody who acts takes a quotation that stands alone.
  [
    '"It is old," Tim Wold said. The price of stone rose. "It must go before the winter."',
    'direct say | Tim Wold | "It is old," … "It must go before the winter."',
  ],
  // Whom a company deals with is not "the company", and no council is "the court".
  ['The Harbour Council met. The court said the port was closed.', 'indirect say | (The court) | the port was closed'],
  [
    'The Harbour Council met. The Lakeside company said the port was closed.',
    'indirect say | (The Lakeside company) | the port was closed',
  ],
  [
    "The Harbour Council met. The mayor's office said it was late.",
    "indirect say | (The mayor's office) | it was late",
  ],
];

for (const [body, ...expected] of cases) test(body.slice(0, 90), () => check(body, expected));
