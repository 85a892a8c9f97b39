import type { S3Client } from '@aws-sdk/client-s3';
import { Failure } from '../failures.ts';

/** A bucket of a store that speaks S3, and how to get at it. */
export interface BucketOptions {
  readonly bucket: string;
  /** What all names begin with, without a slash at either end; may be empty. */
  readonly prefix: string;
  /** Null asks Amazon's own. Whoever sets it may name a private address: it is the operator's, and no page can change it. */
  readonly endpoint: string | null;
  readonly region: string;
  /** Whether the bucket stands in the path of an address, or before the host's name. */
  readonly pathStyle: boolean;
  /** Null takes them as Amazon's tools do: environment, profile, or the role of the machine. */
  readonly credentials: { readonly keyId: string; readonly secretKey: string } | null;
  /** Further tries of a request that the store or the network failed, each after a longer wait. */
  readonly retriesMax?: number;
  readonly requestSeconds?: number;
}

/** Objects under one prefix of a bucket, by their names behind it. */
export interface Bucket {
  /** `s3://bucket/prefix`. */
  readonly place: string;
  put(name: string, content: Uint8Array): Promise<void>;
  /** So many bytes from an offset on; null when the object is not there or does not reach so far. */
  range(name: string, offset: number, length: number): Promise<Uint8Array | null>;
  /** The first bytes of an object as they come; null when it is not there. */
  stream(name: string, length: number): Promise<AsyncIterable<Uint8Array> | null>;
  /** Objects whose names begin so, in order of name. */
  list(beginning: string): AsyncIterable<StoredObject>;
  /** Does nothing when it is not there. */
  remove(name: string): Promise<void>;
  close(): void;
}

/** An object as a bucket lists it. */
export interface StoredObject {
  readonly name: string;
  readonly bytes: number;
  /** Milliseconds since 1970, by the clock of the store. */
  readonly written: number;
}

/**
 * Opens a bucket. Nothing is asked of it yet. The client is loaded here and not before: a desk with a page folder does without
 * its memory and its quarter of a second.
 */
export async function openBucket(options: BucketOptions): Promise<Bucket> {
  const { bucket, prefix, endpoint, region, pathStyle, credentials, retriesMax = 3, requestSeconds = 60 } = options;
  const sdk = await import('@aws-sdk/client-s3');
  const client: S3Client = new sdk.S3Client({
    region,
    forcePathStyle: pathStyle,
    ...(endpoint === null ? {} : { endpoint }),
    ...(credentials === null
      ? {}
      : { credentials: { accessKeyId: credentials.keyId, secretAccessKey: credentials.secretKey } }),
    maxAttempts: 1 + retriesMax,
    // The signature covers the bytes already; checksums of their own are refused by stores that are older than these.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    requestHandler: {
      connectionTimeout: connectMilliseconds,
      requestTimeout: requestSeconds * 1000,
      throwOnRequestTimeout: true,
    },
  });
  const place = `s3://${bucket}${prefix === '' ? '' : `/${prefix}`}`;
  const keyOf = (name: string) => (prefix === '' ? name : `${prefix}/${name}`);
  const asked = async <T>(request: Promise<T>): Promise<T> => {
    try {
      return await request;
    } catch (error) {
      throw told(error, place, endpoint);
    }
  };
  const found = async <T>(request: Promise<T>): Promise<T | null> => {
    try {
      return await request;
    } catch (error) {
      if (notThere.has(nameOf(error))) return null;
      throw told(error, place, endpoint);
    }
  };
  const ranged = (name: string, offset: number, length: number) =>
    found(
      client.send(
        new sdk.GetObjectCommand({
          Bucket: bucket,
          Key: keyOf(name),
          Range: `bytes=${offset}-${offset + length - 1}`,
        }),
      ),
    );
  return {
    place,
    async put(name, content) {
      await asked(
        client.send(
          new sdk.PutObjectCommand({
            Bucket: bucket,
            Key: keyOf(name),
            Body: content,
            ContentType: name.endsWith('.warc.gz') ? 'application/warc' : 'application/octet-stream',
          }),
        ),
      );
    },
    async range(name, offset, length) {
      const answer = await ranged(name, offset, length);
      if (answer?.Body === undefined) return null;
      const bytes = await asked(answer.Body.transformToByteArray());
      return bytes.byteLength === length ? bytes : null;
    },
    async stream(name, length) {
      const answer = await ranged(name, 0, length);
      if (answer?.Body === undefined) return null;
      return toldOn(answer.Body as AsyncIterable<Uint8Array>, (error) => told(error, place, endpoint));
    },
    async *list(beginning) {
      for (let token: string | undefined; ; ) {
        const answer = await asked(
          client.send(
            new sdk.ListObjectsV2Command({ Bucket: bucket, Prefix: keyOf(beginning), ContinuationToken: token }),
          ),
        );
        for (const { Key = '', Size = 0, LastModified } of answer.Contents ?? [])
          yield {
            name: Key.slice(keyOf('').length),
            bytes: Size,
            written: LastModified?.getTime() ?? Number.POSITIVE_INFINITY,
          };
        token = answer.NextContinuationToken;
        if (answer.IsTruncated !== true || token === undefined) return;
      }
    },
    async remove(name) {
      await found(client.send(new sdk.DeleteObjectCommand({ Bucket: bucket, Key: keyOf(name) })));
    },
    close: () => client.destroy(),
  };
}

const connectMilliseconds = 5_000;

/** The object is not there, or ends before what was asked for. */
const notThere = new Set(['NoSuchKey', 'NotFound', 'InvalidRange']);

async function* toldOn(
  chunks: AsyncIterable<Uint8Array>,
  inWords: (error: unknown) => Failure,
): AsyncGenerator<Uint8Array> {
  try {
    yield* chunks;
  } catch (error) {
    throw inWords(error);
  }
}

/**
 * What the client threw, in words. The error itself is not passed on: what a store says of a signature it refuses holds the
 * name of the key.
 */
function told(error: unknown, place: string, endpoint: string | null): Failure {
  const name = nameOf(error);
  const status = statusOf(error);
  const where = endpoint === null ? place : `${place} at ${hostOf(endpoint)}`;
  const cause = new Error(`${name}${status === null ? '' : ` (HTTP ${status})`}`);
  if (status === 507 || /Full|Quota|InsufficientStorage/i.test(name))
    return new Failure('disk-full', `The page archive ${where} has no room left`, {
      retry: 'later',
      advice: 'Make room there, or raise its quota; what was accepted is kept and goes on then.',
      cause,
    });
  if (refusals.has(name) || status === 401 || status === 403)
    return new Failure('pages-refused', `The page archive ${where} refuses Watchfloor: ${name}`, {
      retry: 'later',
      advice:
        'Check WATCHFLOOR_PAGES, its region, its keys and their rights (to get, put, list and delete). Work goes on by itself then.',
      cause,
    });
  if (status !== null && status >= 400 && status < 500 && status !== 408 && status !== 429)
    return new Failure('pages-refused', `The page archive ${where} answers ${name} (HTTP ${status})`, {
      retry: 'later',
      advice: 'Check WATCHFLOOR_PAGES_ENDPOINT and WATCHFLOOR_PAGES_PATH_STYLE: is it an S3 store?',
      cause,
    });
  return new Failure('pages-away', `The page archive ${where} does not answer: ${name}`, {
    retry: 'later',
    advice: 'Start it or mend the network to it: work goes on by itself, and nothing accepted is lost.',
    cause,
  });
}

const refusals = new Set([
  'NoSuchBucket',
  'InvalidBucketName',
  'AccessDenied',
  'InvalidAccessKeyId',
  'SignatureDoesNotMatch',
  'RequestTimeTooSkewed',
  'PermanentRedirect',
  'CredentialsProviderError',
]);

/** The code a store or the network gave: one word, never a text that somebody could have written. */
function nameOf(error: unknown): string {
  const { name, Code, code } = (error ?? {}) as Record<string, unknown>;
  const given = [Code, code, name].find((one) => typeof one === 'string' && one !== '' && one !== 'Error');
  return typeof given === 'string' && /^[\w.-]{1,60}$/.test(given) ? given : 'an unknown fault';
}

function statusOf(error: unknown): number | null {
  const { $metadata } = (error ?? {}) as { $metadata?: { httpStatusCode?: number } };
  return $metadata?.httpStatusCode ?? null;
}

/** Without what may stand before the host. */
function hostOf(endpoint: string): string {
  return URL.parse(endpoint)?.host ?? 'its endpoint';
}
