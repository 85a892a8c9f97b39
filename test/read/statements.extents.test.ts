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
  // Two sources side by side, with and without a comma; what one participle tells ends where the next begins.
  [
    'One in three said the ferry came late and one in four said it came early.',
    'indirect say | (One in three) | the ferry came late',
    'indirect say | (one in four) | it came early',
  ],
  [
    'Holt left early, telling the crew that the ferry was "done" and questioning how it could sail.',
    'mixed say | Holt | the ferry was "done" | to the crew',
    'indirect ask | Holt | how it could sail',
  ],
  ['Holt said she paid ten crowns, compared with two last year.', 'indirect say | Holt | she paid ten crowns'],
  // What somebody is asked, with and without who asks.
  [
    'Asked by Wold to respond to the report, Holt said it was unfair.',
    'indirect ask | Wold | to respond to the report',
    'indirect say | Holt | it was unfair',
  ],
  ['Holt was asked about the cost of the dam.', 'indirect ask | () | the cost of the dam'],
  ['Holt, when asked to confirm it, left.', 'indirect ask | () | to confirm it'],
  ['Holt asked the state for help.', 'indirect ask | Holt | help | to the state'],
  // A passive with who said it.
  ['The plan was rejected by the council on Monday.', 'indirect deny | (the council) | The plan | on 2024-05-20'],
  [
    'Some are said to be urging Holt to play by the rules.',
    'indirect say | () | to be urging Holt to play by the rules',
  ],
  // One word for a whole clause.
  ['Holt said yes, but she left.', 'indirect say | Holt | yes'],
  ['Half of them said the same of Holt.', 'indirect say | (Half of them) | the same of Holt'],
  // Subjects with brackets, towns, prepositions and relative clauses.
  [
    'Rep. Ana Holt (D-Va.), ranking member of the panel, said she fully supports it.',
    'indirect say | Ana Holt | she fully supports it',
  ],
  [
    'Mr. Wold, now 81 and retired in Varden, Vt., said by telephone that it was over.',
    'indirect say | Wold | it was over | at telephone',
  ],
  [
    'Observers in the valley and around the lake say Holt deserves it.',
    'indirect say | (Observers in the valley and around the lake) | Holt deserves it',
  ],
  [
    'Crews who sail with the Lakeside Line are "very, very tired," Holt said.',
    'mixed say | Holt | Crews who sail with the Lakeside Line are "very, very tired,"',
  ],
  [
    "''I would use the word 'old-school,''' said Ana Holt, whom the board appointed.",
    "direct say | Ana Holt | ''I would use the word 'old-school,'''",
  ],
  [
    'The vote, according to Tim Wold, a former envoy, was a mistake.',
    'indirect say | Tim Wold | The vote … was a mistake',
  ],
];

test('where what was said ends', () => {
  for (const [body, ...expected] of cases) check(body, expected);
});
