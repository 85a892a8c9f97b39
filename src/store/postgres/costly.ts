/**
 * Answers that take long over a large archive are kept for twenty times as long as they took, so that asking often costs no
 * more than a twentieth of a core. Quick ones, as over a small desk, are always new.
 */
export function createCostly<T>(ask: (question: string) => Promise<T>): { get(question: string): Promise<T> } {
  const kept = new Map<string, { readonly answer: Promise<T>; readonly began: number; until: number | null }>();
  return {
    get(question) {
      const began = performance.now();
      const known = kept.get(question);
      // One that takes long already is waited for by whoever asks meanwhile.
      if (known !== undefined && began < (known.until ?? 0)) return known.answer;
      if (known?.until === null && began - known.began > costlyMilliseconds) return known.answer;
      const entry = { answer: ask(question), began, until: null as number | null };
      kept.delete(question);
      kept.set(question, entry);
      for (const oldest of kept.keys()) {
        if (kept.size <= questionsMax) break;
        kept.delete(oldest);
      }
      const settle = (failed: boolean) => {
        const took = performance.now() - began;
        entry.until = failed || took < costlyMilliseconds ? 0 : performance.now() + keptTimes * took;
      };
      entry.answer.then(
        () => settle(false),
        () => settle(true),
      );
      return entry.answer;
    },
  };
}

const costlyMilliseconds = 300;
const keptTimes = 20;
const questionsMax = 200;
