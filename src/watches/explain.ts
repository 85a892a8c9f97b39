import type { QueryNode } from '../records.ts';
import { type QueryPhrases, queryPhrases } from './phrases.ts';

/** A query in plain words, for the editor: what it looks for, part by part, in a language (BCP 47 primary tag). */
export function explainQuery(query: QueryNode, language = 'en'): string {
  return said(query, false, queryPhrases[language] ?? queryPhrases.en);
}

function said(node: QueryNode, inner: boolean, phrases: QueryPhrases): string {
  const part = (one: QueryNode) => said(one, true, phrases);
  switch (node.op) {
    case 'all':
      return phrases.all;
    case 'and':
    case 'or': {
      const text = node.of.map(part).join(node.op === 'and' ? phrases.and : phrases.or);
      return inner ? `(${text})` : text;
    }
    case 'not':
      return phrases.not(part(node.of));
    case 'word':
      if (node.stem) return phrases.anyForm(node.word);
      return node.exact ? phrases.exactly(node.word) : phrases.word(node.word);
    case 'phrase':
      return node.exact ? phrases.inARowExactly(node.words.join(' ')) : phrases.inARow(node.words.join(' '));
    case 'wildcard':
      return phrases.like(node.pattern);
    case 'near': {
      const [left, right] = node.of.map(part);
      if (node.within === 'sentence') return phrases.oneSentence(left, right);
      if (node.within === 'paragraph') return phrases.oneParagraph(left, right);
      return node.ordered ? phrases.before(left, right, node.within) : phrases.within(left, right, node.within);
    }
    case 'atleast':
      return phrases.atLeast(part(node.of), node.count);
    case 'field':
      return phrases.fields[node.field](part(node.of));
    case 'range':
      return node.field === 'published'
        ? phrases.published(node.from, node.to)
        : phrases.announcing(node.from, node.to);
    case 'sources':
      return phrases.sources(node.min);
    case 'kind':
      return phrases.kind(node.kind);
  }
}
