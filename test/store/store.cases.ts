import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { Development, Page, QueryNode, Reading, Subject } from '../../src/records.ts';
import type { PageResults, Store } from '../../src/store/store.ts';
import { matchQuery } from '../../src/watches/match.ts';
import { parseQuery } from '../../src/watches/query.ts';
import {
  at,
  madeEvent,
  madeLead,
  madePage,
  madeReading,
  madeResults,
  madeSource,
  madeStatement,
  madeWatch,
} from '../made.ts';
import { onEmptyStore } from './on-empty-store.ts';

/**
 * What every store promises, told through the port alone: each driver runs this suite.
 *
 * @param open gives an empty store whose clock, for removals, stands at `at(600)`
 */
export function storeCases(driver: string, open: () => Promise<Store>): void {
  const withStore = onEmptyStore(open);

  describe(`${driver}: pages and work`, () => {
    withStore('a page is accepted once and given back as it was', async (store) => {
      const page = madePage('one');
      assert.equal(await store.acceptPage(page), true);
      assert.equal(await store.acceptPage(page), false);
      assert.deepEqual(await store.getPage(page.id), page);
      assert.equal(await store.getPage('pa-none'), null);
      assert.deepEqual(await store.acceptPages([page, madePage('two')]), [false, true]);
    });

    withStore('pages of one address come newest first', async (store) => {
      const url = 'https://herald.example/edited';
      const first = madePage('a', 1, { url });
      const second = madePage('b', 2, { url });
      await store.acceptPages([first, second, madePage('c', 3)]);
      assert.deepEqual(await store.pagesAt(url, 10), [second, first]);
      assert.deepEqual(await store.pagesAt(url, 1), [second]);
    });

    withStore('work is handed out in order of receipt, once per lease', async (store) => {
      const pages = ['a', 'b', 'c'].map((name, minute) => madePage(name, minute));
      await store.acceptPages(pages);
      const first = await store.claimPages(at(10), 2, 60);
      assert.deepEqual(
        first.map((claim) => [claim.page.id, claim.tries]),
        [
          [pages[0].id, 1],
          [pages[1].id, 1],
        ],
      );
      assert.deepEqual(
        (await store.claimPages(at(10), 9, 60)).map((claim) => claim.page.id),
        [pages[2].id],
      );
      assert.deepEqual(await store.claimPages(at(10), 9, 60), []);
      // The lease is over after a minute: whoever held it is taken for dead. What it had begun is handed out alone, since one
      // of these may be what killed it.
      assert.deepEqual(
        (await store.claimPages(at(11), 9, 60)).map((claim) => [claim.page.id, claim.tries]),
        [[pages[0].id, 2]],
      );
      await store.releaseClaims();
      await store.acceptPages([madePage('d', 20)]);
      const alone = [];
      for (let round = 0; round < 4; round++) {
        alone.push((await store.claimPages(at(11), 9, 60)).map(({ page }) => page.id));
      }
      assert.deepEqual(
        alone,
        [...pages, madePage('d', 20)].map((page) => [page.id]),
      );
    });

    withStore('beside the memory of a time come older texts that others carry', async (store) => {
      const pages = ['origin', 'alone', 'copy', 'late'].map((name, minute) => madePage(name, minute));
      await store.acceptPages(pages);
      const [origin, alone, copy, late] = pages.map((page) => madeResults(page));
      const carried = { ...copy.placement!, copyOf: origin.reading.article.id, originId: origin.reading.article.id };
      for (const results of [origin, alone, { ...copy, placement: carried }, late])
        await store.savePageResults(results);
      const ids = async (...asked: Parameters<Store['storyMemory']>) =>
        (await collected(store.storyMemory(...asked))).map(({ articleId }) => articleId);
      const [first, second, third, last] = [origin, alone, copy, late].map(({ reading }) => reading.article.id);
      assert.deepEqual(await ids(at(3)), [last]);
      assert.deepEqual(await ids(at(3), 0, at(0)), [first, last]);
      assert.deepEqual(await ids(at(3), 0, at(1)), [last]);
      assert.deepEqual(await ids(at(3), 3, at(0)), [first, second, third, last]);
    });

    withStore('what is given back was never handed out: its try does not count', async (store) => {
      const pages = ['a', 'b'].map((name, minute) => madePage(name, minute));
      await store.acceptPages(pages);
      const url = 'https://herald.example/later';
      await store.queueFetches([{ url, sourceId: null, hint: {}, due: at(0) }]);
      let fetchId = '';
      const claimed = async () => [
        (await store.claimPages(at(10), 9, 6_000)).map(({ page, tries }) => [page.id, tries]),
        (await store.claimFetches(at(10), 9, 6_000)).map(({ id, tries }) => {
          fetchId = id;
          return tries;
        }),
      ];
      const first = await claimed();
      assert.deepEqual(first, [pages.map(({ id }) => [id, 1]), [1]]);
      assert.deepEqual(await claimed(), [[], []]);
      await store.giveBack(
        pages.map(({ id }) => id),
        [fetchId, 'no such'],
      );
      assert.deepEqual(await claimed(), first);
      // What is done meanwhile stays done.
      await store.savePageResults(madeResults(pages[0]));
      await store.giveBack(
        pages.map(({ id }) => id),
        [],
      );
      await store.giveBack([], []);
      assert.deepEqual((await claimed())[0], [[pages[1].id, 1]]);
    });

    withStore('what was read is placed in order of receipt, up to the first page still to be read', async (store) => {
      const pages = ['a', 'b', 'c', 'd'].map((name, minute) => madePage(name, minute));
      await store.acceptPages(pages);
      const saved = ({ id }: Page) => ({
        pageId: id,
        reading: madeReading(pages[0]),
        problems: [{ step: 'read', what: id }],
      });
      const placeable = async (now: string) => {
        const claims = await store.claimReadings(now, 9, 60);
        await store.releaseClaims();
        return claims.map(({ page, tries, read }) => [page.id, tries, read.problems[0].what]);
      };
      assert.deepEqual(await placeable(at(10)), []);
      await store.claimPages(at(10), 9, 60);
      await store.saveReadings([saved(pages[0]), saved(pages[2]), saved(pages[3])]);
      // The second is being read: what came after it waits.
      assert.deepEqual(await placeable(at(10)), [[pages[0].id, 1, pages[0].id]]);
      const failure = { code: 'bug', what: 'It broke', advice: 'Report it', retry: 'later', at: at(1) } as const;
      await store.failPage(pages[1].id, failure, at(60));
      // It failed and is tried later: it no longer holds up the others.
      await store.savePageResults(madeResults(pages[0]));
      assert.deepEqual(await placeable(at(10)), [
        [pages[2].id, 1, pages[2].id],
        [pages[3].id, 1, pages[3].id],
      ]);
      // Begun once before: alone.
      assert.deepEqual(await placeable(at(10)), [[pages[2].id, 2, pages[2].id]]);
      await store.saveReadings([saved(pages[1])]);
      assert.deepEqual(await placeable(at(10)), [[pages[1].id, 1, pages[1].id]]);
      // Put back to work by hand, it is read anew.
      assert.equal(await store.retryPage(pages[2].id), true);
      assert.deepEqual(
        (await store.claimPages(at(10), 9, 60)).map(({ page }) => page.id),
        [pages[2].id],
      );
    });

    withStore('a flood of one source goes behind what others send meanwhile', async (store) => {
      const flood = Array.from({ length: 700 }, (_, number) => ({
        ...madePage(`flood-${number}`),
        sourceId: 'so-flood',
      }));
      const quiet = ['a', 'b'].map((name) => ({ ...madePage(name, 1), sourceId: 'so-quiet' }));
      await store.acceptPages(flood.slice(0, 400));
      await store.acceptPages(flood.slice(400));
      await store.acceptPages(quiet);
      const order = (await store.claimPages(at(10), 1_000, 60)).map(({ page }) => page.id);
      assert.deepEqual(
        order,
        [...flood.slice(0, 500), ...quiet, ...flood.slice(500)].map(({ id }) => id),
      );
      // And it is placed without waiting for the flood to be read.
      const saved = ({ id }: Page) => ({ pageId: id, reading: madeReading(quiet[0]), problems: [] });
      await store.saveReadings([...flood.slice(0, 500), ...quiet].map(saved));
      const placed = (await store.claimReadings(at(10), 1_000, 60)).map(({ page }) => page.id);
      assert.deepEqual(placed.slice(-2), [quiet[0].id, quiet[1].id]);
    });

    withStore('a failed page waits for its time or is set aside with its reason', async (store) => {
      const page = madePage('a');
      await store.acceptPage(page);
      const failure = { code: 'bug', what: 'It broke', advice: 'Report it', retry: 'later', at: at(1) } as const;
      await store.failPage(page.id, failure, at(5));
      assert.deepEqual(await store.claimPages(at(4), 1, 60), []);
      assert.equal((await store.claimPages(at(5), 1, 60)).length, 1);
      await store.failPage(page.id, failure, null);
      assert.deepEqual(await store.claimPages(at(500), 1, 60), []);
      assert.deepEqual(await store.listFailures(10), [{ pageId: page.id, sourceId: null, name: page.url, failure }]);
      assert.equal((await store.counts()).pagesFailed, 1);
      assert.equal(await store.retryPage(page.id), true);
      assert.equal((await store.claimPages(at(500), 1, 60))[0].tries, 1);
      await store.savePageResults(madeResults(page));
      assert.deepEqual(await store.listFailures(10), []);
      assert.equal(await store.retryPage(page.id), false);
    });

    withStore('the same results saved again change nothing', async (store) => {
      const page = madePage('a');
      await store.acceptPage(page);
      await store.saveWatch(madeWatch('wa-1', 'harbour'));
      const results: PageResults = {
        ...madeResults(page, factful(page), ['wa-1']),
        deliveries: [
          {
            id: 'de-1',
            alertId: madeResults(page, factful(page), ['wa-1']).alerts[0].id,
            channel: 'webhook',
            state: 'due',
            tries: 0,
            due: at(0),
            failure: null,
          },
        ],
      };
      await store.savePageResults(results);
      await store.setAlertState([results.alerts[0].id], 'kept');
      await store.saveDelivery({ ...results.deliveries[0], state: 'sent', tries: 1 });
      const before = await everything(store);
      await store.savePageResults(results);
      assert.deepEqual(await everything(store), before);
      assert.equal((await store.listAlerts(anyAlert))[0].state, 'kept');
      assert.deepEqual(await store.deliveriesDue(at(9), 9), []);
    });

    test('a reading comes back as it went in, whatever is in it', async () => {
      const text = fc.string({ unit: 'grapheme', maxLength: 60 });
      const store = await open();
      await fc.assert(
        fc.asyncProperty(
          text,
          text,
          fc.option(text),
          fc.integer({ min: 0, max: 1_000_000 }),
          async (title, body, site, n) => {
            const page = madePage(`random-${n}`, 0, { name: title });
            await store.acceptPage(page);
            const reading = madeReading(
              page,
              { title, body, site, language: null },
              { statements: [madeStatement(body, body.slice(0, 2), title)], leads: [madeLead(title)] },
            );
            const results = madeResults(page, reading);
            await store.savePageResults(results);
            const stored = await store.getArticle(reading.article.id);
            assert.deepEqual(stored?.reading, reading);
            assert.deepEqual(stored?.placement, results.placement);
            assert.deepEqual(stored?.problems, results.problems);
          },
        ),
        { numRuns: 60 },
      );
      await store.close();
    });

    withStore('results for a page that is gone are let go', async (store) => {
      await store.savePageResults(madeResults(madePage('never-accepted')));
      assert.equal((await store.counts()).articles, 0);
    });
  });

  describe(`${driver}: sources and addresses`, () => {
    withStore('a source is added once per address, changed, and comes due', async (store) => {
      const source = madeSource('so-1');
      assert.deepEqual(await store.addSource(source), source);
      assert.deepEqual(await store.addSource({ ...source, id: 'so-2' }), source);
      assert.deepEqual(await store.listSources(), [source]);
      assert.deepEqual(await store.sourcesDue(at(0), 9), [source]);
      await store.updateSource('so-1', { title: 'Renamed', paused: true });
      assert.equal((await store.getSource('so-1'))?.title, 'Renamed');
      assert.deepEqual(await store.sourcesDue(at(0), 9), []);
      await store.updateSource('so-1', { paused: false });
      const health = { ...source.health, state: 'good', nextDue: at(15) } as const;
      const note = { at: at(0), outcome: 'new', found: 3, milliseconds: 12, failure: null } as const;
      await store.saveHealth('so-1', health, note);
      assert.deepEqual((await store.getSource('so-1'))?.health, health);
      assert.deepEqual(await store.pollHistory('so-1', 5), [note]);
      assert.deepEqual(await store.sourcesDue(at(14), 9), []);
      assert.equal((await store.sourcesDue(at(15), 9)).length, 1);
    });

    withStore('a removed source comes back with its history when it is added again', async (store) => {
      const source = madeSource('so-1');
      await store.addSource(source);
      const note = { at: at(0), outcome: 'unchanged', found: 0, milliseconds: 1, failure: null } as const;
      await store.saveHealth('so-1', source.health, note);
      await store.removeSource('so-1');
      assert.deepEqual(await store.listSources(), []);
      assert.equal(await store.getSource('so-1'), null);
      assert.deepEqual(await store.sourcesDue(at(99), 9), []);
      assert.deepEqual(await store.addSource({ ...source, id: 'so-9' }), source);
      assert.deepEqual(await store.pollHistory('so-1', 5), [note]);
    });

    withStore('an address is queued once, claimed, retried and done', async (store) => {
      const request = { url: 'https://herald.example/x', sourceId: 'so-1', hint: { title: 'X' }, due: at(1) };
      assert.equal(await store.queueFetches([request, request]), 1);
      assert.equal(await store.queueFetches([request]), 0);
      assert.deepEqual(await store.claimFetches(at(0), 9, 60), []);
      const [claim] = await store.claimFetches(at(1), 9, 60);
      assert.deepEqual({ ...claim, id: '' }, { ...request, id: '', tries: 1 });
      assert.deepEqual(await store.claimFetches(at(1), 9, 60), []);
      const failure = { code: 'timeout', what: 'No answer', advice: 'Wait', retry: 'later', at: at(1) } as const;
      await store.failFetch(claim.id, failure, at(3));
      assert.deepEqual(await store.claimFetches(at(2), 9, 60), []);
      assert.equal((await store.claimFetches(at(3), 9, 60))[0].tries, 2);
      assert.equal((await store.listFailures(9))[0].name, request.url);
      await store.finishFetch(claim.id);
      assert.deepEqual(await store.claimFetches(at(99), 9, 60), []);
      assert.equal(await store.queueFetches([request]), 0);
      assert.deepEqual(await store.listFailures(9), []);
    });
  });

  describe(`${driver}: facts across articles`, () => {
    withStore('statements by speaker, events by day, leads with their full titles', async (store) => {
      const page = madePage('a', 1);
      const later = madePage('b', 2);
      await store.acceptPages([page, later]);
      for (const id of ['wa-1', 'wa-2']) await store.saveWatch(madeWatch(id, 'harbour'));
      await store.savePageResults(madeResults(page, factful(page), ['wa-1']));
      const leading = madeReading(later, {}, { leads: [madeLead('Ferry strike enters its third week')] });
      await store.savePageResults(madeResults(later, leading, ['wa-2']));
      assert.deepEqual(await store.listSpeakers('osk', 9), [{ name: 'Osk Tarn', statements: 1, latest: at(1) }]);
      assert.deepEqual(await store.listSpeakers('tarn', 9), []);
      const [said] = await store.listStatements('OSK TARN', null, 9);
      assert.equal(said.quote, 'It took nine years,');
      assert.deepEqual(await store.listStatements('Osk Tarn', at(1), 9), []);
      const days = async (from: string, to: string, open: boolean) =>
        (await store.listEvents(from, to, open, 9)).map((row) => row.event.id);
      assert.deepEqual(await days('2031-05-11', '2031-05-12', false), ['ev-window']);
      assert.deepEqual(await days('2031-05-13', '2031-05-14', false), []);
      assert.deepEqual(await days('2031-06-30', '2031-06-30', false), ['ev-month']);
      assert.deepEqual(await days('2031-05-10', '2031-05-10', true), ['ev-open', 'ev-window']);
      const toldBy = async (watchId: string) =>
        (await store.listEvents('2031-05-11', '2031-06-30', true, 9, false, watchId)).map((row) => row.event.id);
      assert.deepEqual(await toldBy('wa-none'), []);
      assert.deepEqual(await toldBy('wa-2'), []);
      assert.deepEqual(await toldBy('wa-1'), ['ev-open', 'ev-window', 'ev-month']);
      const leads = await store.listLeads({ before: null, limit: 9, language: null, cutOff: true });
      assert.deepEqual(
        leads.map((row) => [row.lead.title, row.completedBy]),
        [['Ferry strike enters i', 'Ferry strike enters its third week']],
      );
      assert.equal((await store.listLeads({ before: null, limit: 9, language: 'ko', cutOff: null })).length, 0);
    });
  });

  describe(`${driver}: stories`, () => {
    withStore('a story has its articles, developments, statements and events', async (store) => {
      const page = madePage('a', 1);
      await store.acceptPage(page);
      const results = madeResults(page, factful(page), ['wa-1']);
      await store.saveWatch(madeWatch('wa-1', 'harbour'));
      await store.savePageResults(results);
      const stored = await store.getStory(results.story!.id);
      assert.deepEqual(stored?.story, results.story);
      assert.deepEqual(stored?.articles[0].placement, results.placement);
      assert.deepEqual(stored?.developments[0].development, results.developments[0]);
      assert.deepEqual(stored?.developments[0].watchIds, ['wa-1']);
      assert.equal(stored?.statements.length, 1);
      assert.equal(stored?.events.length, 3);
      assert.equal(await store.getStory('st-none'), null);
    });

    withStore(
      'the dates of a story are given whole where one of them moved, and not at all when it is hidden',
      async (store) => {
        const [still, moved] = [madePage('a', 1, { sourceId: 'so-1' }), madePage('b', 2)];
        await store.acceptPages([still, moved]);
        const dated = (page: Page, replaces: Development['replaces']) => {
          const results = madeResults(page, factful(page));
          return { ...results, developments: [{ ...results.developments[0], kind: 'date' as const, replaces }] };
        };
        const results = [dated(still, null), dated(moved, { summary: 'in June', evidence: [] })];
        for (const one of results) await store.savePageResults(one);
        const ids = results.map(({ story }) => story!.id);
        const shown = async () =>
          new Map((await store.storyDates([...ids, 'st-none'])).map((one) => [one.story.id, one] as const));
        const found = await shown();
        assert.deepEqual([...found.keys()].sort(), [...ids].sort());
        assert.deepEqual(found.get(ids[0]), {
          story: results[0].story,
          developments: results[0].developments,
          events: [],
        });
        assert.deepEqual(found.get(ids[1])?.developments, results[1].developments);
        assert.deepEqual(
          found.get(ids[1])?.events.map((one) => [one.event.id, one.storyId]),
          ['ev-open', 'ev-window', 'ev-month'].map((id) => [id, ids[1]]),
        );
        await store.removePagesOf('so-1');
        assert.deepEqual([...(await shown()).keys()], [ids[1]]);
      },
    );

    withStore('memory comes oldest first, as it was saved', async (store) => {
      const pages = ['a', 'b', 'c'].map((name, minute) => madePage(name, minute));
      await store.acceptPages(pages);
      const all = pages.map((page) => madeResults(page));
      const story = all[0].story!;
      const joined = all.map((results, number) => ({
        ...results,
        story: { ...story, latest: at(number) },
        placement: { ...results.placement!, storyId: story.id },
        memory: { ...results.memory!, storyId: story.id, story: new Uint8Array([number]) },
      }));
      for (const results of joined) await store.savePageResults(results);
      // A page worked on twice must not put its story back to what it was then.
      await store.savePageResults(joined[0]);
      const memories = await collected(store.storyMemory(at(1)));
      assert.deepEqual(
        memories.map((memory) => memory.articleId),
        all.slice(1).map((results) => results.memory!.articleId),
      );
      assert.deepEqual([...memories[0].story], [1]);
      const counts = [0, 1, 2, 3, 9].map(async (least) => (await collected(store.storyMemory(at(2), least))).length);
      assert.deepEqual(await Promise.all(counts), [1, 1, 2, 3, 3], 'older articles up to the count that is asked for');
      assert.deepEqual([...memories[0].article], [...joined[1].memory.article]);
      assert.equal((await store.getStory(story.id))?.story.latest, at(2));
    });

    withStore('developments by watch, kind and time', async (store) => {
      await store.saveWatch(madeWatch('wa-1', 'harbour'));
      for (let minute = 0; minute < 4; minute++) {
        const page = madePage(`p${minute}`, minute);
        await store.acceptPage(page);
        await store.savePageResults(madeResults(page, madeReading(page), minute % 2 === 0 ? ['wa-1'] : []));
      }
      const minutes = async (change: object) =>
        (
          await store.listDevelopments({ watchId: null, kinds: [], after: null, before: null, limit: 9, ...change })
        ).map((row) => (Date.parse(row.development.at) - Date.parse(at(0))) / 60_000);
      assert.deepEqual(await minutes({}), [3, 2, 1, 0]);
      assert.deepEqual(await minutes({ watchId: 'wa-1' }), [2, 0]);
      assert.deepEqual(await minutes({ kinds: ['correction'] }), []);
      assert.deepEqual(await minutes({ kinds: ['first'], before: at(3), after: at(0) }), [2, 1]);
      assert.deepEqual(await minutes({ limit: 1 }), [3]);
      const articleIds = [1, 3].map((minute) => madeReading(madePage(`p${minute}`, minute)).article.id);
      assert.deepEqual(await minutes({ articleIds: [...articleIds, 'ar-none'] }), [3, 1]);
      assert.deepEqual(await minutes({ articleIds, before: at(3) }), [1]);
      assert.deepEqual(await minutes({ articleIds: [] }), []);
    });

    withStore('what a person decided about a place outlives reruns', async (store) => {
      const page = madePage('a');
      await store.acceptPage(page);
      const results = madeResults(page);
      await store.savePageResults(results);
      const moved = { ...results.placement!, storyId: 'st-other', byHand: true, reason: 'moved by hand' };
      await store.savePlacements([moved], [{ ...results.story!, id: 'st-other' }]);
      await store.savePageResults(results);
      assert.deepEqual((await store.getArticle(moved.articleId))?.placement, moved);
      assert.equal((await store.getStory('st-other'))?.articles.length, 1);
      assert.equal(await store.getStory(results.story!.id), null);
    });
  });

  describe(`${driver}: second looks`, () => {
    withStore(
      'a second look moves an article with what it brought, but not one that a person placed',
      async (store) => {
        const [free, placed] = [madePage('a'), madePage('b')];
        for (const page of [free, placed]) {
          await store.acceptPage(page);
          await store.savePageResults(madeResults(page, madeReading(page), ['wa-1']));
        }
        await store.saveWatch(madeWatch('wa-1', 'harbour'));
        const [moving, staying] = [madeResults(free), madeResults(placed)].map((results) => results.placement!);
        const story = { ...madeResults(free).story!, id: 'st-other' };
        const byHand = { ...staying, byHand: true };
        await store.savePlacements([byHand], [madeResults(placed).story!]);
        const marks = await store.changeMarks();
        const looked = [moving, staying].map((placement) => ({ ...placement, storyId: 'st-other' }));
        await store.saveSecondLook(looked, [story]);
        assert.deepEqual(await store.changeMarks(), marks, 'the index that looked knows already');
        assert.deepEqual((await store.getArticle(staying.articleId))?.placement, byHand);
        const other = await store.getStory('st-other');
        assert.deepEqual(
          other?.articles.map(({ placement }) => placement.articleId),
          [moving.articleId],
        );
        assert.equal(other?.developments.length, madeResults(free).developments.length);
        const alerts = await store.listAlerts(anyAlert);
        assert.equal(alerts.find(({ alert }) => alert.articleId === moving.articleId)?.story.id, 'st-other');
        for await (const { articleId, storyId, decided } of store.storyMemory('0000')) {
          assert.equal(storyId, articleId === moving.articleId ? 'st-other' : staying.storyId);
          assert.deepEqual(decided, articleId === staying.articleId ? byHand : null);
        }
      },
    );
  });

  describe(`${driver}: watches, alerts and acts`, () => {
    withStore('watches are saved, counted, removed and brought back with their alerts', async (store) => {
      const watch = madeWatch('wa-1', 'harbour');
      await store.saveWatch(watch);
      const marks = await store.changeMarks();
      const page = madePage('a');
      await store.acceptPage(page);
      await store.savePageResults(madeResults(page, madeReading(page), ['wa-1']));
      assert.deepEqual(await store.watchCounts(), [{ watchId: 'wa-1', fresh: 1, total: 1 }]);
      await store.removeWatch('wa-1');
      assert.deepEqual(await store.listWatches(), []);
      assert.deepEqual(await store.listAlerts(anyAlert), []);
      assert.ok((await store.changeMarks()).watches > marks.watches);
      await store.saveWatch(watch);
      assert.deepEqual(await store.listWatches(), [watch]);
      assert.equal((await store.listAlerts(anyAlert)).length, 1);
    });

    withStore('alerts by watch, state and time, newest first', async (store) => {
      for (const id of ['wa-1', 'wa-2']) await store.saveWatch(madeWatch(id, 'harbour'));
      const ids: string[] = [];
      for (let minute = 0; minute < 3; minute++) {
        const page = madePage(`p${minute}`, minute);
        await store.acceptPage(page);
        const results = madeResults(page, madeReading(page), minute === 1 ? ['wa-2'] : ['wa-1']);
        ids.push(results.alerts[0].id);
        await store.savePageResults(results);
      }
      const listed = async (change: object) =>
        (await store.listAlerts({ ...anyAlert, ...change })).map((row) => ids.indexOf(row.alert.id));
      assert.deepEqual(await listed({}), [2, 1, 0]);
      assert.deepEqual(await listed({ watchId: 'wa-1' }), [2, 0]);
      assert.deepEqual(await listed({ before: at(2) }), [1, 0]);
      await store.setAlertState([ids[2], ids[1]], 'dismissed');
      assert.deepEqual(await listed({ state: 'new' }), [0]);
      assert.deepEqual(await listed({ state: 'dismissed', limit: 1 }), [2]);
      assert.equal((await store.listAlerts(anyAlert))[0].developments.length, 1);
    });

    withStore(
      'alerts are acknowledged, given to a person, tagged and commented, each taken back alone',
      async (store) => {
        await store.saveWatch(madeWatch('wa-1', 'harbour'));
        const ids: string[] = [];
        for (let minute = 0; minute < 3; minute++) {
          const page = madePage(`p${minute}`, minute);
          await store.acceptPage(page);
          const results = madeResults(page, madeReading(page), ['wa-1']);
          ids.push(results.alerts[0].id);
          await store.savePageResults(results);
        }
        const listed = async (change: object) =>
          (await store.listAlerts({ ...anyAlert, ...change })).map((row) => ids.indexOf(row.alert.id));
        const notes = async (index: number) => (await store.getAlert(ids[index]))?.notes;
        assert.deepEqual(await notes(0), { assignee: null, tags: [], comments: [] });
        await store.assignAlerts([ids[0], ids[1]], 'Osk');
        await store.tagAlerts([ids[0], ids[2]], 'ferry', true);
        await store.tagAlerts([ids[0]], 'board', true);
        await store.tagAlerts([ids[0], 'al-none'], 'board', true);
        const first = { id: 'co-1', at: at(5), by: 'Osk', text: 'Called the port.' };
        const second = { id: 'co-2', at: at(4), by: 'Mara', text: 'They say “no”.' };
        await store.commentAlert(ids[0], first);
        await store.commentAlert(ids[0], second);
        await store.commentAlert(ids[0], second);
        await store.commentAlert('al-none', { ...first, id: 'co-3' });
        assert.deepEqual(await notes(0), { assignee: 'Osk', tags: ['board', 'ferry'], comments: [first, second] });
        assert.deepEqual(await listed({ assignee: 'Osk' }), [1, 0]);
        assert.deepEqual(await listed({ tag: 'ferry' }), [2, 0]);
        assert.deepEqual(await listed({ tag: 'ferry', assignee: 'Osk', watchId: 'wa-1' }), [0]);
        const [{ story }] = await store.listAlerts({ ...anyAlert, tag: 'board' });
        assert.deepEqual(await listed({ storyId: story.id, tag: 'board' }), [0]);
        assert.deepEqual(await listed({ storyId: 'st-none' }), []);
        assert.deepEqual(await store.alertLabels(), {
          assignees: [{ name: 'Osk', alerts: 2 }],
          tags: [
            { name: 'ferry', alerts: 2 },
            { name: 'board', alerts: 1 },
          ],
        });
        await store.setAlertState([ids[0]], 'acknowledged');
        assert.deepEqual(await listed({ state: 'acknowledged' }), [0]);
        assert.deepEqual(await store.watchCounts(), [{ watchId: 'wa-1', fresh: 2, total: 3 }]);
        await store.setAlertState([ids[2]], 'dismissed');
        assert.deepEqual((await store.alertLabels()).tags, [
          { name: 'board', alerts: 1 },
          { name: 'ferry', alerts: 1 },
        ]);
        await store.assignAlerts([ids[0]], null);
        await store.tagAlerts([ids[0]], 'ferry', false);
        await store.removeComment('co-1');
        assert.deepEqual(await notes(0), { assignee: null, tags: ['board'], comments: [second] });
      },
    );

    withStore('what is said on an alert outlives another reading of its page', async (store) => {
      await store.saveWatch(madeWatch('wa-1', 'harbour'));
      const page = madePage('a');
      await store.acceptPage(page);
      const results = madeResults(page, madeReading(page), ['wa-1']);
      await store.savePageResults(results);
      const [{ alert }] = results.alerts.map((one) => ({ alert: one }));
      await store.assignAlerts([alert.id], 'Osk');
      await store.tagAlerts([alert.id], 'ferry', true);
      await store.commentAlert(alert.id, { id: 'co-1', at: at(5), by: 'Osk', text: 'Mine.' });
      const before = await store.getAlert(alert.id);
      await store.savePageResults(results);
      assert.deepEqual(await store.getAlert(alert.id), before);
      assert.equal(before?.notes.comments.length, 1);
    });

    withStore('one alert is found by its id, until its article or watch is removed', async (store) => {
      await store.saveWatch(madeWatch('wa-1', 'harbour'));
      const page = madePage('a');
      await store.acceptPage(page);
      const results = madeResults(page, madeReading(page), ['wa-1']);
      await store.savePageResults(results);
      const [listed] = await store.listAlerts(anyAlert);
      assert.deepEqual(await store.getAlert(listed.alert.id), listed);
      assert.equal(await store.getAlert('al-none'), null);
      await store.removeWatch('wa-1');
      assert.equal(await store.getAlert(listed.alert.id), null);
    });

    withStore('deliveries are folded into one at once, and those given up are listed', async (store) => {
      await store.saveWatch(madeWatch('wa-1', 'harbour'));
      const page = madePage('a');
      await store.acceptPage(page);
      const results = madeResults(page, madeReading(page), ['wa-1']);
      await store.savePageResults(results);
      const made = (id: string, change: object) => ({
        id,
        alertId: results.alerts[0].id,
        watchId: 'wa-1',
        channel: 'mail',
        state: 'due' as const,
        tries: 0,
        due: at(1),
        failure: null,
        ...change,
      });
      const carrier = made('de-1', { tries: 1, folded: ['al-2'], due: at(5) });
      await store.saveDeliveries([carrier, made('de-2', { state: 'folded' }), made('de-3', { state: 'failed' })]);
      assert.deepEqual(await store.deliveriesDue(at(4), 9), []);
      assert.deepEqual(await store.deliveriesDue(at(5), 9), [carrier]);
      assert.deepEqual(await store.getDelivery('de-1'), carrier);
      assert.equal(await store.getDelivery('de-9'), null);
      assert.deepEqual(
        (await store.failedDeliveries(9)).map(({ id }) => id),
        ['de-3'],
      );
    });

    withStore('deliveries come due and are sent once', async (store) => {
      await store.saveWatch(madeWatch('wa-1', 'harbour'));
      const page = madePage('a');
      await store.acceptPage(page);
      const results = madeResults(page, madeReading(page), ['wa-1']);
      const delivery = {
        id: 'de-1',
        alertId: results.alerts[0].id,
        channel: 'mail',
        state: 'due',
        tries: 0,
        due: at(2),
        failure: null,
      } as const;
      await store.savePageResults({ ...results, deliveries: [delivery] });
      assert.deepEqual(await store.deliveriesDue(at(1), 9), []);
      assert.deepEqual(await store.deliveriesDue(at(2), 9), [delivery]);
      await store.saveDelivery({ ...delivery, state: 'sent' });
      assert.deepEqual(await store.deliveriesDue(at(99), 9), []);
    });

    withStore('acts are listed newest first and undone once', async (store) => {
      const act = (id: string) =>
        ({ id, at: at(0), what: 'alerts', summary: id, before: '[]', after: '{}', undone: false }) as const;
      await store.recordAct(act('ac-1'));
      await store.recordAct(act('ac-2'));
      await store.recordAct(act('ac-2'));
      await store.markUndone('ac-1');
      assert.deepEqual(
        (await store.listActs(9)).map((one) => [one.id, one.undone]),
        [
          ['ac-2', false],
          ['ac-1', true],
        ],
      );
    });
  });

  describe(`${driver}: what comes from outside`, () => {
    withStore('is shown as a failure of a source, whatever characters are in it', async (store) => {
      const { health } = madeSource('so-1');
      for (const [id, text] of ['"}', '\\"at":"x"', '{"failure":{"at":"', '\0', '\ud83d', '\\'].entries()) {
        const failure = { code: 'x', what: text, advice: `}${text}`, retry: 'later', at: at(id) } as const;
        const source = { ...madeSource(`so-${id}`), title: text, owner: text, health: { ...health, failure } };
        await store.addSource(source);
        assert.deepEqual(await store.listFailures(1), [
          { pageId: null, sourceId: source.id, name: source.address, failure },
        ]);
      }
    });

    withStore('is a value wherever it goes, and never a part of a statement', async (store) => {
      const source = await store.addSource({
        ...madeSource('so-1'),
        title: hostile,
        address: `https://x.example/${hostile}`,
      });
      const page = madePage('a', 1, { sourceId: source.id, url: `https://x.example/?${hostile}`, name: hostile });
      await store.acceptPage(page);
      const body = `The harbour ${hostile} opened.`;
      const reading = madeReading(
        page,
        { title: hostile, body, site: hostile, byline: [hostile] },
        { statements: [madeStatement(body, body.slice(4, 11), hostile)], leads: [madeLead(`${hostile} and a word`)] },
      );
      await store.saveWatch(madeWatch('wa-1', 'harbour', { name: hostile }));
      const results = madeResults(page, reading, ['wa-1']);
      await store.savePageResults(results);
      const [alert] = results.alerts;
      await store.tagAlerts([alert.id], hostile, true);
      await store.assignAlerts([alert.id], hostile);
      await store.commentAlert(alert.id, { id: hostile, at: at(2), by: hostile, text: hostile });
      await store.setSetting(hostile, hostile);
      assert.equal(await store.getSetting(hostile), hostile);
      assert.equal((await store.getArticle(reading.article.id))?.reading.article.body, body);
      assert.equal((await store.listSpeakers(hostile, 9))[0].name, hostile);
      assert.equal((await store.listStatements(hostile, null, 9)).length, 1);
      const labels = { watchId: null, state: null, before: null, limit: 9 };
      assert.equal((await store.listAlerts({ ...labels, tag: hostile, assignee: hostile })).length, 1);
      assert.equal((await store.listAlerts({ ...labels, tag: `${hostile} ` })).length, 0);
      await store.removeComment(hostile);
      // As an id it names nothing, and does nothing.
      assert.equal(await store.getPage(hostile), null);
      assert.equal(await store.getArticle(hostile), null);
      assert.equal(await store.getStory(hostile), null);
      assert.equal(await store.getAlert(hostile), null);
      assert.equal(await store.getDelivery(hostile), null);
      assert.deepEqual(await store.filesInUse([hostile]), []);
      await store.setAlertState([hostile], 'dismissed');
      await store.failFetch(hostile, { code: 'x', what: hostile, advice: '', retry: 'never', at: at(3) }, null);
      assert.deepEqual(await store.filesInUse([page.stored!.file, 'pages-999999.warc.gz']), [page.stored!.file]);
      // In a query it is words, or a fault of the query.
      for (const text of searched) {
        const { tree } = parseQuery(text);
        if (tree === null) continue;
        for (const order of ['newest', 'relevance'] as const)
          await store.search({ query: tree, order, limit: 9, cursor: null, facets: true });
      }
      const { articles, alerts, sources } = await store.counts();
      assert.deepEqual([articles, alerts, sources], [1, 1, 1]);
    });
  });

  describe(`${driver}: removal and retention`, () => {
    withStore('pages of a source leave every view and come back whole', async (store) => {
      await store.addSource(madeSource('so-1'));
      await store.saveWatch(madeWatch('wa-1', 'harbour'));
      const page = madePage('a', 1, { sourceId: 'so-1' });
      const other = madePage('b', 2);
      await store.acceptPages([page, other]);
      await store.savePageResults(madeResults(page, factful(page), ['wa-1']));
      await store.savePageResults(madeResults(other));
      const before = await everything(store);
      assert.equal(await store.removePagesOf('so-1'), 1);
      const { articles, pages, alerts } = await store.counts();
      assert.deepEqual([articles, pages, alerts], [1, 1, 0]);
      assert.equal(await store.getPage(page.id), null);
      assert.equal(await store.getArticle(factful(page).article.id), null);
      assert.deepEqual(await store.listSpeakers('', 9), []);
      assert.equal((await collected(store.storyMemory(at(0)))).length, 1);
      assert.equal((await search(store, 'nine')).total, 1);
      assert.equal(await store.restorePagesOf('so-1'), 1);
      assert.deepEqual(await everything(store), before);
      await store.removePagesOf('so-1');
      assert.equal((await store.purgeRemoved(at(599))).pages, 0);
      assert.deepEqual(await store.purgeRemoved(at(601)), { pages: 1, files: [page.stored] });
      assert.equal(await store.restorePagesOf('so-1'), 0);
    });

    withStore('old pages are pruned with all that came of them, but not those with a kept alert', async (store) => {
      await store.saveWatch(madeWatch('wa-1', 'harbour'));
      const pages = [0, 1, 2].map((minute) => madePage(`p${minute}`, minute));
      await store.acceptPages(pages);
      for (const page of pages) await store.savePageResults(madeResults(page, factful(page), ['wa-1']));
      await store.setAlertState([madeResults(pages[0], factful(pages[0]), ['wa-1']).alerts[0].id], 'kept');
      assert.deepEqual(await store.prune(at(2)), { pages: 1, files: [pages[1].stored] });
      const counts = await store.counts();
      assert.deepEqual([counts.pages, counts.articles, counts.stories, counts.alerts], [2, 2, 2, 2]);
      assert.equal((await search(store, 'harbour')).total, 2);
      assert.equal((await store.listSpeakers('', 9))[0].statements, 2);
    });

    withStore(
      'pages with an alert that somebody works on are not pruned; once it is dismissed they are',
      async (store) => {
        await store.saveWatch(madeWatch('wa-1', 'harbour'));
        const pages = [0, 1, 2].map((minute) => madePage(`p${minute}`, minute));
        await store.acceptPages(pages);
        const ids: string[] = [];
        for (const page of pages) {
          const results = madeResults(page, madeReading(page), ['wa-1']);
          ids.push(results.alerts[0].id);
          await store.savePageResults(results);
        }
        await store.assignAlerts([ids[0]], 'Osk');
        await store.commentAlert(ids[1], { id: 'co-1', at: at(5), by: 'Osk', text: 'Wait.' });
        await store.tagAlerts([ids[2]], 'noise', true);
        assert.equal((await store.prune(at(9))).pages, 1);
        await store.setAlertState([ids[0], ids[1]], 'dismissed');
        assert.equal((await store.prune(at(9))).pages, 2);
      },
    );

    withStore('says from when pages must go for the rest to fit', async (store) => {
      await store.acceptPages([0, 1, 2, 3].map((minute) => madePage(`p${minute}`, minute)));
      assert.equal(await store.receivedToKeep(400), null);
      const before = await store.receivedToKeep(250);
      assert.equal((await store.prune(before!)).pages, 2);
      assert.equal((await store.counts()).pages, 2);
      assert.deepEqual(await store.filesInUse(), ['pages-000001.warc.gz']);
    });

    withStore('settings and counts', async (store) => {
      assert.equal(await store.getSetting('sample'), null);
      await store.setSetting('sample', 'loaded');
      assert.equal(await store.getSetting('sample'), 'loaded');
      await store.setSetting('sample', null);
      assert.equal(await store.getSetting('sample'), null);
      await store.acceptPages([madePage('a', 3), madePage('b', 4)]);
      const counts = await store.counts();
      assert.deepEqual([counts.pages, counts.pagesWaiting, counts.oldestWaiting], [2, 2, at(3)]);
      assert.ok(counts.databaseBytes > 0);
    });
  });

  describe(`${driver}: search`, () => {
    withStore('pages through all hits once, newest first and by relevance', async (store) => {
      const names = Array.from({ length: 25 }, (_, number) => `p${number}`);
      for (const [number, name] of names.entries()) {
        // Two to a minute: the order among equals must hold across pages.
        const page = madePage(name, number >> 1);
        await store.acceptPage(page);
        await store.savePageResults(madeResults(page, madeReading(page, { title: `Harbour ${number}` })));
      }
      for (const order of ['newest', 'relevance'] as const) {
        const titles: (string | null)[] = [];
        let cursor: string | null = null;
        do {
          const answer = await search(store, 'harbour', { order, limit: 7, cursor });
          assert.equal(answer.total, 25);
          titles.push(...answer.rows.map((row) => row.article.title));
          cursor = answer.next;
        } while (cursor !== null);
        assert.equal(new Set(titles).size, 25);
        assert.equal(titles.length, 25);
        if (order === 'newest') assert.equal(titles[0], 'Harbour 24');
      }
      await assert.rejects(search(store, 'harbour', { cursor: 'nonsense' }), { code: 'cursor' });
    });

    withStore('shows the words found, and counts by day, site, language and kind', async (store) => {
      const page = madePage('a');
      await store.acceptPage(page);
      await store.savePageResults(
        madeResults(
          page,
          madeReading(page, { body: `${'Before that. '.repeat(30)}The rocket rose.${' After.'.repeat(60)}` }),
        ),
      );
      const { rows, facets } = await search(store, 'rocket', { facets: true });
      const [{ snippet, marks }] = rows;
      assert.ok(snippet.length < 300 && snippet.startsWith('that. '), snippet);
      assert.deepEqual(
        marks.map(([start, end]) => snippet.slice(start, end)),
        ['rocket'],
      );
      assert.deepEqual(facets, {
        days: [{ day: '2031-05-05', count: 1 }],
        sites: [{ site: 'The Lowell Herald', count: 1 }],
        languages: [{ language: 'en', count: 1 }],
        kinds: [{ kind: 'first', count: 1 }],
      });
    });

    test('finds what the matcher finds by looking at every article', async () => {
      const store = await open();
      const subjects: { title: string; subject: Subject }[] = [];
      for (const [number, body] of bodies.entries()) {
        const page = madePage(`body-${number}`, number);
        await store.acceptPage(page);
        const reading = madeReading(
          page,
          {
            title: `No ${number}`,
            body,
            language: number % 2 === 0 ? 'en' : null,
            site: number % 3 === 0 ? 'Café Post' : null,
          },
          {
            statements: number % 2 === 0 ? [madeStatement(body, body.slice(0, 4), 'Łucja Straße')] : [],
            events: number % 3 === 0 ? [madeEvent('2031-05', null)] : [madeEvent('2031-04-28', '2031-05-02')],
          },
        );
        const results = madeResults(page, reading);
        await store.savePageResults(results);
        subjects.push({
          title: `No ${number}`,
          subject: { reading, source: null, story: results.story, kinds: ['first'] },
        });
      }
      const queries = fc.letrec<{ tree: string; leaf: string }>((tie) => ({
        leaf: fc.constantFrom(...leaves),
        tree: fc.oneof(
          { maxDepth: 3 },
          tie('leaf'),
          fc
            .tuple(tie('tree'), fc.constantFrom('AND', 'OR', 'NEAR/3'), tie('tree'))
            .map((parts) => `(${parts.join(' ')})`),
          tie('tree').map((part) => `(harbour AND NOT ${part})`),
        ),
      })).tree;
      await fc.assert(
        fc.asyncProperty(queries, async (text) => {
          const { tree } = parseQuery(text);
          if (tree === null) return;
          const wanted = subjects.filter(({ subject }) => matchQuery(tree, subject) !== null).map(({ title }) => title);
          const answer = await store.search(searchFor(tree));
          assert.deepEqual(answer.rows.map((row) => row.article.title).sort(), wanted.sort(), text);
          assert.equal(answer.total, wanted.length);
        }),
        { numRuns: 300 },
      );
      await store.close();
    });
  });
}

const anyAlert = { watchId: null, state: null, before: null, limit: 50 };

/** A reading with every kind of fact. */
function factful(page: Parameters<typeof madeReading>[0]): Reading {
  const { article } = madeReading(page);
  return madeReading(
    page,
    {},
    {
      statements: [madeStatement(article.body, 'It took nine years,', 'Osk Tarn')],
      events: [
        madeEvent('2031-05-10', '2031-05-12', 'ev-window'),
        madeEvent('2031-06', null, 'ev-month'),
        madeEvent(null, null, 'ev-open'),
      ],
      leads: [madeLead('Ferry strike enters i', { cutOff: true })],
    },
  );
}

/** All that can be seen through the port, to compare before and after. */
async function everything(store: Store): Promise<unknown> {
  const { databaseBytes: _, ...counts } = await store.counts();
  return {
    counts,
    alerts: await store.listAlerts(anyAlert),
    developments: await store.listDevelopments({ watchId: null, kinds: [], after: null, before: null, limit: 99 }),
    labels: await store.alertLabels(),
    articles: await store.articlesSince(at(0), null, 99),
    articleCount: await store.countArticlesSince(at(0)),
    subjects: await store.subjectsSince(at(0), null, 99),
    statements: await store.listStatements('Osk Tarn', null, 99),
    events: await store.listEvents('2000-01-01', '2100-01-01', true, 99),
    leads: await store.listLeads({ before: null, limit: 99, language: null, cutOff: null }),
    memory: (await collected(store.storyMemory(at(0)))).map((one) => ({
      ...one,
      article: [...one.article],
      story: [...one.story],
    })),
    found: (await search(store, 'harbour')).rows,
  };
}

async function collected<T>(rows: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const row of rows) all.push(row);
  return all;
}

function searchFor(query: QueryNode) {
  return { query, order: 'newest', limit: 100, cursor: null, facets: false } as const;
}

async function search(store: Store, text: string, change: Partial<Parameters<Store['search']>[0]> = {}) {
  const { tree } = parseQuery(text);
  assert.ok(tree !== null, `${text} is no query`);
  return store.search({ ...searchFor(tree), ...change });
}

const bodies = [
  'The harbour of Łódź opened. Ships came from the U.S. and from São Paulo, said Ms. Straße.',
  'Harbours were closed; a launch was planned, launched, and launching again. Don’t ask.',
  '韩国总统在北京市发表讲话，谈到卫星发射。',
  '한국의 위성 발사가 북한에서 있었다. Harbour 2호.',
  '日本の港が開いた。ロケット、打ち上げ。',
  'ท่าเรือเปิดแล้ว harbour near the launch pad',
  'O’Brien’s mid-June plan: 3.5 million tonnes, 1,000 ships.',
  '',
];

const leaves = [
  'harbour',
  'launch',
  'stem:launch',
  'harb*',
  'l?unch',
  '"harbour of Lodz"',
  'strasse',
  '"Sao Paulo"',
  'U.S.',
  'US',
  "don't",
  'mid-June',
  '1,000',
  '卫星',
  '北京',
  '市',
  '京市发',
  '卫星发射',
  '위성',
  '위성 발사',
  '港',
  'ロケット',
  'ท่าเรือ',
  'title:5',
  'body:harbour',
  'lang:en',
  'site:cafe',
  'speaker:strasse',
  'speaker:lucja',
  'said:harb',
  'published:2031-05-05',
  'window:2031-05-02..2031-05-03',
  'window:2031-05-30..2031-06-03',
  'published:2031-06..2031-07',
  'published:2031..2031-05',
  'published:2032..',
  'lang:(en OR fr)',
  'site:"Café Post"',
  'site:(NOT cafe)',
  'source:so',
  'sources:0',
  'sources:1',
  'sources:2',
  'kind:first',
  'kind:correction',
  'atleast:2(launch*)',
];

/** What ends a string, a statement, a line, a pattern or a list in one language or another. */
const hostile = `x'); DROP TABLE page; -- " \\' $1 $$ ? %s %_ :* & | ! {a,"b"} \r\nSet-Cookie: a=b \u001b[31m \u202e <script>`;
const searched = [
  hostile,
  `"${"it's"} :* & | !()"`,
  `title:"a' OR 'b"`,
  `site:"x'); DELETE FROM article; --"`,
  `speaker:"' | ''"`,
  String.raw`"back\\slash\\' quote"`,
  `"<-> <2> & :A"`,
  'b:* OR t:*',
  "''''''",
];
