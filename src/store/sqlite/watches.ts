import type { Alert, AlertState, Development, Story, Watch } from '../../records.ts';
import type { Act, ArticleBrief, Delivery, Store, StoredAlert } from '../store.ts';
import type { Database } from './database.ts';

type WatchMethods = Pick<
  Store,
  | 'listWatches'
  | 'saveWatch'
  | 'removeWatch'
  | 'watchCounts'
  | 'listAlerts'
  | 'setAlertState'
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

/** Watches, alerts, their deliveries, and the acts of a person. */
export function watchMethods(
  database: Database,
  marks: { bump(name: 'watches'): void },
  now: () => string,
): WatchMethods {
  return {
    async listWatches() {
      return database
        .all<{ record: string }>(`SELECT record FROM watch WHERE removed IS NULL ORDER BY record ->> '$.created', id`)
        .map((row) => JSON.parse(row.record) as Watch);
    },
    async saveWatch(watch) {
      database.transaction(() => {
        // Saving a removed watch again is the undo of its removal: its alerts were kept and show again.
        database.run(
          `INSERT INTO watch (id, record) VALUES (?, ?)
           ON CONFLICT (id) DO UPDATE SET record = excluded.record, removed = NULL`,
          watch.id,
          JSON.stringify(watch),
        );
        marks.bump('watches');
      });
    },
    async removeWatch(id) {
      database.transaction(() => {
        database.run('UPDATE watch SET removed = ? WHERE id = ? AND removed IS NULL', now(), id);
        marks.bump('watches');
      });
    },
    async watchCounts() {
      return database.all<{ watchId: string; fresh: number; total: number }>(
        `SELECT watch.id AS watchId, count(alert.id) FILTER (WHERE alert.state = 'new') AS fresh, count(alert.id) AS total
         FROM watch LEFT JOIN alert ON alert.watch_id = watch.id
           AND alert.article_number IN (SELECT number FROM article WHERE removed IS NULL)
         WHERE watch.removed IS NULL GROUP BY watch.id ORDER BY watch.id`,
      );
    },
    async listAlerts({ watchId, state, before, limit }) {
      return database
        .all<AlertRow>(
          `SELECT alert.id, alert.record, alert.state, article.brief, story.record AS story
           FROM alert JOIN article ON article.number = alert.article_number
           JOIN story ON story.id = alert.story_id
           JOIN watch ON watch.id = alert.watch_id
           WHERE article.removed IS NULL AND watch.removed IS NULL AND (?1 IS NULL OR alert.watch_id = ?1)
             AND (?2 IS NULL OR alert.state = ?2) AND (?3 IS NULL OR alert.at < ?3)
           ORDER BY alert.at DESC, alert.id LIMIT ?4`,
          watchId,
          state,
          before,
          limit,
        )
        .map((row) => storedAlert(database, row));
    },
    async getAlert(id) {
      const row = database.get<AlertRow>(
        `SELECT alert.id, alert.record, alert.state, article.brief, story.record AS story
         FROM alert JOIN article ON article.number = alert.article_number
         JOIN story ON story.id = alert.story_id
         JOIN watch ON watch.id = alert.watch_id
         WHERE article.removed IS NULL AND watch.removed IS NULL AND alert.id = ?`,
        id,
      );
      return row === null ? null : storedAlert(database, row);
    },
    async setAlertState(ids, state) {
      database.transaction(() => {
        for (const id of ids) database.run('UPDATE alert SET state = ? WHERE id = ?', state, id);
      });
    },

    async deliveriesDue(at, limit) {
      return database
        .all<{ record: string }>(
          `SELECT record FROM delivery WHERE state = 'due' AND due <= ? ORDER BY due, id LIMIT ?`,
          at,
          limit,
        )
        .map((row) => JSON.parse(row.record) as Delivery);
    },
    async saveDelivery(delivery) {
      putDelivery(database, delivery);
    },
    async saveDeliveries(deliveries) {
      database.transaction(() => {
        for (const delivery of deliveries) putDelivery(database, delivery);
      });
    },
    async getDelivery(id) {
      const row = database.get<{ record: string }>('SELECT record FROM delivery WHERE id = ?', id);
      return row === null ? null : (JSON.parse(row.record) as Delivery);
    },
    async failedDeliveries(limit) {
      return database
        .all<{ record: string }>(
          `SELECT record FROM delivery WHERE state = 'failed' ORDER BY due DESC, id LIMIT ?`,
          limit,
        )
        .map((row) => JSON.parse(row.record) as Delivery);
    },

    async recordAct(act) {
      database.run(
        'INSERT INTO act (id, undone, record) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
        act.id,
        act.undone ? 1 : 0,
        JSON.stringify(act),
      );
    },
    async listActs(limit) {
      return database
        .all<{ record: string; undone: number }>('SELECT record, undone FROM act ORDER BY number DESC LIMIT ?', limit)
        .map((row) => ({ ...(JSON.parse(row.record) as Act), undone: row.undone === 1 }));
    },
    async markUndone(id) {
      database.run('UPDATE act SET undone = 1 WHERE id = ?', id);
    },
  };
}

interface AlertRow {
  readonly id: string;
  readonly record: string;
  readonly state: AlertState;
  readonly brief: string;
  readonly story: string;
}

function storedAlert(database: Database, row: AlertRow): StoredAlert {
  const alert = JSON.parse(row.record) as Alert;
  return {
    alert,
    state: row.state,
    story: JSON.parse(row.story) as Story,
    article: JSON.parse(row.brief) as ArticleBrief,
    developments: developmentsById(database, alert.developmentIds),
  };
}

function putDelivery(database: Database, delivery: Delivery): void {
  database.run(
    `INSERT INTO delivery (id, alert_id, state, due, record) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET state = excluded.state, due = excluded.due, record = excluded.record`,
    delivery.id,
    delivery.alertId,
    delivery.state,
    delivery.due,
    JSON.stringify(delivery),
  );
}

/** In the order of the alert: weightiest first. One that a reread no longer finds is left out. */
function developmentsById(database: Database, ids: readonly string[]): Development[] {
  const found: Development[] = [];
  for (const id of ids) {
    const row = database.get<{ record: string }>('SELECT record FROM development WHERE id = ?', id);
    if (row !== null) found.push(JSON.parse(row.record) as Development);
  }
  return found;
}
