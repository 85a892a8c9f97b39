import { setImmediate } from 'node:timers/promises';
import { type FacetKind, facetsOf } from '../searching.ts';
import type { SearchAnswer } from '../store.ts';
import type { Database } from './database.ts';
import { NewestFirst } from './newest.ts';
import { addSlot, common, dropSlot, noSlots, type Slots } from './slots.ts';

/**
 * What a search counts and sorts by, of every article, in typed arrays by slot: about thirty bytes an article. Rows of a
 * million articles joined for each search take seconds, these a few milliseconds. They are read when first asked for, in
 * slices, and with each search what has changed since, by this process or another.
 */
export class FacetColumns {
  readonly #database: Database;
  /** The number of the article in slot 0. */
  readonly base: number;
  readonly names = new Names();
  /** Articles that are there and not removed. */
  shown: Slots = noSlots(0);
  #size = 0;
  #revision: number;
  #sortAt = new Float64Array(0);
  #day = new Int32Array(0);
  #published = new Int32Array(0);
  #site = new Uint32Array(0);
  #source = new Uint32Array(0);
  /** Language, kinds and whether it is a copy, together: few differ, so that one count serves three. */
  #traits = new Uint32Array(0);
  readonly #knownTraits = new KnownTraits();

  private constructor(database: Database, base: number, revision: number) {
    this.#database = database;
    this.base = base;
    this.#revision = revision;
  }

  /** Reads all of them, a slice at a time: what else the process has to do goes on between. */
  static async load(database: Database): Promise<FacetColumns> {
    const { first, last } = database.get<{ first: number | null; last: number | null }>(
      'SELECT (SELECT min(number) FROM article_facet) AS first, (SELECT max(number) FROM article_facet) AS last',
    )!;
    // One that was received long ago may be read late: there is room below for some.
    const base = Math.max(0, (first ?? 0) - roomBelow) & ~31;
    const columns = new FacetColumns(database, base, revisionOf(database));
    columns.#roomFor((last ?? 0) - base);
    for (let from = first ?? 0; last !== null && from <= last; from += rowsAtOnce) {
      columns.#takeSlice(from, from + rowsAtOnce);
      await setImmediate();
    }
    return columns;
  }

  /** Takes up what has changed. False when all must be loaded anew: too much has, or an article lies below the first slot. */
  refresh(): boolean {
    const revision = revisionOf(this.#database);
    if (revision === this.#revision) return true;
    if (revision - this.#revision >= changesMax || revision < this.#revision) return false;
    this.names.read(this.#database);
    for (const row of this.#database.all<FacetRow>(
      `SELECT number, sort_at, published, site, language, source, kinds, copy, shown FROM article_facet
       WHERE revision > ?`,
      this.#revision,
    )) {
      if (row.number < this.base) return false;
      this.#set(row);
    }
    this.#revision = revision;
    return true;
  }

  /** A column as one text: a row each would cost four times as much. */
  #takeSlice(from: number, before: number): void {
    this.names.read(this.#database);
    const columns = ['number', 'sort_at', 'published', 'site', 'language', 'source', 'kinds', 'copy', 'shown'] as const;
    const texts = this.#database.get<Record<(typeof columns)[number], string | null>>(
      `SELECT ${columns.map((name) => `group_concat(${name}) AS ${name}`).join(', ')} FROM article_facet
       WHERE number >= ? AND number < ?`,
      from,
      before,
    )!;
    const [numbers, ...rest] = columns.map((name) => integersIn(texts[name] ?? ''));
    const [sortAt, published, site, language, source, kinds, copy, shown] = rest;
    for (let at = 0; at < numbers.length; at++) {
      this.#set({
        number: numbers[at],
        sort_at: sortAt[at],
        published: published[at],
        site: site[at],
        language: language[at],
        source: source[at],
        kinds: kinds[at],
        copy: copy[at],
        shown: shown[at],
      });
    }
  }

  #set(row: FacetRow): void {
    const slot = row.number - this.base;
    this.#roomFor(slot);
    this.#sortAt[slot] = row.sort_at;
    this.#day[slot] = Math.floor(row.sort_at / dayMilliseconds);
    this.#published[slot] = row.published;
    this.#site[slot] = row.site;
    this.#source[slot] = row.source;
    this.#traits[slot] = this.#knownTraits.numberOf(row.language, row.kinds, row.copy);
    if (row.shown === 1) addSlot(this.shown, slot);
    else dropSlot(this.shown, slot);
  }

  #roomFor(slot: number): void {
    this.#size = Math.max(this.#size, slot + 1);
    if (slot < this.#sortAt.length) return;
    const room = Math.ceil((slot + 1) * 1.1) + 1024;
    const moved = <T extends { set(from: T): void }>(from: T, to: T): T => {
      to.set(from);
      return to;
    };
    this.#sortAt = moved(this.#sortAt, new Float64Array(room));
    this.#day = moved(this.#day, new Int32Array(room));
    this.#published = moved(this.#published, new Int32Array(room));
    this.#site = moved(this.#site, new Uint32Array(room));
    this.#source = moved(this.#source, new Uint32Array(room));
    this.#traits = moved(this.#traits, new Uint32Array(room));
    this.shown = moved(this.shown, noSlots(room));
  }

  /** The number after the last. */
  get end(): number {
    return this.base + this.#size;
  }

  none(): Slots {
    return new Uint32Array(this.shown.length);
  }

  /** Shown articles of a site, source or language whose name is accepted. */
  named(column: 'site' | 'source' | 'language', accepts: (name: string) => boolean): Slots {
    const wanted = this.names.those(accepts);
    if (column === 'site') return this.#where(this.#site, wanted);
    if (column === 'source') return this.#where(this.#source, wanted);
    return this.#where(
      this.#traits,
      this.#knownTraits.those(({ language }) => wanted[language] === 1),
    );
  }

  /** Shown articles that brought a kind of development. */
  ofKind(kind: string): Slots {
    const wanted = this.names.those((kinds) => kinds.split(',').includes(kind));
    return this.#where(
      this.#traits,
      this.#knownTraits.those(({ kinds }) => wanted[kinds] === 1),
    );
  }

  /** Shown articles whose day of publication, as written, is accepted; -1 for one written otherwise than as a day. */
  publishedOn(accepts: (day: number) => boolean): Slots {
    const found = this.none();
    for (let slot = 0; slot < this.#size; slot++) {
      const day = this.#published[slot];
      if (day !== 0 && accepts(day)) addSlot(found, slot);
    }
    return common(found, this.shown);
  }

  #where(column: Uint32Array, wanted: Uint8Array): Slots {
    const found = this.none();
    for (let slot = 0; slot < this.#size; slot++) if (wanted[column[slot]] === 1) addSlot(found, slot);
    return common(found, this.shown);
  }

  /** An article's place in the order of time. */
  placeOf(slot: number): NumberedAt {
    return { number: slot + this.base, sortAt: this.#sortAt[slot] };
  }

  /** The newest of a set after a place in the order of time, newest first; at most so many. */
  newest(slots: Slots, after: NumberedAt | null, most: number): NumberedAt[] {
    const best = new NewestFirst(most);
    const sortAt = this.#sortAt;
    const [lastAt, lastSlot] =
      after === null ? [Number.POSITIVE_INFINITY, 0] : [after.sortAt, after.number - this.base];
    // Articles are numbered as they come, so nearly all of the newest are met first and the rest fall at the first look.
    for (let at = slots.length - 1; at >= 0; at--) {
      for (let word = slots[at]; word !== 0; ) {
        const bit = 31 - Math.clz32(word);
        word &= ~(1 << bit);
        const slot = (at << 5) + bit;
        const its = sortAt[slot];
        if (its < best.floor || its > lastAt || (its === lastAt && slot >= lastSlot)) continue;
        best.add(its, slot);
      }
    }
    return best.slots().map((slot) => this.placeOf(slot));
  }

  /** How many of a set fall on each day, site, language and kind. Walks through its bits itself: a call for each costs four times as much. */
  count(slots: Slots): NonNullable<SearchAnswer['facets']> {
    const ofSite = new Uint32Array(this.names.size);
    const ofTraits = new Uint32Array(this.#knownTraits.size);
    const days = new Map<number, number>();
    let [day, ofDay] = [0, 0];
    for (let at = 0; at < slots.length; at++) {
      for (let word = slots[at]; word !== 0; ) {
        const bit = 31 - Math.clz32(word);
        word &= ~(1 << bit);
        const slot = (at << 5) + bit;
        ofSite[this.#site[slot]]++;
        ofTraits[this.#traits[slot]]++;
        // Neighbours are mostly of one day: a map is asked only when it changes.
        if (this.#day[slot] !== day) {
          if (ofDay > 0) days.set(day, (days.get(day) ?? 0) + ofDay);
          [day, ofDay] = [this.#day[slot], 0];
        }
        ofDay++;
      }
    }
    if (ofDay > 0) days.set(day, (days.get(day) ?? 0) + ofDay);
    const languages = new Map<string, number>();
    const kinds = new Map<FacetKind, number>();
    for (const [number, traits] of this.#knownTraits.list.entries()) {
      const count = ofTraits[number];
      if (count === 0) continue;
      const its = traits.copy === 1 ? 'copy' : this.names.name(traits.kinds) || 'none';
      for (const kind of its.split(',') as FacetKind[]) kinds.set(kind, (kinds.get(kind) ?? 0) + count);
      const language = this.names.name(traits.language);
      if (language !== '') languages.set(language, (languages.get(language) ?? 0) + count);
    }
    return facetsOf({
      days: new Map([...days].map(([number, count]) => [dayWritten(number), count])),
      sites: this.names.counted(ofSite),
      languages,
      kinds,
    });
  }
}

function dayWritten(day: number): string {
  return new Date(day * dayMilliseconds).toISOString().slice(0, 10);
}

/** An article's place in the order of time, in milliseconds since 1970. */
export interface NumberedAt {
  readonly number: number;
  readonly sortAt: number;
}

interface FacetRow {
  readonly number: number;
  readonly sort_at: number;
  readonly published: number;
  readonly site: number;
  readonly language: number;
  readonly source: number;
  readonly kinds: number;
  readonly copy: number;
  readonly shown: number;
}

const dayMilliseconds = 86_400_000;
/** About ten milliseconds' work. */
const rowsAtOnce = 16_384;
/** Slots kept free for numbers below the lowest. */
const roomBelow = 65_536;
/** Changes that are taken up one by one; after more, all are loaded anew. */
const changesMax = 100_000;

/** Takes the rows of deleted articles below all others, but not those that another process may still have to hear of. */
export function forgetFacets(database: Database): void {
  database.run(
    `DELETE FROM article_facet WHERE number < (SELECT min(number) FROM article)
       AND revision <= (SELECT count FROM tally WHERE name = 'facet') - ?`,
    changesMax,
  );
}

/** Rises with each change of a row of `article_facet`, by whatever process. */
export function revisionOf(database: Database): number {
  return database.get<{ count: number }>(`SELECT count FROM tally WHERE name = 'facet'`)!.count;
}

/** The names of `facet_name` by their ids. */
class Names {
  readonly #names: string[] = [''];
  #last = 0;

  read(database: Database): void {
    for (const { id, name } of database.all<{ id: number; name: string }>(
      'SELECT id, name FROM facet_name WHERE id > ? ORDER BY id',
      this.#last,
    )) {
      this.#names[id] = name;
      this.#last = id;
    }
  }

  get size(): number {
    return this.#names.length;
  }

  name(id: number): string {
    return this.#names[id] ?? '';
  }

  those(wanted: (name: string) => boolean): Uint8Array {
    return Uint8Array.from(this.#names, (name) => (name !== undefined && name !== '' && wanted(name) ? 1 : 0));
  }

  /** Counts by id as counts by name; articles without a name are left out. */
  counted(counts: Uint32Array): Map<string, number> {
    const found = new Map<string, number>();
    for (let id = 1; id < counts.length; id++) if (counts[id] > 0) found.set(this.name(id), counts[id]);
    return found;
  }
}

interface Traits {
  readonly language: number;
  readonly kinds: number;
  readonly copy: number;
}

class KnownTraits {
  readonly list: Traits[] = [];
  readonly #numbers = new Map<number, number>();

  get size(): number {
    return this.list.length;
  }

  numberOf(language: number, kinds: number, copy: number): number {
    // Ids of names stay far below the 25 bits there is room for.
    const key = (language * 2 ** 25 + kinds) * 2 + copy;
    let number = this.#numbers.get(key);
    if (number === undefined) {
      number = this.list.push({ language, kinds, copy }) - 1;
      this.#numbers.set(key, number);
    }
    return number;
  }

  those(wanted: (traits: Traits) => boolean): Uint8Array {
    return Uint8Array.from(this.list, (traits) => (wanted(traits) ? 1 : 0));
  }
}

/** The integers of a text that parts them by commas. */
export function integersIn(text: string): Float64Array {
  let count = text === '' ? 0 : 1;
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) === comma) count++;
  const integers = new Float64Array(count);
  let [filled, value, sign] = [0, 0, 1];
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === comma) {
      integers[filled++] = value * sign;
      [value, sign] = [0, 1];
    } else if (unit === minus) sign = -1;
    else value = value * 10 + unit - zero;
  }
  if (filled < count) integers[filled] = value * sign;
  return integers;
}

const [comma, minus, zero] = [44, 45, 48];
