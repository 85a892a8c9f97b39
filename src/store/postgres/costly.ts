/**
 * Answers that take long over a large archive are kept for twenty times as long as they took, so that asking often costs no
 * more than a twentieth of a core. Quick ones, as over a small desk, are always new. One that fails is told to all who wait for
 * it, and asked for anew by the next.
 *
 * @param ask is given questions that survive JSON: two with the same JSON are the same
 */
export function createCostly<Question, Answer>(
  ask: (question: Question) => Promise<Answer>,
): { get(question: Question): Promise<Answer> } {
  const kept = new Map<string, { readonly answer: Promise<Answer>; readonly began: number; until: number | null }>();
  return {
    get(asked) {
      const question = JSON.stringify(asked);
      const began = performance.now();
      const known = kept.get(question);
      // One that takes long already is waited for by whoever asks meanwhile.
      if (known !== undefined && began < (known.until ?? 0)) return known.answer;
      if (known?.until === null && began - known.began > costlyMilliseconds) return known.answer;
      const entry = { answer: ask(asked), began, until: null as number | null };
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

/** An answer that took less is not kept. */
const costlyMilliseconds = 300;
/** Kept for so many times as long as it took. */
const keptTimes = 20;
/** Most answers kept. */
const questionsMax = 200;
