import { test } from 'node:test';
import { check } from './check-statements.ts';

/** Where the words of saying stand in less usual places. */
const cases: readonly (readonly [body: string, ...expected: string[]])[] = [
  // The words are a paragraph of their own.
  [
    'Holt continued:\n\n"The dam is old. It must be rebuilt."\n\nNobody answered.',
    'direct say | Holt | "The dam is old. It must be rebuilt."',
  ],
  [
    '"The dam is safe, they keep telling us," Holt said.\n\n"I do not believe a word of it."\n\nThe council meets on Monday.',
    'direct say | Holt | "The dam is safe, they keep telling us," … "I do not believe a word of it."',
  ],
  // Asides between dashes, openings before the cue.
  [
    "Tim Wold - Holt's deputy and a former engineer - told The Lakeside Courier that the dam was old.",
    'indirect say | Tim Wold | the dam was old | to The Lakeside Courier',
  ],
  [
    'But, Holt added, he did not support closing the road.',
    'indirect say | Holt | he did not support closing the road',
  ],
  [
    "And yet, Mr. Holt's aides say, the dam remains a priority for her.",
    "indirect say | (Mr. Holt's aides) | the dam remains a priority for her",
  ],
  [
    'As reported by Lakeside News, last year the town became the first to close its dam.',
    'indirect say | Lakeside News | last year the town became the first to close its dam',
  ],
  ['The dam, as Ana Holt said, is old.', 'indirect say | Ana Holt | The dam … is old'],
  [
    'As the engineer Tim Wold put it, "there was not much to complain about."',
    'direct say | Tim Wold | "there was not much to complain about."',
  ],
  // Subjects that are easily missed.
  [
    'Two in three said they would rather not visit the dam.',
    'indirect say | (Two in three) | they would rather not visit the dam',
  ],
  [
    'A large body of work suggests that dams can last for a century.',
    'indirect say | (A large body of work) | dams can last for a century',
  ],
  [
    `The dam was closed for repairs, said the board's director, James B. Wold, on Monday.`,
    'indirect say | James B. Wold | The dam was closed for repairs | on 2024-05-20',
  ],
  [
    '"The board will give these papers to your office," Board General Counsel Tim A. Wold wrote in a letter.',
    'direct say | Tim A. Wold | "The board will give these papers to your office," | at a letter',
  ],
  [
    '"The workers are under a lot of pressure," a senior source, who was not allowed to speak, told Lakeside News.',
    'direct say | (a senior source) | "The workers are under a lot of pressure," | to Lakeside News',
  ],
  [
    `"Did you know it was closed?" Wold asked the town's mayor.`,
    `direct ask | Wold | "Did you know it was closed?" | to the town's mayor`,
  ],
  [
    '"The water came up to here," remembered Roy Wold, a former engineer.',
    'direct say | Roy Wold | "The water came up to here,"',
  ],
  ['"Nobody asked us," Holt demurred.', 'direct say | Holt | "Nobody asked us,"'],
  [
    'Majorities in all five towns polled were glad, but majorities in all five say they want a new dam.',
    'indirect say | (majorities in all five) | they want a new dam',
  ],
  [
    "A person familiar with the planning for Monday's meeting says the talks will focus on the dam.",
    "indirect say | (A person familiar with the planning for Monday's meeting) | the talks will focus on the dam",
  ],
  ['The dam is a hundred years old, one slide says.', 'indirect say | (one slide) | The dam is a hundred years old'],
  ['Holt said he and Wold differ on the dam.', 'indirect say | Holt | he and Wold differ on the dam'],
  ['But as Ana Holt noted, the dam is old.', 'indirect say | Ana Holt | the dam is old'],
  ['The board responded that it had mended the dam.', 'indirect say | (The board) | it had mended the dam'],
  [
    '“She wanted to know, ‘What can I do?’” Weaver said.',
    'direct say | Weaver | “She wanted to know, ‘What can I do?’”',
  ],
  [
    '"Everything is on the table," Holt told the Courier after hinting that the plan could change. "Every single thing."',
    'direct say | Holt | "Everything is on the table," … "Every single thing." | to the Courier',
    'indirect say | Holt | the plan could change',
  ],
  // Where what is said begins and ends.
  [
    '"If there had not been that repair" by the board, Holt said at a town hall, "we would be looking at a ruin."',
    'mixed say | Holt | "If there had not been that repair" by the board … "we would be looking at a ruin." | at a town hall',
  ],
  [
    'Ana Holt said she was glad but still feared the water.',
    'indirect say | Ana Holt | she was glad but still feared the water',
  ],
  [
    'Holt said she "would not speak this week," while two other towns wanted it changed.',
    'mixed say | Holt | she "would not speak this week,"',
  ],
  // A dateline is no part of what is said.
  [
    'SKARHOLM (Norlund Wire) -- Two ships left the port on Monday, the ministry said.',
    'indirect say | (the ministry) | Two ships left the port on Monday',
  ],
  ['VARDEN, Norlund — The port is closed, the ministry said.', 'indirect say | (the ministry) | The port is closed'],
  ['Varden (NW) - The port is closed, the ministry said.', 'indirect say | (the ministry) | The port is closed'],
];

for (const [body, ...expected] of cases) test(body.slice(0, 80), () => check(body, expected));
