import { Failure } from '../src/failures.ts';

/**
 * Other npm libraries, to be measured beside ours in one run. They are no dependencies: install them for the run with
 * `npm install --no-save @mozilla/readability linkedom defuddle chrono-node`.
 */
export interface ExtractPeer {
  readonly name: string;
  extract(
    html: string,
    url: string,
  ): Promise<{ text: string; title: string | null; author: string | null; date: string | null }>;
}

export interface DatePeer {
  readonly name: string;
  find(text: string, day: string): readonly { start: number; end: number; type: string; value: string }[];
}

export async function extractPeers(): Promise<readonly ExtractPeer[]> {
  const { parseHTML } = await load<{ parseHTML(html: string): { document: PeerDocument } }>('linkedom');
  const { Readability } = await load<{
    Readability: new (document: PeerDocument) => { parse(): ReadabilityAnswer | null };
  }>('@mozilla/readability');
  const { Defuddle } = await load<{ Defuddle(document: PeerDocument, url: string): Promise<DefuddleAnswer> }>(
    'defuddle/node',
  );
  return [
    {
      name: 'Readability + linkedom',
      async extract(html) {
        const answer = new Readability(parseHTML(html).document).parse();
        return {
          text: answer?.textContent ?? '',
          title: answer?.title ?? null,
          author: answer?.byline ?? null,
          date: answer?.publishedTime ?? null,
        };
      },
    },
    {
      name: 'defuddle',
      async extract(html, url) {
        const answer = await Defuddle(parseHTML(html).document, url);
        const text = parseHTML(`<html><body>${answer.content}</body></html>`).document.body.textContent;
        return { text, title: answer.title || null, author: answer.author || null, date: answer.published || null };
      },
    },
  ];
}

export async function datePeers(): Promise<readonly DatePeer[]> {
  const chrono = await load<{ parse(text: string, day: Date): readonly ChronoResult[] }>('chrono-node');
  return [
    {
      name: 'chrono-node',
      find: (text, day) =>
        chrono.parse(text, new Date(`${day}T12:00:00Z`)).map(({ index, text: words, start }) => ({
          start: index,
          end: index + words.length,
          type: start.isCertain('hour') ? 'TIME' : 'DATE',
          value: timexValue(start),
        })),
    },
  ];
}

/** As fine as the library says it knows: a month without a day is a month. */
function timexValue(start: ChronoResult['start']): string {
  const part = (name: ChronoPart, digits: number) => String(start.get(name) ?? 0).padStart(digits, '0');
  const year = part('year', 4);
  const isDay =
    start.isCertain('day') || start.isCertain('weekday') || !(start.isCertain('month') || start.isCertain('year'));
  if (!isDay) return start.isCertain('month') ? `${year}-${part('month', 2)}` : year;
  const day = `${year}-${part('month', 2)}-${part('day', 2)}`;
  return start.isCertain('hour') ? `${day}T${part('hour', 2)}:${part('minute', 2)}` : day;
}

type PeerDocument = { readonly body: { readonly textContent: string } };
interface ReadabilityAnswer {
  readonly textContent: string | null;
  readonly title: string | null;
  readonly byline: string | null;
  readonly publishedTime: string | null;
}
interface DefuddleAnswer {
  readonly content: string;
  readonly title: string;
  readonly author: string;
  readonly published: string;
}
type ChronoPart = 'year' | 'month' | 'day' | 'weekday' | 'hour' | 'minute';
interface ChronoResult {
  readonly index: number;
  readonly text: string;
  readonly start: { get(part: ChronoPart): number | null; isCertain(part: ChronoPart): boolean };
}

async function load<Module>(name: string): Promise<Module> {
  try {
    return (await import(name)) as Module;
  } catch (cause) {
    throw new Failure('peer-missing', `the peer ${name} is not installed`, {
      retry: 'never',
      advice: 'npm install --no-save @mozilla/readability linkedom defuddle chrono-node',
      cause,
    });
  }
}
