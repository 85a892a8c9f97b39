import { scoreGold } from '../test/stories/gold-score.ts';
import { goldArticles } from '../test/stories/gold-stories.ts';

/**
 * `npm run score:developments [FOLDER]`: precision and recall of developments over the gold stories, and every fault by name.
 * A folder of stories in the form of the gold ones takes their place: so are new ones measured before they join.
 */
const [folder] = process.argv.slice(2);
const { stories, articles, right, found, wanted, mixed, apart, faults } = scoreGold(goldArticles(folder));
const percent = (share: number) => (100 * share).toFixed(1);
process.stdout.write(
  `${stories} stories, ${articles} articles  P ${percent(right / found)} R ${percent(right / wanted)}  ${right} right of ${found} told, ${wanted} wanted, ${mixed} stories mixed, ${apart} articles apart\n`,
);
for (const fault of faults) process.stdout.write(`${fault}\n`);
