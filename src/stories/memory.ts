import type { Span } from '../records.ts';
import type { Anchor, Slot } from './anchors.ts';
import type { Digest } from './digest.ts';
import type { EventFact, Facts, FigureFact, StatementFact, Topic } from './facts.ts';
import { createPacker, createUnpacker, type Unpacker } from './packing.ts';

/** Version of the bytes: others are refused, and the article is read again instead. */
const memoryVersion = 5;

/**
 * Writes a digest as bytes. The ids of statements and events are left out: they name what is told when an article arrives,
 * and a digest that was remembered is only ever compared with.
 */
export function encodeDigest(digest: Digest): Uint8Array {
  const { sketch, terms, bridges } = digest;
  packer.text(digest.articleId);
  packer.text(digest.url);
  packer.text(digest.title);
  packer.text(digest.language);
  packer.text(digest.kind);
  packer.float(digest.received);
  packer.float(digest.published ?? Number.NaN);
  packer.text(digest.outlet);
  packer.text(digest.owner);
  packer.text(digest.agency);
  packer.text(digest.cites);
  packer.count((digest.isAgency ? 1 : 0) + (digest.isShort ? 2 : 0));
  packer.hashes32(sketch);
  packer.hashes32(terms.hashes);
  packer.bytes(terms.counts);
  putTopic(bridges.names);
  putTopic(bridges.facts);
  putFacts(digest.facts);
  packer.count(digest.anchors.length);
  for (const anchor of digest.anchors) putAnchor(anchor);
  return packer.finish(memoryVersion);
}

/** Reads a digest back; null when the bytes are of another version or not whole. */
export function decodeDigest(bytes: Uint8Array): Digest | null {
  if (bytes.length === 0 || bytes[0] !== memoryVersion) return null;
  const from = createUnpacker(bytes);
  // The order is that of `encodeDigest`.
  const head = {
    articleId: from.text() ?? '',
    url: from.text(),
    title: from.text() ?? '',
    language: from.text(),
    kind: (from.text() ?? 'none') as Digest['kind'],
    received: from.float(),
    published: numberOrNull(from.float()),
    outlet: from.text(),
    owner: from.text(),
    agency: from.text(),
    cites: from.text(),
  };
  const marks = from.count();
  const sketch = from.hashes32();
  const terms = { hashes: from.hashes32(), counts: from.bytes() };
  const bridges = { names: topicFrom(from), facts: topicFrom(from) };
  const facts = factsFrom(from);
  const anchors = list(from, () => anchorFrom(from));
  if (!from.isWhole()) return null;
  const [isAgency, isShort] = [(marks & 1) !== 0, (marks & 2) !== 0];
  return { ...head, isAgency, isShort, sketch, terms, bridges, facts, anchors };
}

/** The bytes of a digest without its sketch, which is read only when the article is taken in: two in seven bytes of many. */
export function withoutSketch(bytes: Uint8Array): Uint8Array {
  const from = createUnpacker(bytes);
  // What `encodeDigest` writes before the sketch: texts, which are counts here, and two times.
  for (let text = 0; text < 5; text++) from.count();
  from.float();
  from.float();
  for (let text = 0; text < 4; text++) from.count();
  from.count();
  const sketchAt = from.position();
  from.hashes32();
  const behind = bytes.subarray(from.position());
  const kept = new Uint8Array(sketchAt + 1 + behind.length);
  kept.set(bytes.subarray(0, sketchAt));
  // A sketch of no hashes.
  kept[sketchAt] = 0;
  kept.set(behind, sketchAt + 1);
  return kept;
}

const packer = createPacker();

function list<T>(from: Unpacker, one: () => T): T[] {
  const items: T[] = [];
  for (let left = from.count(); left > 0 && from.isWhole(); left--) items.push(one());
  return items;
}

function numberOrNull(value: number): number | null {
  return Number.isNaN(value) ? null : value;
}

function putTopic(topic: Topic): void {
  packer.count(topic.length);
  for (const word of topic) packer.hash24(word);
}

function topicFrom(from: Unpacker): Topic {
  return list(from, () => from.hash24());
}

function putSpans(spans: readonly Span[]): void {
  packer.count(spans.length);
  for (const [start, end] of spans) {
    packer.count(start);
    packer.count(end - start);
  }
}

function spansFrom(from: Unpacker): Span[] {
  return list(from, () => {
    const start = from.count();
    return [start, start + from.count()] as const;
  });
}

/** A text that mostly stands in another, as its place there. */
function putPart(part: string | null, whole: string): void {
  const at = part === null || part === '' ? -1 : whole.indexOf(part);
  packer.count(at + 1);
  if (at < 0) packer.text(part);
  else packer.count(part!.length);
}

function partFrom(from: Unpacker, whole: string): string | null {
  const at = from.count() - 1;
  if (at < 0) return from.text();
  return whole.slice(at, at + from.count());
}

function putFacts({ statements, events, figures }: Facts): void {
  packer.count(statements.length);
  for (const { speaker, shown, force, negated, form, topic, spans, quote } of statements) {
    for (const text of [speaker, shown, force, form, quote]) packer.text(text);
    packer.count(negated ? 1 : 0);
    putTopic(topic);
    putSpans(spans);
  }
  packer.count(events.length);
  for (const { from, to, kind, status, what, who, topic, numbers, around, spans, quote } of events) {
    for (const text of [from, to, kind, status, quote]) packer.text(text);
    putPart(what, quote);
    putPart(who, quote);
    for (const words of [topic, numbers, around]) putTopic(words);
    putSpans(spans);
  }
  packer.count(figures.length);
  for (const { value, where, inTitle, unit, of, topic, around, spans, quote } of figures) {
    packer.float(value);
    packer.count((where === 'title' ? 1 : 0) + (inTitle ? 2 : 0));
    packer.text(unit);
    packer.text(quote);
    putPart(of, quote);
    for (const words of [topic, around]) putTopic(words);
    putSpans(spans);
  }
}

function factsFrom(from: Unpacker): Facts {
  const statements = list(from, (): StatementFact => {
    const [speaker, shown] = [from.text(), from.text()];
    const force = from.text() as StatementFact['force'];
    const form = from.text() as StatementFact['form'];
    const quote = from.text() ?? '';
    const negated = from.count() === 1;
    const topic = topicFrom(from);
    return { id: '', speaker, shown, who: [], force, form, negated, topic, spans: spansFrom(from), quote };
  });
  const events = list(from, (): EventFact => {
    const interval = { from: from.text(), to: from.text() };
    const kind = from.text() as EventFact['kind'];
    const status = from.text() as EventFact['status'];
    const quote = from.text() ?? '';
    const [what, who] = [partFrom(from, quote), partFrom(from, quote)];
    const [topic, numbers, around] = [topicFrom(from), topicFrom(from), topicFrom(from)];
    return { id: '', ...interval, kind, status, what, who, topic, numbers, around, spans: spansFrom(from), quote };
  });
  const figures = list(from, (): FigureFact => {
    const [value, marks, unit, quote] = [from.float(), from.count(), from.text(), from.text() ?? ''];
    const where = marks & 1 ? 'title' : 'body';
    const inTitle = (marks & 2) !== 0;
    const of = partFrom(from, quote) ?? '';
    const [topic, around] = [topicFrom(from), topicFrom(from)];
    return { value, where, inTitle, unit, of, topic, around, spans: spansFrom(from), quote };
  });
  return { statements, events, figures };
}

/** A sentence's hash, then text and start of each slot: end and kind follow from the text. */
function putAnchor({ hash, slots }: Anchor): void {
  packer.hash32(hash);
  packer.count(slots.length);
  let last = 0;
  for (const { text, span } of slots) {
    packer.text(text);
    packer.count(span[0] - last);
    last = span[0];
  }
}

function anchorFrom(from: Unpacker): Anchor {
  const hash = from.hash32();
  let start = 0;
  const slots = list(from, (): Slot => {
    const text = from.text() ?? '';
    start += from.count();
    return { text, number: /^[0-9]/.test(text), span: [start, start + text.length] };
  });
  return { hash, slots };
}
