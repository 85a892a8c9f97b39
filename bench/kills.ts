import type { ArchiveName } from '../test/send/archive.ts';
import { surviveKills } from '../test/send/kills.ts';

/**
 * `npm run -s bench:kills -- [both|sample|gold] [kills=50] [seed=1]`: takes the sample archive and the gold stories through a
 * process that is killed at chance moments, with every channel sending to real servers on loopback, and prints what was told:
 * each development in one alert of each watch, no alert for a copy. Whatever is lost or doubled ends it with the assertion
 * that found it.
 */
const [name = 'both', kills = '50', seed = '1'] = process.argv.slice(2);
const archive: ArchiveName = name === 'sample' || name === 'gold' ? name : 'both';
const told = await surviveKills(archive, Number(kills), Number(seed));
const figures = {
  survived: [told.kills, 'kills'],
  pages: [told.pages, 'pages'],
  stories: [told.stories, 'stories'],
  copies: [told.copies, 'copies'],
  developments: [told.developments, 'developments'],
  alerts: [told.alerts, 'alerts'],
  messages: [told.messages, 'messages over all channels'],
  sent_again: [told.again, 'of them, each under the id it had'],
} as const;
for (const [figure, [value, unit]] of Object.entries(figures))
  process.stdout.write(`kills.${figure}\t${value}\t${unit}\n`);
