import assert from 'node:assert/strict';
import { describe } from 'node:test';
import type { Store } from '../../src/store/store.ts';
import {
  at,
  madeApiKey,
  madeAudit,
  madePage,
  madeReading,
  madeResults,
  madeSession,
  madeUser,
  madeWatch,
} from '../made.ts';
import { onEmptyStore } from './on-empty-store.ts';

/**
 * What every store promises about people, told through the port alone: each driver runs this suite.
 *
 * @param open gives an empty store
 */
export function peopleCases(driver: string, open: () => Promise<Store>): void {
  const withStore = onEmptyStore(open);

  describe(`${driver}: people`, () => {
    withStore('users are added, changed, found by name and identity, and listed in order', async (store) => {
      assert.equal(await store.hasUsers(), false);
      const ida = madeUser('ida');
      const identity = { issuer: 'https://id.example', subject: '7' };
      const osk = madeUser('osk', { role: 'reader', identity, made: at(1), name: '오스크 \0' });
      assert.deepEqual([await store.saveUser(ida), await store.saveUser(osk)], ['saved', 'saved']);
      assert.equal(await store.hasUsers(), true);
      assert.deepEqual(await store.listUsers(), [ida, osk]);
      assert.deepEqual(await store.findUser({ signInName: 'osk' }), osk);
      assert.deepEqual(await store.findUser(identity), osk);
      assert.equal(await store.findUser({ ...identity, issuer: 'https://other.example' }), null);
      assert.equal(await store.findUser({ signInName: "osk' OR ''='" }), null);
      const changed = { ...osk, role: 'editor', disabled: at(5) } as const;
      assert.equal(await store.saveUser(changed), 'saved');
      assert.deepEqual(await store.getUser(osk.id), changed);
      assert.equal(await store.getUser('us-none'), null);
    });

    withStore('two users never share a name to sign in with, or an identity', async (store) => {
      const identity = { issuer: 'https://id.example', subject: '7' };
      const ida = madeUser('ida', { identity });
      await store.saveUser(ida);
      assert.equal(await store.saveUser(madeUser('ida', { id: 'us-2' })), 'taken');
      assert.equal(await store.saveUser(madeUser('osk', { identity })), 'taken');
      assert.deepEqual(await store.listUsers(), [ida]);
    });

    withStore('somebody is always left who can let others in, also when two act at once', async (store) => {
      assert.equal(await store.saveUser(madeUser('osk', { role: 'editor' })), 'last-admin');
      assert.equal(await store.hasUsers(), false);
      const [ida, osk] = [madeUser('ida'), madeUser('osk')];
      await store.saveUser(ida);
      assert.equal(await store.saveUser({ ...ida, role: 'reader' }), 'last-admin');
      assert.equal(await store.saveUser({ ...ida, disabled: at(1) }), 'last-admin');
      await store.saveUser(osk);
      const both = await Promise.all([
        store.saveUser({ ...ida, disabled: at(1) }),
        store.saveUser({ ...osk, disabled: at(1) }),
      ]);
      assert.deepEqual(both.sort(), ['last-admin', 'saved']);
      assert.equal(await store.changeUser('us-none', { name: 'x' }), 'unknown');
      assert.equal((await store.listUsers()).filter(({ disabled }) => disabled === null).length, 1);
    });

    withStore('two changes of one user at once are both there', async (store) => {
      const [ida, osk] = [madeUser('ida'), madeUser('osk')];
      for (const user of [ida, osk]) await store.saveUser(user);
      const said = await Promise.all([
        store.changeUser(osk.id, { role: 'reader' }),
        store.changeUser(osk.id, { email: 'osk@news.example' }),
        store.changeUser(osk.id, { signInName: 'ida' }),
        store.changeUser(ida.id, { disabled: at(1) }),
      ]);
      assert.deepEqual(said, ['saved', 'saved', 'taken', 'last-admin']);
      assert.deepEqual(await store.listUsers(), [ida, { ...osk, role: 'reader', email: 'osk@news.example' }]);
    });

    withStore('a session is found by the hash of its token, is seen, and ends once', async (store) => {
      const ida = madeUser('ida');
      await store.saveUser(ida);
      const [one, two, three] = ['one', 'two', 'three'].map((token, minute) =>
        madeSession(token, ida, { made: at(minute) }),
      );
      for (const session of [one, two, three]) await store.addSession(session);
      await store.touchSession(one.id, at(9));
      assert.deepEqual(await store.getSession(one.tokenHash), { session: { ...one, seen: at(9) }, user: ida });
      assert.equal(await store.getSession('one'), null, 'the token itself is nowhere');
      await store.endSession(two.id, at(10));
      await store.endSession(two.id, at(11));
      assert.equal((await store.getSession(two.tokenHash))?.session.ended, at(10));
      assert.equal(await store.endSessionsOf(ida.id, at(12), three.id), 1);
      assert.equal(await store.endSessionsOf('us-none', at(12)), 0);
      assert.deepEqual(
        (await store.listSessions(ida.id)).map(({ id, ended }) => [id, ended]),
        [
          [three.id, null],
          [two.id, at(10)],
          [one.id, at(12)],
        ],
      );
      assert.equal(await store.forgetSessions(at(2)), 2);
      assert.deepEqual(await store.listSessions(ida.id), [three]);
    });

    withStore('a key is found by its hash with its user, is used, and stays when it is revoked', async (store) => {
      const [ida, osk] = [madeUser('ida'), madeUser('osk')];
      for (const user of [ida, osk]) await store.saveUser(user);
      const [one, two] = [madeApiKey('one', ida), madeApiKey('two', osk, { made: at(1), scopes: ['read', 'feeds'] })];
      for (const key of [one, two]) await store.saveApiKey(key);
      await store.touchApiKey(one.id, at(3));
      const revoked = { ...one, revoked: at(4) };
      await store.saveApiKey(revoked);
      assert.deepEqual(await store.getApiKey(one.keyHash), { key: { ...revoked, used: at(3) }, user: ida });
      assert.equal(await store.getApiKey('one'), null);
      assert.deepEqual(await store.listApiKeys(null), [two, { ...revoked, used: at(3) }]);
      assert.deepEqual(await store.listApiKeys(osk.id), [two]);
    });

    withStore('the audit log comes newest first, in pages, and goes by age alone', async (store) => {
      const ida = madeUser('ida');
      const entries = Array.from({ length: 5 }, (_, minute) =>
        madeAudit(`au-${minute}`, minute % 2 === 0 ? ida : null, { at: at(minute) }),
      );
      for (const entry of entries) await store.recordAudit(entry);
      await store.recordAudit({ ...entries[0], what: 'changed' });
      const ids = async (change: Partial<Parameters<Store['listAudit']>[0]>) => {
        const { rows, next } = await store.listAudit({ cursor: null, limit: 2, ...change });
        return { ids: rows.map(({ id }) => id), next };
      };
      const first = await ids({});
      assert.deepEqual(first.ids, ['au-4', 'au-3']);
      const second = await ids({ cursor: first.next });
      assert.deepEqual(second.ids, ['au-2', 'au-1']);
      assert.deepEqual(await ids({ cursor: second.next }), { ids: ['au-0'], next: null });
      assert.deepEqual((await ids({ userId: ida.id, limit: 9 })).ids, ['au-4', 'au-2', 'au-0']);
      assert.deepEqual((await ids({ since: at(3), limit: 9 })).ids, ['au-4', 'au-3']);
      assert.deepEqual((await ids({ cursor: "1' OR 1=1" })).ids, []);
      assert.deepEqual((await store.listAudit({ cursor: null, limit: 9 })).rows, entries.toReversed());
      assert.equal(await store.forgetAudit(at(2)), 2);
      assert.deepEqual((await ids({ limit: 9 })).ids, ['au-4', 'au-3', 'au-2']);
    });

    withStore('who gave an alert to somebody stands beside whom it was given to', async (store) => {
      await store.saveWatch(madeWatch('wa-1', 'harbour'));
      const page = madePage('a');
      await store.acceptPage(page);
      const results = madeResults(page, madeReading(page), ['wa-1']);
      await store.savePageResults(results);
      const [{ id }] = results.alerts;
      const given = async (...asked: [assignee: string | null, by?: string | null]) => {
        await store.assignAlerts([id], ...asked);
        const { assignee, assignedBy = null } = (await store.getAlert(id))!.notes;
        return [assignee, assignedBy];
      };
      assert.deepEqual(await given('Osk', 'Ida'), ['Osk', 'Ida']);
      assert.deepEqual(await given('Mara'), ['Mara', null]);
      assert.deepEqual(await given(null, 'Ida'), [null, null]);
    });

    withStore('alerts of a private watch are given to its owner alone, and counted for nobody else', async (store) => {
      await store.saveWatch({ ...madeWatch('wa-shared', 'harbour'), owner: 'us-1', private: false });
      await store.saveWatch({ ...madeWatch('wa-private', 'harbour'), owner: 'us-1', private: true });
      await store.saveWatch({ ...madeWatch('wa-nobody', 'harbour'), private: true });
      const page = madePage('a');
      await store.acceptPage(page);
      const results = madeResults(page, madeReading(page), ['wa-shared', 'wa-private', 'wa-nobody']);
      await store.savePageResults(results);
      for (const { id, watchId } of results.alerts) {
        await store.assignAlerts([id], watchId);
        await store.tagAlerts([id], watchId, true);
      }
      const seen = async (viewer: string | null) => {
        const asked = { watchId: null, state: null, before: null, limit: 9, viewer };
        const labels = await store.alertLabels(viewer);
        const watches = (await store.listAlerts(asked)).map(({ alert }) => alert.watchId).sort();
        assert.deepEqual(labels.assignees.map(({ name }) => name).sort(), watches);
        assert.deepEqual(labels.tags.map(({ name }) => name).sort(), watches);
        return watches;
      };
      const all = ['wa-nobody', 'wa-private', 'wa-shared'];
      assert.deepEqual([await seen('us-1'), await seen(null)], [all, all]);
      assert.deepEqual(await seen('us-2'), ['wa-nobody', 'wa-shared']);
      const shared = { ...madeWatch('wa-private', 'harbour'), owner: 'us-1', private: false };
      await store.saveWatch(shared);
      assert.deepEqual(await seen('us-2'), all, 'once it is shared');
    });
  });
}
