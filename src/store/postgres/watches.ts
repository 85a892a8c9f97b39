import type { Alert, AlertComment, AlertState, Development, Story } from '../../records.ts';
import type { WatchMethods } from '../parts.ts';
import { privateTo } from '../people-rows.ts';
import { labelsMax } from '../rows.ts';
import type { Act, ArticleBrief, Delivery, StoredAlert } from '../store.ts';
import type { Database } from './database.ts';
import { records } from './sources.ts';
import type { ChangeMarks } from './whole.ts';

/** `WatchMethods` in PostgreSQL. */
export function watchMethods(database: Database, marks: ChangeMarks, now: () => string): WatchMethods {
  return {
    async listWatches() {
      return records(await database.all('SELECT record FROM watch WHERE removed IS NULL ORDER BY created, id'));
    },
    async saveWatch(watch) {
      await database.transaction(async (sql) => {
        // Saving a removed watch again is the undo of its removal: its alerts were kept and show again.
        await sql.run(
          `INSERT INTO watch (id, created, record, private_to) VALUES ($1, $2, $3, $4)
           ON CONFLICT (id) DO UPDATE SET created = excluded.created, record = excluded.record,
             private_to = excluded.private_to, removed = NULL`,
          watch.id,
          watch.created,
          JSON.stringify(watch),
          privateTo(watch),
        );
        await marks.bump(sql, 'watches');
      });
    },
    async removeWatch(id) {
      await database.transaction(async (sql) => {
        await sql.run('UPDATE watch SET removed = $1 WHERE id = $2 AND removed IS NULL', now(), id);
        await marks.bump(sql, 'watches');
      });
    },
    async watchCounts() {
      return database.all<{ watchId: string; fresh: number; total: number }>(
        // All are counted from the index, and those of pages out of sight taken off again.
        `SELECT watch.id AS "watchId", coalesce(sum(number) FILTER (WHERE state = 'new'), 0) AS fresh,
           coalesce(sum(number), 0) AS total
         FROM watch LEFT JOIN (
           SELECT watch_id, state, count(*) AS number FROM alert GROUP BY watch_id, state
           UNION ALL
           SELECT watch_id, alert.state, -count(*) FROM page JOIN alert ON alert.article_number = page.number
           WHERE page.removed IS NOT NULL GROUP BY watch_id, alert.state) AS told ON told.watch_id = watch.id
         WHERE watch.removed IS NULL GROUP BY watch.id ORDER BY watch.id`,
      );
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
      const rows = await database.all<AlertRow>(
        `${alertSql}${conditions.map(([condition], at) => ` AND ${condition.replace('?', `$${at + 2}`)}`).join('')}
         ORDER BY alert.at DESC, alert.id LIMIT $1`,
        limit,
        ...conditions.map(([, value]) => value),
      );
      return storedAlerts(database, rows);
    },
    async getAlert(id) {
      return (
        (await storedAlerts(database, await database.all<AlertRow>(`${alertSql} AND alert.id = $1`, id)))[0] ?? null
      );
    },
    async setAlertState(ids, state) {
      await database.run('UPDATE alert SET state = $1 WHERE id = ANY($2::text[])', state, ids);
    },
    async assignAlerts(ids, assignee, by = null) {
      await database.run(
        'UPDATE alert SET assignee = $1, assigned_by = $2 WHERE id = ANY($3::text[])',
        assignee,
        assignee === null ? null : by,
        ids,
      );
    },
    async tagAlerts(ids, tag, on) {
      await database.run(
        on
          ? 'INSERT INTO alert_tag (tag, alert_id) SELECT $1, id FROM alert WHERE id = ANY($2::text[]) ON CONFLICT DO NOTHING'
          : 'DELETE FROM alert_tag WHERE tag = $1 AND alert_id = ANY($2::text[])',
        tag,
        ids,
      );
    },
    async commentAlert(alertId, comment) {
      await database.run(
        `INSERT INTO alert_comment (id, alert_id, record) SELECT $1, id, $3 FROM alert WHERE id = $2
         ON CONFLICT DO NOTHING`,
        comment.id,
        alertId,
        JSON.stringify(comment),
      );
    },
    async removeComment(id) {
      await database.run('DELETE FROM alert_comment WHERE id = $1', id);
    },
    async alertLabels(viewer = null) {
      const shown = `FROM alert JOIN page ON page.number = alert.article_number JOIN watch ON watch.id = alert.watch_id`;
      const seen = viewer === null ? '' : ` AND ${seenBy.replace('?', '$1')}`;
      const values = viewer === null ? [] : [viewer];
      const rest = `page.removed IS NULL AND watch.removed IS NULL AND alert.state <> 'dismissed'${seen}`;
      return {
        assignees: await database.all(
          `SELECT assignee AS name, count(*) AS alerts ${shown} WHERE assignee IS NOT NULL AND ${rest}
           GROUP BY assignee ORDER BY alerts DESC, assignee LIMIT ${labelsMax}`,
          ...values,
        ),
        tags: await database.all(
          `SELECT tag AS name, count(*) AS alerts ${shown} JOIN alert_tag ON alert_tag.alert_id = alert.id WHERE ${rest}
           GROUP BY tag ORDER BY alerts DESC, tag LIMIT ${labelsMax}`,
          ...values,
        ),
      };
    },

    async deliveriesDue(at, limit) {
      return records(
        await database.all(
          `SELECT record FROM delivery WHERE state = 'due' AND due <= $1 ORDER BY due, id LIMIT $2`,
          at,
          limit,
        ),
      );
    },
    async saveDelivery(delivery) {
      await putDeliveries(database, [delivery]);
    },
    async saveDeliveries(deliveries) {
      await putDeliveries(database, deliveries);
    },
    async getDelivery(id) {
      return records<Delivery>(await database.all('SELECT record FROM delivery WHERE id = $1', id))[0] ?? null;
    },
    async failedDeliveries(limit) {
      return records(
        await database.all(`SELECT record FROM delivery WHERE state = 'failed' ORDER BY due DESC, id LIMIT $1`, limit),
      );
    },

    async recordAct(act) {
      await database.run(
        'INSERT INTO act (id, undone, record) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
        act.id,
        act.undone,
        JSON.stringify(act),
      );
    },
    async listActs(limit) {
      const rows = await database.all<{ record: string; undone: boolean }>(
        'SELECT record, undone FROM act ORDER BY number DESC LIMIT $1',
        limit,
      );
      return rows.map((row) => ({ ...(JSON.parse(row.record) as Act), undone: row.undone }));
    },
    async markUndone(id) {
      await database.run('UPDATE act SET undone = true WHERE id = $1', id);
    },
  };
}

/** Which watches a user may see: those that are not private, and their own. */
const seenBy = 'coalesce(watch.private_to = ?, true)';

/** Alerts that are shown; conditions follow. */
const alertSql = `
  SELECT alert.record, alert.state, alert.assignee, alert.assigned_by, article.brief, story.record AS story,
    ARRAY(SELECT tag FROM alert_tag WHERE alert_id = alert.id ORDER BY tag) AS tags,
    ARRAY(SELECT record FROM alert_comment WHERE alert_id = alert.id ORDER BY number) AS comments
  FROM alert JOIN article ON article.number = alert.article_number
  JOIN story ON story.id = alert.story_id
  JOIN watch ON watch.id = alert.watch_id
  WHERE article.removed IS NULL AND watch.removed IS NULL`;

interface AlertRow {
  readonly record: string;
  readonly state: AlertState;
  readonly assignee: string | null;
  readonly assigned_by: string | null;
  readonly tags: readonly string[];
  readonly comments: readonly string[];
  readonly brief: string;
  readonly story: string;
}

/** Developments in the order of the alert: weightiest first. One that a reread no longer finds is left out. */
async function storedAlerts(database: Database, rows: readonly AlertRow[]): Promise<StoredAlert[]> {
  const alerts = rows.map((row) => JSON.parse(row.record) as Alert);
  const found = await database.all<{ id: string; record: string }>(
    'SELECT id, record FROM development WHERE id = ANY($1::text[])',
    alerts.flatMap((alert) => alert.developmentIds),
  );
  const developments = new Map(found.map((row) => [row.id, JSON.parse(row.record) as Development]));
  return rows.map((row, at) => ({
    alert: alerts[at],
    state: row.state,
    notes: {
      assignee: row.assignee,
      ...(row.assigned_by === null ? {} : { assignedBy: row.assigned_by }),
      tags: row.tags,
      comments: row.comments.map((comment) => JSON.parse(comment) as AlertComment),
    },
    story: JSON.parse(row.story) as Story,
    article: JSON.parse(row.brief) as ArticleBrief,
    developments: alerts[at].developmentIds.flatMap((id) => developments.get(id) ?? []),
  }));
}

/** In one statement: all or none. */
async function putDeliveries(database: Database, deliveries: readonly Delivery[]): Promise<void> {
  await database.run(
    `INSERT INTO delivery (id, alert_id, state, due, record)
     SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[])
     ON CONFLICT (id) DO UPDATE SET state = excluded.state, due = excluded.due, record = excluded.record`,
    deliveries.map((delivery) => delivery.id),
    deliveries.map((delivery) => delivery.alertId),
    deliveries.map((delivery) => delivery.state),
    deliveries.map((delivery) => delivery.due),
    deliveries.map((delivery) => JSON.stringify(delivery)),
  );
}
