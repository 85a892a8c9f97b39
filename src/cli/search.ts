import type { SearchHit } from '../store/store.ts';
import { type Command, exitCodes, write, writeJson } from './command.ts';
import { dataOption, numberFrom, queryFrom, withStore } from './open.ts';
import { onOneLine } from './report.ts';

/** Searches the archive in the query language of watches. */
export const searchCommand: Command = {
  name: 'search',
  summary: 'Search the archive, in the query language of watches.',
  arguments: [{ name: '<query...>', help: 'the query (docs/query.md); several words are joined' }],
  options: [
    dataOption,
    { flag: '--limit <number>', help: 'most hits (20)' },
    { flag: '--relevance', help: 'best match first instead of newest' },
    { flag: '--json', help: 'one JSON object a hit' },
  ],
  examples: ['search \'launch AND ("Tern-2" OR Skarholm)\'', 'search speaker:halloran --limit 5 --json'],
  async run(words, options, terminal) {
    const query = queryFrom(words.join(' '));
    const limit = numberFrom(options, 'limit', 20, 1, 1000);
    return withStore(options, terminal, async (store) => {
      const order = options.relevance === true ? 'relevance' : 'newest';
      const { rows, total, atLeast } = await store.search({ query, order, limit, cursor: null, facets: false });
      for (const hit of rows) {
        if (options.json === true || !terminal.outInteractive) await writeJson(terminal.out, hit);
        else await write(terminal.out, hitLines(hit));
      }
      terminal.err.write(`${atLeast ? 'at least ' : ''}${total} found\n`);
      return exitCodes.ok;
    });
  },
};

function hitLines({ article, snippet }: SearchHit): string {
  const when = article.published.value ?? `received ${article.received.slice(0, 10)}`;
  return `${onOneLine(article.title ?? '(no title)')}\n  ${onOneLine([article.site, when, article.id].filter((part) => part !== null).join(' · '))}\n  ${onOneLine(snippet)}\n`;
}
