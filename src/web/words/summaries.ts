import type { DevelopmentKind } from '../../records.ts';
import type { StoredAlert } from '../../store/store.ts';
import type { Words } from './en.ts';
import { phrase } from './phrases.ts';

/** What is new, in the reader's words. A first report is told by its headline, which is the press's and stays as it is. */
export function summaryWords(kind: DevelopmentKind | null, summary: string, words: Words): string {
  if (words.summaries.length === 0 || kind === null || kind === 'first') return summary;
  const marked = `${kind} ${summary}`;
  const told = phrase(marked, words.summaries, (varying) => varyingWords(varying, words));
  return told === marked ? (varyingWords(summary, words) ?? summary) : told;
}

/** What an alert tells, in the reader's words. */
export function alertWords({ alert, developments }: Pick<StoredAlert, 'alert' | 'developments'>, words: Words): string {
  const [firstId] = alert.developmentIds;
  return summaryWords(developments.find(({ id }) => id === firstId)?.kind ?? null, alert.summary, words);
}

/** What a development takes the place of: days, or words of the press. */
export function replacedWords(kind: DevelopmentKind, summary: string, words: Words): string {
  if (words.summaries.length === 0) return summary;
  return kind === 'date' ? (daysIn(summary, words) ?? summary) : summaryWords(kind, summary, words);
}

function varyingWords(varying: string, words: Words): string | null {
  if (!varying.includes('; ')) return daysIn(varying, words);
  return varying
    .split('; ')
    .map((part) => phrase(part, words.summaries))
    .join('; ');
}

/** Days as developments write them ("22 Nov–1 Dec", "17–23 Oct", "Dec 2023") in other words; null for anything else. */
function daysIn(text: string, words: Words): string | null {
  // Days of one month name it once, behind the second.
  const within = /^(\d{1,2})–(\d{1,2}) ([A-Z][a-z]{2})$/.exec(text);
  const ends =
    within === null
      ? text.split('–').map((end) => dayWords(end, words))
      : [dayWords(`${within[1]} ${within[3]}`, words), words.times.partOfYear(Number(within[2]), null, null)];
  return ends.length > 2 || ends.includes(null) ? null : ends.join('–');
}

function dayWords(text: string, { times }: Words): string | null {
  const match = dayPattern.exec(text);
  if (match === null) return null;
  const [, day, name, year, onlyYear, clock] = match;
  const month = name === undefined ? null : monthsInSummaries.indexOf(name);
  if (month === -1) return null;
  const when = times.partOfYear(
    day === undefined ? null : Number(day),
    month === null ? null : times.monthsShort[month],
    year ?? onlyYear ?? null,
  );
  return clock === undefined ? when : `${when} ${clock}`;
}

const dayPattern = /^(?:(?:(\d{1,2}) )?([A-Z][a-z]{2})(?: (\d{4}))?|(\d{4}))(?: (\d\d:\d\d))?$/;
/** The names of months in summaries (`stories/days.ts`), which are not the reader's. */
const monthsInSummaries = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
