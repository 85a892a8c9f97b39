import { articleOfText } from '../extract/plain.ts';
import { read } from '../read/read.ts';
import type { PageHint, Reading } from '../records.ts';
import { createGrouper } from '../stories/group.ts';
import { recordId } from '../text/hash.ts';
import { type Command, exitCodes, usage, writeJson } from './command.ts';
import { jsonLines, stringField } from './lines.ts';
import { onOneLine } from './report.ts';

/** Groups texts into copies and stories, and says what each adds. No store, no network. */
export const groupCommand: Command = {
  name: 'group',
  summary: 'Group texts into copies and stories: JSON lines in, one line each out when all have been read.',
  arguments: [],
  options: [
    {
      flag: '--batch',
      help: 'read JSON lines from standard input, in order of arrival: {id, title, text, published, source, lang}',
    },
  ],
  examples: ['group --batch < texts.jsonl > grouped.jsonl'],
  async run(_, options, terminal) {
    if (options.batch !== true)
      throw usage('group reads from standard input', 'Pipe JSON lines into "watchfloor group --batch".');
    const grouper = createGrouper();
    let failed = 0;
    let taken = 0;
    for await (const { line, value, fault } of jsonLines(terminal.input)) {
      try {
        if (value === null) throw new TypeError(fault ?? 'not readable');
        const id = stringField(value, 'id');
        if (id === null) throw new TypeError('an item needs an "id"');
        const known = {
          title: stringField(value, 'title'),
          text: stringField(value, 'text'),
          published: stringField(value, 'published'),
          lang: stringField(value, 'lang'),
        };
        grouper.add({
          id,
          ...known,
          source: stringField(value, 'source'),
          url: stringField(value, 'url'),
          reading: readingOf(id, known),
        });
        taken++;
      } catch (thrown) {
        if (!(thrown instanceof TypeError)) throw thrown;
        failed++;
        terminal.err.write(`line ${line}: ${onOneLine(thrown.message)}\n`);
      }
      if (terminal.interactive && taken % 500 === 0) terminal.err.write(`\r${taken} read`);
    }
    if (terminal.interactive) terminal.err.write(`\r${taken} read\n`);
    for (const grouped of grouper.finish()) await writeJson(terminal.out, grouped);
    return failed > 0 ? exitCodes.someFailed : exitCodes.ok;
  },
};

/** What the text says, for developments; null for a title alone, which says nothing that could be compared. */
function readingOf(
  id: string,
  {
    title,
    text,
    published,
    lang,
  }: { title: string | null; text: string | null; published: string | null; lang: string | null },
): Reading | null {
  if (text === null || text === '') return null;
  const hint: PageHint = {
    ...(title === null ? {} : { title }),
    ...(published === null ? {} : { published }),
    ...(lang === null ? {} : { language: lang }),
  };
  const { article, leads } = articleOfText(text, { pageId: recordId('page', id), url: null, hint }).value;
  return read(article, leads).value.reading;
}
