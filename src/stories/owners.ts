/**
 * Who owns which outlets, where titles of one owner share texts as a matter of course. Hosts by owner; add a line to teach
 * another. Only well-known groups whose titles carry no sign of it on the page.
 */
const knownOwners: OwnerHosts = {
  'news corp': [
    'wsj.com',
    'nypost.com',
    'thetimes.com',
    'thetimes.co.uk',
    'thesun.co.uk',
    'theaustralian.com.au',
    'news.com.au',
  ],
  reach: [
    'mirror.co.uk',
    'express.co.uk',
    'dailystar.co.uk',
    'dailyrecord.co.uk',
    'manchestereveningnews.co.uk',
    'walesonline.co.uk',
  ],
  gannett: ['usatoday.com', 'azcentral.com', 'freep.com', 'indystar.com', 'desertsun.com'],
  'axel springer': ['bild.de', 'welt.de', 'politico.com', 'politico.eu', 'businessinsider.com'],
  prisa: ['elpais.com', 'as.com', 'cadenaser.com', 'huffingtonpost.es'],
  herald: ['koreaherald.com', 'heraldcorp.com'],
  'korea times': ['koreatimes.co.kr', 'hankookilbo.com'],
};

/** Hosts by the name of their owner, in lower case. */
export type OwnerHosts = Readonly<Record<string, readonly string[]>>;

/** Owner of an outlet by its host, subdomains included; null when unknown. */
export type OwnerOf = (host: string | null) => string | null;

/** The known owners with those that somebody wrote down: a name given again takes the place of what was known, without hosts it is gone. */
export function ownersWith(own: OwnerHosts): OwnerHosts {
  return Object.fromEntries(Object.entries({ ...knownOwners, ...own }).filter(([, hosts]) => hosts.length > 0));
}

/** Looks owners up in a table; of a host under two names the later stands. */
export function createOwnerOf(owners: OwnerHosts): OwnerOf {
  const byHost = new Map(
    Object.entries(owners).flatMap(([owner, hosts]) => hosts.map((host) => [host, owner] as const)),
  );
  return (host) => {
    let name = host?.toLowerCase() ?? '';
    while (name.includes('.')) {
      const owner = byHost.get(name);
      if (owner !== undefined) return owner;
      name = name.slice(name.indexOf('.') + 1);
    }
    return null;
  };
}

/** By the known owners alone. */
export const ownerOf: OwnerOf = createOwnerOf(knownOwners);
