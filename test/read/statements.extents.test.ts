import { test } from 'node:test';
import { check } from './check-statements.ts';

/** Where what was said ends and the writer's own words go on, and where it goes on in the next sentence. */
const cases: readonly (readonly [body: string, ...expected: string[]])[] = [
  // A clause before the main clause ends at its comma, wherever it begins.
  [
    'Some walked out, and when Holt thanked the crew and said it was good to be back, a man left the room.',
    'indirect say | Holt | the crew',
    'indirect say | Holt | it was good to be back',
  ],
  [
    'But even as Holt claimed on Monday that "nobody was at risk," the port stayed closed.',
    'direct claim | Holt | "nobody was at risk," | on 2024-05-20',
  ],
  [
    "Despite Holt's claims that the dam is sound, all of the engineers left town.",
    'indirect claim | Holt | the dam is sound',
  ],
  // Remarks of the writer's behind a dash or a semicolon; an aside between two dashes stays.
  [
    'Holt said the ferry would be repaired - a plan that few in the harbour believed.',
    'indirect say | Holt | the ferry would be repaired',
  ],
  [
    'Holt said the ferry carried ten people; Wold counted twelve.',
    'indirect say | Holt | the ferry carried ten people',
  ],
  [
    'Holt said the ferry - the oldest on the lake - would be repaired.',
    'indirect say | Holt | the ferry - the oldest on the lake - would be repaired',
  ],
  // A quotation behind a participle of saying is what that tells.
  [
    '"We cannot pay for it," Holt said, adding later, "The state should."',
    'direct say | Holt | "We cannot pay for it,"',
    'direct say | Holt | "The state should."',
  ],
  // A quotation alone goes on with what was told of the same words.
  [
    'Holt said the dam was old and leaked. "It must be closed."',
    'mixed say | Holt | the dam was old and leaked … "It must be closed."',
  ],
  // Cues that were missed.
  [
    '"It should close," Ms. Holt said by telephone. "It is old."',
    'direct say | Holt | "It should close," … "It is old." | at telephone',
  ],
  [
    'Sen. Ana Holt (R) called on Gov. Tim Wold (D) to resign.',
    'indirect ask | Ana Holt | Gov. Tim Wold (D) to resign | to Gov. Tim Wold (D)',
  ],
  [
    'As another study from 2011 noted, the dam was built on sand.',
    'indirect say | (another study from 2011) | the dam was built on sand',
  ],
  [
    'By a wide margin, those surveyed say stricter rules would help.',
    'indirect say | (those surveyed) | stricter rules would help',
  ],
  [
    'Tim Wold, its chairman, told the news agency simply, "We lost."',
    'direct say | Tim Wold | "We lost." | to the news agency',
  ],
];

test('where what was said ends', () => {
  for (const [body, ...expected] of cases) check(body, expected);
});
