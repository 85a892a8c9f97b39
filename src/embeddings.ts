import type { LookupFunction } from 'node:net';
import { Failure } from './failures.ts';
import { createGuard } from './fetch/guard.ts';
import { createPoster } from './fetch/post.ts';

/**
 * Asks an embedding model how alike texts are, at any address that speaks as OpenAI's `/v1/embeddings` does, a model on this machine
 * included. Off unless an address is set; through the same guard as all that goes out.
 */
export function createEmbedder(options: EmbedderOptions): Embedder {
  const { address, model, key, userAgent, lookup } = options;
  const guard = createGuard({ allowHosts: options.allowHosts, setting: 'WATCHFLOOR_EMBEDDING_ALLOW_HOSTS' });
  const poster = createPoster({ guard, userAgent, lookup });
  const headers = {
    'content-type': 'application/json',
    accept: 'application/json',
    ...(key === '' ? {} : { authorization: `Bearer ${key}` }),
  };

  async function vectorsOf(texts: readonly string[]): Promise<readonly number[][]> {
    const input = texts.map((text) => text.slice(0, textLengthMax));
    const answer = await poster.ask(address, headers, JSON.stringify({ model, input }), answerBytesMax);
    return readVectors(answer, texts.length);
  }

  return {
    async likenesses(pairs) {
      const asked = pairs.slice(0, embedPairsMax);
      if (asked.length === 0) return [];
      const texts = [...new Set(asked.flat())];
      const vectors = await vectorsOf(texts).catch((thrown: unknown) => {
        throw thrown instanceof Failure ? withAdvice(thrown) : thrown;
      });
      const vectorOf = new Map(texts.map((text, at) => [text, vectors[at]]));
      return asked.map(([a, b]) => cosine(vectorOf.get(a)!, vectorOf.get(b)!));
    },
    close: () => poster.close(),
  };
}

export interface Embedder {
  /** Cosines of pairs of texts, of the first `embedPairsMax` pairs. Throws a Failure. */
  likenesses(pairs: readonly (readonly [string, string])[]): Promise<number[]>;
  close(): Promise<void>;
}

export interface EmbedderOptions {
  readonly address: string;
  readonly model: string;
  /** Sent as a bearer token; empty sends none. */
  readonly key: string;
  readonly allowHosts: readonly string[];
  readonly userAgent: string;
  readonly lookup?: LookupFunction;
}

/** Pairs asked about at once: twice as many texts make one request. */
export const embedPairsMax = 32;
/** Characters of a text that are sent: title and first paragraphs. */
const textLengthMax = 2_000;
/** 64 vectors of 8,192 numbers, written out. */
const answerBytesMax = 16_000_000;
const dimensionsMax = 16_384;

/** Reads `{ data: [{ index, embedding }] }`; anything else is a Failure. */
function readVectors(bytes: Uint8Array, count: number): number[][] {
  const vectors: number[][] = [];
  for (const [at, entry] of entriesOf(bytes).entries()) {
    const { index = at, embedding } = (entry ?? {}) as { index?: unknown; embedding?: unknown };
    if (typeof index === 'number' && Array.isArray(embedding) && embedding.every((one) => Number.isFinite(one)))
      vectors[index] = embedding as number[];
  }
  const length = vectors[0]?.length ?? 0;
  const isWhole = vectors.length === count && length > 0 && length <= dimensionsMax;
  for (let at = 0; at < count; at++) if (!isWhole || vectors[at]?.length !== length) throw unreadable(count);
  return vectors;
}

function entriesOf(bytes: Uint8Array): readonly unknown[] {
  try {
    const answer = JSON.parse(new TextDecoder().decode(bytes)) as { data?: unknown } | null;
    return Array.isArray(answer?.data) ? answer.data : [];
  } catch (thrown) {
    if (thrown instanceof SyntaxError) return [];
    throw thrown;
  }
}

function cosine(a: readonly number[], b: readonly number[]): number {
  let [dot, x, y] = [0, 0, 0];
  for (let at = 0; at < a.length; at++) {
    dot += a[at] * b[at];
    x += a[at] * a[at];
    y += b[at] * b[at];
  }
  return x === 0 || y === 0 ? 0 : dot / Math.sqrt(x * y);
}

function unreadable(count: number): Failure {
  return new Failure('embedding-answer', `the embedding model did not answer with ${count} vectors of one length`, {
    retry: 'later',
    advice: `Check WATCHFLOOR_EMBEDDING_URL and WATCHFLOOR_EMBEDDING_MODEL. ${meanwhile}`,
  });
}

/** What was sent is a question, not a message of a channel: the advice is another, but where our own guard or our own stop ended it. */
function withAdvice(failure: Failure): Failure {
  const { code, message, retry, retryAfterSeconds } = failure;
  if (ownCodes.has(code)) return failure;
  return new Failure(code, message, {
    retry,
    advice: `Check WATCHFLOOR_EMBEDDING_URL, the model and the key. ${meanwhile}`,
    cause: failure,
    retryAfterSeconds: retryAfterSeconds ?? undefined,
  });
}

const ownCodes: ReadonlySet<string> = new Set(['address-refused', 'port-refused', 'stopping']);

const meanwhile = 'Stories are joined by words, names and days alone meanwhile.';
