import { linesOf } from '../formats/lines.ts';

/** Most bytes of one input line. */
const lineBytesMax = 100_000_000;

/** The objects of a stream of JSON lines, in order, one at a time. A line that is no object comes as its fault; empty lines are passed over. */
export async function* jsonLines(
  input: AsyncIterable<Uint8Array>,
): AsyncGenerator<{ line: number; value: Record<string, unknown> | null; fault: string | null }> {
  let number = 0;
  for await (const line of linesOf(input, lineBytesMax)) {
    number++;
    if (line !== null && line.trim() === '') continue;
    const read = line === null ? `longer than ${lineBytesMax} bytes` : parseLine(line);
    yield typeof read === 'string'
      ? { line: number, value: null, fault: read }
      : { line: number, value: read, fault: null };
  }
}

function parseLine(content: string): Record<string, unknown> | string {
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
