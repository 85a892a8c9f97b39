import type { Desk } from '../../src/web/page.ts';
import { en } from '../../src/web/words/en.ts';

/** A desk in English that holds nothing. */
export const madeDesk: Desk = {
  words: en,
  zone: 'UTC',
  now: '2026-11-24T16:40:00.000Z',
  ground: null,
  assets: { style: '/s', script: '/d', icon: '/i' },
  watches: [],
  freshTotal: 0,
  counts: {
    sources: 0,
    pages: 0,
    pagesWaiting: 0,
    pagesRead: 0,
    pagesFailed: 0,
    oldestWaiting: null,
    fetchesWaiting: 0,
    articles: 0,
    stories: 0,
    developments: 0,
    alerts: 0,
    watches: 0,
    deliveriesWaiting: 0,
    deliveriesFailed: 0,
    databaseBytes: 0,
  },
  undo: null,
  here: '/',
  working: false,
};
