/** What is known of a tag: which open elements it ends, which it protects, how its own end is found. */
export interface Tag {
  readonly name: string;
  /** Known tags are counted from 0 on, others behind them as they are met. */
  readonly number: number;
  readonly isVoid: boolean;
  /** Ends a line, see `blockTags`. */
  readonly isBlock: boolean;
  /** May stand in the head of a page without ending it. */
  readonly inHead: boolean;
  /** Ends an open drawing. */
  readonly breaksOut: boolean;
  /** Bits of `Scope`: from inside of it no end tag of these scopes reaches out. */
  readonly shields: number;
  /** Scope of its own end tag. */
  readonly scope: number;
  /** What opening it does to what is open already. */
  readonly opening: Opening | null;
}

export interface Opening {
  /** Numbers of the tags it closes. */
  readonly closes: readonly number[];
  readonly scope: number;
  readonly inlineOnly: boolean;
  readonly closesP: boolean;
  /** A second one is passed over. */
  readonly once: boolean;
}

const words = (list: string) => list.split(' ');

const voidTags = new Set(
  words(
    'area base basefont br col command embed frame hr img input isindex keygen link meta param source track wbr bgsound',
  ),
);
const headTags = new Set(words('meta link title script style base basefont bgsound noscript noframes template'));
const tableTags = new Set(words('table thead tbody tfoot tr td th caption colgroup'));

/** How far an end tag reaches, one bit each (13.2.4.2, and lists within lists). */
export const Scope = { cell: 1, list: 2, table: 4, row: 8, button: 16, terms: 32, select: 64, choice: 128 } as const;
const shieldsOfScope: readonly (readonly [number, string])[] = [
  [Scope.cell, 'table td th caption template'],
  [Scope.list, 'ul ol table td th caption template'],
  [Scope.table, 'table template'],
  [Scope.row, 'table template tr'],
  [Scope.button, 'button table td th caption template'],
  [Scope.terms, 'dl table td th caption template'],
  [Scope.select, 'select optgroup datalist template'],
  [Scope.choice, 'select datalist template'],
];

/** Elements that end a line: the standard's "special" ones that hold text. */
export const blockTags: ReadonlySet<string> = new Set(
  words(
    'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure ' +
      'footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol optgroup option p pre ' +
      'search section select summary table tbody td template textarea tfoot th thead title tr ul button noscript iframe',
  ),
);

const pClosers = words(
  'address article aside blockquote center details dialog dir div dl dd dt fieldset figcaption figure footer form h1 h2 h3 h4 ' +
    'h5 h6 header hgroup hr main menu nav ol p pre search section summary table ul li',
);

/** Tags that end an open drawing (13.2.6.5). */
const breakout = new Set(
  words(
    'b big blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr i img li listing menu meta nobr ol ' +
      'p pre ruby s small span strong strike sub sup table tt u ul var article section main aside header footer nav',
  ),
);

interface OpenRule extends Omit<Opening, 'closes'> {
  readonly closes: readonly string[];
}

const openRules: ReadonlyMap<string, OpenRule> = makeOpenRules();

function makeOpenRules(): Map<string, OpenRule> {
  const rules = new Map<string, OpenRule>();
  const rule = (names: string, closes: string, scope: number, inlineOnly = false, once = false) => {
    for (const name of words(names)) {
      const tags = closes === '' ? [] : words(closes);
      rules.set(name, { closes: tags, scope, inlineOnly, closesP: pClosers.includes(name), once });
    }
  };
  rule(pClosers.join(' '), '', Scope.cell);
  rule('h1 h2 h3 h4 h5 h6', 'h1 h2 h3 h4 h5 h6', Scope.cell, true);
  rule('li', 'li', Scope.list);
  rule('dd dt', 'dd dt', Scope.terms);
  rule('a', 'a', Scope.cell, true);
  rule('button', 'button', Scope.cell);
  rule('option', 'option', Scope.select);
  rule('optgroup', 'optgroup option', Scope.choice);
  rule('tr', 'tr', Scope.table);
  rule('td th', 'td th', Scope.row);
  rule('thead tbody tfoot', 'thead tbody tfoot', Scope.table);
  rule('body', 'head', Scope.table, false, true);
  rule('html head form', '', Scope.table, false, true);
  rules.set('form', { ...rules.get('form')!, closesP: true });
  return rules;
}

const known = makeTags();

/** How many tags are known. */
export const KNOWN_TAGS: number = known.size;

/** What is known of a tag by its name in small letters; undefined for one that no rule speaks of. */
export function knownTag(name: string): Tag | undefined {
  return known.get(name);
}

/** A tag that no rule speaks of. */
export function unknownTag(name: string, number: number): Tag {
  return {
    name,
    number,
    isVoid: false,
    isBlock: false,
    inHead: false,
    breaksOut: false,
    shields: 0,
    scope: Scope.cell,
    opening: null,
  };
}

function makeTags(): Map<string, Tag> {
  const shields = shieldsOfScope.flatMap(([, list]) => words(list));
  const names = new Set([
    ...voidTags,
    ...headTags,
    ...tableTags,
    ...blockTags,
    ...breakout,
    ...openRules.keys(),
    ...shields,
  ]);
  const numbers = new Map([...names].map((name, at) => [name, at]));
  const tags = new Map<string, Tag>();
  for (const [name, number] of numbers) {
    const rule = openRules.get(name);
    tags.set(name, {
      name,
      number,
      isVoid: voidTags.has(name),
      isBlock: blockTags.has(name),
      inHead: headTags.has(name),
      breaksOut: breakout.has(name),
      shields: shieldsOfScope.reduce((bits, [scope, list]) => (words(list).includes(name) ? bits | scope : bits), 0),
      scope: tableTags.has(name) ? Scope.table : name === 'li' ? Scope.list : Scope.cell,
      opening: rule === undefined ? null : { ...rule, closes: rule.closes.map((closed) => numbers.get(closed)!) },
    });
  }
  return tags;
}
