import { type Html, html } from './html.ts';
import type { Desk } from './page.ts';

/** What an installed desk shows while its server cannot be reached. It holds nothing of the archive, since it is kept on the device. */
export function offlinePage({ words, assets }: Pick<Desk, 'words' | 'assets'>): Html {
  const { offline } = words;
  return html`<!doctype html>
<html lang="${words.locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${offline.title} · Watchfloor</title>
<link rel="icon" href="${assets.icon}" type="image/svg+xml">
<link rel="stylesheet" href="${assets.style}">
</head>
<body><header class="bar"><div class="bar-in"><a class="wordmark" href="/">Watchfloor</a></div></header>
<div class="sheet"><main id="main"><div class="failure"><h1>${offline.title}</h1><p>${offline.text}</p><p>${words.failure.nothingLost}</p><p><a class="button" href="/">${offline.again}</a></p></div></main></div></body>
</html>
`;
}
