import { type Html, html } from './html.ts';
import { type Desk, page } from './page.ts';

/** All keys of the desk. */
export function keysPage(desk: Desk): Html {
  const { keys } = desk.words;
  return page(desk, {
    here: 'keys',
    title: keys.title,
    main: html`<header class="head"><h1>${keys.heading}</h1><p class="note">${keys.note}</p></header><table class="keys"><tbody>${keys.rows.map(
      ([key, what]) =>
        html`<tr><th scope="row">${key.split(/\s+/).map((one) => html`<kbd>${one}</kbd> `)}</th><td>${what}</td></tr>`,
    )}</tbody></table>`,
  });
}
