import type { HtmlTree } from '../formats/html.ts';
import type { Trace } from '../records.ts';
import type { BlockPage } from './blocks.ts';
import weights from './body.weights.json' with { type: 'json' };
import { claimedText } from './claimed.ts';
import { type DescribedPage, describePage } from './describe.ts';
import type { Change, Draft } from './draft.ts';
import type { BlockFacts } from './facts.ts';
import { featureNames } from './features.ts';
import { type Kind, kindOf, livePosts, POSTS_MIN } from './kind.ts';
import { type Lexicon, readyLexicon } from './lexicon.ts';
import { reasonOfScore } from './reasons.ts';
import { keepPosts, lookAgain } from './second-look.ts';
import { smoothingFeatures, smoothingNames } from './smoothing.ts';
import type { Structured } from './structured.ts';
import { readyTrees, scoreRows, type Trees } from './trees.ts';

/**
 * Decides which blocks are the article: a first pass over each block by itself, a second over the sequence of their scores, then
 * the rules that hold whatever was learnt, then the posts of a live blog. Gives the blocks in the order of the page, and with
 * `explain` the reason for each.
 */
export function chooseBody(input: BodyInput, explain: boolean, model: BodyModel = learntModel()): ChosenBody {
  const { tree, structured, url } = input;
  const described = describePage(tree, structured, model.lexicon);
  const { page, facts } = described;
  const scores = scoreBlocks(described, model);
  const draft: Draft = {
    scores,
    kept: Uint8Array.from(scores, (score) => (score > 0 ? 1 : 0)),
    changes: new Array<Change | null>(scores.length).fill(null),
  };
  lookAgain(described, draft, tree, url);
  const posts = livePosts(tree, page, url);
  if (posts.length >= POSTS_MIN) keepPosts(described, draft, posts);

  const kept: number[] = [];
  for (let at = 0; at < draft.kept.length; at++) if (draft.kept[at] === 1) kept.push(at);
  const shown = kept.map((at) => page.blocks[at].text);
  const kind = kindOf({ tree, page, facts, kept, structured, url, title: described.titles[0] ?? null });
  const claimed = kind.kind === 'list' ? null : claimedText(structured, described.titles, shown);
  const trace = explain ? traceOf(described, draft, kind, claimed !== null) : [];
  if (claimed !== null) {
    const instead = kind.kind === 'none' || kind.kind === 'stub' ? 'article' : kind.kind;
    return {
      page,
      facts,
      kept,
      paragraphs: claimed,
      from: 'structured',
      kind: { ...kind, kind: instead, partial: false },
      trace,
    };
  }
  const empty = kind.kind === 'list' || kind.kind === 'none';
  return { page, facts, kept: empty ? [] : kept, paragraphs: empty ? [] : shown, from: 'page', kind, trace };
}

export interface BodyInput {
  readonly tree: HtmlTree;
  readonly structured: Structured;
  readonly url: string | null;
}

export interface ChosenBody {
  readonly page: BlockPage;
  readonly facts: readonly BlockFacts[];
  /** Indexes of the blocks kept; none for a list and for a page without text. */
  readonly kept: readonly number[];
  /** The body: the text of the kept blocks, or what the structured data claim where the page shows much less. */
  readonly paragraphs: readonly string[];
  /** Where the paragraphs are from; from the page there is one for each block kept. */
  readonly from: 'page' | 'structured';
  readonly kind: Kind;
  /** Why, when asked for: what holds of the page, then a line for each block. */
  readonly trace: readonly Trace[];
}

/** What was learnt of blocks: words, and the trees of both passes. */
export interface BodyModel {
  readonly lexicon: Lexicon;
  readonly first: Trees;
  readonly second: Trees;
}

let learnt: BodyModel | null = null;

/** The model of the weights file, made ready when first asked for: the training brings its own before the file fits. */
function learntModel(): BodyModel {
  learnt ??= {
    lexicon: readyLexicon(
      new Map(Object.entries<number>(weights.lexicon.text)),
      new Map(Object.entries<number>(weights.lexicon.classes)),
    ),
    first: readyTrees(weights.first, featureNames),
    second: readyTrees(weights.second, smoothingNames),
  };
  return learnt;
}

/** Log odds of every block: the mean of both passes, which errs less than either. */
function scoreBlocks(described: DescribedPage, { first, second }: BodyModel): Float32Array {
  const { passedOver } = described;
  const scores = scoreRows(first, described.features, passedOver);
  const again = scoreRows(second, smoothingFeatures(described, scores), passedOver);
  for (let at = 0; at < scores.length; at++) scores[at] = (scores[at] + again[at]) / 2;
  return scores;
}

/** The kind first, then every block of the page in its order. */
function traceOf(described: DescribedPage, draft: Draft, kind: Kind, claimed: boolean): Trace[] {
  const { page } = described;
  const trace: Trace[] = [{ step: 'kind', reason: `${kind.kind}: ${kind.reason}` }];
  if (claimed)
    trace.push({ step: 'claimed', reason: 'the structured data hold far more of the text than the page shows' });
  const empty = kind.kind === 'list' || kind.kind === 'none';
  for (let at = 0; at < page.blocks.length; at++) {
    const chosen = draft.kept[at] === 1;
    const { step, reason } =
      chosen && empty
        ? {
            step: 'kind',
            reason: `${kind.kind === 'list' ? 'a list' : 'a page without an article'} has no text of its own`,
          }
        : (draft.changes[at] ?? { step: 'body', reason: reasonOfScore(described, at, draft.scores[at]) });
    trace.push({ step, reason, text: page.blocks[at].text, kept: chosen && !empty });
  }
  return trace;
}
