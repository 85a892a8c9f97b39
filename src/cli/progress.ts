import type { Terminal } from './command.ts';

/** A line that says done, total, rate and time left, redrawn in place. Drawn only for a person at a terminal. */
export interface Progress {
  at(done: number, total?: number): void;
  end(): void;
}

/** How often the line is drawn anew. */
const millisecondsBetween = 200;

/** @param total 0 when it is not known */
export function progress(terminal: Terminal, what: string, total: number): Progress {
  const started = terminal.now().getTime();
  let drawn = Number.NEGATIVE_INFINITY;
  let last = '';
  return {
    at(done, known = total) {
      const now = terminal.now().getTime();
      if (!terminal.interactive || now - drawn < millisecondsBetween) return;
      drawn = now;
      const rate = done / Math.max(0.001, (now - started) / 1000);
      const left = known > done && rate > 0 ? `, ${duration((known - done) / rate)} left` : '';
      last = `${done}${known > 0 ? ` of ${known}` : ''} ${what}, ${rate.toFixed(rate < 10 ? 1 : 0)}/s${left}`;
      terminal.err.write(`\r\u001b[K${last}`);
    },
    end() {
      if (last !== '') terminal.err.write('\r\u001b[K');
    },
  };
}

function duration(seconds: number): string {
  if (seconds < 60) return `${Math.ceil(seconds)} s`;
  return seconds < 3600
    ? `${Math.ceil(seconds / 60)} min`
    : `${Math.floor(seconds / 3600)} h ${Math.ceil((seconds % 3600) / 60)} min`;
}
