import type { QueryNode, Subject } from '../records.ts';
import { SubjectText } from './document.ts';
import { type Context, contextOf, placesOf, test } from './match.ts';

/** Which parts of a query have matched something, over all subjects it is told of. */
export interface PartsFollowed {
  look(subject: Subject): void;
  /**
   * The smallest parts that never matched anything, as they stand in the query: a word that was never there, or two that were,
   * but never together. A word inside a field counts as there when it was in that field. What stands behind a NOT is among
   * them when there was never anything to take out.
   */
  never(): readonly QueryNode[];
}

/** Follows the parts of a query from article to article; a part is asked only until it has matched once. */
export function followParts(query: QueryNode): PartsFollowed {
  const waiting = new Set(allParts(query));
  const over = new Set<QueryNode>();
  const ask = (node: QueryNode, context: Context): void => {
    if (over.has(node)) return;
    const children = childrenOf(node);
    if (waiting.has(node) && test(node, context)) waiting.delete(node);
    if (node.op === 'field') for (const place of placesOf(node.field, context)) ask(node.of, place);
    else for (const child of children) ask(child, context);
    if (!waiting.has(node) && children.every((child) => over.has(child))) over.add(node);
  };
  return {
    look: (subject) => ask(query, contextOf(new SubjectText(subject))),
    never: () => smallest(query, waiting),
  };
}

/** Parts that wait still although all that they are made of has matched; a word is made of nothing. */
function smallest(node: QueryNode, waiting: ReadonlySet<QueryNode>): readonly QueryNode[] {
  const children = childrenOf(node);
  const inner = children.flatMap((child) => smallest(child, waiting));
  return waiting.has(node) && !children.some((child) => waiting.has(child)) ? [node, ...inner] : inner;
}

/** A NOT is left out: that it takes everything out is told by what stands beside it. */
function allParts(node: QueryNode): QueryNode[] {
  const inner = childrenOf(node).flatMap(allParts);
  return node.op === 'not' ? inner : [node, ...inner];
}

function childrenOf(node: QueryNode): readonly QueryNode[] {
  switch (node.op) {
    case 'and':
    case 'or':
    case 'near':
      return node.of;
    case 'not':
    case 'atleast':
    case 'field':
      return [node.of];
    default:
      return [];
  }
}
