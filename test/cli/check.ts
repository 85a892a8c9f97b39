import { Readable, Writable } from 'node:stream';
import type { Terminal } from '../../src/cli/command.ts';
import { main } from '../../src/cli/main.ts';
import { readConfiguration } from '../../src/config.ts';

/** What a command printed and how it ended. */
export interface Ran {
  readonly exit: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the command line in this process with a fixed clock, given input, and settings from `environment` alone. */
export async function run(
  argv: readonly string[],
  input = '',
  environment: Record<string, string> = {},
  change: Partial<Terminal> = {},
): Promise<Ran> {
  const sink = () => {
    const chunks: string[] = [];
    const stream = new Writable({
      write(chunk, _encoding, done) {
        chunks.push(String(chunk));
        done();
      },
    });
    return { stream, text: () => chunks.join('') };
  };
  const out = sink();
  const err = sink();
  const exit = await main(argv, {
    input: Readable.from([Buffer.from(input)]),
    out: out.stream,
    err: err.stream,
    interactive: false,
    outInteractive: false,
    columns: 80,
    now: () => new Date('2026-11-20T12:00:00.000Z'),
    stopped: new AbortController().signal,
    configuration: readConfiguration(environment),
    ...change,
  });
  return { exit, out: out.text(), err: err.text() };
}
