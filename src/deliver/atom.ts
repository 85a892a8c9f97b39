import { generateAtomFeed } from 'feedsmith';
import {
  type Bulletin,
  noticeText,
  placeAddress,
  printable,
  storedAddress,
  storedWords,
  tagAddress,
} from './bulletin.ts';

/** An Atom feed (RFC 4287) of a watch's alerts: stable ids, text content only, so that no markup of a page reaches a reader. */
export function atomFeed({ watch, desk, self, updated, notices }: Bulletin): string {
  return generateAtomFeed({
    id: tagAddress('watch', watch.id),
    title: { value: printable(`Watchfloor: ${watch.name}`), type: 'text' },
    subtitle: { value: printable(watch.query), type: 'text' },
    updated: new Date(updated),
    authors: [{ name: 'Watchfloor' }],
    links: [
      { href: self, rel: 'self', type: 'application/atom+xml' },
      { href: `${desk}/?watch=${encodeURIComponent(watch.id)}`, rel: 'alternate', type: 'text/html' },
    ],
    entries: notices.map((notice) => ({
      id: tagAddress('alert', notice.alert.id),
      title: { value: printable(notice.alert.summary), type: 'text' },
      updated: new Date(notice.alert.at),
      published: new Date(notice.alert.at),
      content: { value: noticeText(notice, desk), type: 'text' },
      categories: [...new Set(notice.developments.map((one) => one.kind))].map((term) => ({ term })),
      links: [
        { href: placeAddress(desk, notice), rel: 'alternate', type: 'text/html' },
        { href: storedAddress(desk, notice.alert.articleId), rel: 'related', title: storedWords },
        ...(notice.article.url === null ? [] : [{ href: notice.article.url, rel: 'via' }]),
      ],
    })),
  });
}
