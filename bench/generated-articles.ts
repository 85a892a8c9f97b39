import type { Arrival } from '../src/stories/stories.ts';
import { plainArticle, plainReading } from '../test/made.ts';

/** An article made up of words by their usual frequency, one in three a copy of one of the last days. */
export interface GeneratedArticle {
  readonly id: string;
  readonly title: string;
  readonly body: string;
  readonly outlet: number;
  /** Hours since 1970: two hundred articles an hour. */
  readonly hours: number;
}

const batchSize = 500;
const wordsPerArticle = 350;
const outlets = 300;
const articlesPerHour = 200;

/** Articles in batches, the same for the same count: chance is seeded. */
export function* generatedArticles(count: number): Generator<GeneratedArticle[]> {
  let state = 88172645;
  const chance = () => {
    // Xorshift (Marsaglia 2003).
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 0x1_0000_0000;
  };
  const vocabulary = Array.from({ length: 60_000 }, () => madeUpWord(chance));
  // Zipf: the rank of a word is spread evenly on a logarithmic scale.
  const anyWord = () => vocabulary[Math.floor(vocabulary.length ** chance()) - 1];
  // An event has forty words of its own, one word in five of its articles; a new event begins every dozen articles.
  let event = 0;
  const word = () =>
    chance() < 0.2 ? vocabulary[(event * 7919 + Math.floor(chance() * 40) * 104_729) % vocabulary.length] : anyWord();
  const recent: GeneratedArticle[] = [];
  for (let done = 0; done < count; ) {
    const batch: GeneratedArticle[] = [];
    while (batch.length < batchSize && done < count) {
      const hours = 490_000 + done / articlesPerHour;
      const outlet = 1 + Math.floor(chance() * outlets);
      event = Math.max(0, Math.floor(done / 12) - Math.floor(chance() * 40));
      const copied = recent.length > 100 && chance() < 0.33 ? recent[Math.floor(chance() * recent.length)] : null;
      const article = {
        id: `g${done}`,
        hours,
        outlet,
        ...(copied === null ? fresh(word, chance) : reprint(copied, word, chance)),
      };
      batch.push(article);
      if (copied === null) recent.push(article);
      if (recent.length > 3000) recent.shift();
      done++;
    }
    yield batch;
  }
}

/** The arrival of a generated article, with nothing read from it. */
export function readingOf(generated: GeneratedArticle): Arrival {
  const time = new Date(generated.hours * 3_600_000).toISOString();
  const site = `outlet${generated.outlet}.example`;
  return {
    reading: plainReading(
      plainArticle(generated.body, {
        id: generated.id,
        pageId: generated.id,
        title: generated.title,
        published: { value: time, precision: 'instant', from: 'given' },
        site,
      }),
    ),
    received: time,
    url: `https://${site}/${generated.id}`,
    source: null,
  };
}

function madeUpWord(chance: () => number): string {
  const syllables = 1 + Math.floor(chance() * 3);
  let word = '';
  for (let syllable = 0; syllable <= syllables; syllable++) {
    word += 'bcdfghklmnprstvw'[Math.floor(chance() * 16)] + 'aeiou'[Math.floor(chance() * 5)];
  }
  return word;
}

function fresh(word: () => string, chance: () => number): { title: string; body: string } {
  const title = Array.from({ length: 9 }, word).join(' ');
  let body = '';
  for (let words = 0; words < wordsPerArticle; ) {
    const length = 8 + Math.floor(chance() * 20);
    const sentence = Array.from({ length }, word).join(' ');
    body += `${sentence[0].toUpperCase()}${sentence.slice(1)}.${chance() < 0.3 ? '\n\n' : ' '}`;
    words += length;
  }
  return { title, body };
}

/** Cut at the end, with a few words changed and a line of the outlet's own. */
function reprint(article: GeneratedArticle, word: () => string, chance: () => number): { title: string; body: string } {
  const kept = article.body.slice(0, Math.floor(article.body.length * (0.4 + 0.6 * chance())));
  const body = kept.replace(/\b\w+\b/g, (original) => (chance() < 0.02 ? word() : original));
  return { title: article.title, body: `${body}\n\nMore from us every day, for readers who like it so.` };
}
