import { storedWords } from './bulletin.ts';
import type { ChannelKind, HttpMessage, Parcel } from './channel.ts';
import { about, bodyOf, foldedLine, linesOf, type NoticeLines, shownMax, titleOf, trialText } from './lines.ts';

/**
 * Chat services, each a template over the same sender. Texts of pages go where a service takes plain text, or are escaped for
 * its markup with every mention disarmed; none is ever read as a template.
 */

/** Slack: Block Kit. `plain_text` knows no markup, but `&`, `<` and `>` are control signs in every text (Slack, "Formatting text"). */
export const slackChannel: ChannelKind = {
  kind: 'slack',
  what: 'a Slack channel, by its incoming webhook',
  address: 'web',
  secret: 'address',
  folds: true,
  message(parcel, { address }) {
    const plain = (text: string, charactersMax = 2_900) => ({
      type: 'plain_text',
      text: ampersands(text, charactersMax),
      emoji: false,
    });
    const section = (text: string) => ({ type: 'section', text: plain(text) });
    const blocks = [
      { type: 'header', text: plain(titleOf(parcel), slackHeaderCharactersMax) },
      ...spoken(parcel).map(section),
      ...shownOf(parcel).flatMap((notice) => [
        section(bodyOf(notice, parcel, slackHeaderCharactersMax).join('\n')),
        {
          type: 'section',
          text: { type: 'mrkdwn', text: `<${notice.link}|${readerWords}> · <${notice.storedLink}|${storedWords}>` },
        },
      ]),
    ];
    return json(parcel, address, {
      text: ampersands(titleOf(parcel), 2_900),
      mrkdwn: false,
      unfurl_links: false,
      blocks,
    });
  },
};

/** Characters of a header: Slack takes 150. */
const slackHeaderCharactersMax = 150;

/** Mattermost: Markdown. A zero-width space after `@` leaves `@channel` and `@name` readable and without effect. */
export const mattermostChannel: ChannelKind = {
  kind: 'mattermost',
  what: 'a Mattermost channel, by its incoming webhook',
  address: 'web',
  secret: 'address',
  folds: true,
  message: (parcel, { address }) => json(parcel, address, { text: markdownMessage(parcel) }),
};

/** Discord: Markdown in an embed; `allowed_mentions` forbids every ping whatever the text holds. */
export const discordChannel: ChannelKind = {
  kind: 'discord',
  what: 'a Discord channel, by its webhook',
  address: 'web',
  secret: 'address',
  folds: true,
  message(parcel, { address }) {
    const shown = shownOf(parcel);
    return json(parcel, address, {
      content: [cut(markdown(titleOf(parcel)), 1_500), ...spoken(parcel).map(markdown)].join('\n'),
      allowed_mentions: { parse: [] },
      embeds: shown.map((notice) => {
        const link = `[${storedWords}](<${notice.storedLink}>)`;
        const room = Math.max(100, Math.floor(discordEmbedsCharactersMax / shown.length) - link.length);
        // The title of an embed is its link: what was said above stands in no second one.
        const isSaid = parcel.notices.length === 1;
        const title = cut(markdown(isSaid ? notice.from : notice.headline), Math.min(250, Math.floor(room / 2)));
        const lines = about(notice).filter((one) => !isSaid || one !== notice.from);
        const words = cut(lines.map(markdown).join('\n'), Math.min(2_000, room - title.length));
        return { title, url: notice.link, description: `${words}\n${link}` };
      }),
    });
  },
};

/** Characters of all embeds of a message together: Discord takes 6,000, and ten embeds. */
const discordEmbedsCharactersMax = 5_800;

/** Teams (Workflows): an Adaptive Card. A text run knows no Markdown; `{{DATE()}}` and `${}` would be worked out, so they are broken. */
export const teamsChannel: ChannelKind = {
  kind: 'teams',
  what: 'a Microsoft Teams channel, by its workflow webhook',
  address: 'web',
  secret: 'address',
  folds: true,
  message(parcel, { address }) {
    const run = (text: string, change: object = {}) => ({
      type: 'RichTextBlock',
      inlines: [{ type: 'TextRun', text: bracesApart(text), ...change }],
    });
    const open = ({ link, storedLink }: NoticeLines) => ({
      type: 'ActionSet',
      actions: [
        { type: 'Action.OpenUrl', title: readerWords, url: link },
        { type: 'Action.OpenUrl', title: storedWords, url: storedLink },
      ],
    });
    const body = [
      run(titleOf(parcel), { weight: 'Bolder', size: 'Medium' }),
      ...spoken(parcel).map((text) => run(text)),
      ...shownOf(parcel).flatMap((notice) => [
        ...bodyOf(notice, parcel).map((text) => run(text, text === notice.headline ? { weight: 'Bolder' } : {})),
        open(notice),
      ]),
    ];
    const content = {
      $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
      type: 'AdaptiveCard',
      version: '1.4',
      body,
    };
    return json(parcel, address, {
      type: 'message',
      attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content }],
    });
  },
};

/** ntfy: published as JSON to the server's root, so that no text of a page becomes a header. Plain text unless Markdown is asked for. */
export const ntfyChannel: ChannelKind = {
  kind: 'ntfy',
  what: 'an ntfy topic: a message on a phone',
  address: 'web',
  secret: 'token',
  folds: true,
  message(parcel, { address, secret }) {
    const url = new URL(address);
    const isSingle = parcel.notices.length === 1;
    const pieces = shownOf(parcel).map((notice) => {
      const lines = ['', ...bodyOf(notice, parcel)];
      // A single alert has its links as a tap and a button; several have theirs in words.
      if (!isSingle) lines.push(notice.link, `${storedWords}: ${notice.storedLink}`);
      return { notice, text: lines.join('\n') };
    });
    const bytesOf = ({ text }: (typeof pieces)[number]) => Buffer.byteLength(text);
    const shown = pieces.slice(0, fitting(pieces, bytesOf, ntfyBytesMax - ntfySpokenBytes));
    const text = [...spoken(parcel, shown.length), ...shown.map((piece) => piece.text)];
    return json(
      parcel,
      url.origin,
      {
        topic: url.pathname.slice(1),
        // From ntfy 2.16 on, a message sent again takes the place of the first on the phone; older servers pass over it.
        sequence_id: parcel.id.replace(/[^A-Za-z0-9_-]/g, '-').slice(0, 64),
        title: titleOf(parcel),
        message: cutBytes(text.join('\n').trim(), ntfyBytesMax),
        click: isSingle ? shown[0].notice.link : `${parcel.desk}/?watch=${encodeURIComponent(parcel.watch.id)}`,
        actions: isSingle ? [{ action: 'view', label: storedWords, url: shown[0].notice.storedLink }] : [],
      },
      secret === null ? {} : { authorization: `Bearer ${secret.replace(/[^\x21-\x7e]/g, '')}` },
    );
  },
};

/** Bytes of a message: of more than 4,096 ntfy makes an attachment. Some of them are for what it says of itself. */
const ntfyBytesMax = 3_900;
const ntfySpokenBytes = 300;

const readerWords = 'Open in Watchfloor';

/** Chat services know no ids; what stands between, such as a relay of one's own, may drop a message that it has by its key. */
function json({ id }: Parcel, address: string, body: object, headers: Record<string, string> = {}): HttpMessage {
  return {
    by: 'http',
    address,
    headers: { 'content-type': 'application/json; charset=utf-8', 'idempotency-key': id, ...headers },
    body: JSON.stringify(body),
  };
}

function shownOf({ notices, desk }: Parcel): NoticeLines[] {
  return notices.slice(0, shownMax).map((notice) => linesOf(notice, desk));
}

/** What the message says of itself. */
function spoken(parcel: Parcel, shown = Math.min(shownMax, parcel.notices.length)): string[] {
  if (parcel.notices.length === 0) return [trialText];
  const folded = foldedLine(parcel, shown);
  return folded === null ? [] : [folded];
}

function markdownMessage(parcel: Parcel): string {
  const pieces = shownOf(parcel).map((notice) => {
    const links = `[${readerWords}](<${notice.link}>) · [${storedWords}](<${notice.storedLink}>)`;
    return `\n${[...bodyOf(notice, parcel).map(markdown), links].join('\n')}`;
  });
  const shown = fitting(pieces, (piece) => piece.length + 1, mattermostCharactersMax - mattermostTitleCharacters);
  const title = `**${markdown(titleOf(parcel))}**`;
  return [title, ...spoken(parcel, shown).map(markdown), ...pieces.slice(0, shown)].join('\n');
}

/** Characters of a message: Mattermost takes 16,383. Some of them are for the title and what the message says of itself. */
const mattermostCharactersMax = 12_000;
const mattermostTitleCharacters = 1_000;

/** How many of the first pieces fit; at least one. Pieces are left out whole: half of one could leave an escape open. */
function fitting<T>(pieces: readonly T[], sizeOf: (piece: T) => number, sizeMax: number): number {
  let size = 0;
  for (const [at, piece] of pieces.entries()) {
    size += sizeOf(piece);
    if (size > sizeMax) return Math.max(1, at);
  }
  return pieces.length;
}

/** Text as Markdown that shows it as it is: its signs escaped, `@`, `#` and `:name:` without effect, addresses not made links. */
export function markdown(text: string): string {
  return text.replace(/[\\`*_{}[\]()<>#+\-.!|~$&]/g, '\\$&').replace(/[@:]/g, '$&\u200b');
}

/** Slack's three control signs, and no half of one where it is cut. */
function ampersands(text: string, charactersMax: number): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  if (escaped.length <= charactersMax) return escaped;
  const whole = escaped.slice(0, charactersMax - 1).replace(/&[a-z]{0,4}$/, '');
  return `${whole.toWellFormed().replace(/\ufffd$/, '')}…`;
}

function bracesApart(text: string): string {
  return text.replace(/[{$](?=\{)/g, '$&\u200b');
}

/** Cuts escaped text without leaving half an escape. */
function cut(escaped: string, charactersMax: number): string {
  if (escaped.length <= charactersMax) return escaped;
  return `${escaped
    .slice(0, charactersMax - 1)
    .replace(/\\+$/, '')
    .toWellFormed()
    .replace(/\ufffd$/, '')}…`;
}

function cutBytes(text: string, bytesMax: number): string {
  const bytes = new TextEncoder().encode(text);
  if (bytes.length <= bytesMax) return text;
  return `${new TextDecoder().decode(bytes.subarray(0, bytesMax)).replace(/\ufffd+$/, '')}…`;
}
