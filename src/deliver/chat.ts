import type { ChannelKind, HttpMessage, Parcel } from './channel.ts';
import { about, foldedLine, linesOf, type NoticeLines, shownMax, titleOf, trialText } from './lines.ts';

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
      { type: 'header', text: plain(titleOf(parcel), 150) },
      ...spoken(parcel).map(section),
      ...shownOf(parcel).flatMap((notice) => [
        section([notice.headline, ...about(notice)].join('\n')),
        { type: 'section', text: { type: 'mrkdwn', text: `<${notice.link}|Open in Watchfloor>` } },
      ]),
    ];
    return json(address, { text: ampersands(titleOf(parcel), 2_900), mrkdwn: false, unfurl_links: false, blocks });
  },
};

/** Mattermost: Markdown. A zero-width space after `@` leaves `@channel` and `@name` readable and without effect. */
export const mattermostChannel: ChannelKind = {
  kind: 'mattermost',
  what: 'a Mattermost channel, by its incoming webhook',
  address: 'web',
  secret: 'address',
  folds: true,
  message: (parcel, { address }) => json(address, { text: markdownMessage(parcel, 12_000) }),
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
    return json(address, {
      content: [cut(markdown(titleOf(parcel)), 1_500), ...spoken(parcel).map(markdown)].join('\n'),
      allowed_mentions: { parse: [] },
      // All embeds of a message hold 6,000 characters at most.
      embeds: shown.slice(0, 10).map((notice) => ({
        title: cut(markdown(notice.headline), 250),
        url: notice.link,
        description: cut(about(notice).map(markdown).join('\n'), Math.min(2_000, Math.floor(3_400 / shown.length))),
      })),
    });
  },
};

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
    const open = (url: string) => ({
      type: 'ActionSet',
      actions: [{ type: 'Action.OpenUrl', title: 'Open in Watchfloor', url }],
    });
    const body = [
      run(titleOf(parcel), { weight: 'Bolder', size: 'Medium' }),
      ...spoken(parcel).map((text) => run(text)),
      ...shownOf(parcel).flatMap((notice) => [
        run(notice.headline, { weight: 'Bolder' }),
        ...about(notice).map((text) => run(text)),
        open(notice.link),
      ]),
    ];
    const content = {
      $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
      type: 'AdaptiveCard',
      version: '1.4',
      body,
    };
    return json(address, {
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
    const shown = shownOf(parcel);
    const text = [...spoken(parcel), ...shown.flatMap((notice) => ['', notice.headline, ...about(notice)])];
    return json(
      url.origin,
      {
        topic: url.pathname.slice(1),
        title: titleOf(parcel),
        // Longer messages than 4,096 bytes become attachments.
        message: cutBytes(text.join('\n').trim(), 3_900),
        click: shown.length === 1 ? shown[0].link : `${parcel.desk}/?watch=${encodeURIComponent(parcel.watch.id)}`,
      },
      secret === null ? {} : { authorization: `Bearer ${secret.replace(/[^\x21-\x7e]/g, '')}` },
    );
  },
};

function json(address: string, body: object, headers: Record<string, string> = {}): HttpMessage {
  return {
    by: 'http',
    address,
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
    body: JSON.stringify(body),
  };
}

function shownOf({ notices, desk }: Parcel): NoticeLines[] {
  return notices.slice(0, shownMax).map((notice) => linesOf(notice, desk));
}

/** What the message says of itself. */
function spoken(parcel: Parcel): string[] {
  if (parcel.notices.length === 0) return [trialText];
  const folded = foldedLine(parcel, Math.min(shownMax, parcel.notices.length));
  return folded === null ? [] : [folded];
}

function markdownMessage(parcel: Parcel, charactersMax: number): string {
  const parts = [`**${markdown(titleOf(parcel))}**`, ...spoken(parcel).map(markdown)];
  for (const notice of shownOf(parcel)) {
    const piece = [markdown(notice.headline), ...about(notice).map(markdown), `[Open in Watchfloor](<${notice.link}>)`];
    const next = `\n${piece.join('\n')}`;
    // A piece that does not fit is left out whole: half of one could leave an escape open.
    if (parts.join('\n').length + next.length > charactersMax) break;
    parts.push(next);
  }
  return parts.join('\n');
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
