import type { QueryField } from '../records.ts';
import { isUnspaced } from '../text/scripts.ts';
import type { SubjectText, TermIndex } from './document.ts';
import { factsOf, statementFacts } from './match.ts';
import { prefixKey, prefixLetters } from './prefilter.ts';
import type { Programs } from './program.ts';
import { queryLimits } from './query.ts';

/**
 * A subject in the numbers of the programs' keys: which it has, and where its terms stand. One row of places for title,
 * standfirst and body, with room between them that no nearness bridges. The arrays are kept from subject to subject.
 */
export class Places {
  /** Keys the subject has, in the order they were met; `keyCount` of them count. */
  readonly keysHad: Int32Array;
  keyCount = 0;
  /** 1 for each key that the subject has. */
  readonly had: Uint8Array;
  /** First place of a term; of first letters, a place of a term that begins so. */
  readonly first: Int32Array;
  /** How often a term stands there. */
  readonly times: Int32Array;
  /** By place: the key of the term there, or -1; the next place of the same term, and of another that begins alike, or -1. */
  keyAt = new Int32Array(0);
  next = new Int32Array(0);
  nextAlike = new Int32Array(0);
  length = 0;
  readonly #last: Int32Array;
  readonly #keys: ReadonlyMap<string, number>;
  /** Of each key that is a term, the key of its first letters, or -1. */
  readonly #prefixOf: Int32Array;
  readonly #fields: ReadonlySet<QueryField>;
  /** First letters of terms that are no keys: texts use the same ones again and again. */
  readonly #strangers = new Map<string, number>();
  readonly #hasPrefixes: boolean;
  #indexes: readonly TermIndex[] = [];

  constructor({ keys }: Programs) {
    this.#keys = keys;
    this.had = new Uint8Array(keys.size);
    this.keysHad = new Int32Array(keys.size);
    this.first = new Int32Array(keys.size);
    this.#last = new Int32Array(keys.size);
    this.times = new Int32Array(keys.size);
    const names = [...keys.keys()];
    this.#prefixOf = Int32Array.from(names, (key) => keys.get(prefixKey(key)) ?? -1);
    this.#fields = new Set(
      names.filter((key) => key.includes(':')).map((key) => key.slice(0, key.indexOf(':')) as QueryField),
    );
    this.#hasPrefixes = names.some((key) => key.endsWith('*'));
  }

  /** Takes up a subject in place of the one before. */
  take(text: SubjectText): void {
    for (let at = 0; at < this.keyCount; at++) this.had[this.keysHad[at]] = 0;
    this.keyCount = 0;
    this.length = 0;
    this.#indexes = [text.title, text.standfirst, text.body];
    this.#makeRoom(this.#indexes.reduce((sum, { terms }) => sum + terms.length + roomBetween, 0));
    for (const { terms } of this.#indexes) this.#takeTerms(terms);
    this.#takeFacts(text);
  }

  /** The term at a place; empty where none stands. */
  termAt(place: number): string {
    let from = 0;
    for (const { terms } of this.#indexes) {
      if (place < from + terms.length) return terms[place - from] ?? '';
      from += terms.length + roomBetween;
    }
    return '';
  }

  #takeTerms(terms: readonly string[]): void {
    let before = '';
    for (const term of terms) {
      const place = this.length++;
      const key = this.#keys.get(term);
      this.next[place] = -1;
      this.keyAt[place] = key ?? -1;
      if (key === undefined) {
        if (this.#hasPrefixes) this.#takePrefix(this.#prefixOfStranger(term), place);
      } else if (this.had[key] === 0) {
        this.#take(key);
        this.first[key] = place;
        this.#last[key] = place;
        this.times[key] = 1;
        if (this.#hasPrefixes) this.#takePrefix(this.#prefixOf[key], place);
      } else {
        this.next[this.#last[key]] = place;
        this.#last[key] = place;
        this.times[key]++;
      }
      const unspaced = isUnspaced(term);
      if (unspaced && before !== '') this.#takeName(before + term);
      before = unspaced ? term : '';
    }
    for (let room = 0; room < roomBetween; room++) this.keyAt[this.length++] = -1;
  }

  #takePrefix(prefix: number, place: number): void {
    if (prefix < 0) return;
    this.nextAlike[place] = this.had[prefix] === 0 ? -1 : this.first[prefix];
    this.first[prefix] = place;
    this.#take(prefix);
  }

  #prefixOfStranger(term: string): number {
    if (term.length < prefixLetters) return -1;
    let prefix = this.#strangers.get(term);
    if (prefix === undefined) {
      prefix = this.#keys.get(prefixKey(term)) ?? -1;
      if (this.#strangers.size >= strangersKept) this.#strangers.clear();
      this.#strangers.set(term, prefix);
    }
    return prefix;
  }

  #takeFacts(text: SubjectText): void {
    const { body } = text.reading.article;
    for (const field of this.#fields) {
      const values = [
        ...factsOf(field, text.subject),
        ...text.reading.statements.flatMap((statement) => statementFacts(field, statement, body)),
      ];
      for (const value of values) for (const term of text.fact(value).terms) this.#takeName(`${field}:${term}`);
    }
  }

  #takeName(name: string): void {
    const key = this.#keys.get(name);
    if (key !== undefined) this.#take(key);
  }

  #take(key: number): void {
    if (this.had[key] !== 0) return;
    this.had[key] = 1;
    this.keysHad[this.keyCount++] = key;
  }

  #makeRoom(places: number): void {
    if (this.keyAt.length >= places) return;
    this.keyAt = new Int32Array(places * 2);
    this.next = new Int32Array(places * 2);
    this.nextAlike = new Int32Array(places * 2);
  }
}

/** Places left empty between title, standfirst and body. */
const roomBetween = queryLimits.nearWordsMax + 1;

/** Most terms without a key whose first letters are kept at hand. */
const strangersKept = 50_000;
