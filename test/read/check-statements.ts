import assert from 'node:assert/strict';
import { read } from '../../src/read/read.ts';
import type { Reading, Statement } from '../../src/records.ts';
import { plainArticle, publishedOn } from '../made.ts';

/** Day of publication of every golden case: a Wednesday. */
const published = '2024-05-22';

/** Reads a body as an article of that day. */
export function readingOf(body: string, language = 'en', day: string | null = published): Reading {
  const article = plainArticle(body, { published: publishedOn(day), language });
  return read(article, []).value.reading;
}

/**
 * A statement in one line: `form force | speaker | what was said | at venue | to addressee | via relay | on day`.
 * A speaker without a name stands in brackets as written; pieces are parted by " … ".
 */
export function lineOf(statement: Statement, body: string): string {
  const { speaker } = statement;
  const named = speaker.name ?? `(${speaker.span === null ? '' : body.slice(...speaker.span)})`;
  const parts = [
    `${statement.form} ${statement.force}${statement.negated ? ' not' : ''}`,
    named,
    statement.content.map((span) => body.slice(...span)).join(' … '),
  ];
  if (statement.venue !== null) parts.push(`at ${statement.venue.text}`);
  if (statement.addressee !== null) parts.push(`to ${statement.addressee.text}`);
  for (const link of statement.relay) parts.push(`via ${link.text}`);
  if (statement.saidOn !== null) parts.push(`on ${statement.saidOn}`);
  return parts.join(' | ');
}

/** Asserts the statements of a body, one line each, in order. */
export function check(body: string, expected: readonly string[], language = 'en'): void {
  const reading = readingOf(body, language);
  assert.deepEqual(
    reading.statements.map((statement) => lineOf(statement, body)),
    expected,
    `of: ${body}`,
  );
}
