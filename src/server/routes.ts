import { setAlerts, undo } from './acts.ts';
import { alert, assignAlert, commentAlert, fewer, tagAlert, takeFewer } from './alerts.ts';
import { stopBacktest } from './backtest.ts';
import { calendar } from './calendar.ts';
import { addChannel, removeChannel, sendAgain, trialChannel } from './channels.ts';
import { calendarFile, watchCalendar, watchFeed } from './feeds.ts';
import { assetFile, icon, manifest, offline, serviceWorker, storedArticle, storedPage } from './files.ts';
import { floor } from './floor.ts';
import { stopImport } from './import-jobs.ts';
import { live } from './live.ts';
import { saveOwner } from './owners.ts';
import { mergeStory, notACopy, splitStory } from './placing.ts';
import { healthz, metrics, readyz } from './probes.ts';
import { reading, search } from './queries.ts';
import { compare, evidence, leads, reader, speaker, speakers, story } from './reading.ts';
import type { Route } from './route.ts';
import { guideDone, keys, saveSettings, settings } from './settings.ts';
import {
  addSource,
  changeSource,
  exportOpml,
  fetchLead,
  importFiles,
  loadSample,
  pauseSource,
  pollSource,
  removeSample,
  removeSource,
  source,
  sources,
} from './subscribing.ts';
import {
  changeWatch,
  createWatch,
  editWatch,
  muteWatch,
  newWatch,
  pauseWatch,
  removeWatch,
  watches,
} from './watching.ts';

const importBytesMax = 256 * 1024 * 1024;

/** Every address of the desk but the API's (`api.ts`), in the order of the menu. docs/api.md lists them all; a test compares. */
export const routes: readonly Route[] = [
  {
    method: 'get',
    path: '/',
    what: 'The floor: what is new, by time. `show`, `watch`, `assignee`, `tag`, `before`.',
    answer: floor,
  },
  { method: 'post', path: '/alerts', what: 'Acknowledges, keeps, dismisses or puts back alerts.', answer: setAlerts },
  { method: 'get', path: '/alerts/:id', what: 'One alert with what people said of it.', answer: alert },
  { method: 'post', path: '/alerts/:id/assign', what: 'Gives an alert to a person, or back.', answer: assignAlert },
  { method: 'post', path: '/alerts/:id/tags', what: 'Adds a tag to an alert; `off` takes it off.', answer: tagAlert },
  { method: 'post', path: '/alerts/:id/comments', what: 'Says something of an alert.', answer: commentAlert },
  { method: 'get', path: '/alerts/:id/fewer', what: 'How its watch could tell of fewer like it.', answer: fewer },
  { method: 'post', path: '/alerts/:id/fewer', what: 'Changes the watch so, by what is `added`.', answer: takeFewer },
  { method: 'get', path: '/stories/:id', what: 'A story: developments, statements, dates, copies.', answer: story },
  {
    method: 'get',
    path: '/articles/:id',
    what: 'The reader; `at=START-END` shows one place, `left` what was left out.',
    answer: reader,
  },
  {
    method: 'get',
    path: '/articles/:id/stored',
    what: 'The page that an article was read from.',
    answer: storedArticle,
  },
  { method: 'post', path: '/stories/:id/merge', what: 'Brings another story into this one.', answer: mergeStory },
  { method: 'post', path: '/articles/:id/own', what: 'Says that an article is no copy.', answer: notACopy },
  { method: 'post', path: '/articles/:id/split', what: 'Gives an article a story of its own.', answer: splitStory },
  {
    method: 'get',
    path: '/evidence/:id',
    what: 'The words one fact rests on; `at=START-END.START-END`.',
    answer: evidence,
  },
  { method: 'get', path: '/compare/:id', what: 'A copy beside its origin, or beside `with`.', answer: compare },
  { method: 'get', path: '/pages/:id/raw', what: 'A stored page as received, sandboxed.', answer: storedPage },
  { method: 'get', path: '/search', what: 'Search. `q`, `order`, `cursor`.', answer: search },
  { method: 'get', path: '/reading', what: 'How a query `q` is understood, as a part of a page.', answer: reading },
  {
    method: 'get',
    path: '/calendar',
    what: 'Announced dates, three months from `from`; `watch`, `past`.',
    answer: calendar,
  },
  { method: 'get', path: '/calendar.ics', what: 'All announced dates as iCalendar.', answer: calendarFile },
  { method: 'get', path: '/calendar/:file', what: 'Announced dates of one watch, `WATCH.ics`.', answer: watchCalendar },
  {
    method: 'get',
    path: '/feeds/:file',
    what: 'Alerts of one watch, `WATCH.atom` or `WATCH.json`.',
    answer: watchFeed,
  },
  { method: 'get', path: '/speakers', what: 'People and bodies who are quoted; `prefix`.', answer: speakers },
  { method: 'get', path: '/speakers/:name', what: 'Statements of one speaker; `venue`.', answer: speaker },
  { method: 'get', path: '/watches', what: 'All watches.', answer: watches },
  { method: 'post', path: '/watches', what: 'Saves a new watch.', answer: createWatch },
  { method: 'get', path: '/watches/new', what: 'The editor of a new watch; `preview` tries it.', answer: newWatch },
  { method: 'get', path: '/watches/:id', what: 'The editor of a watch; `preview` tries it.', answer: editWatch },
  { method: 'post', path: '/watches/:id', what: 'Saves changes to a watch.', answer: changeWatch },
  { method: 'post', path: '/watches/:id/pause', what: 'Pauses a watch or lets it go on.', answer: pauseWatch },
  { method: 'post', path: '/watches/:id/mute', what: 'Mutes a watch for a day, or ends that.', answer: muteWatch },
  { method: 'post', path: '/watches/:id/remove', what: 'Removes a watch.', answer: removeWatch },
  {
    method: 'get',
    path: '/sources',
    what: 'Sources and their health; `look` looks at an address, `import` tells how far one is.',
    answer: sources,
  },
  { method: 'post', path: '/sources', what: 'Subscribes to an address.', answer: addSource },
  { method: 'get', path: '/sources.opml', what: 'The subscriptions as OPML.', answer: exportOpml },
  {
    method: 'post',
    path: '/sources/import',
    what: 'Brings files in: OPML, pages, JSONL, WARC, WACZ.',
    bodyBytesMax: importBytesMax,
    answer: importFiles,
  },
  { method: 'post', path: '/imports/:id/stop', what: 'Stops an import that goes on.', answer: stopImport },
  { method: 'get', path: '/sources/:id', what: 'One source with its history.', answer: source },
  { method: 'post', path: '/sources/:id', what: 'Changes title and owner of a source.', answer: changeSource },
  { method: 'post', path: '/sources/:id/pause', what: 'Pauses a source or lets it go on.', answer: pauseSource },
  { method: 'post', path: '/sources/:id/poll', what: 'Makes a source due now.', answer: pollSource },
  { method: 'post', path: '/sources/:id/remove', what: 'Ends a subscription.', answer: removeSource },
  { method: 'post', path: '/sample/remove', what: 'Takes the sample archive out.', answer: removeSample },
  { method: 'post', path: '/sample/load', what: 'Reads the sample archive in.', answer: loadSample },
  { method: 'get', path: '/leads', what: 'Headlines that pages pointed at.', answer: leads },
  { method: 'post', path: '/leads/fetch', what: 'Queues the page of a lead.', answer: fetchLead },
  { method: 'get', path: '/settings', what: 'Settings of the desk, and what was done lately.', answer: settings },
  { method: 'post', path: '/settings', what: 'Saves ground and time zone.', answer: saveSettings },
  {
    method: 'post',
    path: '/owners',
    what: 'Writes down which hosts an owner has; none takes it out.',
    answer: saveOwner,
  },
  { method: 'post', path: '/channels', what: 'Sets up a channel.', answer: addChannel },
  { method: 'post', path: '/channels/:name/trial', what: 'Sends a trial message.', answer: trialChannel },
  { method: 'post', path: '/channels/:name/remove', what: 'Removes a channel.', answer: removeChannel },
  { method: 'post', path: '/deliveries/:id/again', what: 'Sends again what failed.', answer: sendAgain },
  { method: 'post', path: '/guide/done', what: 'Puts the first five minutes away for good.', answer: guideDone },
  { method: 'get', path: '/keys', what: 'All keys of the desk.', answer: keys },
  { method: 'post', path: '/acts/:id/undo', what: 'Undoes an act.', answer: undo },
  { method: 'get', path: '/live', what: 'Server-sent events: `fresh` whenever new rows came in.', answer: live },
  { method: 'get', path: '/healthz', what: 'Whether the desk answers; without a password.', answer: healthz },
  { method: 'get', path: '/readyz', what: 'Whether its store answers too; without a password.', answer: readyz },
  { method: 'get', path: '/metrics', what: 'Prometheus metrics.', answer: metrics },
  { method: 'get', path: '/assets/:version/:name', what: 'Style, script and icon of the desk.', answer: assetFile },
  { method: 'get', path: '/favicon.ico', what: 'The icon.', answer: icon },
  { method: 'post', path: '/backtests/:id/stop', what: 'Stops a backtest that goes on.', answer: stopBacktest },
  { method: 'get', path: '/offline', what: 'What an installed desk shows without network.', answer: offline },
  { method: 'get', path: '/offline.js', what: 'The service worker: keeps the shell only.', answer: serviceWorker },
  { method: 'get', path: '/manifest.webmanifest', what: 'Lets a phone install the desk.', answer: manifest },
];
