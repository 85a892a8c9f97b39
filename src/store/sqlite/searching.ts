import type { QueryNode } from '../../records.ts';
import { narrowingOf, type WordTree, withinColumns } from '../search.ts';
import { lookedMax, type Matches, type Row, searchOver, type Told } from '../searching.ts';
import type { SearchRequest, Store } from '../store.ts';
import { boundsOf, type Sight } from './bounds.ts';
import type { Database } from './database.ts';
import { FacetColumns, type NumberedAt } from './facets.ts';
import { expressionOf, HeldWords, readHeld } from './held-words.ts';
import type { SearchSizes } from './sizes.ts';
import { addSlot, type Bounds, common, countOf, dropSlot, hasSlot, type Slots, visitDown, without } from './slots.ts';
import { subjectNumbered } from './subjects.ts';
import { blockTree, createBlockMaker } from './word-blocks.ts';

/** Search over the word index of SQLite and the facets of all articles in memory. */
export function searchMethods(
  database: Database,
  matches: Matches,
  sizes: SearchSizes,
): Pick<Store, 'search' | 'makeSearchQuick'> {
  let loaded: Promise<FacetColumns> | null = null;
  const upToDate = async (): Promise<FacetColumns> => {
    for (;;) {
      loaded ??= FacetColumns.load(database);
      const loading = loaded;
      try {
        const columns = await loading;
        if (columns.refresh()) return columns;
      } catch (error) {
        if (loaded === loading) loaded = null;
        throw error;
      }
      if (loaded === loading) loaded = null;
    }
  };
  const makeBlock = createBlockMaker(database, sizes.blockSize, (token, range, into, base) =>
    readHeld(database, expressionOf(blockTree(token)), range, into, base),
  );
  return {
    makeSearchQuick: makeBlock,
    async search(request) {
      const columns = await upToDate();
      const words = new HeldWords(database, columns, sizes);
      const bounds = boundsOf(request.query, { database, columns, words, sizes });
      const index = {
        candidates: (_: SearchRequest, after: Row | null) =>
          request.order === 'relevance'
            ? mostRelevant(request.query, bounds.may, { database, columns, words, sizes })
            : newestOf(columns, bounds.may, after),
        load: (row: Row) => subjectNumbered(database, row.number),
        told: toldBy(bounds, columns),
      };
      return searchOver(index, matches, request);
    },
  };
}

function toldBy({ sure, may }: Bounds, columns: FacetColumns): Told {
  // The articles looked at are settled one by one, in sets of their own.
  const matching = sure.slice();
  const open = without(may, sure);
  return {
    unsettled(most) {
      const rows: Row[] = [];
      if (countOf(open) > most) return rows;
      visitDown(open, (slot) => rows.push(rowOf(columns.placeOf(slot))));
      return rows;
    },
    settle({ number }, isMatch) {
      const slot = number - columns.base;
      dropSlot(open, slot);
      if (isMatch) addSlot(matching, slot);
      else dropSlot(matching, slot);
    },
    count(facets) {
      const total = countOf(matching);
      return { total, atMost: total + countOf(open), facets: facets ? columns.count(matching) : null };
    },
  };
}

/** Few at first: a first page asks for few. */
function* newestOf(columns: FacetColumns, slots: Slots, last: Row | null): Iterable<Row> {
  let after: NumberedAt | null = last === null ? null : { number: last.number, sortAt: Date.parse(last.sort_at) };
  for (let most = firstBatchRows; ; most = batchRows) {
    const batch = columns.newest(slots, after, most);
    for (const one of batch) yield rowOf(one);
    if (batch.length < most) return;
    after = batch[batch.length - 1];
  }
}

/**
 * By words and how often they stand there, where not too many articles hold them; else those with the words in title or
 * standfirst first, of the newest `placesMax`, then the others, the newest of each first. Without words, the newest.
 */
function* mostRelevant(query: QueryNode, may: Slots, { database, columns, words, sizes }: Sight): Iterable<Row> {
  const tree = rankedBy(query);
  if (tree === null) {
    yield* newestOf(columns, may, null);
    return;
  }
  let rest = may;
  if (words.weighingCost(tree) <= sizes.weighedMax) {
    const found = columns.none();
    // Where little of what the words find may match, as many more are ranked at once.
    const first = Math.ceil((firstBatchRows * countOf(words.of(tree).may)) / Math.max(1, countOf(may)));
    for (const most of first < lookedMax ? [first, lookedMax] : [lookedMax]) {
      const ranked = database.all<{ number: number }>(
        // A word in the title weighs as much as several in the body; facts only find, they do not rank.
        `SELECT rowid AS number FROM article_words WHERE article_words MATCH ?
         ORDER BY bm25(article_words, 8, 3, 1, 0), rowid DESC LIMIT ${most}`,
        expressionOf(tree),
      );
      for (const { number } of ranked) {
        const slot = number - columns.base;
        if (number >= columns.end || !hasSlot(may, slot) || hasSlot(found, slot)) continue;
        addSlot(found, slot);
        yield rowOf(columns.placeOf(slot));
      }
      if (ranked.length < most) break;
    }
    rest = without(may, found);
  } else {
    const titled = withinColumns(tree, ['title', 'standfirst']);
    const first = common(may, words.matching(expressionOf(titled), may).sure);
    yield* newestOf(columns, first, null);
    rest = without(may, first);
  }
  yield* newestOf(columns, rest, null);
}

/** The words of a query that all that match hold in their text: names, and what else it asks for, do not rank. */
function rankedBy(query: QueryNode): WordTree | null {
  const narrowing = narrowingOf(query);
  if (narrowing.by === 'words') return inText(narrowing.tree);
  const words = narrowing.by === 'both' ? narrowing.of.find((part) => part.by === 'words') : undefined;
  return words?.by === 'words' ? inText(words.tree) : null;
}

function inText(tree: WordTree): WordTree | null {
  if (tree.op === 'phrase') return tree.columns.includes('facts') ? null : tree;
  const parts = tree.of.map(inText);
  const kept = parts.filter((part) => part !== null);
  if (kept.length === 0 || (tree.op === 'or' && kept.length < parts.length)) return null;
  return kept.length === 1 ? kept[0] : { op: tree.op, of: kept };
}

const firstBatchRows = 64;
const batchRows = 2_048;

function rowOf({ number, sortAt }: NumberedAt): Row {
  return { number, sort_at: new Date(sortAt).toISOString() };
}
