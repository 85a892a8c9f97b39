import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readingOf } from './check-statements.ts';

/** Golden cases: a body, and its mentions as "words = name (kind)". */
const cases: readonly (readonly [body: string, ...expected: string[]])[] = [
  [
    'Ana Holt met Paul Reyes. Holt left.',
    'Ana Holt = Ana Holt (person)',
    'Paul Reyes = Paul Reyes (person)',
    'Holt = Ana Holt (person)',
  ],
  [
    'South Korean President Yoon Dae Ho left. Yoon came back.',
    'Yoon Dae Ho = Yoon Dae Ho (person)',
    'Yoon = Yoon Dae Ho (person)',
  ],
  ['He flew from Seoul to Tokyo.', 'Seoul = Seoul (place)', 'Tokyo = Tokyo (place)'],
  ['They asked the Ministry of Health.', 'Ministry of Health = Ministry of Health (organisation)'],
  [
    'The National Water Board (NWB) met. The NWB agreed.',
    'National Water Board = National Water Board (organisation)',
    'NWB = National Water Board (organisation)',
    'NWB = National Water Board (organisation)',
  ],
  ['On Monday the bridge was closed.'],
  // A pronoun with its verb is no name, whichever apostrophe joins them.
  ["The boats are late, so I'm at home."],
  ['The boats are late, so I’m at home.'],
  ['Local media were silent.'],
  ['Rep. Dana Cole (R-Texas) agreed.', 'Dana Cole = Dana Cole (person)'],
  ['They work for the New York Herald.', 'New York Herald = New York Herald (organisation)'],
];

for (const [body, ...expected] of cases) {
  test(`mentions: ${body}`, () => {
    const lines = readingOf(body).mentions.map((one) => `${body.slice(...one.span)} = ${one.name} (${one.kind})`);
    assert.deepEqual(lines, expected);
  });
}
