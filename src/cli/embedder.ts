import type { Configuration } from '../config.ts';
import { createEmbedder, type Embedder } from '../embeddings.ts';
import type { EmbedPort } from '../worker/joining.ts';
import { namesIn } from './fetcher.ts';

/** The embedding model of the settings; null while no address is set, which is the default. Close it to end its idle connections. */
export function openEmbedder(configuration: Configuration): (Embedder & EmbedPort) | null {
  if (configuration.embeddingUrl === '') return null;
  const embedder = createEmbedder({
    address: configuration.embeddingUrl,
    model: configuration.embeddingModel,
    key: configuration.embeddingKey,
    allowHosts: namesIn(configuration.embeddingAllowHosts),
    userAgent: configuration.userAgent,
  });
  return { ...embedder, likenessMin: configuration.embeddingLikenessPercent / 100 };
}
