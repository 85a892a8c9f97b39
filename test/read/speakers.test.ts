import { test } from 'node:test';
import { check } from './check-statements.ts';

/** Who a speaker is when the words of the cue do not say it. */
const cases: readonly (readonly [body: string, ...expected: string[]])[] = [
  [
    'A Harbour Board spokesman said the port was closed. Spokesman Tim Wold said it would open on Monday.',
    'indirect say | Tim Wold | the port was closed',
    'indirect say | Tim Wold | it would open on Monday',
  ],
  // Another body's spokesman is somebody else.
  [
    'A Harbour Board spokesman said the port was closed. Lakeside Police spokesman Tim Wold said it would open.',
    'indirect say | (A Harbour Board spokesman) | the port was closed',
    'indirect say | Tim Wold | it would open',
  ],
  [
    'President Ana Holt spoke first, and she said the papers were safe. The Harbour Board chief said they were lost.',
    'indirect say | Ana Holt | the papers were safe',
    'indirect say | (The Harbour Board chief) | they were lost',
  ],
  // Two of one surname.
  [
    'Ela Gomez was found at sea. Ela is six. Juan Miguel Gomez wrote a letter, and Gomez said he wanted her back.',
    'indirect say | Juan Miguel Gomez | he wanted her back',
  ],
  [
    'Anna Roe met her brother, Paul Roe, at the port. Mr. Roe said the sea was calm.',
    'indirect say | Paul Roe | the sea was calm',
  ],
  // Short and long forms of a body.
  [
    'Institut Varden S.A. will sell the plant. Institut Varden said the price was fair.',
    'indirect say | Institut Varden S.A. | the price was fair',
  ],
  [
    'The U.N. Harbour Council met on Monday. The Harbour Council said the port was closed.',
    'indirect say | U.N. Harbour Council | the port was closed',
  ],
  [
    'The Academy of Motion Arts and Sciences said the prize would be given in May.',
    'indirect say | Academy of Motion Arts and Sciences | the prize would be given in May',
  ],
  // "The company" is what the sentences before are about.
  [
    'Rolf Holdings sued Bremer Inc. on Monday. The company said it had tried to talk.',
    'indirect say | Rolf Holdings | it had tried to talk',
  ],
  // A dateline is no body, and somebody's government stays unnamed.
  [
    'SKARHOLM (Norlund Wire) -- Two ships left. The ministry said the port was open.',
    'indirect say | (The ministry) | the port was open',
  ],
  [
    'Bremer Inc. opened a plant. Ana Holt left early. His government said the plant was needed.',
    'indirect say | (His government) | the plant was needed',
  ],
  // A place is no company; a kind of company is a company.
  [
    'Rolf Holdings fell. Seoul was calm. The carrier said it would fly again.',
    'indirect say | Rolf Holdings | it would fly again',
  ],
  // A chief is a director, when the body is the same.
  [
    'The guests met the director of the Harbour Bureau (HB), Ana Holt. The HB chief said the port was safe.',
    'indirect say | Ana Holt | the port was safe',
  ],
  [
    'The guests met the Prime Minister of Norlund, Mr. Tim Wold, at the port. The Prime Minister said it was safe.',
    'indirect say | Tim Wold | it was safe',
  ],
  // Bodies that only their country names.
  [
    "Iran's foreign ministry said the talks would go on. The ministry said they would end in May.",
    "indirect say | Iran's foreign ministry | the talks would go on",
    "indirect say | Iran's foreign ministry | they would end in May",
  ],
  [
    'Cuban state television reported that the port was closed.',
    'indirect report | Cuban state television | the port was closed',
  ],
  // A surname that is a title or another word too; an office of something; a paper with a day's name.
  [
    'Billy King was there. King said it was late. Bettie Page left, and Page said it was not.',
    'indirect say | Billy King | it was late',
    'indirect say | Bettie Page | it was not',
  ],
  ['Secretary of State Andrea Wold said it was late.', 'indirect say | Andrea Wold | it was late'],
  ['The Lakeside Sun reported that the port was closed.', 'indirect report | Lakeside Sun | the port was closed'],
  // Somebody of that gender, not the last speaker of whom nothing is known.
  [
    'Jarl Moen said it was late. Amy Wold ran the port for years. She claimed it was early.',
    'indirect say | Jarl Moen | it was late',
    'indirect claim | Amy Wold | it was early',
  ],
  // Whoever gave a statement out.
  [
    'Bremer Inc. issued a statement on Monday. "We know," Tim Wold of the port said. The statement said it was safe.',
    'direct say | Tim Wold | "We know,"',
    'indirect say | Bremer Inc. | it was safe | at The statement',
  ],
  // Who is known to be something else is not "the judge".
  [
    'Fire Chief Tim Wold said it was late. The judge said it was early.',
    'indirect say | Tim Wold | it was late',
    'indirect say | (The judge) | it was early',
  ],
  [
    "Ana Holt's publicist, Tim Wold, said she was well. The publicist said she was at home.",
    'indirect say | Tim Wold | she was well',
    'indirect say | Tim Wold | she was at home',
  ],
  ['The candidate, local engineer Tim Wold, said it was late.', 'indirect say | Tim Wold | it was late'],
  // An agency behind a comma is whose the reporter is.
  [
    'A reporter of the Norlund news agency, NNA, said that the port was closed.',
    'indirect say | (A reporter of the Norlund news agency) | the port was closed',
  ],
  [
    'The resolution of the Harbour Council said the port was closed.',
    'indirect say | Harbour Council | the port was closed | at The resolution of the Harbour Council',
  ],
];

for (const [body, ...expected] of cases) test(body.slice(0, 80), () => check(body, expected));
