import type { Configuration } from '../config.ts';
import { createFetcher, type Fetcher } from '../fetch/fetch.ts';

/** The one HTTP client, with its limits from the settings. Close it to end its idle connections. */
export function openFetcher(configuration: Configuration): Fetcher {
  return createFetcher({
    userAgent: configuration.userAgent,
    allowHosts: namesIn(configuration.fetchAllowHosts),
    limits: {
      bodyBytesMax: configuration.fetchBodyBytesMax,
      inflatedBytesMax: configuration.fetchBodyBytesMax,
      totalSeconds: configuration.fetchSeconds,
      delayMilliseconds: configuration.hostPauseSeconds * 1000,
    },
  });
}

/** Names parted by commas in a setting. */
export function namesIn(list: string): string[] {
  return list
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}
