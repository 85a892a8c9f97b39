import { type BareDesk, barePage } from './bare.ts';
import { type Html, html } from './html.ts';

/** What an installed desk shows while its server cannot be reached. It holds nothing of the archive, since it is kept on the device. */
export function offlinePage(desk: BareDesk): Html {
  const { offline, failure } = desk.words;
  return barePage(
    desk,
    offline.title,
    html`<div class="failure"><h1>${offline.title}</h1><p>${offline.text}</p><p>${failure.nothingLost}</p><p><a class="button" href="/">${offline.again}</a></p></div>`,
  );
}
