// @ts-check
/// <reference lib="webworker" />
// Keeps the shell of the desk on the device, so that an installed one says what is wrong when the server cannot be reached.
// Nothing of the archive is kept: pages always come from the server.
const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const shell = /** @type {string[]} */ (JSON.parse('SHELL'));
const cacheName = `shell ${shell.join(' ')}`;

worker.addEventListener('install', (event) => {
  event.waitUntil(caches.open(cacheName).then((cache) => cache.addAll(shell)));
});

worker.addEventListener('activate', (event) => {
  const dropOld = async () => {
    for (const name of await caches.keys()) if (name !== cacheName) await caches.delete(name);
  };
  event.waitUntil(dropOld());
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const { pathname } = new URL(request.url);
  if (request.mode === 'navigate' && request.method === 'GET') {
    event.respondWith(fetch(request).catch(() => kept('/offline')));
  } else if (shell.includes(pathname) && pathname !== '/offline') {
    event.respondWith(caches.match(pathname).then((found) => found ?? fetch(request)));
  }
});

/** @param {string} path */
async function kept(path) {
  return (await caches.match(path)) ?? Response.error();
}
