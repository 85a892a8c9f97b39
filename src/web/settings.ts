import type { Source } from '../records.ts';
import type { Act } from '../store/store.ts';
import { type ChannelsView, channelsPart } from './channels.ts';
import { type Html, html } from './html.ts';
import { actButton, type Desk, mayPost, name, page } from './page.ts';
import { timeTag } from './times.ts';
import { actWords } from './words/acts.ts';

/** Settings of the desk itself, what the archive holds, and what was done lately. */
export function settingsPage(desk: Desk, view: SettingsView): Html {
  const { settings } = desk.words;
  const { counts } = desk;
  const grounds = [
    ['', settings.system],
    ['paper', settings.paper],
    ['night', settings.night],
  ] as const;
  const holds: readonly (readonly [string, string | number])[] = [
    [settings.articles, counts.articles],
    [settings.stories, counts.stories],
    [settings.pages, counts.pages],
    [settings.waiting, counts.pagesWaiting],
    [settings.failed, counts.pagesFailed],
    [settings.alerts, counts.alerts],
    [settings.size, settings.megabytes((counts.databaseBytes / 1e6).toFixed(1))],
  ];
  return page(desk, {
    here: 'settings',
    title: settings.title,
    main: html`<header class="head"><h1>${settings.heading}</h1></header>
${view.fault !== null && html`<div class="query-fault" role="alert"><p>${view.fault}</p></div>`}${view.done !== null && html`<p class="note" role="status">${view.done}</p>`}
<form class="editor" method="post" action="/settings"><fieldset><legend>${settings.look} <span class="help">${settings.lookHelp}</span></legend>${grounds.map(([value, label]) => html`<label class="check"><input type="radio" name="ground" value="${value}"${(desk.ground ?? '') === value && html` checked`}> ${label}</label>`)}</fieldset>
<label${!mayPost(desk, '/people') && html` hidden`}><span class="label">${settings.zone}</span><input name="zone" value="${view.zone ?? ''}" placeholder="${desk.zone}" autocomplete="off"><span class="help">${settings.zoneHelp}</span></label><fieldset><legend>${settings.language}</legend>${view.languages.map(({ locale, name: own }) => html`<label class="check"><input type="radio" name="language" value="${locale}"${locale === desk.words.locale && html` checked`}> <span lang="${locale}">${own}</span></label>`)}</fieldset><p><button>${settings.save}</button></p></form>
${peoplePart(desk)}${mayPost(desk, '/watches') && channelsPart(desk, view.sending)}
${mayPost(desk, '/owners') && countingPart(desk, view)}
<div class="columns"><section class="column-main" aria-labelledby="h-acts"><h2 id="h-acts">${settings.acts}</h2>${
      view.acts.length === 0
        ? html`<p class="note">${settings.noActs}</p>`
        : html`<ul class="list">${view.acts.map((act) => html`<li class="watch"><div class="watch-main"><span dir="auto">${actWords(act.summary, desk.words)}</span> <span class="dim">${act.by != null && html`${name(act.by.name)} · `}${timeTag(act.at, desk)}</span></div><div class="acts">${act.undone ? html`<span class="dim">${settings.undone}</span>` : act.mine && actButton(desk, `/acts/${act.id}/undo`, settings.undo)}</div></li>`)}</ul>`
    }</section>
<section class="column-side" aria-labelledby="h-holds"><h2 id="h-holds">${settings.archive}</h2><table class="holds figures"><tbody>${holds.map(([label, value]) => html`<tr><th scope="row">${label}</th><td>${typeof value === 'number' ? value.toLocaleString(desk.words.locale) : value}</td></tr>`)}</tbody></table>
<h2>${settings.more}</h2><p class="note">${settings.moreText}</p><p class="note">${settings.kept(view.keeps.days, view.keeps.bytes)}</p><p class="note">${settings.backup}: <code>watchfloor backup FILE</code></p><p><a href="/keys">${settings.keysTitle}</a></p></section></div>`,
  });
}

/** The way to who may come in and, on a desk with users, to what is one's own. */
function peoplePart(desk: Desk): Html {
  const { people } = desk.words;
  return html`<p class="bar-line">${desk.user != null && html`<a class="button quiet" href="/me">${people.me}</a>`}${mayPost(desk, '/people') && html`<a class="button quiet" href="/people">${people.title}</a>`}${desk.user?.role === 'admin' && html`<a class="button quiet" href="/audit">${people.audit}</a>`}</p>`;
}

export interface SettingsView {
  readonly zone: string | null;
  readonly languages: readonly { readonly locale: string; readonly name: string }[];
  /** `mine`: who reads may undo it. */
  readonly acts: readonly (Act & { readonly mine: boolean })[];
  readonly fault: string | null;
  /** What was just done, in words. */
  readonly done: string | null;
  readonly sending: ChannelsView;
  /** Subscriptions, whose owners can be told here. */
  readonly sources: readonly Pick<Source, 'id' | 'title' | 'address' | 'owner'>[];
  /** Hosts by owner, and which of them were written here. */
  readonly owners: readonly { readonly name: string; readonly hosts: readonly string[]; readonly own: boolean }[];
  /** Names of the agencies whose credit is known. */
  readonly agencies: readonly string[];
  readonly keeps: { readonly days: number | null; readonly bytes: number | null };
}

/** Who owns which subscription, to be put right in place; and the agencies whose texts are told by their credit. */
function countingPart(desk: Desk, view: SettingsView): Html {
  const { settings, sources: words } = desk.words;
  return html`<section aria-labelledby="h-owners"><h2 id="h-owners">${settings.counting}</h2><p class="note">${words.ownerHelp}</p>${
    view.sources.length > 0 &&
    html`<details><summary>${settings.owners}</summary><ul class="list">${view.sources.map(({ id, title, address, owner }) => html`<li><form class="inline" method="post" action="/sources/${id}"><input type="hidden" name="back" value="/settings"><input type="hidden" name="title" value="${title ?? ''}"><label><span dir="auto">${title ?? address}</span> <input name="owner" value="${owner ?? ''}" placeholder="${words.owner}" maxlength="200"></label> <button class="quiet">${words.save}</button></form></li>`)}</ul></details>`
  }${ownersPart(desk, view)}<details><summary>${settings.agencies(view.agencies.length)}</summary><p class="note">${view.agencies.map((agency, index) => html`${index > 0 && ' · '}${name(agency)}`)}</p></details></section>`;
}

/** Owners that are known by the hosts of their titles, each to be put right in place, and a form for one more. */
function ownersPart(desk: Desk, { owners }: SettingsView): Html {
  const { settings, sources } = desk.words;
  const form = (owner: SettingsView['owners'][number] | null) =>
    html`<form class="owner" method="post" action="/owners"><label><span class="label">${settings.ownerName}${owner?.own && html` · ${settings.ownerOwn}`}</span><input name="name" value="${owner?.name ?? ''}" maxlength="100" required${owner !== null && html` readonly`}></label><label class="grow"><span class="label">${settings.ownerHosts}</span><input name="hosts" value="${owner?.hosts.join(' ') ?? ''}" placeholder="news.example" maxlength="8000" autocomplete="off" spellcheck="false"></label> <button class="quiet">${owner === null ? settings.ownerAdd : sources.save}</button></form>`;
  return html`<details><summary>${settings.ownersKnown(owners.length)}</summary><p class="note">${settings.ownersText}</p>${form(null)}${owners.map(form)}</details>`;
}
