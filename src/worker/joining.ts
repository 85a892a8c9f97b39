import { embedPairsMax } from '../embeddings.ts';
import { asFailure, Failure } from '../failures.ts';
import type { Store } from '../store/store.ts';
import type { Stories } from '../stories/stories.ts';
import type { BorderPair } from '../stories/window.ts';

/** Asks a model about stories that are nearly one by their words, and makes those one that it finds alike. */
export function createJoining({ store, embed, onFailure }: JoiningOptions): Joining {
  /** Pairs of articles that it was asked about: asked once while both stand for their stories. */
  const asked = new Set<string>();

  async function textOf(articleId: string): Promise<string | null> {
    const stored = await store.getArticle(articleId);
    if (stored === null) return null;
    const { title, body } = stored.reading.article;
    return `${title ?? ''}\n\n${body}`.trim();
  }

  return {
    async join(stories) {
      const pairs: BorderPair[] = [];
      const texts: [string, string][] = [];
      for (const pair of stories.borders()) {
        if (pairs.length === embedPairsMax) break;
        const key = keyOf(pair);
        if (asked.has(key)) continue;
        const [a, b] = [await textOf(pair.articleIds[0]), await textOf(pair.articleIds[1])];
        if (a === null || b === null) continue;
        asked.add(key);
        pairs.push(pair);
        texts.push([a, b]);
      }
      if (asked.size > askedMax) asked.clear();
      if (pairs.length === 0) return 0;
      const found = await embed.likenesses(texts).catch(asFailure);
      if (found instanceof Failure) {
        for (const pair of pairs) asked.delete(keyOf(pair));
        onFailure?.(found);
        return 0;
      }
      const { placements, stories: changed } = stories.join(pairs.filter((_, at) => found[at] >= embed.likenessMin));
      if (placements.length > 0) await store.saveSecondLook(placements, changed);
      return placements.length;
    },
  };
}

const keyOf = ({ articleIds }: BorderPair) => articleIds.join(' ');

export interface Joining {
  /** One request about the likest pairs not asked about yet; stores what it changed and gives how many articles moved. */
  join(stories: Stories): Promise<number>;
}

/** Cosines of pairs of texts by an embedding model, and from which on two stories are one. Throws a Failure. */
export interface EmbedPort {
  likenesses(pairs: readonly (readonly [string, string])[]): Promise<readonly number[]>;
  readonly likenessMin: number;
}

export interface JoiningOptions {
  readonly store: Pick<Store, 'getArticle' | 'saveSecondLook'>;
  readonly embed: EmbedPort;
  /** Told why the model could not be asked: the stories stay as words have them. */
  readonly onFailure?: (failure: Failure) => void;
}

/** Pairs remembered as asked; beyond it all are forgotten, and asked again. */
const askedMax = 20_000;
