import { BlockList, isIP, isIPv4 } from 'node:net';
import { Failure } from '../failures.ts';
import { shortAddress } from '../formats/address.ts';

/**
 * Says which addresses may be asked. Three doors, all of which a request must pass: the address as written (`checkUrl`), every
 * address its name resolves to (`checkResolved`), and the address of the socket that was opened in the end (`checkSocket`).
 * The second door hands the checked addresses to the connection, so that a name cannot answer differently later (DNS rebinding).
 */
export function createGuard(options: GuardOptions = {}): Guard {
  const allowed = new Set((options.allowHosts ?? []).map((host) => host.trim().toLowerCase()));
  const setting = options.setting ?? 'WATCHFLOOR_FETCH_ALLOW_HOSTS';
  const isAllowed = (host: string, port: string) => allowed.has(host) || allowed.has(`${host}:${port}`);

  return {
    checkUrl(address) {
      const url = parse(address);
      if (url.protocol !== 'http:' && url.protocol !== 'https:') {
        throw new Failure('scheme-refused', `${shortAddress(address)} is not a web address (${url.protocol}//)`, {
          retry: 'never',
          advice: 'Give an address that begins with https:// or http://. Files are read with "watchfloor import".',
        });
      }
      if (url.username !== '' || url.password !== '') {
        throw new Failure('credentials-in-address', `${url.host}: the address carries a user name or password`, {
          retry: 'never',
          advice: 'Remove the part before the @ from the address: it would end in logs and archives.',
        });
      }
      const host = hostOf(url);
      const port = url.port || (url.protocol === 'https:' ? '443' : '80');
      if (isAllowed(host, port)) return url;
      if (refusesPort(Number(port))) {
        throw new Failure('port-refused', `${url.host}: port ${port} is not a port of web servers`, {
          retry: 'never',
          advice: `If this is right, allow "${host}:${port}" by name in the setting ${setting}.`,
        });
      }
      if (isIP(host) !== 0) {
        const why = refusedRange(host);
        if (why !== null) throw refusal(host, host, why, setting);
      } else if (isLocalName(host)) {
        throw refusal(host, host, 'name of this machine or its network', setting);
      }
      return url;
    },
    checkResolved(host, port, addresses) {
      if (isAllowed(host.toLowerCase(), port)) return;
      for (const address of addresses) {
        const why = refusedRange(address);
        if (why !== null) throw refusal(host, address, why, setting);
      }
    },
    checkSocket(host, port, address) {
      if (isAllowed(host.toLowerCase(), port)) return;
      const why = address === undefined ? 'unknown address' : refusedRange(address);
      if (why !== null) throw refusal(host, address ?? 'an unknown address', why, setting);
    },
  };
}

export interface GuardOptions {
  /** Hosts that may be asked although they are private: `intranet.example`, `127.0.0.1`, `[::1]:8080` or `localhost:8080`. */
  readonly allowHosts?: readonly string[];
  /** The setting that allows them, for the advice. */
  readonly setting?: string;
}

/** Throws `Failure` for what is refused. Hosts are given without brackets. */
export interface Guard {
  /** Parses an address and refuses what must not be asked by its writing alone. */
  checkUrl(address: string): URL;
  /** One refused address among the resolved refuses the name. */
  checkResolved(host: string, port: string, addresses: readonly string[]): void;
  checkSocket(host: string, port: string, address: string | undefined): void;
}

/** Why an IP address may not be asked, in words; null when it is a public one. Anything that is no IP address is refused. */
export function refusedRange(address: string): string | null {
  const zone = address.indexOf('%');
  const bare = zone === -1 ? address : address.slice(0, zone);
  const family = isIP(bare);
  if (family === 0) return 'not an IP address';
  if (zone !== -1) return 'link-local';
  const kind = isIPv4(bare) ? 'ipv4' : 'ipv6';
  for (const { list, why } of kind === 'ipv4' ? ranges4 : ranges6) if (list.check(bare, kind)) return why;
  return null;
}

/** The host of an address without brackets and without the dot that ends a full name, lower case. */
export function hostOf(url: URL): string {
  return url.hostname
    .replace(/^\[|\]$/g, '')
    .replace(/\.$/, '')
    .toLowerCase();
}

/**
 * The IANA special-purpose registries (RFC 6890 and after) and multicast. IPv6 is told the other way round: only the global
 * unicast block 2000::/3 is public, less the parts of it that carry IPv4 inside or are set apart.
 */
const ranges4 = [
  ['0.0.0.0/8', 'unspecified, "this network" (RFC 791)'],
  ['10.0.0.0/8', 'private (RFC 1918)'],
  ['100.64.0.0/10', 'shared by carriers behind one address (RFC 6598)'],
  ['127.0.0.0/8', 'loopback: this machine'],
  ['169.254.0.0/16', 'link-local, where clouds keep their metadata service (RFC 3927)'],
  ['172.16.0.0/12', 'private (RFC 1918)'],
  ['192.0.0.0/24', 'protocol assignments (RFC 6890)'],
  ['192.0.2.0/24', 'for documentation (RFC 5737)'],
  ['192.31.196.0/24', 'AS112 (RFC 7535)'],
  ['192.52.193.0/24', 'automatic multicast tunnels (RFC 7450)'],
  ['192.88.99.0/24', '6to4 relay (RFC 7526)'],
  ['192.168.0.0/16', 'private (RFC 1918)'],
  ['192.175.48.0/24', 'AS112 (RFC 7534)'],
  ['198.18.0.0/15', 'for benchmarks (RFC 2544)'],
  ['198.51.100.0/24', 'for documentation (RFC 5737)'],
  ['203.0.113.0/24', 'for documentation (RFC 5737)'],
  ['224.0.0.0/4', 'multicast'],
  ['240.0.0.0/4', 'reserved (RFC 1112)'],
  // Azure's metadata service answers at a public address.
  ['168.63.129.16/32', 'metadata service of a cloud'],
].map(rangeOf('ipv4'));

const ranges6 = [
  ['::/128', 'unspecified'],
  ['::1/128', 'loopback: this machine'],
  ['::ffff:0:0/96', 'an IPv4 address in IPv6 form (RFC 4291)'],
  ['::/96', 'an IPv4 address in IPv6 form (RFC 4291)'],
  ['64:ff9b::/96', 'an IPv4 address behind NAT64 (RFC 6052)'],
  ['64:ff9b:1::/48', 'local NAT64 (RFC 8215)'],
  ['100::/64', 'discard only (RFC 6666)'],
  ['2001::/32', 'an IPv4 address in a Teredo tunnel (RFC 4380)'],
  ['2001::/23', 'protocol assignments (RFC 2928)'],
  ['2001:db8::/32', 'for documentation (RFC 3849)'],
  ['2002::/16', 'an IPv4 address in a 6to4 tunnel (RFC 3056)'],
  ['3fff::/20', 'for documentation (RFC 9637)'],
  ['fc00::/7', 'private (RFC 4193)'],
  ['fe80::/10', 'link-local'],
  ['fec0::/10', 'site-local (RFC 3879)'],
  ['ff00::/8', 'multicast'],
  ['::/3', 'not public IPv6'],
  ['4000::/2', 'not public IPv6'],
  ['8000::/1', 'not public IPv6'],
].map(rangeOf('ipv6'));

function rangeOf(kind: 'ipv4' | 'ipv6') {
  return ([range, why]: string[]) => {
    const [net, prefix] = range.split('/');
    const list = new BlockList();
    list.addSubnet(net, Number(prefix), kind);
    return { list, why };
  };
}

/** Ports the Fetch Standard blocks above 1023, and those of common databases and consoles that speak HTTP or line protocols. */
const refusedPorts = new Set([
  1719, 1720, 1723, 2049, 2375, 2376, 2379, 3306, 3659, 4045, 4190, 5060, 5061, 5432, 6000, 6379, 6566, 6665, 6666,
  6667, 6668, 6669, 6679, 6697, 9200, 10080, 10250, 11211, 27017,
]);

function refusesPort(port: number): boolean {
  return port < 1024 ? port !== 80 && port !== 443 : refusedPorts.has(port);
}

/** Names that never are public ones: RFC 6761, RFC 6762, RFC 8375, and the names clouds give their metadata service. */
function isLocalName(host: string): boolean {
  return !host.includes('.') || /\.(localhost|local|internal|intranet|lan|home\.arpa|localdomain)$/.test(host);
}

function parse(address: string): URL {
  const url = address.length <= ADDRESS_CHARACTERS_MAX ? URL.parse(address) : null;
  if (url !== null && url.hostname !== '') return url;
  if (url !== null && url.protocol !== 'http:' && url.protocol !== 'https:') return url;
  throw new Failure('address-malformed', `"${shortAddress(address)}" is not an address`, {
    retry: 'never',
    advice: 'Check the address: it should look like https://example.org/feed.xml.',
  });
}

const ADDRESS_CHARACTERS_MAX = 8_192;

function refusal(host: string, address: string, why: string, setting: string): Failure {
  const named = host === address ? host : `${host} (${address})`;
  return new Failure('address-refused', `${named} is not a public address: ${why}`, {
    retry: 'never',
    advice: `Watchfloor does not ask private addresses. If you trust this host, allow "${host}" by name in the setting ${setting}.`,
  });
}
