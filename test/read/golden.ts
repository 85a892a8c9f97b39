import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The kinds of golden cases: each has a file of cases and one of texts that hold none of its kind. */
export const kinds = ['dates', 'events', 'statements', 'figures'] as const;

export type Kind = (typeof kinds)[number];

export interface GoldenCase {
  readonly language: string;
  readonly body: string;
  readonly expected: readonly string[];
}

/**
 * Reads a file of cases: `[en] The ferry carried 91 people.` and below it, indented, what is read from it, one line each.
 * A paragraph's end is written `¶`. Texts, people and outlets are of our own making.
 */
export function goldenCases(name: string): GoldenCase[] {
  const cases: { language: string; body: string; expected: string[] }[] = [];
  for (const line of readFileSync(join(import.meta.dirname, 'golden', `${name}.txt`), 'utf8').split('\n')) {
    const head = /^\[([a-z]{2})\] (.+)$/.exec(line);
    if (head !== null) cases.push({ language: head[1], body: head[2].replaceAll('¶', '\n\n'), expected: [] });
    else if (/^\s+\S/.test(line)) {
      const last = cases.at(-1);
      if (last === undefined) throw new Error(`${name}: no case above: ${line}`);
      last.expected.push(line.trim());
    } else if (line !== '' && !line.startsWith('#')) throw new Error(`${name}: neither case nor expectation: ${line}`);
  }
  return cases;
}
