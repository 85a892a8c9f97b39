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

/** Counts accounts as they come: those left when copies, titles of one owner, one wire, and citers are each counted once. */
export interface SourceCounter {
  add(account: Account): void;
  counts(): SourceCounts;
}

/** An empty count. */
export function createSourceCounter(): SourceCounter {
  const parents = new Map<string, string>();
  const outlets = new Set<string>();
  const groups = new Set<string>();
  let pages = 0;
  let independent = 0;

  function rootOf(key: string): string {
    let at = key;
    for (let parent = parents.get(at)!; parent !== at; parent = parents.get(at)!) {
      const above = parents.get(parent)!;
      // Halving the way keeps it short.
      parents.set(at, above);
      at = above;
    }
    return at;
  }

  /** Two keys of accounts already counted that turn out to be one lessen the count. */
  function join(group: string, key: string): void {
    const b = rootOf(group);
    if (!parents.has(key)) {
      parents.set(key, b);
      return;
    }
    const a = rootOf(key);
    if (a === b) return;
    parents.set(b, a);
    independent--;
  }

  return {
    add({ group, outlet, owner, agency, cites }) {
      pages++;
      const own = `group ${group}`;
      if (!groups.has(own)) {
        groups.add(own);
        parents.set(own, own);
        independent++;
      }
      if (outlet !== null) {
        outlets.add(outlet);
        join(own, `outlet ${outlet}`);
      }
      if (owner !== null) join(own, `owner ${owner}`);
      // A wire is an outlet of its own: its name as credit and as site is one.
      if (agency !== null) join(own, `outlet ${agency}`);
      if (cites !== null) join(own, `outlet ${cites}`);
    },
    counts: () => ({ pages, outlets: Math.max(1, outlets.size), independent }),
  };
}
