/** What this browser keeps for the desk. */
export function cookiesOf(raw: Request): Map<string, string> {
  const pairs = (raw.headers.get('cookie') ?? '').split(';').map((pair) => pair.trim().split('=', 2));
  return new Map(pairs.filter((pair) => pair.length === 2).map(([name, value]) => [name, decoded(value)]));
}

/** Never throws, whatever somebody put there: a broken sequence becomes a sign for it. */
function decoded(value: string): string {
  return new URLSearchParams(`value=${value.replaceAll('+', '%2B').replaceAll('&', '%26')}`).get('value') ?? '';
}
