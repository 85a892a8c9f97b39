import { test } from 'node:test';
import { check } from './check-statements.ts';

/** Where words were said, and what is no such place. */
const cases: readonly (readonly [body: string, ...expected: string[]])[] = [
  [
    '"It is unfair to us," Holt wrote in a letter delivered Tuesday.',
    'direct say | Holt | "It is unfair to us," | at a letter delivered Tuesday | on 2024-05-21',
  ],
  [
    '"It is late," he said in an interview first posted online by the Lakeside Courier.',
    'direct say | (he) | "It is late," | at an interview first posted online by the Lakeside Courier',
  ],
  [
    '"I will not pay for it!" Holt told Jorge Wold in an interview. "He should pay."',
    'direct say | Holt | "I will not pay for it!" … "He should pay." | at an interview | to Jorge Wold',
  ],
  ['Holt joked about the storm on Twitter.', 'indirect say | Holt | the storm | at Twitter'],
  ['Holt said on X, formerly Twitter, that the dam was old.', 'indirect say | Holt | the dam was old | at X'],
  [
    'In a statement released today by the harbour board, Holt said the dam was old.',
    'indirect say | Holt | the dam was old | at a statement released today by the harbour board',
  ],
  [
    'Holt told a news conference in Lakeside that the dam was old.',
    'indirect say | Holt | the dam was old | at a news conference in Lakeside',
  ],
  // "it" is what its sentence is about; a notice is by whoever gave it.
  [
    'The Calder Institute will close the port, it told the crews on Monday. The notice asks ships to keep away.',
    'indirect say | Calder Institute | The Calder Institute will close the port | to the crews | on 2024-05-20',
    'indirect ask | Calder Institute | to keep away | at The notice | to ships',
  ],
  // What was spoken of, and no place of saying.
  ['Holt criticised the rally in Lakeside.', 'indirect say | Holt | the rally in Lakeside'],
  ['Malcolm X said the dam was old.', 'indirect say | Malcolm X | the dam was old'],
];

for (const [body, ...expected] of cases) test(body.slice(0, 80), () => check(body, expected));
