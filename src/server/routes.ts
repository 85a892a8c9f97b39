import { assetFile, healthz, icon, manifest, metrics, storedPage } from './files.ts';
import { floor } from './floor.ts';
import { live } from './live.ts';
import type { Route } from './route.ts';
import { keys } from './settings.ts';

/** Every address of the desk but the API's (`api.ts`), in the order of the menu. docs/api.md lists them all; a test compares. */
export const routes: readonly Route[] = [
  { method: 'get', path: '/', what: 'The floor: what is new, by time.', answer: floor },
  { method: 'get', path: '/keys', what: 'All keys of the desk.', answer: keys },
  { method: 'get', path: '/pages/:id/raw', what: 'A stored page as received, sandboxed.', answer: storedPage },
  { method: 'get', path: '/live', what: 'Server-sent events: `fresh` whenever new rows came in.', answer: live },
  { method: 'get', path: '/healthz', what: 'Whether the desk and its store answer.', answer: healthz },
  { method: 'get', path: '/metrics', what: 'Prometheus metrics.', answer: metrics },
  { method: 'get', path: '/assets/:version/:name', what: 'Style, script and icon of the desk.', answer: assetFile },
  { method: 'get', path: '/favicon.ico', what: 'The icon.', answer: icon },
  { method: 'get', path: '/manifest.webmanifest', what: 'Lets a phone install the desk.', answer: manifest },
];
