import { type ArchiveName, archivePages } from '../test/send/archive.ts';
import { surviveKills } from '../test/send/kills.ts';

/**
 * `npm run bench:kills -- [both|sample|gold] [kills] [seed]`: takes the sample archive and the gold stories through a process that
 * is killed at chance moments, with every channel sending to real servers on loopback, and prints what was told. Whatever is lost
 * or doubled ends it with the assertion that found it.
 */
const [name = 'both', kills = '50', seed = '1'] = process.argv.slice(2);
const archive: ArchiveName = name === 'sample' || name === 'gold' ? name : 'both';
process.stdout.write(`${archivePages(archive).length} pages, ${kills} kills wanted\n`);
const told = await surviveKills(archive, Number(kills), Number(seed));
process.stdout.write(
  `${told.kills} kills, ${told.stories} stories, ${told.copies} copies\n` +
    `${told.developments} developments, each in one alert of each watch; ${told.alerts} alerts, none for a copy\n` +
    `${told.messages} messages, ${told.again} of them sent again under their id; none lost, none doubled\n`,
);
