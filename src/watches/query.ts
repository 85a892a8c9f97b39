import { developmentKinds, type QueryField, type QueryNode, type Span } from '../records.ts';
import { termsOf } from '../text/terms.ts';
import { foldWord } from '../text/words.ts';
import { isProblem, lex, type QueryProblem, type Token } from './tokens.ts';

/** What a query may cost. All are per query. */
export const queryLimits = {
  /** UTF-16 units of the query text. */
  charactersMax: 20_000,
  nodesMax: 2_000,
  depthMax: 40,
  /** Most words between the two sides of NEAR and BEFORE. */
  nearWordsMax: 100,
  /** Letters that must stand before the first `*` or `?`. */
  wildcardPrefixMin: 2,
  wildcardsMax: 100,
  atLeastMax: 1_000,
} as const;

export interface ParsedQuery {
  /** Null when the query has a fault. */
  readonly tree: QueryNode | null;
  readonly problems: readonly QueryProblem[];
}

/**
 * Parses the query language (docs/query.md) by recursive descent. Never throws: a fault is a problem that points at its
 * characters and says what to write instead. An empty query matches everything.
 */
export function parseQuery(text: string): ParsedQuery {
  if (text.length > queryLimits.charactersMax) {
    return faulty(
      [0, text.length],
      `the query is longer than ${queryLimits.charactersMax} characters`,
      'split it into several watches',
    );
  }
  const tokens = lex(text);
  const wrong = tokens.find(isProblem);
  if (wrong !== undefined) return { tree: null, problems: [wrong] };
  const parser = new QueryParser(text, tokens as readonly Token[]);
  try {
    return { tree: parser.parse(), problems: [] };
  } catch (thrown) {
    if (thrown instanceof Fault) return { tree: null, problems: [thrown.problem] };
    throw thrown;
  }
}

function faulty(at: Span, what: string, instead: string | null): ParsedQuery {
  return { tree: null, problems: [{ at, what, instead }] };
}

/** Carries a problem out of the descent; never leaves this file. */
class Fault extends Error {
  readonly problem: QueryProblem;
  constructor(at: Span, what: string, instead: string | null) {
    super(what);
    this.problem = { at, what, instead };
  }
}

/** Fields whose value is compared as words of a fact; `said` takes a whole query. */
export const queryFields: readonly QueryField[] = [
  'title',
  'body',
  'source',
  'site',
  'owner',
  'lang',
  'by',
  'credit',
  'speaker',
  'role',
  'said',
  'venue',
  'place',
  'person',
  'org',
  'story',
];
const otherFields = ['kind', 'sources', 'published', 'window', 'stem'] as const;

const kindsExample = 'kind:(date OR figure)';

/** What to write after a field that takes no words. */
const exampleValues: Readonly<Record<string, string>> = {
  kind: 'kind:date',
  sources: 'sources:>=2',
  published: 'published:2026-12',
  window: 'window:2026-12',
  stem: 'stem:launch',
};

class QueryParser {
  readonly #text: string;
  readonly #tokens: readonly Token[];
  #next = 0;
  #nodes = 0;
  #wildcards = 0;

  constructor(text: string, tokens: readonly Token[]) {
    this.#text = text;
    this.#tokens = tokens;
  }

  parse(): QueryNode {
    if (this.#tokens.length === 0) return { op: 'all', at: [0, this.#text.length] };
    const tree = this.#or(0);
    const left = this.#peek();
    if (left !== null)
      throw new Fault(left.at, 'a closing bracket without an opening one', 'take it out, or open one before it');
    return tree;
  }

  #or(depth: number): QueryNode {
    const of = [this.#and(depth)];
    while (this.#take('OR')) of.push(this.#and(depth));
    return of.length === 1 ? of[0] : this.#node({ op: 'or', of, at: span(of) });
  }

  #and(depth: number): QueryNode {
    const of = [this.#not(depth)];
    for (;;) {
      const joined = this.#take('AND') !== null;
      const token = this.#peek();
      if (token === null || token.type === ')' || token.type === 'OR') {
        if (joined) throw this.#missing('AND');
        break;
      }
      of.push(this.#not(depth));
    }
    return of.length === 1 ? of[0] : this.#node({ op: 'and', of, at: span(of) });
  }

  /** NOT reaches over a whole NEAR: `NOT a NEAR/3 b` is `NOT (a NEAR/3 b)`. */
  #not(depth: number): QueryNode {
    const token = this.#peek();
    if (token?.type !== 'NOT') return this.#near(depth);
    this.#deep(depth);
    this.#next++;
    const of = this.#not(depth + 1);
    return this.#node({ op: 'not', of, at: [token.at[0], of.at[1]] });
  }

  #deep(depth: number): void {
    if (depth <= queryLimits.depthMax) return;
    throw new Fault(
      this.#peek()?.at ?? this.#end(),
      `brackets nest deeper than ${queryLimits.depthMax}`,
      'split it into several watches',
    );
  }

  #near(depth: number): QueryNode {
    let left = this.#unary(depth);
    for (let token = this.#peek(); token?.type === 'near'; token = this.#peek()) {
      this.#next++;
      const right = this.#unary(depth);
      for (const side of [left, right]) this.#placeable(side, token);
      const { within, ordered } = token;
      if (typeof within === 'number' && (within < 1 || within > queryLimits.nearWordsMax)) {
        throw new Fault(
          token.at,
          `${token.text} looks too far: 1 to ${queryLimits.nearWordsMax} words`,
          `${ordered ? 'BEFORE' : 'NEAR'}/${queryLimits.nearWordsMax} or W/P (same paragraph)`,
        );
      }
      left = this.#node({ op: 'near', of: [left, right], within, ordered, at: span([left, right]) });
    }
    return left;
  }

  /** NEAR compares places of words, so its sides may hold neither NOT nor facts that stand nowhere. */
  #placeable(node: QueryNode, operator: Token): void {
    if (node.op === 'or' || node.op === 'and') for (const one of node.of) this.#placeable(one, operator);
    else if (node.op === 'near') for (const one of node.of) this.#placeable(one, operator);
    else if (node.op !== 'word' && node.op !== 'phrase' && node.op !== 'wildcard') {
      throw new Fault(
        node.at,
        `${operator.text} compares places of words, and this has none`,
        'use AND here, or put the whole NEAR inside the field: said:(a NEAR/5 b)',
      );
    }
  }

  #unary(depth: number): QueryNode {
    this.#deep(depth);
    const token = this.#peek();
    if (token === null) throw this.#missing(this.#tokens.at(-1)?.text ?? '');
    this.#next++;
    switch (token.type) {
      case 'NOT': {
        const of = this.#unary(depth + 1);
        return this.#node({ op: 'not', of, at: [token.at[0], of.at[1]] });
      }
      case '(':
        return this.#bracket(token, depth);
      case 'atleast': {
        if (token.count < 1 || token.count > queryLimits.atLeastMax)
          throw new Fault(token.at, `a count goes from 1 to ${queryLimits.atLeastMax}`, 'atleast3(word)');
        const open = this.#take('(');
        if (open === null)
          throw new Fault(token.at, 'atleast needs its word in brackets', `atleast${token.count}(word)`);
        const of = this.#bracket(open, depth);
        this.#placeable(of, token);
        return this.#node({ op: 'atleast', count: token.count, of, at: [token.at[0], of.at[1]] });
      }
      case 'field':
        return this.#field(token, depth);
      case 'word':
        return this.#word(token);
      case 'phrase':
        return this.#phrase(token);
      default:
        throw new Fault(
          token.at,
          `${token.text} stands where a word should`,
          token.type === ')'
            ? 'put a word inside the brackets'
            : `write a word before ${token.text}, or put it in quotes to search for it`,
        );
    }
  }

  #bracket(open: Token, depth: number): QueryNode {
    const inner = this.#or(depth + 1);
    const close = this.#take(')');
    if (close === null) throw new Fault(open.at, 'this bracket is never closed', 'write ) where it ends');
    return { ...inner, at: [open.at[0], close.at[1]] };
  }

  #field(token: Token & { type: 'field' }, depth: number): QueryNode {
    const name = token.name.toLowerCase();
    const value = this.#peek();
    if (value === null)
      throw new Fault(
        token.at,
        `${token.name}: needs a value`,
        exampleValues[name] ?? `${name}:word or ${name}:"two words"`,
      );
    const at: Span = [token.at[0], value.at[1]];
    switch (name) {
      case 'stem': {
        const of = this.#unary(depth + 1);
        if (of.op !== 'word') throw new Fault(of.at, 'stem: takes one word', 'stem:launch');
        return { ...of, stem: true, at };
      }
      case 'kind':
        return value.type === '(' ? this.#kinds(value) : this.#kind(token.at[0]);
      case 'sources': {
        const count = /^(?:>=|=>)?(\d{1,6})$/.exec(value.text);
        if (count === null)
          throw new Fault(value.at, 'sources: takes a smallest number of independent accounts', 'sources:>=2');
        this.#next++;
        return this.#node({ op: 'sources', min: Number(count[1]), at });
      }
      case 'published':
      case 'window': {
        const range = /^(\d{4}(?:-\d{2}(?:-\d{2})?)?)?(\.\.)?(\d{4}(?:-\d{2}(?:-\d{2})?)?)?$/.exec(value.text);
        if (range === null || (range[1] === undefined && range[3] === undefined)) {
          throw new Fault(
            value.at,
            `${name}: takes days, months or years`,
            `${name}:2026-12, ${name}:2026-11-20..2026-12 or ${name}:2026..`,
          );
        }
        this.#next++;
        const from = range[1] ?? null;
        const to = range[2] === undefined ? from : (range[3] ?? null);
        const wrong = [from, to].find((one) => one !== null && !isDay(one));
        if (wrong !== undefined)
          throw new Fault(value.at, `the calendar has no ${wrong}`, `${name}:${wrong?.slice(0, 4)} for the whole year`);
        if (from !== null && to !== null && from.slice(0, to.length) > to)
          throw new Fault(value.at, 'the range ends before it begins', `${name}:${to}..${from}`);
        return this.#node({ op: 'range', field: name, from, to, at });
      }
    }
    const field = queryFields.find((one) => one === name);
    if (field === undefined) {
      const near = nearest(name, [...queryFields, ...otherFields]);
      throw new Fault(
        token.at,
        `no field is called ${token.name}`,
        near === null ? `put it in quotes: "${token.name}:"` : `${near}:`,
      );
    }
    const of = this.#unary(depth + 1);
    return this.#node({ op: 'field', field, of, at: [token.at[0], of.at[1]] });
  }

  /** `kind:(date OR figure)`: one of several. */
  #kinds(open: Token): QueryNode {
    this.#next++;
    const of = [this.#kind()];
    while (this.#take('OR')) of.push(this.#kind());
    const close = this.#take(')');
    if (close === null) {
      const token = this.#peek();
      if (token === null) throw new Fault(open.at, 'this bracket is never closed', 'write ) where it ends');
      throw new Fault(token.at, 'kind: takes kinds with OR between them', kindsExample);
    }
    return of.length === 1 ? of[0] : this.#node({ op: 'or', of, at: [open.at[0], close.at[1]] });
  }

  #kind(start?: number): QueryNode {
    const value = this.#peek();
    const known = `one of ${developmentKinds.join(', ')}`;
    if (value === null) throw new Fault(this.#end(), 'the name of a kind is missing', known);
    const kind = developmentKinds.find((one) => one === value.text.toLowerCase());
    if (kind === undefined) throw new Fault(value.at, `no kind of development is called ${value.text}`, known);
    this.#next++;
    return this.#node({ op: 'kind', kind, at: [start ?? value.at[0], value.at[1]] });
  }

  #word(token: Token & { type: 'word' }): QueryNode {
    const { text, exact, at } = token;
    const wild = text.search(/[*?]/);
    if (wild >= 0 && /[\p{L}\p{N}]/u.test(text)) {
      if (exact) throw new Fault(at, 'a case-exact word takes no * or ?', text.replace(/[*?]/g, ''));
      if (wild < queryLimits.wildcardPrefixMin) {
        throw new Fault(
          [at[0] + wild, at[0] + wild + 1],
          `at least ${queryLimits.wildcardPrefixMin} letters must stand before a * or ?`,
          'write the first letters of the word',
        );
      }
      if (++this.#wildcards > queryLimits.wildcardsMax)
        throw new Fault(at, `more than ${queryLimits.wildcardsMax} words with * or ?`, 'split it into several watches');
      return this.#node({ op: 'wildcard', pattern: foldWord(text), at });
    }
    return this.#node({ op: 'word', word: exact ? text : plain(text), terms: termsOf(text), exact, stem: false, at });
  }

  #phrase(token: Token & { type: 'phrase' }): QueryNode {
    const words = token.text.split(/\s+/).filter((word) => word !== '');
    return this.#node({
      op: 'phrase',
      words: token.exact ? words : words.map(plain),
      terms: words.flatMap(termsOf),
      exact: token.exact,
      at: token.at,
    });
  }

  #node<Node extends QueryNode>(node: Node): Node {
    if (++this.#nodes > queryLimits.nodesMax)
      throw new Fault(
        node.at,
        `the query has more than ${queryLimits.nodesMax} parts`,
        'split it into several watches',
      );
    return node;
  }

  #peek(): Token | null {
    return this.#tokens[this.#next] ?? null;
  }

  #take(type: Token['type']): Token | null {
    const token = this.#peek();
    if (token?.type !== type) return null;
    this.#next++;
    return token;
  }

  #missing(operator: string): Fault {
    return new Fault(
      this.#end(),
      `something is missing after ${operator}`,
      `write a word after ${operator}, or take ${operator} out`,
    );
  }

  #end(): Span {
    const last = this.#tokens.at(-1);
    return last === undefined ? [0, 0] : last.at;
  }
}

/** A word as it is held when case does not count; its terms are folded one by one where they are compared. */
function plain(word: string): string {
  return word.normalize('NFKC').toLowerCase();
}

/** Whether a year, month or day is one: there is no month 13 and no 30 February. */
function isDay(value: string): boolean {
  const whole = `${value}${'-01-01'.slice(value.length - 4)}`;
  const at = new Date(`${whole}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(whole);
}

function span(nodes: readonly QueryNode[]): Span {
  return [nodes[0].at[0], nodes[nodes.length - 1].at[1]];
}

/** The name at edit distance 1 or 2 that is nearest, for "did you mean". Names are short, so the plain matrix will do. */
function nearest(name: string, names: readonly string[]): string | null {
  let best: string | null = null;
  let bestDistance = 3;
  for (const other of names) {
    const distance = editDistance(name.slice(0, 20), other);
    if (distance < bestDistance) [best, bestDistance] = [other, distance];
  }
  return best;
}

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
    }
    row = next;
  }
  return row[b.length];
}
