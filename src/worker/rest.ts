/** Rests that end early when woken, and the work that goes on beside the loops. */
export function createRest(onError: (error: unknown) => void): Rest {
  const waiting = new Set<() => void>();
  const beside = new Set<Promise<void>>();
  return {
    rest(seconds: number): Promise<void> {
      return new Promise((resolve) => {
        const end = () => {
          clearTimeout(timer);
          waiting.delete(end);
          resolve();
        };
        const timer = setTimeout(end, seconds * 1000);
        waiting.add(end);
      });
    },
    wake(): void {
      for (const end of [...waiting]) end();
    },
    also(work: Promise<void>): void {
      const watched = work.catch(onError).finally(() => beside.delete(watched));
      beside.add(watched);
    },
    async settled(): Promise<void> {
      await Promise.all(beside);
    },
  };
}

export interface Rest {
  /** Resolves after so many seconds, or when woken. */
  rest(seconds: number): Promise<void>;
  wake(): void;
  /** Lets work go on beside the loops; what it throws goes to `onError`. */
  also(work: Promise<void>): void;
  /** Resolves when nothing goes on beside the loops. */
  settled(): Promise<void>;
}
