import type { DatedEvent, Statement } from '../records.ts';
import { type Html, html, pathWith } from './html.ts';
import { type Desk, told } from './page.ts';
import { calendarWords, intervalWords, monthName } from './times.ts';

/** Who said it, how, where, to whom, and through whom it reached us. */
export function statementNote(statement: Statement, desk: Desk): Html {
  const { speaker } = statement;
  const name = speakerName(statement, desk);
  const who = speaker.name === null ? name : html`<a href="/speakers/${encodeURIComponent(speaker.name)}">${name}</a>`;
  // Somebody without a name is called by the role already.
  const role = speaker.name === null ? null : speaker.role;
  return html`<b dir="auto">${who}</b>${role !== null && html`, <span dir="auto">${role}</span>`} ${statementManner(statement, desk)}`;
}

/** How, where, to whom, and through whom it reached us; without the speaker. */
export function statementManner(statement: Statement, desk: Desk): Html {
  const { words } = desk;
  const { venue, addressee, relay } = statement;
  return html`<span class="force force-${denies(statement) ? 'deny' : 'say'}">${forceWords(statement, desk)}</span> <span class="dim">${words.form[statement.form]}</span>${
    venue !== null && html`, ${words.story.at} <span dir="auto">${venue.text}</span>`
  }${addressee !== null && html`, ${words.story.to} <span dir="auto">${addressee.text}</span>`}${
    statement.saidOn !== null && html`, ${calendarWords(statement.saidOn, desk)}`
  }${relay.length > 0 && html`, <span class="relay">${words.story.through} <span dir="auto">${relay.map((link) => link.text).join(', ')}</span></span>`}`;
}

/** The same in one line of text. */
export function statementPlain(statement: Statement, desk: Desk): string {
  const { words } = desk;
  const role = statement.speaker.name === null ? null : statement.speaker.role;
  const parts = [
    `${speakerName(statement, desk)}${role === null ? '' : `, ${role}`} ${forceWords(statement, desk)}`,
    words.form[statement.form],
    statement.venue === null ? '' : `${words.story.at} ${statement.venue.text}`,
    statement.relay.length === 0 ? '' : `${words.story.through} ${statement.relay.map((link) => link.text).join(', ')}`,
  ];
  return parts.filter((part) => part !== '').join(', ');
}

/** When it is, how sure, and what is to happen. */
export function eventNote(event: DatedEvent, body: string, desk: Desk): Html {
  const what = event.what === null ? null : body.slice(event.what[0], event.what[1]);
  const { words } = desk;
  const when = eventWhen(event, desk);
  const month = event.from?.slice(0, 7);
  return html`<b>${month === undefined ? when : html`<a href="${pathWith('/calendar', { from: month })}">${when}</a>`}</b> <span class="dim">${eventManner(event, desk)}</span>${
    what !== null && html` <span dir="auto">${what.length > 140 ? `${what.slice(0, 140)} …` : what}</span>`
  }${event.open !== null && html` <span class="dim">(${words.reader.unresolved}: ${told(event.open, desk)})</span>`}`;
}

/** The same in one line of text. */
export function eventPlain(event: DatedEvent, desk: Desk): string {
  return `${eventWhen(event, desk)}, ${eventManner(event, desk)}`;
}

/** `22 Nov – 1 Dec 2023`, or what is known of it. */
export function eventWhen(event: DatedEvent, desk: Desk): string {
  const known = intervalWords(event.from, event.to, desk);
  if (known !== null) return known;
  if (event.partial === null) return desk.words.times.noDate;
  const { from, to } = event.partial;
  const days = /^--(\d\d)-(\d\d) --\1-(\d\d)$/.exec(`${from} ${to}`);
  if (days !== null && days[2] !== days[3]) {
    const [, month, first, last] = days;
    return desk.words.times.daysOfMonth(Number(first), Number(last), monthName(month, desk), null);
  }
  return from === to ? monthDay(from, desk) : `${monthDay(from, desk)} – ${monthDay(to, desk)}`;
}

/** `window, planned`. */
export function eventManner(event: DatedEvent, desk: Desk): string {
  const { eventKinds, eventStatus } = desk.words;
  const status = event.status === 'unclear' ? '' : `, ${eventStatus[event.status]}`;
  const doubt = event.certain ? '' : `, ${desk.words.times.uncertain}`;
  return `${eventKinds[event.kind]}${status}${doubt}`;
}

/** True for a denial and for a claim put in the negative. */
export function denies(statement: Statement): boolean {
  return statement.force === 'deny' || statement.force === 'refuse';
}

/** The fullest name, else the words that name the speaker, else that there are none. */
export function speakerName(statement: Statement, desk: Desk): string {
  return statement.speaker.name ?? statement.speaker.role ?? desk.words.story.unnamed;
}

function forceWords(statement: Statement, desk: Desk): string {
  return desk.words.force[statement.force];
}

/** `--11-22` as `22 Nov`. */
function monthDay(partial: string, desk: Desk): string {
  const match = /^--(\d{2})(?:-(\d{2}))?$/.exec(partial);
  if (match === null) return partial;
  const month = monthName(match[1], desk);
  return desk.words.times.partOfYear(match[2] === undefined ? null : Number(match[2]), month, null);
}
