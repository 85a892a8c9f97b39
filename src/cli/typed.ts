import type { ReadStream } from 'node:tty';
import { type Terminal, usage } from './command.ts';

/**
 * A new password: from the settings (WATCHFLOOR_NEW_PASSWORD_FILE), typed at a terminal twice without being shown, or the first
 * line that is piped in. Never from an argument: those stand in lists of processes and in the history of the shell.
 */
export async function newPasswordFrom(terminal: Terminal): Promise<string> {
  const { configuration, input, err } = terminal;
  if (configuration.newPassword !== '') return configuration.newPassword;
  if (!isTerminal(input)) {
    const line = await firstLine(input);
    if (line === '') throw usage('no password was given', 'Type it, pipe it in, or set WATCHFLOOR_NEW_PASSWORD_FILE.');
    return line;
  }
  err.write('new password: ');
  const password = await typedUnseen(input);
  err.write('\nthe same again: ');
  const again = await typedUnseen(input);
  err.write('\n');
  if (password !== again) throw usage('the two are not the same', 'Start again.');
  return password;
}

function isTerminal(input: Terminal['input']): input is ReadStream {
  return 'isTTY' in input && input.isTTY === true && 'setRawMode' in input;
}

async function firstLine(input: Terminal['input']): Promise<string> {
  let text = '';
  for await (const chunk of input) {
    text += String(chunk);
    if (text.includes('\n') || text.length > lineCharactersMax) break;
  }
  return text.split('\n', 1)[0].replace(/\r$/, '');
}

/** One line, each sign taken before the terminal would show it. */
function typedUnseen(input: ReadStream): Promise<string> {
  return new Promise((resolve, reject) => {
    let line: string[] = [];
    const end = (done: () => void) => {
      input.off('data', take);
      input.setRawMode(false);
      input.pause();
      done();
    };
    const take = (chunk: Buffer | string) => {
      for (const sign of String(chunk)) {
        if (sign === '\r' || sign === '\n') return end(() => resolve(line.join('')));
        if (sign === '\x03' || sign === '\x04') return end(() => reject(usage('stopped', 'Nothing was changed.')));
        if (sign === '\x7f' || sign === '\b') line = line.slice(0, -1);
        else if (line.length < lineCharactersMax) line.push(sign);
      }
    };
    input.setRawMode(true);
    input.resume();
    input.on('data', take);
  });
}

const lineCharactersMax = 2_000;
