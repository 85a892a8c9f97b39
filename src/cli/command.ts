import type { Readable, Writable } from 'node:stream';
import type { Configuration } from '../config.ts';
import { Failure } from '../failures.ts';

/** The outside of a command: streams, clock and settings, so that a test can hand in its own. Data goes to `out`, all else to `err`. */
export interface Terminal {
  readonly input: Readable;
  readonly out: Writable;
  readonly err: Writable;
  /** True when `err` is a terminal a person looks at: progress is drawn only there. */
  readonly interactive: boolean;
  /** True when `out` is one: reports for people instead of JSON. */
  readonly outInteractive: boolean;
  readonly columns: number;
  readonly configuration: Configuration;
  now(): Date;
  /** Resolves when the person asks to stop (SIGINT, SIGTERM). */
  readonly stopped: AbortSignal;
}

/** One command: the shape that `commands.ts` lists, commander runs and `docs/cli.md` is made from. */
export interface Command {
  /** `read`, or `watch test` for a subcommand. */
  readonly name: string;
  /** One sentence, imperative. */
  readonly summary: string;
  /** As commander writes them: `<file>` needed, `[file]` not, `[files...]` many. */
  readonly arguments: readonly CommandArgument[];
  readonly options: readonly CommandOption[];
  /** Lines that show its use, after the program's name. */
  readonly examples: readonly string[];
  /** It changes what others see, and on a desk with users is written down in the audit log. */
  readonly audited?: true;
  /** Gives the exit code. Throws a Failure for what a person must mend. */
  run(values: readonly string[], options: Options, terminal: Terminal): Promise<ExitCode>;
}

export interface CommandArgument {
  readonly name: string;
  readonly help: string;
}

export interface CommandOption {
  /** `--published <day>` or `--json`. */
  readonly flag: string;
  readonly help: string;
  /** Takes names parted by commas, and may be given several times: they are joined so. */
  readonly many?: true;
}

/** Options as given, by camel-cased name; absent ones are undefined. */
export type Options = Readonly<Record<string, string | boolean | undefined>>;

/**
 * Exit codes, after sysexits.h where it has one: 0 all done, 1 done but some items failed, 2 the command was misused,
 * 66 the input is not there, 69 something needed is not available, 70 a fault of ours, 73 could not write, 130 stopped by the person.
 */
export const exitCodes = {
  ok: 0,
  someFailed: 1,
  usage: 2,
  noInput: 66,
  unavailable: 69,
  bug: 70,
  cannotWrite: 73,
  stopped: 130,
} as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** A misuse of the command line: said on one line, with what to write instead. */
export function usage(message: string, advice: string): Failure {
  return new Failure('usage', message, { retry: 'never', advice });
}

export function text(options: Options, name: string): string | undefined {
  const value = options[name];
  return typeof value === 'string' ? value : undefined;
}

/** Writes and waits while the reader of the pipe is slower: memory stays flat. */
export async function write(stream: Writable, content: string): Promise<void> {
  if (stream.write(content)) return;
  await new Promise<void>((done) => {
    const settle = () => {
      stream.off('drain', settle).off('close', settle).off('error', settle);
      done();
    };
    stream.once('drain', settle).once('close', settle).once('error', settle);
  });
}

/** Writes one record as a line of JSON. */
export async function writeJson(stream: Writable, record: unknown): Promise<void> {
  await write(stream, `${JSON.stringify(record)}\n`);
}
