import type { Placement } from '../records.ts';
import type { ArticleBrief } from '../store/store.ts';
import { type Html, html } from './html.ts';
import { type Desk, name, outletOf, press } from './page.ts';

/** An article of a story with what decides whether it counts by itself. */
export interface Account {
  readonly brief: ArticleBrief;
  readonly placement: Pick<Placement, 'copyOf' | 'originId'>;
  /** Its outlet, in lower case; null when that is not known. */
  readonly outlet: string | null;
  /** Who owns its outlet; null when that is not known. */
  readonly owner: string | null;
}

/** Why an article is not counted beside another of its group. */
type Tie = { readonly by: 'copy' } | { readonly by: 'outlet' | 'owner' | 'agency'; readonly value: string };

/** Articles that count as one independent account; the first stands for all. */
export interface AccountGroup {
  readonly first: Account;
  readonly others: readonly { readonly account: Account; readonly tie: Tie }[];
}

/**
 * The independent accounts of a story, as `stories/independent.ts` counts them: copies, one outlet, one owner and one agency are
 * each one account. Which texts only cite another is not known here, so there may be more groups than were counted.
 */
export function accountGroups(accounts: readonly Account[]): AccountGroup[] {
  const groups: { first: Account; others: { account: Account; tie: Tie }[] }[] = [];
  const groupOf = new Map<string, (typeof groups)[number]>();
  // Own accounts first, so that a copy joins the text it carries and not the other way round.
  const inOrder = [...accounts].sort(
    (a, b) =>
      Number(a.placement.copyOf !== null) - Number(b.placement.copyOf !== null) ||
      a.brief.received.localeCompare(b.brief.received),
  );
  for (const account of inOrder) {
    const keys = keysOf(account);
    const found = keys
      .map(({ key, tie }) => ({ group: groupOf.get(key), tie }))
      .filter((one) => one.group !== undefined);
    let [{ group, tie } = { group: undefined, tie: undefined }] = found;
    if (group === undefined || tie === undefined) {
      group = { first: account, others: [] };
      groups.push(group);
    } else {
      group.others.push({ account, tie });
      // What ties it to a second group makes the two one.
      for (const { group: second, tie: also } of found.slice(1)) {
        if (second === undefined || second === group || !groups.includes(second)) continue;
        group.others.push({ account: second.first, tie: also }, ...second.others);
        groups.splice(groups.indexOf(second), 1);
        for (const [key, owner] of groupOf) if (owner === second) groupOf.set(key, group);
      }
    }
    for (const { key } of keys) groupOf.set(key, group);
  }
  return groups;
}

function keysOf({ brief, placement, outlet, owner }: Account): { key: string; tie: Tie }[] {
  return [
    { key: `copy ${placement.originId}`, tie: { by: 'copy' } },
    ...(outlet === null
      ? []
      : [{ key: `outlet ${outlet}`, tie: { by: 'outlet', value: outletOf(brief) ?? outlet } as const }]),
    ...(owner === null ? [] : [{ key: `owner ${owner.toLowerCase()}`, tie: { by: 'owner', value: owner } as const }]),
    // A wire is an outlet of its own: its name as credit and as site is one.
    ...(brief.credit === null
      ? []
      : [{ key: `outlet ${brief.credit.toLowerCase()}`, tie: { by: 'agency', value: brief.credit } as const }]),
  ];
}

/** Articles named in all: a story page has to stay light. */
const namedMax = 48;
/** Named beside the first of their group; the others behind a word that opens. */
const othersShown = 4;

/** How the pages of a story come to so many independent accounts: each with those that are not counted beside it, and why. */
export function accountsPanel(accounts: readonly Account[], independent: number, desk: Desk): Html {
  const { story } = desk.words;
  const groups = accountGroups(accounts);
  let left = namedMax;
  const shown: Html[] = [];
  for (const group of groups) {
    if (left <= 0) break;
    shown.push(groupItem(group, left - 1, desk));
    left -= 1 + group.others.length;
  }
  return html`<p class="note">${story.countedText}</p><ol class="accounts">${shown}</ol>${
    groups.length > shown.length && html`<p class="note">${story.moreArticles(groups.length - shown.length)}</p>`
  }${groups.length > independent && html`<p class="note">${story.citing(groups.length - independent)}</p>`}`;
}

function groupItem({ first, others }: AccountGroup, othersMax: number, desk: Desk): Html {
  const { story } = desk.words;
  const line = ({ account, tie }: AccountGroup['others'][number]) =>
    html`<li>${accountName(account, desk)} <span class="dim">${tieWords(tie, desk)}</span></li>`;
  const named = others.slice(0, othersMax);
  const behind = named.slice(othersShown);
  return html`<li>${accountName(first, desk)}${
    named.length > 0 &&
    html`<ul>${named.slice(0, othersShown).map(line)}${
      behind.length > 0 &&
      html`<li><details><summary>${story.moreArticles(others.length - othersShown)}</summary><ul>${behind.map(line)}</ul></details></li>`
    }</ul>`
  }</li>`;
}

function accountName({ brief }: Account, desk: Desk): Html {
  const outlet = outletOf(brief);
  return html`${outlet !== null && html`<b>${name(outlet)}</b> `}<a href="/articles/${brief.id}"${press(brief.language)}>${brief.title ?? desk.words.frame.untitled}</a>`;
}

function tieWords(tie: Tie, desk: Desk): Html {
  const { ties } = desk.words.story;
  return tie.by === 'copy' ? html`${ties.copy}` : html`${ties[tie.by]} ${name(tie.value)}`;
}
