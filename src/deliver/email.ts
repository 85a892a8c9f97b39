import { storedWords } from './bulletin.ts';
import type { ChannelKind, Parcel } from './channel.ts';
import { about, foldedLine, line, linesOf, titleOf, trialText } from './lines.ts';

/** E-mail: plain text and simple HTML of the same words. Nothing is loaded from anywhere, so opening it tells nobody. */
export const emailChannel: ChannelKind = {
  kind: 'email',
  what: 'e-mail, one message an alert or a digest',
  address: 'mail',
  secret: 'none',
  folds: true,
  message(parcel, { address }) {
    const { id, at, desk, watch, notices } = parcel;
    const story = notices[0]?.alert.storyId;
    const oneStory = story !== undefined && notices.every(({ alert }) => alert.storyId === story);
    return {
      by: 'mail',
      to: address,
      subject: line(titleOf(parcel), subjectCharactersMax),
      text: textOf(parcel),
      html: htmlOf(parcel),
      // Mail programs drop a second message with an id that they have: a message sent again is read once.
      messageId: token(id),
      references: oneStory ? token(story) : null,
      at,
      headers: {
        // RFC 2369, RFC 2919, RFC 3834: where to end it, what list it is, and that no person wrote it.
        'List-Unsubscribe': `<${watchAddress(desk, watch.id)}>`,
        'List-Id': `<${token(watch.id)}.watchfloor.invalid>`,
        'Auto-Submitted': 'auto-generated',
        'X-Auto-Response-Suppress': 'All',
      },
    };
  },
};

const subjectCharactersMax = 200;
/** Alerts in one mail: a digest of a day shows more than a chat message. */
const noticesMax = 50;

function textOf(parcel: Parcel): string {
  const { notices, desk, watch } = parcel;
  const shown = notices.slice(0, noticesMax);
  const folded = foldedLine(parcel, shown.length);
  const parts = notices.length === 0 ? [trialText] : folded === null ? [] : [folded];
  for (const notice of shown) {
    const lines = linesOf(notice, desk);
    parts.push(
      [
        lines.headline,
        ...about(lines).map((one) => `  ${one}`),
        `  ${lines.link}`,
        `  ${storedWords}: ${lines.storedLink}`,
      ].join('\n'),
    );
  }
  parts.push(`-- \nWatch: ${line(watch.name, 120)}\nChange it or end these mails: ${watchAddress(desk, watch.id)}`);
  return `${parts.join('\n\n')}\n`;
}

function htmlOf(parcel: Parcel): string {
  const { notices, desk, watch } = parcel;
  const shown = notices.slice(0, noticesMax);
  const folded = foldedLine(parcel, shown.length);
  const said = notices.length === 0 ? trialText : folded;
  const parts = shown.map((notice) => {
    const lines = linesOf(notice, desk);
    const text = (one: string) => marked(one, lines.matchedWords);
    const below = about(lines).map((one) => `<p dir="auto" style="margin:.2em 0">${text(one)}</p>`);
    return `<h2 dir="auto" style="font-size:1.1em;margin:1.4em 0 .3em"><a href="${escaped(lines.link)}">${text(lines.headline)}</a></h2>${below.join('')}<p style="margin:.2em 0"><a href="${escaped(lines.storedLink)}">${storedWords}</a></p>`;
  });
  return `<!doctype html><html><head><meta charset="utf-8"><title>${escaped(titleOf(parcel))}</title></head><body style="font-family:sans-serif;max-width:40em">${
    said === null ? '' : `<p>${escaped(said)}</p>`
  }${parts.join('')}<hr><p style="font-size:.85em">Watch: ${escaped(line(watch.name, 120))} · <a href="${escaped(watchAddress(desk, watch.id))}">change it or end these mails</a></p></body></html>`;
}

function watchAddress(desk: string, id: string): string {
  return `${desk}/watches/${encodeURIComponent(id)}`;
}

/** What may stand in a message id (RFC 5322, dot-atom). */
function token(id: string): string {
  return id.replace(/[^A-Za-z0-9-]/g, '-');
}

/** Escaped text with the words that a query matched marked where they stand, whatever their case. */
function marked(text: string, words: readonly string[]): string {
  const low = text.toLowerCase();
  // Where lower case has another length, places in it are not places in the text.
  if (low.length !== text.length) return escaped(text);
  let out = '';
  let done = 0;
  while (done < text.length) {
    const found = words
      .map((word) => ({ start: word === '' ? -1 : low.indexOf(word.toLowerCase(), done), length: word.length }))
      .filter(({ start }) => start !== -1)
      .sort((a, b) => a.start - b.start || b.length - a.length)[0];
    if (found === undefined) break;
    const end = found.start + found.length;
    out += `${escaped(text.slice(done, found.start))}<mark>${escaped(text.slice(found.start, end))}</mark>`;
    done = end;
  }
  return out + escaped(text.slice(done));
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
