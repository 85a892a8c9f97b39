import { StringDecoder } from 'node:string_decoder';

/** Most characters of one input line: a longer one is told as a fault, and its memory let go as it comes. */
export const lineCharactersMax = 100_000_000;

/** The objects of a stream of JSON lines, in order, one at a time. A line that is no object comes as its fault; empty lines are passed over. */
export async function* jsonLines(
  input: AsyncIterable<Uint8Array | string>,
): AsyncGenerator<{ line: number; value: Record<string, unknown> | null; fault: string | null }> {
  let number = 0;
  for await (const line of lines(input)) {
    number++;
    if (line !== null && line.trim() === '') continue;
    const read = line === null ? `longer than ${lineCharactersMax} characters` : parseLine(line);
    yield typeof read === 'string'
      ? { line: number, value: null, fault: read }
      : { line: number, value: read, fault: null };
  }
}

/** Lines without their ends; null for one that is too long. */
async function* lines(input: AsyncIterable<Uint8Array | string>): AsyncGenerator<string | null> {
  const decoder = new StringDecoder('utf8');
  let parts: string[] = [];
  let length = 0;
  const finish = () => {
    const line = length > lineCharactersMax ? null : parts.join('').replace(/\r$/, '');
    parts = [];
    length = 0;
    return line;
  };
  const add = (part: string) => {
    length += part.length;
    if (length > lineCharactersMax) parts = [];
    else parts.push(part);
  };
  for await (const chunk of input) {
    const text =
      typeof chunk === 'string' ? chunk : decoder.write(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength));
    let from = 0;
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
      add(text.slice(from, end));
      yield finish();
      from = end + 1;
    }
    add(text.slice(from));
  }
  add(decoder.end());
  if (length > 0) yield finish();
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
