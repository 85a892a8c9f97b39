import { linkage, storyLikenessMin } from './candidates.ts';
import { createCompanies } from './companies.ts';
import { type Account, createNeighbourIndex, fullness, type NearList } from './neighbours.ts';

/** Neighbours of one account read by the second look, the nearest; bounds its memory. */
const neighboursReadMax = 600;

/** How a second look grouped accounts. */
export interface Grouping {
  /** Number of its group, by account: that of one of its accounts. */
  readonly groups: readonly number[];
  /** Pairs of groups that are nearly like enough to be one, the likest first. */
  readonly borders: readonly { readonly a: number; readonly b: number; readonly likeness: number }[];
}

/**
 * The second look: groups a whole window at once by average link, the likest first, with term weights of the whole window.
 * Sees what an online decision cannot: the company that came later.
 *
 * @param tied pairs of accounts that evidence keeps together, whatever their words
 */
export function regroup(accounts: readonly Account[], tied: readonly (readonly [number, number])[] = []): Grouping {
  const near = neighboursOf(accounts);
  const companies = createCompanies(accounts.length);
  for (const [account, list] of near.entries()) companies.set(account, list);
  const sums: Map<number, number>[] = accounts.map(() => new Map());
  for (const [account, list] of near.entries()) {
    companies.lay(account);
    for (let at = 0; at < list.count; at++) {
      const other = list.accounts[at];
      if (other < account) continue;
      const full = fullness(accounts[account].terms.hashes.length, accounts[other].terms.hashes.length);
      const mixed = companies.mixed(other, list.likenesses[at], full);
      sums[account].set(other, mixed);
      sums[other].set(account, mixed);
    }
    companies.lift(account);
  }
  return merge(sums, tied);
}

/** Every account with its neighbours; a pair told by one end only is told by both, so that the order of accounts does not matter. */
function neighboursOf(accounts: readonly Account[]): NearList[] {
  const index = createNeighbourIndex();
  for (const account of accounts) index.add(account);
  // Weighed again, now that the whole window is known.
  const weighed = index.settled(accounts);
  const own = accounts.map((account, self) => nearest(weighed.near(account), self));
  // Who tells of an account, by account: where its tellers begin in one array of all.
  const begins = new Uint32Array(own.length + 1);
  for (const { accounts: others } of own) for (const other of others) begins[other + 1]++;
  for (let account = 0; account < own.length; account++) begins[account + 1] += begins[account];
  const tellers = new Uint32Array(begins[own.length]);
  const likenesses = new Float64Array(tellers.length);
  const ends = begins.slice();
  for (const [account, list] of own.entries()) {
    for (const [at, other] of list.accounts.entries()) {
      tellers[ends[other]] = account;
      likenesses[ends[other]++] = list.likenesses[at];
    }
  }
  const isKnown = new Uint8Array(own.length);
  return own.map((list, account) => {
    for (const other of list.accounts) isKnown[other] = 1;
    const added: number[] = [];
    for (let at = begins[account]; at < ends[account]; at++) if (isKnown[tellers[at]] === 0) added.push(at);
    for (const other of list.accounts) isKnown[other] = 0;
    if (added.length === 0) return list;
    return {
      accounts: Uint32Array.of(...list.accounts, ...added.map((at) => tellers[at])),
      likenesses: Float64Array.of(...list.likenesses, ...added.map((at) => likenesses[at])),
      count: list.count + added.length,
    };
  });
}

/** A list of its own with the nearest of `near`, without the account itself. */
function nearest({ accounts, likenesses, count }: NearList, self: number): NearList {
  let order: number[] = [];
  for (let at = 0; at < count; at++) if (accounts[at] !== self) order.push(at);
  if (order.length > neighboursReadMax) {
    order.sort((a, b) => likenesses[b] - likenesses[a] || accounts[a] - accounts[b]);
    order = order.slice(0, neighboursReadMax);
  }
  return {
    accounts: Uint32Array.from(order, (at) => accounts[at]),
    likenesses: Float64Array.from(order, (at) => likenesses[at]),
    count: order.length,
  };
}

interface Pair {
  readonly a: number;
  readonly b: number;
  readonly likeness: number;
  /** Merges each side had gone through: a pair made before a later merge is stale. */
  readonly stamp: number;
}

/** Joins what is tied, then the likest two groups until none are like enough. `sums` is used up. */
function merge(sums: Map<number, number>[], tied: readonly (readonly [number, number])[]): Grouping {
  const sizes = sums.map(() => 1);
  const inner = sums.map(() => 1);
  const stamps = sums.map(() => 0);
  const parents = sums.map((_, group) => group);
  const queue: Pair[] = [];
  const offer = (a: number, b: number, between: number) => {
    const likeness = linkage(between, sizes[a], inner[a], sizes[b], inner[b]);
    if (likeness >= storyLikenessMin)
      push(queue, { a: Math.min(a, b), b: Math.max(a, b), likeness, stamp: stamps[a] + stamps[b] });
  };
  const rootOf = (account: number) => {
    let at = account;
    while (parents[at] !== at) at = parents[at];
    return at;
  };
  const join = (a: number, b: number) => {
    const [into, from] = sums[a].size >= sums[b].size ? [a, b] : [b, a];
    parents[from] = into;
    inner[into] += inner[from] + 2 * (sums[into].get(from) ?? 0);
    sizes[into] += sizes[from];
    stamps[into] += stamps[from] + 1;
    sums[into].delete(from);
    for (const [other, between] of sums[from]) {
      sums[other].delete(from);
      if (other === into) continue;
      const both = between + (sums[into].get(other) ?? 0);
      sums[into].set(other, both);
      sums[other].set(into, both);
    }
    sums[from].clear();
    return into;
  };
  for (const [one, other] of tied) {
    const [a, b] = [rootOf(one), rootOf(other)];
    if (a !== b) join(a, b);
  }
  for (const [a, row] of sums.entries()) for (const [b, between] of row) if (a < b) offer(a, b, between);
  for (let pair = pop(queue); pair !== undefined; pair = pop(queue)) {
    const { a, b, stamp } = pair;
    if (parents[a] !== a || parents[b] !== b || stamps[a] + stamps[b] !== stamp) continue;
    const into = join(a, b);
    for (const [other, between] of sums[into]) offer(into, other, between);
  }
  const groups = sums.map((_, group) => rootOf(group));
  const borders = sums.flatMap((row, a) =>
    Array.from(row, ([b, between]) => ({ a, b, likeness: linkage(between, sizes[a], inner[a], sizes[b], inner[b]) })),
  );
  return {
    groups,
    borders: borders
      .filter(({ a, b, likeness }) => a < b && likeness >= borderLikenessMin)
      .sort((x, y) => y.likeness - x.likeness || x.a - y.a || x.b - y.b),
  };
}

/** Likeness from which two groups are nearly one: words alone do not say. */
const borderLikenessMin = 0.16;

/** True when `a` is to be taken before `b`. */
function before(a: Pair, b: Pair): boolean {
  return a.likeness > b.likeness || (a.likeness === b.likeness && (a.a < b.a || (a.a === b.a && a.b < b.b)));
}

/** A binary heap, likest pair on top. */
function push(heap: Pair[], pair: Pair): void {
  heap.push(pair);
  let at = heap.length - 1;
  while (at > 0) {
    const parent = (at - 1) >> 1;
    if (!before(pair, heap[parent])) break;
    heap[at] = heap[parent];
    at = parent;
  }
  heap[at] = pair;
}

function pop(heap: Pair[]): Pair | undefined {
  const top = heap[0];
  const last = heap.pop();
  if (last === undefined || heap.length === 0) return top;
  let at = 0;
  for (;;) {
    let child = 2 * at + 1;
    if (child >= heap.length) break;
    if (child + 1 < heap.length && before(heap[child + 1], heap[child])) child++;
    if (!before(heap[child], last)) break;
    heap[at] = heap[child];
    at = child;
  }
  heap[at] = last;
  return top;
}
