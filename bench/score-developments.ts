import { scoreGold } from '../test/stories/gold-score.ts';

/** `npm run score:developments`: precision and recall of developments over the gold stories, and every fault by name. */
const { stories, articles, right, found, wanted, mixed, apart, faults } = scoreGold();
const percent = (share: number) => (100 * share).toFixed(1);
process.stdout.write(
  `${stories} stories, ${articles} articles  P ${percent(right / found)} R ${percent(right / wanted)}  ${right} right of ${found} told, ${wanted} wanted, ${mixed} stories mixed, ${apart} articles apart\n`,
);
for (const fault of faults) process.stdout.write(`${fault}\n`);
