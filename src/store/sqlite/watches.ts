import type { Alert, AlertComment, AlertState, Development, Story, Watch } from '../../records.ts';
import type { WatchMethods } from '../parts.ts';
import { labelsMax } from '../rows.ts';
import type { Act, ArticleBrief, Delivery, StoredAlert } from '../store.ts';
import type { Database } from './database.ts';

/** `WatchMethods` in SQLite. */
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
      // Kept counts, less the alerts of removed articles: those are few, and found by the articles.
      const hidden = database.all<{ watch_id: string; state: string; count: number }>(
        `SELECT watch_id, state, count(*) AS count FROM alert
         WHERE article_number IN (SELECT number FROM article WHERE removed IS NOT NULL) GROUP BY watch_id, state`,
      );
      const hiddenOf = (watchId: string, state: string | null) =>
        hidden
          .filter((one) => one.watch_id === watchId && (state === null || one.state === state))
          .reduce((sum, one) => sum + one.count, 0);
      return database
        .all<{ watchId: string; fresh: number; total: number }>(
          `SELECT watch.id AS watchId, coalesce(sum(count) FILTER (WHERE state = 'new'), 0) AS fresh,
             coalesce(sum(count), 0) AS total
           FROM watch LEFT JOIN alert_count ON alert_count.watch_id = watch.id
           WHERE watch.removed IS NULL GROUP BY watch.id ORDER BY watch.id`,
        )
        .map(({ watchId, fresh, total }) => ({
          watchId,
          fresh: fresh - hiddenOf(watchId, 'new'),
          total: total - hiddenOf(watchId, null),
        }));
    },
    async listAlerts({ watchId, state, before, limit, storyId = null, assignee = null, tag = null, viewer = null }) {
      const asked: [condition: string, value: string | null][] = [
        ['alert.watch_id = ?', watchId],
        ['alert.state = ?', state],
        ['alert.at < ?', before],
        ['alert.story_id = ?', storyId],
        ['alert.assignee = ?', assignee],
        ['alert.id IN (SELECT alert_id FROM alert_tag WHERE tag = ?)', tag],
        [seenBy, viewer],
      ];
      // Only what is asked for stands in the text, so that each question has its index.
      const conditions = asked.filter((one): one is [string, string] => one[1] !== null);
      return database
        .all<AlertRow>(
          `${alertSql}${conditions.map(([condition]) => ` AND ${condition}`).join('')}
           ORDER BY alert.at DESC, alert.id LIMIT ?`,
          ...conditions.map(([, value]) => value),
          limit,
        )
        .map((row) => storedAlert(database, row));
    },
    async getAlert(id) {
      const row = database.get<AlertRow>(`${alertSql} AND alert.id = ?`, id);
      return row === null ? null : storedAlert(database, row);
    },
    async setAlertState(ids, state) {
      database.transaction(() => {
        for (const id of ids) database.run('UPDATE alert SET state = ? WHERE id = ?', state, id);
      });
    },
    async assignAlerts(ids, assignee, by = null) {
      database.transaction(() => {
        const giver = assignee === null ? null : by;
        for (const id of ids)
          database.run('UPDATE alert SET assignee = ?, assigned_by = ? WHERE id = ?', assignee, giver, id);
      });
    },
    async tagAlerts(ids, tag, on) {
      database.transaction(() => {
        for (const id of ids) {
          if (on) {
            database.run(
              'INSERT INTO alert_tag (tag, alert_id) SELECT ?1, id FROM alert WHERE id = ?2 ON CONFLICT DO NOTHING',
              tag,
              id,
            );
          } else database.run('DELETE FROM alert_tag WHERE tag = ? AND alert_id = ?', tag, id);
        }
      });
    },
    async commentAlert(alertId, comment) {
      database.run(
        `INSERT INTO alert_comment (id, alert_id, record) SELECT ?1, id, ?3 FROM alert WHERE id = ?2
         ON CONFLICT DO NOTHING`,
        comment.id,
        alertId,
        JSON.stringify(comment),
      );
    },
    async removeComment(id) {
      database.run('DELETE FROM alert_comment WHERE id = ?', id);
    },
    async alertLabels(viewer = null) {
      const shown = `FROM alert JOIN article ON article.number = alert.article_number JOIN watch ON watch.id = alert.watch_id`;
      const seen = viewer === null ? '' : ` AND ${seenBy}`;
      const values = viewer === null ? [] : [viewer];
      const rest = `article.removed IS NULL AND watch.removed IS NULL AND alert.state <> 'dismissed'${seen}`;
      return {
        assignees: database.all(
          `SELECT assignee AS name, count(*) AS alerts ${shown} WHERE assignee IS NOT NULL AND ${rest}
           GROUP BY assignee ORDER BY alerts DESC, assignee LIMIT ${labelsMax}`,
          ...values,
        ),
        tags: database.all(
          `SELECT tag AS name, count(*) AS alerts ${shown} JOIN alert_tag ON alert_tag.alert_id = alert.id WHERE ${rest}
           GROUP BY tag ORDER BY alerts DESC, tag LIMIT ${labelsMax}`,
          ...values,
        ),
      };
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

/** Which watches a user may see: those that are not private, and their own. */
const seenBy = `coalesce(CASE WHEN watch.record ->> '$.private' THEN watch.record ->> '$.owner' END = ?, 1)`;

/** Alerts that are shown; conditions follow. */
const alertSql = `SELECT alert.id, alert.record, alert.state, alert.assignee, alert.assigned_by, article.brief, story.record AS story,
    (SELECT json_group_array(tag) FROM (SELECT tag FROM alert_tag WHERE alert_id = alert.id ORDER BY tag)) AS tags,
    (SELECT json_group_array(json(record)) FROM
      (SELECT record FROM alert_comment WHERE alert_id = alert.id ORDER BY number)) AS comments
  FROM alert JOIN article ON article.number = alert.article_number
  JOIN story ON story.id = alert.story_id
  JOIN watch ON watch.id = alert.watch_id
  WHERE article.removed IS NULL AND watch.removed IS NULL`;

interface AlertRow {
  readonly id: string;
  readonly assignee: string | null;
  readonly assigned_by: string | null;
  readonly tags: string;
  readonly comments: string;
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
    notes: {
      assignee: row.assignee,
      ...(row.assigned_by === null ? {} : { assignedBy: row.assigned_by }),
      tags: JSON.parse(row.tags) as string[],
      comments: JSON.parse(row.comments) as AlertComment[],
    },
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
