/** What opening a tag does to what is open already. */
export interface OpenRule {
  readonly closes: readonly string[];
  readonly scope: ReadonlySet<string>;
  readonly inlineOnly: boolean;
  readonly closesP: boolean;
  readonly once: boolean;
}

const words = (list: string) => list.split(' ');

export const voidTags = new Set(
  words(
    'area base basefont br col command embed frame hr img input isindex keygen link meta param source track wbr bgsound',
  ),
);
export const headTags = new Set(words('meta link title script style base basefont bgsound noscript noframes template'));
export const tableTags = new Set(words('table thead tbody tfoot tr td th caption colgroup'));
export const listScope = new Set(words('ul ol table td th caption template'));
export const cellScope = new Set(words('table td th caption template'));
export const tableScope = new Set(words('table template'));
const rowScope = new Set(words('table template tr'));
export const buttonScope = new Set(words('button table td th caption template'));

/** Elements that end a line: the standard's "special" ones that hold text. */
export const blockTags: ReadonlySet<string> = new Set(
  words(
    'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure ' +
      'footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol optgroup option p pre ' +
      'search section select summary table tbody td template textarea tfoot th thead title tr ul button noscript iframe',
  ),
);

const pClosers = words(
  'address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form h1 h2 h3 h4 ' +
    'h5 h6 header hgroup hr main menu nav ol p pre search section summary table ul li dd dt',
);

/** Tags that end an open drawing (13.2.6.5). */
export const breakout = new Set(
  words(
    'b big blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr i img li listing menu meta nobr ol ' +
      'p pre ruby s small span strong strike sub sup table tt u ul var article section main aside header footer nav',
  ),
);

export const openRules: ReadonlyMap<string, OpenRule> = makeOpenRules();

function makeOpenRules(): Map<string, OpenRule> {
  const rules = new Map<string, OpenRule>();
  const rule = (names: string, closes: string, scope: ReadonlySet<string>, inlineOnly = false, once = false) => {
    for (const name of words(names)) {
      const tags = closes === '' ? [] : words(closes);
      rules.set(name, { closes: tags, scope, inlineOnly, closesP: pClosers.includes(name), once });
    }
  };
  rule(pClosers.join(' '), '', cellScope);
  rule('h1 h2 h3 h4 h5 h6', 'h1 h2 h3 h4 h5 h6', cellScope, true);
  rule('li', 'li', listScope);
  rule('dd dt', 'dd dt', new Set(words('dl table td th caption template')));
  rule('a', 'a', cellScope, true);
  rule('button', 'button', cellScope);
  rule('option', 'option', new Set(words('select optgroup datalist template')));
  rule('optgroup', 'optgroup option', new Set(words('select datalist template')));
  rule('tr', 'tr', tableScope);
  rule('td th', 'td th', rowScope);
  rule('thead tbody tfoot', 'thead tbody tfoot', tableScope);
  rule('body', 'head', tableScope, false, true);
  rule('html head form', '', tableScope, false, true);
  rules.set('form', { ...rules.get('form')!, closesP: true });
  return rules;
}
