import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

/** Most characters of one input line: a longer one is given as null, its memory let go. */
export const lineCharactersMax = 200_000_000;

/** The objects of a stream of JSON lines, in order, one at a time. A line that is no object comes as its fault. */
export async function* jsonLines(
  input: Readable,
): AsyncGenerator<{ line: number; value: Record<string, unknown> | null; fault: string | null }> {
  const lines = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
  let line = 0;
  for await (const content of lines) {
    line++;
    if (content.trim() === '') continue;
    const read = parseLine(content);
    yield typeof read === 'string' ? { line, value: null, fault: read } : { line, value: read, fault: null };
  }
}

function parseLine(content: string): Record<string, unknown> | string {
  if (content.length > lineCharactersMax) return `longer than ${lineCharactersMax} characters`;
  try {
    const value: unknown = JSON.parse(content);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : 'not a JSON object';
  } catch (thrown) {
    return `not JSON: ${thrown instanceof Error ? thrown.message : String(thrown)}`;
  }
}

/** A field that must be a string when it is there; anything else is told by name. */
export function stringField(value: Record<string, unknown>, name: string): string | null {
  const field = value[name];
  if (field === undefined || field === null) return null;
  if (typeof field === 'string') return field;
  if (typeof field === 'number') return String(field);
  throw new TypeError(`"${name}" must be a string`);
}
