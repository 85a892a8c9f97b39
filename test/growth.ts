import assert from 'node:assert/strict';

/** CPU milliseconds of a run, of this process with its garbage collector. */
export function cpuMilliseconds(run: () => void): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** A busy machine makes single runs look slow; a fault of the code makes every one slow. */
const attemptsMax = 5;
/** Times below this are noise. */
const millisecondsMin = 6;

/**
 * Fails when `run` takes more than in proportion to the length of its text: four times the text may cost up to ten times the
 * time, where quadratic work would cost sixteen. Tried again when it looks slow, so that only what is slow every time fails.
 */
export function assertGrowsLikeLength(
  unit: string,
  run: (text: string) => void,
  characters: number,
  name = unit,
): void {
  const short = unit.repeat(Math.ceil(characters / unit.length));
  const long = short.repeat(4);
  run(short);
  let told = '';
  for (let attempt = 0; attempt < attemptsMax; attempt++) {
    const first = Math.max(
      millisecondsMin,
      cpuMilliseconds(() => run(short)),
    );
    const second = cpuMilliseconds(() => run(long));
    if (second < first * 10) return;
    told = `${name}: ${first.toFixed(1)} ms for ${short.length} characters, ${second.toFixed(1)} ms for four times as many`;
  }
  assert.fail(told);
}
