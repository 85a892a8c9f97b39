import type { QueryNode } from '../records.ts';

/** A query in plain words, for the editor: what it looks for, part by part. English; the desk may translate by `op` itself. */
export function explainQuery(query: QueryNode): string {
  return said(query, false);
}

function said(node: QueryNode, inner: boolean): string {
  switch (node.op) {
    case 'all':
      return 'every article';
    case 'and':
    case 'or': {
      const text = node.of.map((part) => said(part, true)).join(node.op === 'and' ? ' and ' : ' or ');
      return inner ? `(${text})` : text;
    }
    case 'not':
      return `without ${said(node.of, true)}`;
    case 'word':
      return node.stem
        ? `any form of “${node.word}”`
        : node.exact
          ? `“${node.word}” exactly as written`
          : `“${node.word}”`;
    case 'phrase':
      return `the words “${node.words.join(' ')}” in a row${node.exact ? ', exactly as written' : ''}`;
    case 'wildcard':
      return `words like “${node.pattern}”`;
    case 'near': {
      const [left, right] = node.of.map((part) => said(part, true));
      if (node.within === 'sentence') return `${left} and ${right} in one sentence`;
      if (node.within === 'paragraph') return `${left} and ${right} in one paragraph`;
      const distance = `${node.within} ${node.within === 1 ? 'word' : 'words'}`;
      return node.ordered ? `${left} at most ${distance} before ${right}` : `${left} within ${distance} of ${right}`;
    }
    case 'atleast':
      return `${said(node.of, true)} at least ${node.count} times`;
    case 'field':
      return `${fieldWords[node.field]} ${said(node.of, true)}`;
    case 'range': {
      const what = node.field === 'published' ? 'published' : 'announcing a date';
      if (node.from === node.to) return `${what} in ${node.from}`;
      if (node.to === null) return `${what} from ${node.from} on`;
      return node.from === null ? `${what} up to ${node.to}` : `${what} from ${node.from} to ${node.to}`;
    }
    case 'sources':
      return `stories with at least ${node.min} independent ${node.min === 1 ? 'account' : 'accounts'}`;
    case 'kind':
      return `developments of the kind ${node.kind}`;
  }
}

const fieldWords = {
  title: 'in the title:',
  body: 'in the text:',
  source: 'from the source',
  site: 'on the site',
  owner: 'from outlets owned by',
  lang: 'in the language',
  by: 'with the byline',
  credit: 'credited to the agency',
  speaker: 'said by',
  role: 'said by someone who is',
  said: 'in somebody’s words:',
  venue: 'said at',
  place: 'naming the place',
  person: 'naming the person',
  org: 'naming the body',
  story: 'in the story',
} as const;
