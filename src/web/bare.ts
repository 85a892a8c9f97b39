import { type Html, html } from './html.ts';
import type { Desk } from './page.ts';

/** What a page shows that is for nobody in particular. */
export type BareDesk = Pick<Desk, 'words' | 'assets' | 'ground'>;

/** The frame of a page for whoever is not in the desk: its name, and nothing of the archive. */
export function barePage({ words, assets, ground }: BareDesk, title: string, main: Html): Html {
  return html`<!doctype html>
<html lang="${words.locale}"${ground !== null && html` data-ground="${ground}"`}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} · Watchfloor</title>
<link rel="icon" href="${assets.icon}" type="image/svg+xml">
<link rel="stylesheet" href="${assets.style}">
</head>
<body><header class="bar"><div class="bar-in"><a class="wordmark" href="/">Watchfloor</a></div></header>
<div class="sheet"><main id="main">${main}</main></div></body>
</html>
`;
}
