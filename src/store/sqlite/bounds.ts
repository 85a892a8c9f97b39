import type { QueryNode } from '../../records.ts';
import { isUnspaced } from '../../text/scripts.ts';
import { termsOf } from '../../text/terms.ts';
import { isExact, narrowingOf, type WordTree } from '../search.ts';
import type { Database } from './database.ts';
import { type FacetColumns, integersIn } from './facets.ts';
import type { HeldWords } from './held-words.ts';
import type { SearchSizes } from './sizes.ts';
import { addSlot, type Bounds, common, complement, exactly, intersection, joined, type Slots, union } from './slots.ts';

/** What is asked for bounds. */
export interface Sight {
  readonly database: Database;
  readonly columns: FacetColumns;
  readonly words: HeldWords;
  readonly sizes: SearchSizes;
}

/** What the indexes tell of a query. */
export function boundsOf(query: QueryNode, sight: Sight): Bounds {
  const { columns } = sight;
  switch (query.op) {
    case 'all':
      return exactly(columns.shown);
    case 'and':
      return ofAnd(query.of, sight);
    case 'or':
      return query.of.map((part) => boundsOf(part, sight)).reduce(union);
    case 'not':
      return complement(columns.shown, boundsOf(query.of, sight));
    case 'kind':
      return exactly(columns.ofKind(query.kind));
    case 'range':
      return query.field === 'published' ? ofPublished(query, columns) : ofWindow(query, sight);
    case 'sources':
      return ofSources(query.min, sight);
    case 'near':
      return ofNear(query, sight);
    case 'field':
      return ofField(query, sight);
    case 'atleast':
      return unsure(boundsOf(query.of, sight).may, columns);
    default:
      return ofWords(query, sight);
  }
}

function unsure(may: Slots, columns: FacetColumns): Bounds {
  return { sure: columns.none(), may };
}

function ofAnd(parts: readonly QueryNode[], sight: Sight): Bounds {
  // Fields of a statement side by side ask for one statement: each by itself tells no more than that it may be.
  const joint = parts.filter(isStatementField).length > 1;
  // One question for all the words, so that rare ones spare the index the common ones' places.
  const trees: WordTree[] = [];
  const all: Bounds[] = [];
  for (const part of parts) {
    const tree = part.op === 'and' || part.op === 'or' ? null : settledTree(part);
    if (tree !== null) {
      trees.push(tree);
      continue;
    }
    const its = boundsOf(part, sight);
    all.push(joint && isStatementField(part) ? unsure(its.may, sight.columns) : its);
  }
  if (trees.length > 0) all.push(shownOf(sight.words.of({ op: 'and', of: trees }), sight.columns));
  return all.reduce(intersection);
}

function shownOf(of: Bounds, { shown }: FacetColumns): Bounds {
  return intersection(of, exactly(shown));
}

function isStatementField(part: QueryNode): boolean {
  return part.op === 'field' && ['said', 'speaker', 'role', 'venue'].includes(part.field);
}

/** The words of a part that asks for nothing but them; null for any other. */
function settledTree(part: QueryNode): WordTree | null {
  const narrowing = isExact(part) ? narrowingOf(part) : null;
  return narrowing?.by === 'words' ? narrowing.tree : null;
}

/** By the words a part asks for: settled when it asks for no more. */
function ofWords(query: QueryNode, { columns, words }: Sight): Bounds {
  const narrowing = narrowingOf(query);
  if (narrowing.by !== 'words') return unsure(columns.shown, columns);
  const held = shownOf(words.of(narrowing.tree), columns);
  return isExact(query) ? held : unsure(held.may, columns);
}

function ofField(query: QueryNode & { op: 'field' }, sight: Sight): Bounds {
  const { columns } = sight;
  const { of, field } = query;
  if (field === 'lang' || field === 'site') {
    if (!isPlain(of)) return ofWords(query, sight);
    const named = columns.named(field === 'lang' ? 'language' : 'site', (name) => accepts(of, termsOf(name)));
    // A site is also known by its canonical address, which stands among the indexed facts alone.
    return field === 'lang' ? exactly(named) : { sure: named, may: joined(named, ofWords(query, sight).may) };
  }
  if (field === 'speaker') {
    const { may } = ofWords(query, sight);
    const sure = common(may, namedSpeakers(of, sight));
    return { sure, may };
  }
  if ((field === 'source' || field === 'owner') && isPlain(of)) {
    const wanted = new Set(
      sight.database
        .all<SourceNames>(`SELECT id, record ->> '$.title' AS title, record ->> '$.owner' AS owner FROM source`)
        .filter(({ id, title, owner }) =>
          (field === 'owner' ? [owner] : [title, id]).some((name) => name !== null && accepts(of, termsOf(name))),
        )
        .map(({ id }) => id),
    );
    return exactly(columns.named('source', (id) => wanted.has(id)));
  }
  return ofWords(query, sight);
}

/**
 * Articles with a statement of somebody whose name holds a word or phrase. Others may match by how their speaker is written
 * in the text.
 */
function namedSpeakers(of: QueryNode, { database, columns, sizes }: Sight): Slots {
  if ((of.op !== 'word' && of.op !== 'phrase') || !isPlain(of)) return columns.none();
  const longest = of.terms.reduce((a, b) => (b.length > a.length ? b : a));
  const names = database
    .all<{ folded: string }>(
      'SELECT folded FROM speaker WHERE instr(folded, ?) > 0 LIMIT ?',
      longest,
      sizes.speakersMax,
    )
    .filter(({ folded }) => accepts(of, termsOf(folded)))
    .map(({ folded }) => folded);
  const row = database.get<{ numbers: string | null }>(
    `SELECT group_concat(article_number) AS numbers FROM statement WHERE folded IN (SELECT value FROM json_each(?))`,
    JSON.stringify(names),
  );
  return slotsOf(row?.numbers ?? '', columns);
}

interface SourceNames {
  readonly id: string;
  readonly title: string | null;
  readonly owner: string | null;
}

/** Words and phrases as they are, and their ANDs, ORs and NOTs: enough to compare a name's terms with. */
function isPlain(query: QueryNode): boolean {
  switch (query.op) {
    case 'word':
      return !query.exact && !query.stem && query.terms.length > 0;
    case 'phrase':
      return !query.exact && query.terms.length > 0;
    case 'and':
    case 'or':
      return query.of.every(isPlain);
    case 'not':
      return isPlain(query.of);
    default:
      return false;
  }
}

function accepts(query: QueryNode, terms: readonly string[]): boolean {
  switch (query.op) {
    case 'word':
    case 'phrase': {
      const { terms: run } = query;
      return terms.some((_, from) => run.every((term, at) => terms[from + at] === term));
    }
    case 'and':
      return query.of.every((part) => accepts(part, terms));
    case 'or':
      return query.of.some((part) => accepts(part, terms));
    case 'not':
      return !accepts(query.of, terms);
    default:
      return false;
  }
}

type Range = QueryNode & { op: 'range' };

/** Compared as far as both are written, as the matcher does: a day is written whole, a bound to year, month or day. */
function ofPublished({ from, to }: Range, columns: FacetColumns): Bounds {
  const first = from === null ? null : boundOf(from);
  const last = to === null ? null : boundOf(to);
  const within = (day: number) =>
    day > 0 &&
    (first === null || Math.floor(day / first.unit) >= first.value) &&
    (last === null || Math.floor(day / last.unit) <= last.value);
  const sure = columns.publishedOn(within);
  const odd = columns.publishedOn((day) => day < 0);
  return { sure, may: joined(sure, odd) };
}

/** `2023-11` as 202311 of days without their last two digits. */
function boundOf(bound: string): { value: number; unit: number } {
  const digits = bound.slice(0, 10).replaceAll('-', '');
  return { value: Number(digits), unit: 10 ** (8 - digits.length) };
}

function ofWindow({ from, to }: Range, { database, columns }: Sight): Bounds {
  const [first, last] = [from ?? '0000', to ?? '9999'];
  // Days stand filled up, `2023-11` from -00 to -99, and a bound that is shorter meets all of its days.
  const row = database.get<{ numbers: string | null }>(
    `SELECT group_concat(article_number) AS numbers FROM event
     WHERE kind <> 'past' AND from_day < ? AND to_day >= ?`,
    `${last}~`,
    first,
  );
  return exactly(common(columns.shown, slotsOf(row?.numbers ?? '', columns)));
}

/** Few stories are of so many sources, or so many are that the newest articles soon show one. */
function ofSources(min: number, { database, columns, sizes }: Sight): Bounds {
  if (min <= 0) return exactly(columns.shown);
  const stories = database.get<{ ids: string | null; count: number }>(
    `SELECT json_group_array(id) AS ids, count(*) AS count
     FROM (SELECT id FROM story WHERE independent_count >= ? LIMIT ?)`,
    min,
    sizes.storiesMax + 1,
  )!;
  if (stories.count > sizes.storiesMax) return unsure(columns.shown, columns);
  const row = database.get<{ numbers: string | null }>(
    'SELECT group_concat(number) AS numbers FROM article WHERE story_id IN (SELECT value FROM json_each(?))',
    stories.ids,
  );
  return exactly(common(columns.shown, slotsOf(row?.numbers ?? '', columns)));
}

function slotsOf(numbers: string, columns: FacetColumns): Slots {
  const found = columns.none();
  for (const number of integersIn(numbers))
    if (number >= columns.base && number < columns.end) addSlot(found, number - columns.base);
  return found;
}

function ofNear(query: QueryNode & { op: 'near' }, sight: Sight): Bounds {
  const [left, right] = query.of.map((part) => boundsOf(part, sight));
  const may = common(left.may, right.may);
  const expression = nearExpression(query);
  if (expression === null) return unsure(may, sight.columns);
  const near = shownOf(sight.words.matching(expression, may), sight.columns);
  return query.ordered ? unsure(near.may, sight.columns) : near;
}

/** Two different words or phrases near each other, in the language of FTS5; null when it cannot say so. */
function nearExpression({ of, within }: QueryNode & { op: 'near' }): string | null {
  const [left, right] = of;
  if (typeof within !== 'number' || !isSpaced(left) || !isSpaced(right)) return null;
  // Words of both that are the same could be found in one place.
  if (left.terms.some((term) => right.terms.includes(term))) return null;
  return `{title standfirst body} : NEAR("${left.terms.join(' ')}" "${right.terms.join(' ')}", ${within})`;
}

/** Words of spaced scripts are tokens as they are, so that the index counts between them what the matcher counts. */
function isSpaced(part: QueryNode): part is QueryNode & { op: 'word' | 'phrase' } {
  return (part.op === 'word' || part.op === 'phrase') && isPlain(part) && !part.terms.some(isUnspaced);
}
