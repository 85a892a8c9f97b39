import { type ApiKey, type Instant, type Role, roles, type Session, scopes, type User } from '../records.ts';
import { type Html, html } from './html.ts';
import { actButton, type Desk, name, page } from './page.ts';
import { timeTag } from './times.ts';

/** Who may use the desk: for admins, and on a desk without users for its one person, to add the first. */
export function peoplePage(desk: Desk, view: PeopleView): Html {
  const { people: words } = desk.words;
  return page(desk, {
    here: 'people',
    title: words.title,
    main: html`<header class="head"><h1>${words.title}</h1></header><p class="note">${words.text}</p>
${notes(view)}${view.people.length > 0 && html`<ul class="list">${view.people.map((one) => personRow(one, desk))}</ul>`}
<section aria-labelledby="h-add"><h2 id="h-add">${words.add}</h2><form class="editor" method="post" action="/people"><div class="fields"><label><span class="label">${words.name}</span><input name="name" maxlength="60" autocomplete="off"></label><label><span class="label">${words.signInName}</span><input name="signInName" maxlength="64" autocomplete="off" autocapitalize="none" spellcheck="false" required></label><label><span class="label">${words.email}</span><input name="email" type="email" maxlength="254" autocomplete="off"></label>${roleField(view.people.length === 0 ? 'admin' : 'analyst', desk)}<label><span class="label">${words.password}</span>${view.passwordless ? freePassword : newPassword}<span class="help">${view.passwordless ? words.passwordOrProvider : words.passwordHelp}</span></label></div><p class="note">${words.rolesHelp}</p><p><button>${words.add}</button></p></form></section>
${view.keys.length > 0 && html`<section aria-labelledby="h-keys"><h2 id="h-keys">${words.allKeys}</h2>${keyList(view.keys, (id) => `/people/keys/${id}/revoke`, desk)}</section>`}`,
  });
}

export interface PeopleView {
  readonly people: readonly Person[];
  readonly keys: readonly KeyRow[];
  /** True where somebody may be added without a password, to come from the OpenID provider. */
  readonly passwordless: boolean;
  readonly fault: string | null;
  readonly done: string | null;
}

/** Of private watches their number alone. */
export interface Person {
  readonly user: User;
  readonly seen: Instant | null;
  readonly sharedWatches: number;
  readonly privateWatches: number;
}

export interface KeyRow {
  readonly key: ApiKey;
  /** Whose it is; null where that goes without saying. */
  readonly owner: string | null;
}

/** What is one's own: the password, the browsers one is signed in with, and keys. */
export function mePage(desk: Desk, view: MeView): Html {
  const { people: words } = desk.words;
  const { user } = view;
  return page(desk, {
    here: 'me',
    title: words.me,
    main: html`<header class="head"><h1 dir="auto">${user.name}</h1><p class="dim">${words.youAre(user.signInName, words.roles[user.role])}</p></header>
${notes(view)}${view.shown !== null && html`<div class="hint" role="status"><p>${view.shown.addresses ? words.newAddresses : words.newKey}</p>${view.shown.lines.map((line) => html`<p><code>${line}</code></p>`)}</div>`}
${user.password !== null && html`<form class="editor" method="post" action="/me/password"><div class="fields"><label><span class="label">${words.oldPassword}</span><input name="old" type="password" maxlength="1000" autocomplete="current-password" required></label><label><span class="label">${words.newPassword}</span>${newPassword}<span class="help">${words.passwordHelp}</span></label></div><p><button>${words.change}</button></p></form>`}
<section aria-labelledby="h-keys"><h2 id="h-keys">${words.keys}</h2><p class="note">${words.keysText}</p>${view.keys.length === 0 ? html`<p class="note">${words.noKeys}</p>` : keyList(view.keys, (id) => `/me/keys/${id}/revoke`, desk)}
<form class="editor" method="post" action="/me/keys"><div class="fields"><label><span class="label">${words.keyName}</span><input name="name" maxlength="60" autocomplete="off" required></label><label><span class="label">${words.keyDays}</span><input name="days" type="number" min="1" max="3650"></label></div><fieldset>${scopes.filter((scope) => view.scopes.includes(scope)).map((scope) => html`<label class="check"><input type="checkbox" name="scopes" value="${scope}"> ${words.scopes[scope]}</label>`)}</fieldset><p><button>${words.makeKey}</button></p></form></section>
<section aria-labelledby="h-sessions"><h2 id="h-sessions">${words.sessions}</h2><ul class="list">${view.sessions.map((session) => sessionRow(session, view.current, desk))}</ul>${view.sessions.length > 1 && actButton(desk, '/me/sessions/end', words.endOthers)}</section>`,
  });
}

export interface MeView {
  readonly user: User;
  readonly sessions: readonly Session[];
  /** Id of the session of this browser. */
  readonly current: string | null;
  readonly keys: readonly KeyRow[];
  /** What keys of this user may be given. */
  readonly scopes: readonly ApiKey['scopes'][number][];
  readonly fault: string | null;
  readonly done: string | null;
  /** A key, or addresses that hold one: shown this once. */
  readonly shown: { readonly lines: readonly string[]; readonly addresses: boolean } | null;
}

const newPassword = html`<input name="password" type="password" minlength="12" maxlength="1000" autocomplete="new-password" required>`;

const freePassword = html`<input name="password" type="password" minlength="12" maxlength="1000" autocomplete="new-password">`;

function personRow({ user, seen, sharedWatches, privateWatches }: Person, desk: Desk): Html {
  const { people: words } = desk.words;
  const path = `/people/${user.id}`;
  return html`<li class="watch"><div class="watch-main"><h2>${name(user.name)} <span class="tag plain">${words.roles[user.role]}</span>${user.disabled !== null && html` <span class="tag wrong">${words.disabled}</span>`}</h2><p class="note"><code>${user.signInName}</code>${user.email !== null && html` · ${user.email}`}${user.identity !== null && html` · ${words.byOpenId}`}${user.password === null && html` · ${words.noPassword}`} · ${seen === null ? words.never : html`${words.lastSeen} ${timeTag(seen, desk)}`} · ${words.watches(sharedWatches, privateWatches)}</p>
<details><summary>${words.edit}</summary><form class="inline" method="post" action="${path}"><label>${words.name} <input name="name" value="${user.name}" maxlength="60" required></label><label>${words.email} <input name="email" type="email" value="${user.email ?? ''}" maxlength="254"></label>${roleField(user.role, desk)}<button class="quiet">${words.save}</button></form><form class="inline" method="post" action="${path}/password"><label>${words.newPassword} ${newPassword}</label> <button class="quiet">${words.setPassword}</button></form></details></div><div class="acts">${actButton(desk, `${path}/sign-out`, words.signOutEverywhere)}${actButton(desk, `${path}/disable`, user.disabled === null ? words.disable : words.enable)}</div></li>`;
}

function roleField(chosen: Role, { words }: Desk): Html {
  return html`<label><span class="label">${words.people.role}</span><select name="role">${roles.map((role) => html`<option value="${role}"${role === chosen && html` selected`}>${words.people.roles[role]}</option>`)}</select></label>`;
}

function keyList(keys: readonly KeyRow[], revoke: (id: string) => string, desk: Desk): Html {
  const { people: words } = desk.words;
  return html`<ul class="list">${keys.map(({ key, owner }) => {
    const over = key.expires !== null && key.expires <= desk.now;
    return html`<li class="watch"><div class="watch-main"><b dir="auto">${key.name}</b> <code>${key.prefix}…</code>${owner !== null && html` · ${name(owner)}`}${key.revoked !== null && html` <span class="tag wrong">${words.revoked}</span>`}${over && html` <span class="tag wrong">${words.expired}</span>`}<p class="note">${key.scopes.map((scope) => words.scopes[scope]).join(', ')} · ${key.used === null ? words.unused : html`${words.used} ${timeTag(key.used, desk)}`}${key.expires !== null && !over && html` · ${words.expires} ${timeTag(key.expires, desk)}`}</p></div><div class="acts">${key.revoked === null && actButton(desk, revoke(key.id), words.revoke)}</div></li>`;
  })}</ul>`;
}

function sessionRow(session: Session, current: string | null, desk: Desk): Html {
  const { people: words } = desk.words;
  const here = session.id === current;
  return html`<li class="watch"><div class="watch-main">${session.client === '' ? html`<span class="dim">–</span>` : html`<code>${session.client}</code>`}${here && html` <span class="tag plain">${words.thisOne}</span>`}<p class="note">${words.lastSeen} ${timeTag(session.seen, desk)}</p></div><div class="acts">${!here && actButton(desk, `/me/sessions/${session.id}/end`, words.end)}</div></li>`;
}

function notes({ fault, done }: Pick<PeopleView, 'fault' | 'done'>): Html {
  return html`${fault !== null && html`<div class="query-fault" role="alert"><p>${fault}</p></div>`}${done !== null && html`<p class="note" role="status">${done}</p>`}`;
}
