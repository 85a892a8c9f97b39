import type { Development, DevelopmentKind, Evidence, Instant } from '../records.ts';
import { recordId } from '../text/hash.ts';
import type { EventFact, Facts, FigureFact, StatementFact, Topic } from './facts.ts';

/** What one article of a story said, as remembered. */
export interface Telling {
  readonly articleId: string;
  /** When it was said. */
  readonly at: Instant;
  readonly facts: Facts;
}

/** The article whose news is asked for. */
export interface NewTelling extends Telling {
  readonly storyId: string;
  /** True for a text that mostly carries another: only what contradicts earlier tellings counts then, not more words. */
  readonly copied: boolean;
  /** True for the first text of its story in its language: what others said is told there once more, in other words. */
  readonly translated: boolean;
  readonly title: string;
  /** Words of its title, and what it says befell somebody. */
  readonly headline: Topic;
  readonly fates: ReadonlySet<string>;
}

/** News with its weight: of one article the weightiest are told. */
export interface Weighed {
  readonly weight: number;
  readonly development: Development;
}

/** A development with nothing before it. */
export function development(
  told: Pick<NewTelling, 'storyId' | 'articleId' | 'at'>,
  kind: DevelopmentKind,
  summary: string,
  evidence: readonly Evidence[],
  more: Partial<Pick<Development, 'replaces' | 'statementId' | 'eventId'>> = {},
): Development {
  return {
    id: recordId('development', told.storyId, told.articleId, kind, summary),
    storyId: told.storyId,
    articleId: told.articleId,
    kind,
    at: told.at,
    summary,
    evidence,
    replaces: more.replaces ?? null,
    statementId: more.statementId ?? null,
    eventId: more.eventId ?? null,
  };
}

/** The words of an article that a fact stands on. */
export function evidenceOf(articleId: string, fact: StatementFact | EventFact | FigureFact): Evidence {
  const { spans, quote } = fact;
  return { articleId, where: 'where' in fact ? fact.where : 'body', spans, quote };
}
