import { readFileSync } from 'node:fs';
import { CommanderError, Command as Program } from 'commander';
import { readConfiguration } from '../config.ts';
import { asFailure, type Failure } from '../failures.ts';
import { type Command, type ExitCode, exitCodes, type Options, type Terminal } from './command.ts';
import { commands } from './commands.ts';
import { withStore } from './open.ts';
import { printable } from './report.ts';
import { noted } from './user.ts';

/** Runs the command line and gives its exit code. Every error ends as one line that says what to do; nothing is thrown. */
export async function main(argv: readonly string[], given: Partial<Terminal> = {}): Promise<number> {
  const err = given.err ?? process.stderr;
  try {
    const terminal = terminalOf(given);
    let exit: ExitCode = exitCodes.ok;
    const program = programOf(terminal, (code) => {
      exit = code;
    });
    await program.parseAsync(argv, { from: 'user' });
    return exit;
  } catch (thrown) {
    if (thrown instanceof CommanderError) return thrown.exitCode === 0 ? exitCodes.ok : exitCodes.usage;
    // The reader of our output went away (`watchfloor … | head`): not an error of anyone's.
    if (isClosedPipe(thrown)) return exitCodes.ok;
    const failure = asFailure(thrown);
    err.write(`watchfloor: ${printable(failure.message)}\n  ${printable(failure.advice)}\n`);
    if (failure.code === 'bug' && failure.cause instanceof Error) err.write(`${failure.cause.stack}\n`);
    return exitOf(failure);
  }
}

function programOf(terminal: Terminal, done: (exit: ExitCode) => void): Program {
  const program = new Program('watchfloor')
    .description('A self-hosted watch floor for open news: one alert per development, with the evidence.')
    .version(version())
    .exitOverride()
    .showHelpAfterError('(watchfloor --help lists the commands)')
    .configureOutput({ writeOut: (line) => terminal.out.write(line), writeErr: (line) => terminal.err.write(line) });
  const groups = new Map<string, Program>();
  for (const command of commands) {
    const [first, second] = command.name.split(' ');
    let parent = program;
    if (second !== undefined) {
      parent =
        groups.get(first) ??
        program
          .command(first)
          .description(groupSummaries[first] ?? '')
          .exitOverride();
      groups.set(first, parent);
    }
    declare(parent.command(second ?? first), command, terminal, done);
  }
  return program;
}

/** Of a command that changed something on a desk with users: that it was run, and nothing of what it was given. */
async function noteCommand(name: string, options: Options, terminal: Terminal): Promise<void> {
  await withStore(options, terminal, (store) => noted(store, terminal, name, null, null));
}

/** Two folders up, both in a checkout (`src/cli`) and in the published package (`lib/cli`). */
function version(): string {
  return JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')).version;
}

const groupSummaries: Readonly<Record<string, string>> = {
  watch: 'Save, list, test and remove watches.',
  user: 'Say who may use the desk, and as what.',
  key: 'Make, list and revoke keys for programs.',
  channel: 'Set up, list, try and remove the places that alerts are sent to.',
};

function declare(program: Program, command: Command, terminal: Terminal, done: (exit: ExitCode) => void): void {
  program
    .description(command.summary)
    .exitOverride()
    .showHelpAfterError(`(watchfloor ${command.name} --help says how it is used)`);
  for (const argument of command.arguments) program.argument(argument.name, argument.help);
  for (const { flag, help, many } of command.options) {
    if (many === undefined) program.option(flag, help);
    else
      program.option(flag, help, (value: string, before?: string) =>
        before === undefined ? value : `${before},${value}`,
      );
  }
  program.addHelpText(
    'after',
    `\nExamples:\n${command.examples.map((example) => `  watchfloor ${example}`).join('\n')}`,
  );
  program.action(async (...received: unknown[]) => {
    // commander hands over the arguments, then the options, then itself; `[files...]` comes as one array.
    const values = received
      .slice(0, -2)
      .flat()
      .filter((value): value is string => typeof value === 'string');
    const exit = await command.run(values, program.opts(), terminal);
    if (command.audited === true && exit <= exitCodes.someFailed)
      await noteCommand(command.name, program.opts(), terminal);
    done(exit);
  });
}

function terminalOf(given: Partial<Terminal>): Terminal {
  return {
    input: given.input ?? process.stdin,
    out: given.out ?? process.stdout,
    err: given.err ?? process.stderr,
    interactive: given.interactive ?? process.stderr.isTTY === true,
    outInteractive: given.outInteractive ?? process.stdout.isTTY === true,
    // Some terminals say that they have no columns at all.
    columns: given.columns ?? (process.stdout.columns || 100),
    configuration: given.configuration ?? readConfiguration(process.env),
    now: given.now ?? (() => new Date()),
    stopped: given.stopped ?? stopSignal(),
  };
}

/** Aborts at the first SIGINT or SIGTERM; a second one ends the process at once, as people expect. */
function stopSignal(): AbortSignal {
  const controller = new AbortController();
  const stop = () => {
    process.off('SIGINT', stop).off('SIGTERM', stop);
    controller.abort();
  };
  process.once('SIGINT', stop).once('SIGTERM', stop);
  return controller.signal;
}

function isClosedPipe(thrown: unknown): boolean {
  return thrown instanceof Error && (thrown as NodeJS.ErrnoException).code === 'EPIPE';
}

function exitOf(failure: Failure): ExitCode {
  if (failure.code === 'usage' || failure.code === 'config') return exitCodes.usage;
  if (failure.code === 'no-input') return exitCodes.noInput;
  if (failure.code === 'cannot-write') return exitCodes.cannotWrite;
  return failure.code === 'bug' ? exitCodes.bug : exitCodes.unavailable;
}
