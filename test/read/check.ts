import assert from 'node:assert/strict';
import { languageOf } from '../../src/languages/languages.ts';
import { findDates } from '../../src/read/dates.ts';
import { readEvents } from '../../src/read/events.ts';
import type { DatedEvent } from '../../src/records.ts';
import { splitText } from '../../src/text/sentences.ts';
import { publishedOn } from '../made.ts';

/** The day most cases are read on: a Tuesday. */
export const tuesday = '2023-11-21';

/** The dates of a text, written back into it as marks: "left on [Monday]" and the values in order. */
export function datesOf(text: string, language: string, day: string | null): { marked: string; values: string[] } {
  const data = languageOf(language);
  const found = findDates(splitText(text, data), data, publishedOn(day));
  let marked = '';
  let end = 0;
  for (const date of found) {
    marked += `${text.slice(end, date.start)}[${text.slice(date.start, date.end)}]`;
    end = date.end;
  }
  return { marked: marked + text.slice(end), values: found.map((date) => date.value) };
}

/**
 * One case of dates: a text in which every time expression is marked, then their values, parted by spaces:
 * "It ends [Friday]. = 2023-11-24".
 */
export function checkDates(line: string, language = 'en', day: string | null = tuesday): void {
  const cut = line.lastIndexOf(' = ');
  const marked = line.slice(0, cut);
  const text = marked.replace(/[[\]]/g, '');
  const seen = datesOf(text, language, day);
  assert.equal(`${seen.marked} = ${seen.values.join(' ')}`, line);
}

export function eventsOf(text: string, language = 'en', day: string | null = tuesday): DatedEvent[] {
  const data = languageOf(language);
  const split = splitText(text, data);
  const published = publishedOn(day);
  return readEvents({ articleId: 'a', split, language: data, published, dates: findDates(split, data, published) });
}

/** One case of events: a text, then each event as "expression: kind status from..to", parted by semicolons. */
export function checkEvents(text: string, expected: string, language = 'en', day: string | null = tuesday): void {
  const seen = eventsOf(text, language, day).map((event) => {
    const expression = event.expression.map(([start, end]) => text.slice(start, end)).join(' … ');
    return `${expression}: ${event.kind} ${event.status} ${event.from ?? '?'}..${event.to ?? '?'}`;
  });
  assert.equal(seen.join('; '), expected);
}
