import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Statement } from '../../src/records.ts';
import { lineOf, readingOf } from './check-statements.ts';

/**
 * Whole articles of our own, each with what a wire story has: a renewed concern, a notice reported by the media of a country,
 * a briefing with four quotations by one spokesperson, and somebody's remarks in an interview, quoted at second hand.
 */
interface Page {
  readonly name: string;
  readonly body: string;
  readonly speaker: string;
  readonly role: string;
  readonly venue: string;
  /** Lines that must be among the statements. */
  readonly lines: readonly string[];
}

const pages: readonly Page[] = [
  {
    name: 'a river treaty',
    body: `The Ministry of Water of Norland voiced its worries Monday over talks between Sudland and Osterland, as Velin is preparing to close its upper gates.

Velin has informed Norland's River Guard of a plan to close the gates between June 3 and June 9, Sudland media reported, despite Arven's warning against what would be its second closure this year.

"I will say that our worries about the gates are well known, and our worries about the sharing of data -- whether by the north or by the south -- are also well known," Clara Voss, the ministry's spokesperson, told a press briefing.

"Such closures violate the treaty of 1988 in some cases, and we will go on watching them with our partners," she added.

Voss repeated the position when asked to comment on Osterland Premier Anton Brill's remarks in an interview with The Courier, a Norland daily, that Sudland is likely to find that closing the gates, which have stood open for years, will not serve its farmers.

"I can only add that our answer is clear, which is that nobody should close the gates alone," she said.

"That is our position toward every country on the river," she added.`,
    speaker: 'Clara Voss',
    role: "the ministry's spokesperson",
    venue: 'a press briefing',
    lines: [
      "indirect say | Velin | a plan to close the gates between June 3 and June 9 | to Norland's River Guard | via Sudland media",
      'indirect say | Anton Brill | Sudland is likely to find that closing the gates, which have stood open for years, will not serve its farmers | at an interview with The Courier | to The Courier',
    ],
  },
  {
    name: 'a power line',
    body: `The National Grid Agency restated its doubts Tuesday over the new line, as the builder prepares to switch it on.

The builder has notified the port of Hallen of a plan to test the line between Aug. 2 and Aug. 5, local media reported, despite the mayor's objections.

"We have said many times that our doubts about the towers are known, and our doubts about the cables -- old or new -- are known as well," Peter Lund, the agency's spokesman, told a news conference.

"Some towers break two building codes, including one that the builder itself signed, and we will check them closely," he added.

Lund restated the view when asked to comment on Mayor Ines Carrow's remarks in an interview with The Hallen Mirror, a local weekly, that the agency will surely see that delay, which has cost millions, helps no one.

"I will only say that our view is simple: the builder should wait," he said.

"That is our view of any line in the country," he added.`,
    speaker: 'Peter Lund',
    role: "the agency's spokesman",
    venue: 'a news conference',
    lines: [
      'indirect say | (The builder) | a plan to test the line between Aug. 2 and Aug. 5 | to the port of Hallen | via local media',
      'indirect say | Ines Carrow | the agency will surely see that delay, which has cost millions, helps no one | at an interview with The Hallen Mirror | to The Hallen Mirror',
    ],
  },
  {
    name: 'a fishing quota',
    body: `The Fisheries Council reaffirmed its concerns Friday over the catch, as Port Amsel readies its fleet.

Reykjavik has notified Norway's Coast Guard of a plan to reopen the banks between March 4 and March 20, Norwegian media reported.

"Our concerns about the herring are well known, our concerns about the nets are well known," Greta Moen, the council's director, told a seminar.

"Those nets in some cases break several rules, including rules that the fleet itself asked for," she added.

Moen reaffirmed the position when asked about Minister Olav Berg's comments in an interview with The Northern Post, a Bergen daily, that the fleet is likely to agree that fewer boats, which use less fuel, will earn more.

"I can only add that our answer is unchanged," she said.

"That is our position on every bank," she added.`,
    speaker: 'Greta Moen',
    role: "the council's director",
    venue: '',
    lines: [
      "indirect say | Reykjavik | a plan to reopen the banks between March 4 and March 20 | to Norway's Coast Guard | via Norwegian media",
      'indirect say | Olav Berg | the fleet is likely to agree that fewer boats, which use less fuel, will earn more | at an interview with The Northern Post | to The Northern Post',
    ],
  },
  {
    name: 'a satellite of another country',
    body: `The Department of Space repeated its interest Wednesday in the joint mission, while Lisbon makes its rocket ready.

Lisbon has notified Spain's Air Authority of a plan to launch the rocket between Sept. 10 and Sept. 14, Spanish media reported, though Madrid does not want one over its islands.

"Everybody knows that we want the mission, and that we want its data -- whether it comes from the coast or from the ship," Daniel Ashby, the department's press officer, told a press briefing.

"Some of these flights cross busy routes, and we will follow each of them from the ground," he added.

Ashby repeated the interest when asked about Portuguese President Rui Falcao's remarks in an interview with The Observer, a British weekly, that Spain is likely to accept that sharing the range, which lies far from any town, will help its engineers.

"I only want to say that flights should be announced, no more and no less," he said.

"It holds for every launch from anywhere," he added.`,
    speaker: 'Daniel Ashby',
    role: "the department's press officer",
    venue: 'a press briefing',
    lines: [
      "indirect say | Lisbon | a plan to launch the rocket between Sept. 10 and Sept. 14 | to Spain's Air Authority | via Spanish media",
      'indirect say | Rui Falcao | Spain is likely to accept that sharing the range, which lies far from any town, will help its engineers | at an interview with The Observer | to The Observer',
    ],
  },
  {
    name: 'a hospital merger',
    body: `The Health Board repeated its criticism Thursday of the merger, as St. Alban's moves its wards.

St. Alban's has informed the city council of a plan to move the wards between Jan. 8 and Jan. 19, city newspapers reported.

"Our criticism of the move is well known, our criticism of the cost is also well known," Judith Crane, the board's chairwoman, told a hearing.

"Those moves in some cases break the contract, including the part that the hospital itself wrote," she added.

Crane repeated the criticism when asked to comment on Senator Paul Ruiz's remarks in an interview with The Evening Star, a city daily, that patients are likely to find that one large house, which has new rooms, will be better.

"I will just say that the contract is clear," she said.

"That goes for any hospital in the city," she added.`,
    speaker: 'Judith Crane',
    role: "the board's chairwoman",
    venue: 'a hearing',
    lines: [
      'indirect say | Paul Ruiz | patients are likely to find that one large house, which has new rooms, will be better | at an interview with The Evening Star | to The Evening Star',
    ],
  },
];

for (const page of pages) {
  test(`page: ${page.name}`, () => {
    const { statements } = readingOf(page.body);
    const direct = statements.filter((statement) => statement.form === 'direct');
    assert.equal(direct.length, 4, 'four quotations');
    const who = (statement: Statement) => [statement.speaker.name, statement.speaker.role];
    for (const statement of direct) assert.deepEqual(who(statement), [page.speaker, page.role]);
    if (page.venue !== '') assert.equal(direct[0].venue?.text, page.venue);
    const lines = statements.map((statement) => lineOf(statement, page.body));
    for (const line of page.lines) assert.ok(lines.includes(line), `${line}\nis not among\n${lines.join('\n')}`);
    assert.notEqual(statements[0].saidOn, null, 'the day of the first statement');
  });
}
