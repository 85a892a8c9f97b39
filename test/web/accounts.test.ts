import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Account, accountGroups } from '../../src/web/accounts.ts';

/** `id outlet | what else`: `of=` names the text it copies, `by=` its owner, `via=` its agency. Groups come as ids, the first first. */
function check(articles: readonly string[], groups: readonly string[]): void {
  const accounts = articles.map((line, index): Account => {
    const [id, outlet] = line.split(' ');
    const part = (name: string) => new RegExp(` ${name}=(\\S+)`).exec(line)?.[1] ?? null;
    return {
      brief: {
        id,
        title: id,
        site: outlet,
        sourceId: null,
        language: 'en',
        published: { value: null, precision: 'unknown', from: 'none' },
        received: `2026-11-24T10:${String(index).padStart(2, '0')}:00.000Z`,
        credit: part('via'),
        url: null,
      },
      placement: { copyOf: part('of'), originId: part('of') ?? id },
      outlet: outlet.toLowerCase(),
      owner: part('by'),
    };
  });
  assert.deepEqual(
    accountGroups(accounts).map(({ first, others }) =>
      [first.brief.id, ...others.map(({ account, tie }) => `${account.brief.id}:${tie.by}`)].join(' '),
    ),
    groups,
  );
}

test('copies, one outlet, one owner and one agency are each one account, with the reason', () => {
  check(['a Courier', 'b Mirror', 'c Daily of=a'], ['a c:copy', 'b']);
  check(['a Courier', 'b Courier'], ['a b:outlet']);
  check(['a Courier by=Velm', 'b Mirror by=Velm'], ['a b:owner']);
  check(['a Courier via=Meridian', 'b Mirror via=Meridian'], ['a b:agency']);
});

test('a wire is an outlet of its own, and a copy that came first joins the text it carries', () => {
  check(['a Meridian', 'b Mirror via=Meridian'], ['a b:agency']);
  check(['c Daily of=a', 'a Courier'], ['a c:copy']);
});

test('what ties two groups makes them one', () => {
  check(['a Courier by=Velm', 'b Mirror via=Meridian', 'c Daily by=Velm via=Meridian'], ['a c:owner b:agency']);
});

test('nothing is nothing', () => {
  check([], []);
});
