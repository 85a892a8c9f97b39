import type { Reading, Subject } from '../records.ts';
import { visitTerms } from '../text/terms.ts';
import type { Scope } from './find.ts';

/** A text as the matcher sees it: its terms (`text/terms.ts`) in order with their places. */
export class TermIndex {
  readonly text: string;
  readonly terms: readonly string[];
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  #places: Map<string, number[]> | null = null;
  #sorted: readonly string[] | null = null;
  #sentence: Int32Array | null = null;
  #paragraph: Int32Array | null = null;

  constructor(text: string) {
    const terms: string[] = [];
    const starts: number[] = [];
    const ends: number[] = [];
    visitTerms(text, (term, start, end) => {
      terms.push(term);
      starts.push(start);
      ends.push(end);
    });
    this.text = text;
    this.terms = terms;
    this.starts = Int32Array.from(starts);
    this.ends = Int32Array.from(ends);
  }

  /** Places of each term, ascending; made when first asked for. */
  get places(): ReadonlyMap<string, readonly number[]> {
    if (this.#places === null) {
      this.#places = new Map();
      for (let place = 0; place < this.terms.length; place++) {
        const list = this.#places.get(this.terms[place]);
        if (list === undefined) this.#places.set(this.terms[place], [place]);
        else list.push(place);
      }
    }
    return this.#places;
  }

  /** Distinct terms in order, so that those with one beginning stand side by side; made when first asked for. */
  get sorted(): readonly string[] {
    this.#sorted ??= [...this.places.keys()].sort(byUnits);
    return this.#sorted;
  }

  /** Number of the paragraph each term stands in. */
  get paragraph(): Int32Array {
    this.#paragraph ??= this.#numbered((before) => /\n\s*\n/.test(before));
    return this.#paragraph;
  }

  /** Number of the sentence each term stands in; the sentences are asked for once, in order. */
  sentence(split: () => readonly { readonly end: number }[]): Int32Array {
    if (this.#sentence === null) {
      const sentences = split();
      this.#sentence = new Int32Array(this.terms.length);
      let number = 0;
      for (let place = 0; place < this.terms.length; place++) {
        while (number < sentences.length - 1 && this.starts[place] >= sentences[number].end) number++;
        this.#sentence[place] = number;
      }
    }
    return this.#sentence;
  }

  #numbered(parts: (between: string) => boolean): Int32Array {
    const numbers = new Int32Array(this.terms.length);
    for (let place = 1; place < this.terms.length; place++) {
      const between = this.text.slice(this.ends[place - 1], this.starts[place]);
      numbers[place] = numbers[place - 1] + (between.length > 1 && parts(between) ? 1 : 0);
    }
    return numbers;
  }
}

function byUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The texts of a subject as term indexes, each made when first asked for and once. */
export class SubjectText {
  readonly subject: Subject;
  #title: TermIndex | null = null;
  #standfirst: TermIndex | null = null;
  #body: TermIndex | null = null;
  #scopes: readonly Scope[] | null = null;
  #vocabulary: Set<string> | null = null;
  readonly #facts = new Map<string, TermIndex>();

  constructor(subject: Subject) {
    this.subject = subject;
  }

  get reading(): Reading {
    return this.subject.reading;
  }

  get title(): TermIndex {
    this.#title ??= new TermIndex(this.reading.article.title ?? '');
    return this.#title;
  }

  get standfirst(): TermIndex {
    this.#standfirst ??= new TermIndex(this.reading.article.standfirst ?? '');
    return this.#standfirst;
  }

  get body(): TermIndex {
    this.#body ??= new TermIndex(this.reading.article.body);
    return this.#body;
  }

  /** Title, standfirst and body: where a word is looked for unless a field says otherwise. */
  get scopes(): readonly Scope[] {
    this.#scopes ??= [
      { index: this.title, where: 'title', within: null },
      { index: this.standfirst, where: 'standfirst', within: null },
      { index: this.body, where: 'body', within: null },
    ];
    return this.#scopes;
  }

  /** All terms of title, standfirst and body: the cheapest answer to "is this word there at all". */
  get vocabulary(): ReadonlySet<string> {
    if (this.#vocabulary === null) {
      this.#vocabulary = new Set(this.body.places.keys());
      for (const index of [this.title, this.standfirst]) for (const term of index.terms) this.#vocabulary.add(term);
    }
    return this.#vocabulary;
  }

  /** The index of a short text such as a name or a site. */
  fact(text: string): TermIndex {
    let index = this.#facts.get(text);
    if (index === undefined) {
      index = new TermIndex(text);
      this.#facts.set(text, index);
    }
    return index;
  }
}
