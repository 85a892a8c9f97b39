import { type BareDesk, barePage } from './bare.ts';
import { type Html, html } from './html.ts';

/** Asks who it is. Whole without scripts, and shows nothing of the desk. */
export function signInPage(desk: BareDesk, { next, fault, name, provider }: SignInView): Html {
  const { people: words } = desk.words;
  return barePage(
    desk,
    words.signIn,
    html`<div class="failure"><header class="head"><h1>${words.signIn}</h1></header>
${fault !== null && html`<div class="query-fault" role="alert"><p>${words.faults[fault]}</p></div>`}
${provider !== null && html`<p><a class="button" href="${`/sign-in/openid?next=${encodeURIComponent(next)}`}">${words.signInAt(provider)}</a></p>`}
<form class="editor" method="post" action="/sign-in"><input type="hidden" name="next" value="${next}"><label><span class="label">${words.signInName}</span><input name="name" value="${name}" maxlength="200" autocomplete="username" autocapitalize="none" spellcheck="false" required></label><label><span class="label">${words.password}</span><input name="password" type="password" maxlength="1000" autocomplete="current-password" required></label><p><button>${words.signIn}</button></p></form></div>`,
  );
}

export interface SignInView {
  /** Where to go then: a path of ours. */
  readonly next: string;
  readonly fault: SignInFault | null;
  /** As it was typed, to be put right. */
  readonly name: string;
  /** Name of the OpenID provider where one may sign in instead; null without one. */
  readonly provider: string | null;
}

/** Why somebody is asked once more; `turned` for whom the provider knows and this desk does not. */
export type SignInFault = 'wrong' | 'tooMany' | 'busy' | 'provider' | 'turned';
