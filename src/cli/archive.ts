import { join } from 'node:path';
import type { Configuration } from '../config.ts';
import { pagesName } from '../store/backup.ts';
import type { BucketOptions } from '../store/bucket.ts';
import { openPageObjects } from '../store/page-objects.ts';
import { openPageArchive, type PageArchive } from '../store/pages.ts';
import { usage } from './command.ts';

/** Opens the page archive that the settings name: a folder, made when it is not there, or a bucket. */
export function openArchive(configuration: Configuration, dataFolder: string): Promise<PageArchive> {
  const { pages } = configuration;
  return openPlace(pages === '' ? join(dataFolder, pagesName) : pages, configuration);
}

/** Opens one by name: a folder, or `s3://bucket/prefix`, for which the settings say how to get at it. */
export async function openPlace(place: string, configuration: Configuration): Promise<PageArchive> {
  if (isBucketPlace(place)) return openPageObjects(bucketOf(place, configuration));
  return openPageArchive({ folder: place });
}

/** Runs `work` with the archive open and closes it whatever happens. */
export async function withArchive<T>(
  configuration: Configuration,
  dataFolder: string,
  work: (archive: PageArchive) => Promise<T>,
): Promise<T> {
  const archive = await openArchive(configuration, dataFolder);
  try {
    return await work(archive);
  } finally {
    await archive.close();
  }
}

/** Whether a place is a bucket, and not a folder. */
export function isBucketPlace(place: string): boolean {
  return place.startsWith('s3:');
}

function bucketOf(place: string, configuration: Configuration): BucketOptions {
  const { pagesEndpoint, pagesRegion, pagesPathStyle, pagesKeyId, pagesSecretKey } = configuration;
  const [, bucket, prefix = ''] =
    /^s3:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:\/([\w!.*'()/-]{0,500}))?$/.exec(place) ?? [];
  if (bucket === undefined)
    // Not repeated: somebody may have written keys into it.
    throw usage(
      'the place of the pages names no bucket',
      'Write s3://BUCKET or s3://BUCKET/PREFIX; keys go into their own settings.',
    );
  if (pagesEndpoint !== '' && !/^https?:$/.test(URL.parse(pagesEndpoint)?.protocol ?? ''))
    throw usage(
      'WATCHFLOOR_PAGES_ENDPOINT is no address',
      'Write http://HOST:PORT or https://HOST, or leave it out for Amazon.',
    );
  if ((pagesKeyId === '') !== (pagesSecretKey === ''))
    throw usage(
      'one of the two keys of the page archive is missing',
      'Set both WATCHFLOOR_PAGES_KEY_ID and WATCHFLOOR_PAGES_SECRET_KEY, or neither to use the role of the machine.',
    );
  return {
    bucket,
    prefix: prefix.replace(/^\/+/, '').replace(/\/+$/, ''),
    endpoint: pagesEndpoint === '' ? null : pagesEndpoint,
    region: pagesRegion,
    pathStyle: pagesPathStyle === 'auto' ? pagesEndpoint !== '' : pagesPathStyle === 'yes',
    credentials: pagesKeyId === '' ? null : { keyId: pagesKeyId, secretKey: pagesSecretKey },
  };
}
