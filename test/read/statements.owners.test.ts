import { test } from 'node:test';
import { check } from './check-statements.ts';

/** Whose the words are where more than one could have said them, and where a quotation ends. */
const cases: readonly (readonly [body: string, ...expected: string[]])[] = [
  // Only an outlet hands on what others told it.
  [
    '"The price of stone has doubled," Holt said, citing low stocks and a hard winter.',
    'direct say | Holt | "The price of stone has doubled,"',
    'indirect say | Holt | low stocks and a hard winter',
  ],
  [
    'The Lakeside Courier reported that the price had doubled, citing two officials.',
    'indirect report | (two officials) | the price had doubled | via The Lakeside Courier',
  ],
  // Introduced behind the verb with ordinary words before the name.
  ['"I disagree," said retired harbour master Tim Wold.', 'direct say | Tim Wold | "I disagree,"'],
  [
    '"It is a way to take part," says a source involved in the talks.',
    'direct say | (a source) | "It is a way to take part,"',
  ],
  [
    'The dam had been closed for years, wrote longtime engineer Tim Wold, in a letter.',
    'indirect say | Tim Wold | The dam had been closed for years | at a letter',
  ],
  // A verb that opens its sentence.
  ['Said Holt, "The dam is old and must be rebuilt."', 'direct say | Holt | "The dam is old and must be rebuilt."'],
  ['Another wrote, "Close it for good."', 'direct say | (Another) | "Close it for good."'],
  // What stands behind a whole utterance is told of the speaker.
  [
    'Holt wrote to the council, "It is time to close it," and shared a picture of the dam.',
    'direct say | Holt | "It is time to close it," | to the council',
  ],
  [
    'According to Holt, "the stones come from a quarry in the hills," presumably those behind the town.',
    'direct say | Holt | "the stones come from a quarry in the hills,"',
  ],
  ['"It is ours, and we love it," Wold said as he turned around.', 'direct say | Wold | "It is ours, and we love it,"'],
  // A question ends its paragraph: who speaks in the next one did not ask it.
  [
    '"How old is the dam?" the host asked. "And who will pay for it?"\n\nHolt acknowledged that nobody knew.',
    'direct ask | (the host) | "How old is the dam?" … "And who will pay for it?"',
    'indirect confirm | Holt | nobody knew',
  ],
  [
    'Holt told Ana Wold of Lakeside News, "It will be rebuilt in May."',
    'direct say | Holt | "It will be rebuilt in May." | to Ana Wold of Lakeside News',
  ],
  ['Holt answered quietly, with a smile: "It can happen at my age."', 'direct say | Holt | "It can happen at my age."'],
  // Who gives out a document speaks in it.
  [
    'On Monday, Ana Holt released a statement saying the dam was safe.',
    'indirect say | Ana Holt | the dam was safe | at a statement',
  ],
  ['The workers held signs saying, "Open the gates now."', 'direct say | (The workers) | "Open the gates now."'],
  ['Ana Holt received a letter saying the dam was safe.', 'indirect say | (a letter) | the dam was safe'],
  ['Holt continued by saying, "We will appeal in May."', 'direct say | Holt | "We will appeal in May."'],
  // A relative clause between a speaker and the verb.
  [
    'Ana Holt, who built the dam, interjected to say: "It was never safe."',
    'direct say | Ana Holt | "It was never safe."',
  ],
  [
    'Holt was firm when asked about a builder who said he had never been paid, saying, "He did not do a good job."',
    'indirect ask | () | a builder who said he had never been paid',
    'direct say | Holt | "He did not do a good job."',
  ],
  // No verb of saying: a colon, a label, a verb that is not known for one.
  [
    'Ana Holt gave the council one answer: "We will not sell the dam to anybody."',
    'direct say | Ana Holt | "We will not sell the dam to anybody."',
  ],
  [
    'More from the report: "The stones are older than the town and will not last."',
    'direct say | (the report) | "The stones are older than the town and will not last."',
  ],
  [
    'Prices fell in the hills - Tim Wold: "Nobody has bought a field since the spring came."',
    'direct say | Tim Wold | "Nobody has bought a field since the spring came."',
  ],
  ['"This is the best day of my life!" beamed Tim Wold.', 'direct say | Tim Wold | "This is the best day of my life!"'],
  ['"It is a fine old dam," Ana Holt enthused loudly.', 'direct say | Ana Holt | "It is a fine old dam,"'],
  ['"It is a fine old dam," Ana Holt beamed.', 'direct say | Ana Holt | "It is a fine old dam,"'],
  [
    'Wrote Ana Holt:\n\n"The dam is old. It must be rebuilt."',
    'direct say | Ana Holt | "The dam is old. It must be rebuilt."',
  ],
  // A sentence that opens with more of the same words.
  [
    '"The dam is old," Holt said. "It will have to go, with all that hangs on it" before the winter.',
    'direct say | Holt | "The dam is old," … "It will have to go, with all that hangs on it"',
  ],
  // Whom "who" can mean.
  [
    'Six members of the Harbour Council who signed a letter said the port was lost.',
    'indirect say | (Six members of the Harbour Council) | the port was lost',
  ],
  [
    'It was denied by Ana Holt and Tim Wold, who wrote that the port was safe.',
    'indirect say | (who) | the port was safe',
  ],
  // What somebody does before a quotation alone.
  [
    '"It is old," Tim Wold said. Ana Holt shook her head. "It will never work, and he knows it."',
    'direct say | Tim Wold | "It is old,"',
    'direct say | Ana Holt | "It will never work, and he knows it."',
  ],
  [
    '"It is old," Tim Wold said. The repairs took a year. "We had no stones to build with."',
    'direct say | Tim Wold | "It is old," … "We had no stones to build with."',
  ],
  // A quotation behind a colon or dash is not what the verb before it says.
  [
    'Ana Holt promised a new dam: "We will not wait for the winter," she said.',
    'indirect promise | Ana Holt | a new dam',
    'direct say | Ana Holt | "We will not wait for the winter,"',
  ],
  // Only a whole quotation goes on in the next paragraph.
  [
    'Holt told a meeting that the dam was "old."\n\n"And the stones are bad. I have seen them."',
    'mixed say | Holt | the dam was "old." | at a meeting',
    'direct say | Holt | "And the stones are bad. I have seen them." | at a meeting',
  ],
  [
    '"The dam is old," said Holt, who noted that it was "crumbling" in May. "It must go."',
    'direct say | Holt | "The dam is old," … "It must go."',
    'mixed say | Holt | it was "crumbling" in May',
  ],
  // Verbs with something between them and what is said.
  ['Holt has since said that the dam is old.', 'indirect say | Holt | the dam is old'],
  ['Holt pledged to soldier on.', 'indirect promise | Holt | to soldier on'],
  [
    'Holt said - on the radio, of all places - that the dam is old.',
    'indirect say | Holt | the dam is old | at the radio',
  ],
  [
    'Ana Holt said the board planned to close the dam, though she acknowledged it was unlikely to work.',
    'indirect say | Ana Holt | the board planned to close the dam',
    'indirect confirm | Ana Holt | it was unlikely to work',
  ],
  [
    'When asked whether the dam was safe, 59 percent said it was not.',
    'indirect ask | () | whether the dam was safe',
    'indirect say | (59 percent) | it was not',
  ],
  [
    'Sources close to the mayor say she stands by the plan.',
    'indirect say | (Sources close to the mayor) | she stands by the plan',
  ],
  // What somebody is said to have felt is the words of who says it.
  [
    'The crews felt safe behind the dam because it was new, said Tim Wold, the engineer of the port.',
    'indirect say | Tim Wold | The crews felt safe behind the dam because it was new',
  ],
  [
    'The meeting fell apart from there, said one council source in the room.',
    'indirect say | (one council source) | The meeting fell apart from there',
  ],
  [
    'She is "the only one with the skill to keep us safe," retired general Lloyd Newton said.',
    'mixed say | Lloyd Newton | She is "the only one with the skill to keep us safe,"',
  ],
  ['Fishermen - and some traders - say that it is late.', 'indirect say | (some traders) | it is late'],
  ['Holt said she admires it.', 'indirect say | Holt | she admires it'],
  ['Holt said Wold\'s remarks "have spread too far".', `mixed say | Holt | Wold's remarks "have spread too far"`],
  ['The vote was close, The Lakeside Journal reports.', 'indirect report | Lakeside Journal | The vote was close'],
];

for (const [body, ...expected] of cases) test(body.slice(0, 90), () => check(body, expected));
