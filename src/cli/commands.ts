import type { Command } from './command.ts';
import { readCommand } from './read.ts';

/** Every command, in the order `--help` lists them. One file and one line a command; `docs/cli.md` is made from this. */
export const commands: readonly Command[] = [readCommand];
