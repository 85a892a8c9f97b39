/**
 * Who owns which outlets, where titles of one owner share texts as a matter of course. Hosts by owner; add a line to teach
 * another. Only well-known groups whose titles carry no sign of it on the page.
 */
const owners: Readonly<Record<string, readonly string[]>> = {
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

const ownerByHost = new Map(
  Object.entries(owners).flatMap(([owner, hosts]) => hosts.map((host) => [host, owner] as const)),
);

/** Owner of an outlet by its host, subdomains included; null when unknown. */
export function ownerOf(host: string | null): string | null {
  let name = host?.toLowerCase() ?? '';
  while (name.includes('.')) {
    const owner = ownerByHost.get(name);
    if (owner !== undefined) return owner;
    name = name.slice(name.indexOf('.') + 1);
  }
  return null;
}
