/**
 * Reads an address as a page writes it (relative, padded, with entities already decoded) against the page it stands on.
 * Only web addresses without credentials come through; null for anything else, an anchor within the same page included.
 */
export function resolveAddress(written: string, base: string | null): string | null {
  const trimmed = written.trim();
  if (trimmed === '' || trimmed.startsWith('#') || trimmed.length > ADDRESS_CHARACTERS_MAX) return null;
  const url = URL.parse(trimmed, base ?? undefined);
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:')) return null;
  if (url.username !== '' || url.password !== '' || url.hostname === '') return null;
  return url.href;
}

/**
 * The one spelling under which an address is remembered: no fragment, no tracking parameters, no default port, no dot after
 * the host. Order and letters of the rest are kept: servers may tell them apart. What is no web address comes back unchanged.
 */
export function canonicalAddress(address: string): string {
  const url = URL.parse(address);
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:')) return address;
  // A fragment that begins with "!" names a page of its own in old script-made sites.
  if (!url.hash.startsWith('#!')) url.hash = '';
  if (url.hostname.endsWith('.')) url.hostname = url.hostname.replace(/\.+$/, '');
  if (url.search !== '') {
    const kept = url.search
      .slice(1)
      .split('&')
      .filter((part) => part !== '' && !isTracking(part.split('=', 1)[0]));
    url.search = kept.length > 0 ? `?${kept.join('&')}` : '';
  }
  return url.href;
}

/** Host of an address without "www.", lower case; null when it is no address. What a reader calls the site. */
export function siteOf(address: string): string | null {
  const host = URL.parse(address)?.hostname ?? '';
  return host === '' ? null : host.replace(/^www\d?\./, '').replace(/\.$/, '');
}

/** An address as a sentence can hold it. */
export function shortAddress(address: string): string {
  return address.length > SHORT_CHARACTERS ? `${address.slice(0, SHORT_CHARACTERS).toWellFormed()}…` : address;
}

const ADDRESS_CHARACTERS_MAX = 4_096;
const SHORT_CHARACTERS = 200;

/** Parameters that say where the reader came from and never what is shown. */
function isTracking(name: string): boolean {
  return trackingNames.has(name.toLowerCase()) || /^(utm|mtm|pk|hsa|matomo)_/i.test(name);
}

const trackingNames = new Set([
  'fbclid',
  'gclid',
  'gclsrc',
  'dclid',
  'msclkid',
  'twclid',
  'yclid',
  'igshid',
  'mc_cid',
  'mc_eid',
  '_hsenc',
  '_hsmi',
  'mkt_tok',
  'oly_anon_id',
  'oly_enc_id',
  'vero_id',
  'wickedid',
  'rb_clickid',
  's_cid',
  'ocid',
  'ncid',
  'cmpid',
  'xtor',
  'at_medium',
  'at_campaign',
  'ref_src',
  'ref_url',
]);
