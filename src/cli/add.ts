import { asFailure } from '../failures.ts';
import { findSources } from '../poll.ts';
import { newSource } from '../sources/schedule.ts';
import { type Command, exitCodes, text, usage, writeJson } from './command.ts';
import { openFetcher } from './fetcher.ts';
import { dataOption, openStore } from './open.ts';
import { onOneLine } from './report.ts';
import { tell } from './work.ts';

/** Adds sources by address: a feed or sitemap itself, or a site whose feeds are looked for. */
export const addCommand: Command = {
  name: 'add',
  audited: true,
  summary: 'Add sources by address: a feed, a news sitemap, or a site whose feed is looked for.',
  arguments: [{ name: '<addresses...>', help: 'http or https addresses' }],
  options: [
    dataOption,
    { flag: '--title <title>', help: 'what to call it' },
    { flag: '--owner <owner>', help: 'who owns the outlet: titles of one owner are one account' },
    { flag: '--all', help: 'add every feed that a site names, not only the first' },
    { flag: '--json', help: 'one JSON object a source' },
  ],
  examples: ['add https://news.example/feed.xml', 'add https://news.example --owner "Example Group"'],
  async run(addresses, options, terminal) {
    for (const address of addresses)
      if (!URL.canParse(address) || !/^https?:/i.test(address))
        throw usage(`${address} is no address`, 'Write it with https:// in front.');
    const { store } = await openStore(options, terminal, true);
    const fetcher = openFetcher(terminal.configuration);
    let failed = 0;
    try {
      for (const address of addresses) {
        const now = terminal.now().toISOString();
        try {
          const found = await findSources(address, fetcher, now);
          for (const one of options.all === true ? found : found.slice(0, 1)) {
            const source = newSource(
              one.address,
              one.kind,
              { title: text(options, 'title') ?? one.title, owner: text(options, 'owner') },
              now,
            );
            const added = await store.addSource(source);
            if (options.json === true || !terminal.outInteractive) await writeJson(terminal.out, added);
            terminal.err.write(
              `${added.added === now ? 'added' : 'already there'}: ${added.kind} ${onOneLine(added.address)}\n`,
            );
          }
          if (found.length > 1 && options.all !== true)
            terminal.err.write(`  ${found.length - 1} more there: --all adds them\n`);
        } catch (thrown) {
          const failure = asFailure(thrown);
          if (failure.code === 'bug') throw thrown;
          failed++;
          tell(terminal, address, failure);
        }
      }
    } finally {
      await Promise.all([fetcher.close(), store.close()]);
    }
    return failed > 0 ? exitCodes.someFailed : exitCodes.ok;
  },
};
