/** The lines of a byte stream as UTF-8 text, without their ends; null for one of more than `bytesMax`, whose memory is let go as it comes. */
export async function* linesOf(chunks: AsyncIterable<Uint8Array>, bytesMax: number): AsyncGenerator<string | null> {
  let parts: Uint8Array[] = [];
  let length = 0;
  const line = () => (length > bytesMax ? null : Buffer.concat(parts).toString('utf8').replace(/\r$/, ''));
  for await (const chunk of chunks) {
    let from = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, from)) {
      length += end - from;
      if (length <= bytesMax) parts.push(chunk.subarray(from, end));
      yield line();
      parts = [];
      length = 0;
      from = end + 1;
    }
    length += chunk.byteLength - from;
    if (length > bytesMax) parts = [];
    else parts.push(chunk.subarray(from));
  }
  if (length > 0) yield line();
}

const NEWLINE = 0x0a;
