import type { Failure } from '../failures.ts';
import { type BareDesk, barePage } from './bare.ts';
import { type Html, html } from './html.ts';
import { type Desk, page, told } from './page.ts';
import type { Words } from './words/en.ts';

/** What a person sees when something is not here or went wrong: what happened, that nothing is lost, what to press. */
export function failurePage(desk: Desk, failure: Failure, status: number): Html {
  const { words } = desk;
  const title = titleOf(words, status);
  return page(desk, {
    here: 'failure',
    title,
    main: html`<div class="failure"><h1>${title}</h1>
<p class="lede">${told(failure.message, desk)}.</p>
<p>${words.failure.nothingLost} ${told(failure.advice, desk)}</p>
<p><a class="button" href="/">${words.failure.back}</a> <a class="button quiet" href="/search">${words.places.search}</a></p></div>`,
  });
}

/** The same for whoever is not in the desk: nothing of it is shown. */
export function bareFailurePage(desk: BareDesk, failure: Failure, status: number): Html {
  const { words } = desk;
  const title = titleOf(words, status);
  return barePage(
    desk,
    title,
    html`<div class="failure"><h1>${title}</h1>
<p class="lede">${told(failure.message, desk)}.</p>
<p>${told(failure.advice, desk)}</p>
<p><a class="button" href="/sign-in">${words.people.signIn}</a></p></div>`,
  );
}

function titleOf({ failure }: Words, status: number): string {
  const titles: Record<number, string> = {
    400: failure.badRequest,
    403: failure.notAllowed,
    404: failure.notHere,
    413: failure.tooLarge,
  };
  return titles[status] ?? failure.fault;
}
