import { generateJsonFeed } from 'feedsmith';
import { type Bulletin, noticeText, placeAddress, printable, tagAddress } from './bulletin.ts';

/** A JSON Feed 1.1 of a watch's alerts, with the same ids and texts as the Atom feed. */
export function jsonFeed({ watch, desk, self, notices }: Bulletin): string {
  const feed = generateJsonFeed({
    title: printable(`Watchfloor: ${watch.name}`),
    description: printable(watch.query),
    home_page_url: `${desk}/?watch=${encodeURIComponent(watch.id)}`,
    feed_url: self,
    items: notices.map((notice) => ({
      id: tagAddress('alert', notice.alert.id),
      title: printable(notice.alert.summary),
      url: placeAddress(desk, notice),
      external_url: notice.article.url ?? undefined,
      content_text: noticeText(notice, desk),
      date_published: new Date(notice.alert.at),
      tags: [...new Set(notice.developments.map((one) => one.kind))],
    })),
  });
  return JSON.stringify(feed);
}
