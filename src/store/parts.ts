import type { Store } from './store.ts';

// The port in parts, so that every store has the same files.

/** Sources, their health, and the addresses still to be fetched. */
export type SourceMethods = Pick<
  Store,
  | 'listSources'
  | 'getSource'
  | 'addSource'
  | 'updateSource'
  | 'removeSource'
  | 'sourcesDue'
  | 'saveHealth'
  | 'pollHistory'
  | 'queueFetches'
  | 'claimFetches'
  | 'finishFetch'
  | 'failFetch'
>;

/** Pages as received and the work still to be done on them. */
export type WorkMethods = Pick<
  Store,
  | 'acceptPage'
  | 'acceptPages'
  | 'getPage'
  | 'pagesAt'
  | 'claimPages'
  | 'saveReadings'
  | 'claimReadings'
  | 'failPage'
  | 'retryPage'
  | 'releaseClaims'
  | 'giveBack'
  | 'listFailures'
>;

/** Articles as read, and what was read from them across articles. */
export type ArticleMethods = Pick<
  Store,
  'getArticle' | 'articlesSince' | 'countArticlesSince' | 'listLeads' | 'listSpeakers' | 'listStatements' | 'listEvents'
>;

/** Stories with what belongs to them. */
export type StoryMethods = Pick<Store, 'getStory' | 'storyDates' | 'storyMemory' | 'listDevelopments'>;

/** Watches, alerts, their deliveries, and the acts of a person. */
export type WatchMethods = Pick<
  Store,
  | 'listWatches'
  | 'saveWatch'
  | 'removeWatch'
  | 'watchCounts'
  | 'listAlerts'
  | 'setAlertState'
  | 'assignAlerts'
  | 'tagAlerts'
  | 'commentAlert'
  | 'removeComment'
  | 'alertLabels'
  | 'deliveriesDue'
  | 'saveDelivery'
  | 'saveDeliveries'
  | 'getDelivery'
  | 'failedDeliveries'
  | 'getAlert'
  | 'recordAct'
  | 'listActs'
  | 'markUndone'
>;

/** Users, their sessions and keys, and what they did. */
export type PeopleMethods = Pick<
  Store,
  | 'hasUsers'
  | 'listUsers'
  | 'getUser'
  | 'findUser'
  | 'saveUser'
  | 'changeUser'
  | 'addSession'
  | 'getSession'
  | 'touchSession'
  | 'endSession'
  | 'endSessionsOf'
  | 'listSessions'
  | 'forgetSessions'
  | 'saveApiKey'
  | 'getApiKey'
  | 'touchApiKey'
  | 'listApiKeys'
  | 'recordAudit'
  | 'listAudit'
  | 'forgetAudit'
>;

/** What concerns the store as a whole: settings, counts, backup, pruning, removal with undo. */
export type WholeMethods = Pick<
  Store,
  | 'getSetting'
  | 'setSetting'
  | 'changeMarks'
  | 'counts'
  | 'backupTo'
  | 'prune'
  | 'receivedToKeep'
  | 'removePagesOf'
  | 'restorePagesOf'
  | 'purgeRemoved'
  | 'filesInUse'
  | 'close'
>;
