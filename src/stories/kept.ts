import { createByteStore, type Place } from './byte-store.ts';
import type { Digest } from './digest.ts';
import { decodeDigest, withoutSketch } from './memory.ts';

/** What a window holds of an article: the little that is asked of it again and again, and the rest packed until it is compared with. */
export interface Kept
  extends Pick<Digest, 'articleId' | 'url' | 'title' | 'language' | 'published' | 'received' | 'isAgency'>,
    Pick<Digest, 'outlet' | 'owner' | 'agency' | 'cites' | 'isShort'> {
  readonly sketchLength: number;
  /** Where its bytes lie. */
  readonly bytes: Place;
}

/** Unpacks articles without their sketches, those asked for lately without doing it again. */
export interface KeptDigests {
  readonly list: readonly Kept[];
  /** Holds a digest from now on, with its bytes, as the next of the list. */
  push(digest: Digest, packed: Uint8Array): void;
  digestOf(text: number): Digest;
  /** Gives texts new numbers, in their order and without gaps, and lets go of those whose new number is below zero. */
  renumber(texts: Int32Array): void;
}

export function createKeptDigests(): KeptDigests {
  const list: Kept[] = [];
  let bytes = createByteStore();
  const unpacked = new Map<number, Digest>();
  const names = new Map<string, string>();

  /** A name that many articles have, held once. */
  function named(name: string | null): string | null {
    if (name === null) return null;
    const known = names.get(name);
    if (known !== undefined) return known;
    const own = detached(name);
    names.set(own, own);
    return own;
  }

  return {
    list,
    push(digest, packed) {
      list.push({
        articleId: detached(digest.articleId),
        url: digest.url === null ? null : detached(digest.url),
        title: detached(digest.title),
        language: named(digest.language),
        published: digest.published,
        received: digest.received,
        isAgency: digest.isAgency,
        outlet: named(digest.outlet),
        owner: named(digest.owner),
        agency: named(digest.agency),
        cites: named(digest.cites),
        isShort: digest.isShort,
        sketchLength: digest.sketch.length,
        bytes: bytes.put(withoutSketch(packed)),
      });
    },
    renumber(texts) {
      unpacked.clear();
      const old = bytes;
      bytes = createByteStore();
      let kept = 0;
      for (let text = 0; text < list.length; text++)
        if (texts[text] >= 0) list[kept++] = { ...list[text], bytes: bytes.put(old.get(list[text].bytes)) };
      list.length = kept;
    },
    digestOf(text) {
      const known = unpacked.get(text);
      if (known !== undefined) return known;
      const digest = decodeDigest(bytes.get(list[text].bytes))!;
      unpacked.set(text, digest);
      if (unpacked.size > unpackedMax) unpacked.delete(unpacked.keys().next().value!);
      return digest;
    },
  };
}

/** Digests held unpacked: the accounts of some hundred stories that go on. */
const unpackedMax = 2_000;

/**
 * The same text as a string of its own. A piece cut from a page keeps the whole page in memory for as long as the piece is held
 * (V8 cuts by reference); a text that went through bytes does not.
 */
function detached(text: string): string {
  return decoder.decode(encoder.encode(text));
}

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
