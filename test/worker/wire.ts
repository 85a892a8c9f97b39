import type { IncomingPage } from '../../src/worker/receive.ts';
import { at } from '../made.ts';

/**
 * Pages of invented outlets for the test that kills: a few running stories, each told anew, reprinted whole and cut short in
 * turn. The same on every call.
 */
export function wirePages(count: number): IncomingPage[] {
  return Array.from({ length: count }, (_, number) => {
    const topic = topics[number % topics.length];
    const round = Math.floor(number / topics.length);
    // Every third telling is an account of its own; the two after it carry it, one whole, one without its end.
    const telling = sentencesOf(topic, Math.floor(round / 3));
    const sentences = round % 3 === 2 ? telling.slice(0, 4) : telling;
    const outlet = outlets[(number * 5 + round) % outlets.length];
    const title = `${topic.who} ${verbs[Math.floor(round / 3) % verbs.length]} the ${topic.what}`;
    const html = `<!doctype html><html lang="en"><head><title>${title} - ${outlet}</title></head><body>
      <nav><a href="/">${outlet}</a></nav><article><h1>${title}</h1>${sentences.map((one) => `<p>${one}</p>`).join('')}</article></body></html>`;
    return {
      url: `https://${outlet.toLowerCase().replaceAll(' ', '-')}.example/${number}`,
      finalUrl: null,
      name: null,
      sourceId: null,
      received: at(number),
      content: new TextEncoder().encode(html),
      contentType: 'text/html; charset=utf-8',
      status: 200,
      headers: [['Content-Type', 'text/html; charset=utf-8']],
      hint: { published: at(number) },
    };
  });
}

/** What the watch of the test asks for: some of the stories, not all. */
export const wireQuery = 'lighthouse OR tramway';

const outlets = ['Lowell Herald', 'Quay Times', 'The Orchard Post', 'North Sound', 'Evening Ledger'];
const verbs = ['examines', 'delays', 'reopens', 'sells', 'defends', 'inspects'];
const topics: readonly { who: string; what: string; sentences: readonly string[] }[] = [
  {
    who: 'Harbour board',
    what: 'lighthouse',
    sentences: [
      'The lighthouse at Marrow Point will stay dark for {n} nights, the harbour board announced on Monday.',
      '"Its lens weighs {m} kilos and nobody living has moved one," said Ida Holm, who keeps the tower.',
      'Fishermen had counted {n} near misses among the rocks since the lamp began to fail in autumn.',
      'A replacement lamp was ordered from a glassworks inland and may arrive in {m} days.',
      'Until then two boats with lanterns will lie off the reef, paid for by {n} shipowners.',
      'Holm would not say whether the foghorn, silent for {m} years, could be heard again.',
    ],
  },
  {
    who: 'City council',
    what: 'tramway',
    sentences: [
      'Councillors voted {n} to 9 to extend the tramway up Oster Hill after a debate that lasted past midnight.',
      '"Grandmothers climb {m} steps with their shopping," Bram Tolle, the mover of the bill, told the chamber.',
      'Shopkeepers along the slope fear that digging will cost them {n} weeks of trade.',
      'Rails are to be laid by a firm whose last contract ended {m} months behind its promise.',
      'Tickets would rise to {n} pence, the first change in a decade, an annex to the bill shows.',
      'An appeal against the route, signed by {m} residents, is before the magistrates.',
    ],
  },
  {
    who: 'Museum',
    what: 'glass ship',
    sentences: [
      'Visitors queued round Linden Court to see a ship of blown glass, {n} feet long, before it is packed away.',
      'Its maker worked in secret for {m} winters, curator Petra Wace wrote in the catalogue.',
      'Insurers asked for {n} guards and a floor that does not tremble when lorries pass.',
      'One mast cracked in the heat of the opening; the splinters fill {m} envelopes.',
      'A collector abroad is said to have offered {n} paintings in exchange.',
      'Wace called the offer charming and added that exhibits of {m} years ago were once sold for less.',
    ],
  },
  {
    who: 'Ferry line',
    what: 'night crossing',
    sentences: [
      'Passengers bound for the islands slept on deck as the night crossing of Gull Strait ran {n} hours late.',
      'The captain, Nils Arkady, blamed a rope that had wound itself round the screw at buoy {m}.',
      'Sandwiches ran out before two, according to {n} letters sent to this newspaper.',
      'The line has carried mail there for {m} years without losing a single sack.',
      'Its owners are looking at a second hull, which would need {n} sailors more.',
      'Arkady said that he had steered by the stars, {m} of which he knows by name.',
    ],
  },
];

/** What happens to the subject of any story, one of these to each telling of it. */
const turns = [
  'The minister for works, Olga Brandt, said on Wednesday that the state would pay half of the bill for the {what}.',
  'Police closed the road to the {what} on Thursday after a crack {n} metres long was found beneath it.',
  '"I would rather swim than see the {what} go to strangers," the poet Emil Karst told a rally of {m} people.',
  'An auction of the {what} is planned for June 14, the notary Lene Moss announced in the gazette.',
  'Investigators found {n} forged receipts among the papers about the {what}, the prosecutor Rolf Anders said.',
  'Schoolchildren collected {m} signatures for the {what} and carried them to the palace by bicycle.',
  'A storm on Friday night threw {n} trees across the approach to the {what}; nobody was hurt.',
  'The king will visit the {what} on July 2, the court chamberlain Dag Winther confirmed.',
];

function sentencesOf({ what, sentences }: (typeof topics)[number], telling: number): string[] {
  const filled = (text: string, at: number) =>
    text
      .replaceAll('{what}', what)
      .replace('{n}', String(20 + 7 * telling + at))
      .replace('{m}', String(100 + 13 * telling + at));
  const first = (telling * 2) % sentences.length;
  const own = telling === 0 ? sentences : [sentences[first], sentences[(first + 1) % sentences.length]];
  const news = telling === 0 ? [] : [0, 1, 2].map((at) => turns[(telling * 3 + at - 3) % turns.length]);
  return [...news, ...own].map(filled);
}
