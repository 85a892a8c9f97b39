/** What decides whether two accounts are independent of each other. */
export interface Account {
  /** Group of copies. */
  readonly group: number;
  readonly outlet: string | null;
  readonly owner: string | null;
  /** Wire service credited for the text. */
  readonly agency: string | null;
  /** Outlet that the text does no more than cite; null when it has reporting of its own. */
  readonly cites: string | null;
}

export interface SourceCounts {
  readonly pages: number;
  readonly outlets: number;
  readonly independent: number;
}

/** Counts accounts left when copies, titles of one owner, one wire, and accounts that only cite another are each counted once. */
export function countSources(accounts: readonly Account[]): SourceCounts {
  const parents = new Map<string, string>();
  const rootOf = (key: string): string => {
    let at = key;
    while (parents.has(at) && parents.get(at) !== at) at = parents.get(at)!;
    return at;
  };
  const join = (a: string, b: string) => {
    const [x, y] = [rootOf(a), rootOf(b)];
    parents.set(x, y);
    parents.set(y, y);
  };
  for (const account of accounts) {
    const own = `group ${account.group}`;
    if (!parents.has(own)) parents.set(own, own);
    if (account.outlet !== null) join(own, `outlet ${account.outlet}`);
    if (account.owner !== null) join(own, `owner ${account.owner}`);
    // A wire is an outlet of its own: its name as credit and as site is one.
    if (account.agency !== null) join(own, `outlet ${account.agency}`);
    if (account.cites !== null) join(own, `outlet ${account.cites}`);
  }
  const roots = new Set(accounts.map((account) => rootOf(`group ${account.group}`)));
  const outlets = new Set(accounts.map((account) => account.outlet).filter((outlet) => outlet !== null));
  return { pages: accounts.length, outlets: Math.max(1, outlets.size), independent: roots.size };
}
