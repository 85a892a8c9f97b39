import type { Article, DatedEvent, Lead, Span, Statement, Trace } from '../records.ts';
import type { PageRead } from './pages.ts';

/** A page as read, for a person at a terminal: head, body folded to the width, then each fact with its words. */
export function reportOf({ reading, trace }: PageRead, columns: number, explain: boolean): string {
  const width = Math.max(40, Math.min(columns, 100));
  const { article } = reading;
  const parts = [
    head(article),
    ...article.body.split('\n\n').map((paragraph) => fold(paragraph, width, '')),
    section(
      'Statements',
      reading.statements.map((one) => statementLine(one, article.body, width)),
    ),
    section(
      'Announced and dated',
      reading.events.map((one) => eventLine(one, article.body, width)),
    ),
    section(
      'Figures',
      reading.figures.map((one) => `  ${at(article.body, one.span)}${one.of === null ? '' : ` — ${one.of}`}`),
    ),
    section(
      'Leads',
      reading.leads.map((one) => leadLine(one)),
    ),
    explain
      ? section(
          'Why',
          trace.map((one) =>
            fold(
              `${fateOf(one)}${one.step}: ${one.reason}${one.text === undefined ? '' : ` — ${one.text}`}`,
              width,
              '  ',
            ),
          ),
        )
      : '',
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

/** A block of the page was kept as text or left out; other steps only say what they read. */
function fateOf(line: Trace): string {
  return line.kept === undefined ? '' : line.kept ? '[kept] ' : '[left out] ';
}

function head(article: Article): string {
  const { published, credit } = article;
  const facts = [
    article.kind === 'article' ? null : `kind: ${article.kind}`,
    article.site,
    article.byline.length > 0 ? `by ${article.byline.join(', ')}` : null,
    published.value === null ? 'day of publication unknown' : `published ${published.value} (${published.from})`,
    credit === null ? null : `credit ${credit.agency}`,
    article.language,
    article.partial ? 'partial' : null,
  ];
  return `${onOneLine(article.title ?? '(no title)')}\n${onOneLine(facts.filter((fact) => fact !== null).join(' · '))}`;
}

function section(name: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : `${name}\n${lines.join('\n')}`;
}

function statementLine(statement: Statement, body: string, width: number): string {
  const { speaker, venue, addressee, relay, saidOn } = statement;
  const who = speaker.name ?? (speaker.span === null ? 'unknown speaker' : at(body, speaker.span));
  const parts = [
    speaker.role === null ? who : `${who} (${speaker.role})`,
    statement.cue === null ? null : at(body, statement.cue),
    addressee === null ? null : `to ${addressee.text}`,
    venue === null ? null : `at ${venue.text}`,
    saidOn === null ? null : `on ${saidOn}`,
    relay.length === 0 ? null : `as reported by ${relay.map((one) => one.text).join(', by ')}`,
  ];
  const words = statement.content.map((span) => at(body, span)).join(' … ');
  return fold(`${parts.filter((part) => part !== null && part !== '').join(' · ')}: ${words}`, width, '  ');
}

function eventLine(event: DatedEvent, body: string, width: number): string {
  const when =
    event.from === null
      ? `open (${event.open ?? 'unknown'})`
      : event.from === event.to
        ? event.from
        : `${event.from} to ${event.to ?? '…'}`;
  const what = event.what === null ? event.expression.map((span) => at(body, span)).join(' … ') : at(body, event.what);
  return fold(`${when}  ${event.kind}, ${event.status}: ${what}`, width, '  ');
}

function leadLine({ title, cutOff, count, language }: Lead): string {
  const notes = [cutOff ? 'cut off' : null, count > 1 ? `${count} times` : null, language].filter(
    (note) => note !== null,
  );
  return `  ${onOneLine(title)}${notes.length > 0 ? ` (${notes.join(', ')})` : ''}`;
}

function at(body: string, [start, end]: Span): string {
  return onOneLine(body.slice(start, end));
}

/** "1 page", "2 pages". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** Text from a page must not speak to the terminal: control characters, escape sequences and reversals of direction among them, are taken out. */
export function printable(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202d\u202e]/g, '');
}

/** The same for a name or message that is given one line: it must not be able to write another. */
export function onOneLine(text: string): string {
  return printable(text.replace(/\s+/g, ' '));
}

function fold(text: string, width: number, indent: string): string {
  const lines: string[] = [];
  let line = indent;
  for (const word of printable(text).split(/\s+/)) {
    if (line.length + word.length > width && line.trim() !== '') {
      lines.push(line.trimEnd());
      line = `${indent}${indent}`;
    }
    line += `${word} `;
  }
  return [...lines, line.trimEnd()].join('\n');
}
