import { Failure } from '../failures.ts';
import { shortAddress } from '../formats/address.ts';
import type { Fetched, Fetcher } from './fetch.ts';

/** Fetches an address that should be a page to read: what came must be text, and there must be some of it. */
export async function fetchPage(address: string, fetcher: Fetcher): Promise<Fetched> {
  const fetched = await fetcher.get(address);
  const type = fetched.contentType?.split(';', 1)[0].trim().toLowerCase() ?? '';
  if (notText.test(type)) {
    throw new Failure('not-a-page', `${shortAddress(address)} is no page but ${type}`, {
      retry: 'never',
      advice: 'Nothing to do: pictures, recordings and files are left out.',
    });
  }
  if (fetched.content.length === 0) {
    throw new Failure('page-empty', `${shortAddress(address)} gave an empty page`, {
      retry: 'later',
      advice: 'It is asked again a few times.',
    });
  }
  return fetched;
}

const notText = /^(image|video|audio|font)\/|^application\/(pdf|zip|gzip|octet-stream|msword|vnd\.)/;
