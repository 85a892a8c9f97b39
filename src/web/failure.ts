import type { Failure } from '../failures.ts';
import { type Html, html } from './html.ts';
import { type Desk, page, told } from './page.ts';

/** What a person sees when something is not here or went wrong: what happened, that nothing is lost, what to press. */
export function failurePage(desk: Desk, failure: Failure, status: number): Html {
  const { words } = desk;
  const titles: Record<number, string> = {
    400: words.failure.badRequest,
    403: words.failure.notAllowed,
    404: words.failure.notHere,
    413: words.failure.tooLarge,
  };
  const title = titles[status] ?? words.failure.fault;
  return page(desk, {
    here: 'failure',
    title,
    main: html`<div class="failure"><h1>${title}</h1>
<p class="lede">${told(failure.message, desk)}.</p>
<p>${words.failure.nothingLost} ${told(failure.advice, desk)}</p>
<p><a class="button" href="/">${words.failure.back}</a> <a class="button quiet" href="/search">${words.places.search}</a></p></div>`,
  });
}
