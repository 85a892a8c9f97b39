import type { Failure } from '../failures.ts';

/** Counts what each stage does, and tells of each item in the log under its page's id, the same through all stages. */
export function createNotes(log: { debug?(fields: object, message: string): void }, clock: () => number): Notes {
  const counts = new Map<string, MutableCounts>();
  const of = (stage: string) => {
    const known = counts.get(stage) ?? { stage, done: 0, seconds: 0, failures: {} };
    counts.set(stage, known);
    return known;
  };
  return {
    begin(stage, fields) {
      const began = clock();
      const end = () => (clock() - began) / 1000;
      return {
        done(more = {}) {
          const seconds = end();
          const count = of(stage);
          count.done++;
          count.seconds += seconds;
          log.debug?.({ stage, ...fields, ...more, seconds }, 'done');
        },
        failed({ code }) {
          const count = of(stage);
          count.seconds += end();
          count.failures[code] = (count.failures[code] ?? 0) + 1;
          log.debug?.({ stage, ...fields, code }, 'failed');
        },
      };
    },
    counts: () => [...counts.values()],
  };
}

export interface Notes {
  /** One item of a stage begins; tell how it ended. `fields` name it: its page, its address. */
  begin(stage: string, fields: object): { done(more?: object): void; failed(failure: Pick<Failure, 'code'>): void };
  counts(): readonly StageCounts[];
}

/** Since the start of this process. */
export interface StageCounts {
  readonly stage: string;
  readonly done: number;
  readonly seconds: number;
  /** Number of failures by their code. */
  readonly failures: Readonly<Record<string, number>>;
}

interface MutableCounts extends StageCounts {
  done: number;
  seconds: number;
  failures: Record<string, number>;
}
