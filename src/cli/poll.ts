import { asFailure, Failure, failureRecord } from '../failures.ts';
import { fetchPorts } from '../poll.ts';
import type { Source } from '../records.ts';
import type { ClaimedFetch } from '../store/store.ts';
import { receivePages } from '../worker/receive.ts';
import { withArchive } from './archive.ts';
import { type Command, exitCodes, usage } from './command.ts';
import { openFetcher } from './fetcher.ts';
import { dataOption, withStore } from './open.ts';
import { progress } from './progress.ts';
import { onOneLine } from './report.ts';
import { openSender } from './sender.ts';
import { readWaiting, tell } from './work.ts';

/** Fetches claimed at once; the client keeps the pace of each host. */
const fetchesAtOnce = 8;

/** Asks the sources once, fetches what is new, reads it, and ends: for cron, or to try a source. */
export const pollCommand: Command = {
  name: 'poll',
  summary: 'Ask the sources once for what is new, fetch and read it, send what is due, and end.',
  arguments: [{ name: '[sources...]', help: 'ids or addresses; all that are due when none is named' }],
  options: [dataOption, { flag: '--all', help: 'ask all sources, due or not' }],
  examples: ['poll', 'poll --all', 'poll https://news.example/feed.xml'],
  run: (named, options, terminal) =>
    withStore(options, terminal, (store, data) =>
      withArchive(terminal.configuration, data.folder, async (archive) => {
        const now = () => terminal.now().toISOString();
        const fetcher = openFetcher(terminal.configuration);
        const sender = openSender(terminal.configuration, store, now);
        const { poll, fetchPage } = fetchPorts(fetcher, now);
        let failed = 0;
        try {
          for (const source of await chosen()) {
            const answer = await poll(source);
            if (answer === null) break;
            const fresh = await store.queueFetches(answer.requests);
            const { health, note } = answer.settle(fresh);
            await store.saveHealth(source.id, health, note);
            if (health.failure !== null && note.outcome === 'failed') {
              failed++;
              terminal.err.write(
                `${onOneLine(source.address)}: ${onOneLine(health.failure.what)}\n  ${onOneLine(health.failure.advice)}\n`,
              );
            } else terminal.err.write(`${onOneLine(source.address)}: ${fresh} new\n`);
          }
          const bar = progress(terminal, 'fetched', 0);
          let fetched = 0;
          for (;;) {
            const claims = terminal.stopped.aborted ? [] : await store.claimFetches(now(), fetchesAtOnce, 600);
            if (claims.length === 0) break;
            await Promise.all(claims.map(fetchOne));
            fetched += claims.length;
            bar.at(fetched);
          }
          bar.end();
          const read = await readWaiting(store, archive, data, terminal, sender);
          terminal.err.write(read === null ? 'the running desk reads them\n' : `${read.done} read\n`);
          failed += read?.failed ?? 0;
        } finally {
          await Promise.all([fetcher.close(), sender.close()]);
        }
        if (terminal.stopped.aborted) return exitCodes.stopped;
        return failed > 0 ? exitCodes.someFailed : exitCodes.ok;

        async function chosen(): Promise<Source[]> {
          const subscribed = (await store.listSources()).filter((source) => source.kind !== 'import');
          if (named.length > 0) return named.map((name) => namedSource(subscribed, name));
          const all = subscribed.filter((source) => !source.paused);
          return options.all === true ? all : store.sourcesDue(now(), all.length);
        }

        async function fetchOne(claim: ClaimedFetch): Promise<void> {
          try {
            const { url, sourceId, hint } = claim;
            const { finalUrl, status, contentType, headers, content } = await fetchPage(claim);
            await receivePages(
              [{ url, finalUrl, name: null, sourceId, received: now(), content, contentType, status, headers, hint }],
              store,
              archive,
            );
            await store.finishFetch(claim.id);
          } catch (thrown) {
            const failure = asFailure(thrown);
            if (failure.code === 'bug') throw thrown;
            failed++;
            tell(terminal, claim.url, failure);
            const again = failure.retry === 'later' ? new Date(terminal.now().getTime() + 900_000).toISOString() : null;
            await store.failFetch(claim.id, failureRecord(failure, now()), again);
          }
        }
      }),
    ),
};

/** The source a person means by an id or an address. A paused one is not asked: that was decided elsewhere. */
function namedSource(sources: readonly Source[], name: string): Source {
  const source = sources.find(({ id, address }) => id === name || address === name);
  if (source === undefined)
    throw new Failure('no-input', `there is no source ${name}`, {
      retry: 'never',
      advice: '"watchfloor export sources" lists them; "watchfloor add" adds one.',
    });
  if (source.paused)
    throw usage(`the source ${name} is paused`, 'Let it go on under Sources in the desk, then ask again.');
  return source;
}
