import type { Html } from '../web/html.ts';
import { offlinePage } from '../web/offline.ts';
import { storedPagePolicy } from './access.ts';
import { type Asset, assets, bareDesk, offlineWorker } from './desk.ts';
import { checkedId, type DeskRequest, notHere, type Redirect } from './route.ts';

/** GET `/pages/:id/raw`: the bytes as received, in an origin of their own: no scripts, no network, no cookies. */
export async function storedPage(request: DeskRequest): Promise<Response> {
  const { store, pages } = request.tools;
  const page = await store.getPage(checkedId(request.param('id')));
  if (page === null) throw notHere('There is no stored page with this id');
  const content = await pages.content(page);
  if (content === null) throw notHere('The stored page is no longer in the archive');
  return new Response(new Uint8Array(content), {
    headers: {
      'content-type': shownAs(page.contentType),
      'content-security-policy': storedPagePolicy,
      'cross-origin-resource-policy': 'same-origin',
      etag: `"${page.sha256.slice(0, 20)}"`,
    },
  });
}

/** GET `/articles/:id/stored`: the page that an article was read from. Messages link here, by the article they speak of. */
export async function storedArticle(request: DeskRequest): Promise<Redirect> {
  const stored = await request.tools.store.getArticle(checkedId(request.param('id')));
  if (stored === null) throw notHere('There is no article with this id');
  return { to: `/pages/${stored.page.id}/raw` };
}

/** GET `/assets/:version/:name`: kept by browsers for ever under the current version, asked anew under any other. */
export function assetFile(request: DeskRequest): Response {
  const asset = Object.values(assets).find((one) => one.name === request.param('name'));
  if (asset === undefined) throw notHere('There is no such file');
  return assetResponse(asset, asset.path === request.url.pathname);
}

/** GET `/favicon.ico`. */
export function icon(): Response {
  return assetResponse(assets.icon, false);
}

/** GET `/offline.js`: the service worker; at the root, since it may only serve what lies under its own address. */
export function serviceWorker(): Response {
  return new Response(offlineWorker, {
    headers: { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'private, no-cache' },
  });
}

/** GET `/offline`. */
export function offline(request: DeskRequest): Html {
  return offlinePage(bareDesk(request.raw));
}

/** GET `/manifest.webmanifest`. */
export function manifest(): Response {
  const content = {
    name: 'Watchfloor',
    short_name: 'Watchfloor',
    start_url: '/',
    display: 'standalone',
    background_color: '#faf7f0',
    theme_color: '#1d1b16',
    id: '/',
    scope: '/',
    icons: [{ src: assets.icon.path, type: 'image/svg+xml', sizes: 'any', purpose: 'any' }],
  };
  return new Response(JSON.stringify(content), { headers: { 'content-type': 'application/manifest+json' } });
}

function assetResponse(asset: Asset, forEver: boolean): Response {
  return new Response(asset.content, {
    headers: {
      'content-type': asset.type,
      'cache-control': forEver ? 'private, max-age=31536000, immutable' : 'private, no-cache',
    },
  });
}

/** HTML and text are shown, everything else is handed over as a file: no SVG, XML or script type is ever rendered. */
function shownAs(contentType: string | null): string {
  const [type, ...parameters] = (contentType ?? 'text/html').split(';').map((part) => part.trim().toLowerCase());
  const charset = parameters.find((parameter) => /^charset="?[a-z0-9_:.-]{1,40}"?$/.test(parameter));
  const tail = charset === undefined ? '' : `; ${charset}`;
  if (type === 'text/html' || type === 'application/xhtml+xml') return `text/html${tail}`;
  if (type.startsWith('text/') || type.endsWith('json') || type.endsWith('xml')) return `text/plain${tail}`;
  return 'application/octet-stream';
}
