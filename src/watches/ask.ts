import { globMatches } from './find.ts';
import type { Places } from './places.ts';
import { Code, type Programs } from './program.ts';

/** What the places of a subject say of a watch. Ordered, so that AND is the least of its parts and OR the greatest. */
export const Verdict = { no: 0, perhaps: 1, yes: 2 } as const;

/** Asks programs about the subject that the places hold. Nothing is made per watch asked: the arrays are kept. */
export class Asker {
  readonly #code: Int32Array;
  readonly #programs: Programs;
  readonly #places: Places;
  /** What was found of each pattern in this subject: the number of the subject times two, one more when it stands there. */
  readonly #patternsFound: Float64Array;
  #subject = 0;

  constructor(programs: Programs, places: Places) {
    this.#code = programs.code;
    this.#programs = programs;
    this.#places = places;
    this.#patternsFound = new Float64Array(programs.patterns.length);
  }

  /** The places hold another subject. */
  begin(): void {
    this.#subject++;
  }

  verdict(watch: number): number {
    const start = this.#programs.startOf(watch);
    return start < 0 ? Verdict.no : this.#ask(start);
  }

  #ask(at: number): number {
    const code = this.#code;
    const { had } = this.#places;
    const end = code[at + 1];
    switch (code[at]) {
      case Code.key:
        return had[code[at + 2]] << 1;
      case Code.allKeys:
        for (let key = at + 2; key < end; key++) if (had[code[key]] === 0) return Verdict.no;
        return Verdict.yes;
      case Code.anyKeys:
        for (let key = at + 2; key < end; key++) if (had[code[key]] !== 0) return Verdict.yes;
        return Verdict.no;
      case Code.all: {
        let least: number = Verdict.yes;
        for (let part = at + 2; part < end && least !== Verdict.no; part = code[part + 1])
          least = Math.min(least, this.#ask(part));
        return least;
      }
      case Code.any: {
        let most: number = Verdict.no;
        for (let part = at + 2; part < end && most !== Verdict.yes; part = code[part + 1])
          most = Math.max(most, this.#ask(part));
        return most;
      }
      case Code.not:
        return Verdict.yes - this.#ask(at + 2);
      case Code.phrase:
        return this.#hasPhrase(at) ? Verdict.yes : Verdict.no;
      case Code.wildcard:
        return this.#hasPattern(at) ? Verdict.yes : Verdict.no;
      case Code.near:
        return this.#hasNear(at) ? Verdict.yes : Verdict.no;
      default:
        return at + 2 === end ? Verdict.perhaps : Math.min(Verdict.perhaps, this.#ask(at + 2));
    }
  }

  #hasPhrase(at: number): boolean {
    const [code, { had }] = [this.#code, this.#places];
    for (let key = at + 3; key < code[at + 1]; key++) if (had[code[key]] === 0) return false;
    return this.#phraseFrom(at, this.#rarestOf(at), null);
  }

  #hasPattern(at: number): boolean {
    const code = this.#code;
    const [pattern, prefix] = [code[at + 2], code[at + 3]];
    if (prefix >= 0 && this.#places.had[prefix] === 0) return false;
    const known = this.#patternsFound[pattern] - this.#subject * 2;
    if (known >= 0) return known === 1;
    const found = this.#patternFrom(at, null);
    this.#patternsFound[pattern] = this.#subject * 2 + (found ? 1 : 0);
    return found;
  }

  #hasNear(at: number): boolean {
    const code = this.#code;
    const left = at + 4;
    const right = code[left + 1];
    // Both must be there at all before their places are gone through.
    if (this.#ask(left) === Verdict.no || this.#ask(right) === Verdict.no) return false;
    const [within, ordered] = [code[at + 2], code[at + 3] === 1];
    if (code[left] === Code.key && code[right] === Code.key)
      return this.#keysNear(code[left + 2], code[right + 2], within, ordered);
    const found = (side: number): Found => {
      const places: Found = [];
      this.#collect(side, places);
      return places.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
    };
    return anyNear(found(left), found(right), within, ordered);
  }

  /** The nearest two of two words are neighbours in the row of both, so one walk over it finds them. */
  #keysNear(left: number, right: number, within: number, ordered: boolean): boolean {
    const { first, next } = this.#places;
    let [a, b] = [first[left], first[right]];
    while (a >= 0 && b >= 0) {
      if (a < b) {
        if (b - a - 1 <= within) return true;
        a = next[a];
      } else {
        if (!ordered && a > b && a - b - 1 <= within) return true;
        b = next[b];
      }
    }
    return false;
  }

  /** All places of a condition that has some. */
  #collect(at: number, found: Found): void {
    const code = this.#code;
    const end = code[at + 1];
    switch (code[at]) {
      case Code.key:
        this.#collectKey(code[at + 2], found);
        break;
      case Code.anyKeys:
        for (let key = at + 2; key < end; key++) this.#collectKey(code[key], found);
        break;
      case Code.any:
        for (let part = at + 2; part < end; part = code[part + 1]) this.#collect(part, found);
        break;
      case Code.phrase:
        if (this.#hasPhrase(at)) this.#phraseFrom(at, this.#rarestOf(at), found);
        break;
      case Code.wildcard:
        if (this.#hasPattern(at)) this.#patternFrom(at, found);
        break;
    }
  }

  #collectKey(key: number, found: Found): void {
    const { had, first, next } = this.#places;
    if (had[key] === 0) return;
    for (let place = first[key]; place >= 0; place = next[place]) found.push([place, place]);
  }

  /** Which of a phrase's terms, all of them there, stands in fewest places. */
  #rarestOf(at: number): number {
    const [code, { times }] = [this.#code, this.#places];
    let lead = 0;
    for (let term = 1; term < code[at + 2]; term++)
      if (times[code[at + 3 + term]] < times[code[at + 3 + lead]]) lead = term;
    return lead;
  }

  /** Goes through the places of one term of a phrase: whether the others stand beside it, or into `found` where they do. */
  #phraseFrom(at: number, lead: number, found: Found | null): boolean {
    const code = this.#code;
    const { first, next, keyAt, length } = this.#places;
    const count = code[at + 2];
    for (let place = first[code[at + 3 + lead]]; place >= 0; place = next[place]) {
      const start = place - lead;
      if (start < 0 || start + count > length) continue;
      let equal = 0;
      while (equal < count && keyAt[start + equal] === code[at + 3 + equal]) equal++;
      if (equal < count) continue;
      if (found === null) return true;
      found.push([start, start + count - 1]);
    }
    return false;
  }

  /** Goes through the terms that begin as a pattern does, or through all when it begins with too few letters. */
  #patternFrom(at: number, found: Found | null): boolean {
    const places = this.#places;
    const pattern = this.#programs.patterns[this.#code[at + 2]];
    const prefix = this.#code[at + 3];
    if (prefix < 0) {
      for (let place = 0; place < places.length; place++) {
        if (!globMatches(pattern, places.termAt(place))) continue;
        if (found === null) return true;
        found.push([place, place]);
      }
      return false;
    }
    for (let place = places.first[prefix]; place >= 0; place = places.nextAlike[place]) {
      if (!globMatches(pattern, places.termAt(place))) continue;
      if (found === null) return true;
      // Of a term that is a key only one place is among those that begin alike; of others each.
      for (let same = place; same >= 0; same = places.next[same]) found.push([same, same]);
    }
    return false;
  }
}

/** First and last place of what was found. */
type Found = (readonly [number, number])[];

/** Whether one of the left is near one of the right; both in order of place. */
function anyNear(left: Found, right: Found, within: number, ordered: boolean): boolean {
  const longest = right.reduce((most, [first, last]) => Math.max(most, last - first), 0);
  let from = 0;
  for (const [first, last] of left) {
    while (from < right.length && right[from][0] + longest < first - 1 - within) from++;
    for (let at = from; at < right.length && right[at][0] - last - 1 <= within; at++) {
      if (right[at][0] > last) return true;
      if (!ordered && right[at][1] < first && first - right[at][1] - 1 <= within) return true;
    }
  }
  return false;
}
