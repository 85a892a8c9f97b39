import type { FurnitureWords } from '../language.ts';
import { monthNames, phrases } from '../language.ts';

/** English: the words around a text. */
export const furniture: FurnitureWords = {
  months:
    monthNames(`january/jan, february/feb, march/mar, april/apr, may, june/jun, july/jul, august/aug, september/sept/sep,
    october/oct, november/nov, december/dec`),
  by: phrases(
    `created by, submitted by, by, written by, story by, reported by, reporting by, words by, posted by, author, authors, text by`,
  ),
  role: phrases(`contributing opinion writer, opinion writer, contributing editor, reporter, staff reporter, staff writer, correspondent, special correspondent, senior reporter,
    political reporter, editor, senior editor, associate editor, deputy editor, managing editor, news editor,
    columnist, contributor, contributing writer, senior writer, sports writer, national writer,
    political writer, business writer, freelance writer, guest columnist, writer, journalist, producer,
    senior producer, analyst, photographer, author, md, phd, reporting from, live reporter`),
  nobody:
    phrases(`staff, admin, administrator, editor, editors, editorial, editorial board, newsroom, news desk, newsdesk,
    web desk, webdesk, desk, staff report, staff reports, staff reporter, staff writer, staff writers,
    news staff, our correspondent, our reporter, correspondent, reporter, reporters, guest, guest author,
    contributor, contributors, team, editorial team, editorial staff, web team, online desk, digital team,
    anonymous, author, unknown, press release, news release, newsletter, bureau, news agencies, agencies,
    wire services, wire reports, special to, the editors, n/a, none, online, user, webmaster, guest post,
    guest contributor`),
  source: phrases('source, courtesy of, first published by, originally published by'),
  editor: phrases('editor, edited by, editing by, web editor, copy editor'),
  more: phrases(`read more, more, full story, continue reading, details, read full story, learn more, see more, show more,
    view all, see all, more details, read now, watch now, click here`),
  also: phrases(`read more, read also, also read, see also, more, more on this, read next, related, related story,
    related stories, related article, watch, watch more, recommended, don't miss, you may also like,
    must read, up next, more from, further reading, also see, trending, next story, previous story, see more,
    opinion, explainer, in pictures`),
  lists: phrases(`related, related news, related stories, related articles, related posts, related content,
    related coverage, related topics, related links, most read, most popular, most viewed, most shared,
    most commented, most discussed, popular, popular posts, popular stories, popular now, trending,
    trending now, trending stories, trending news, latest, latest news, latest stories, latest headlines,
    latest articles, latest posts, recent, recent posts, recent news, recent stories, recent articles,
    more news, more stories, more from, more in, more on, more like this, recommended, recommended for you,
    recommended stories, you may also like, you might also like, you may like, also read, read also,
    read next, read more, up next, next up, don't miss, must read, must reads, must-read, editor's picks,
    editors' picks, editors picks, editor's choice, featured, featured stories, top stories, top news,
    top headlines, headlines, in case you missed it, in this section, other news, other stories,
    similar articles, similar stories, what others are reading, what to read next, what to watch,
    from the web, around the web, from our partners, from around the web, next story, previous story,
    next article, previous article, in other news, on the site, keep reading, explore more, further reading,
    also in the news, news in brief, in brief, breaking news, elsewhere, discover more, suggested for you,
    suggested reading, picked for you, hot topics, live updates, hot news, sponsored`),
  published:
    phrases(`published, published on, published at, posted, posted on, first published, originally published, date,
    issued, created, released, publication date, published date, filed, on`),
  updated: phrases(`updated, updated on, updated at, last updated, last modified, modified, last update, update,
    last reviewed, edited, revised`),
  photo:
    phrases(`photo, photos, photograph, photography, photo by, photo credit, photograph by, picture, pictures, image,
    images, image credit, image source, credit, credits, picture credit, file photo, video, graphic,
    illustration, photo courtesy`),
  agencies: phrases(`agencies, news agencies, news agency, wire services, wire service, wire reports, wire report,
    news services, agency, wires, press agencies`),
  contributed:
    phrases(`with inputs from, with input from, with information from, with reporting by, with reporting from,
    with files from, contributing, contributed to this report, contributed to this story,
    contributed reporting, contributed, with additional reporting by, additional reporting by,
    additional reporting from, includes information from, with material from, reporting by,
    includes reporting from, with contributions from, with`),
  republished: phrases(`originally appeared on, originally appeared in, first appeared on, first appeared in,
    originally published on, originally published in, originally published at, originally published by,
    first published on, first published in, first published by, was produced by, republished from,
    republished with permission from, republished with permission of, reprinted from,
    reprinted with permission from, materials provided by, material provided by, provided by, distributed by,
    courtesy of, in partnership with, syndicated from, excerpted from`),
  writings: phrases(
    'article, story, column, piece, post, essay, interview, report, excerpt, material, materials, text, content',
  ),
  pointers: phrases('this, the'),
  endings: phrases('ends, updated, update, continued, more, photo, video, laughs, laughter, applause'),
  signRoles: phrases('writer, writers, staff, reporter, correspondent, editor, agency, news'),
  weekdays: phrases('monday, tuesday, wednesday, thursday, friday, saturday, sunday'),
  trails: phrases('last, mon, tue, wed, thu, fri, sat, sun'),
  offices: phrases(`officer, chief, head, director, president, professor, founder, ceo, cto, manager, analyst, fellow,
    coordinator, specialist, representative`),
  notNames:
    phrases(`about, follow, more, read, share, updated, published, posted, comments, comment, view, all, articles,
    bio, profile, email, contact, subscribe, minutes, min, ago, the, by, for, with, news, team, staff, senior, reporter,
    editor, writer, correspondent, us, via, from, and, our, this, is, has, have`),
  tools:
    phrases(`share, share this, share this article, share this story, share this post, share article, share on facebook, share on twitter, share on x,
    tweet, pin it, email, email this, email this article, e-mail, email to a friend, send to a friend, print, print this page, print this article, print article, save, save article, copy link,
    link copied, listen, listen to this article, listen to article, text size, font size, bookmark, comment, comments, add comment, add a comment, post a comment, back to top, top, back, go back, reply, like, like this,
    advertisement, advertising, ad, ads, scroll to continue with content, scroll to continue, story continues below advertisement, article continues below advertisement, story continues below,
    article continues below, continue reading below, article continues after advertisement, article continues after ad, loading, loading..., skip advertisement, report an error, report a typo, give feedback, add as preferred source on google,
    show caption, hide caption, view gallery, open image in gallery, enlarge image, click to enlarge, play video, subscribe, sign in, log in`),
  rights: phrases(
    `all rights reserved, may not be published, unauthorized reproduction, reproduction prohibited, no part of this, may not be reproduced`,
  ),
  calls:
    phrases(`follow us, follow us on, like us on, join us on, find us on, subscribe to our, sign up for our, sign up to our, sign up to receive, sign up here, get our newsletter, get the latest, get breaking news,
    get more from, download our app, download the app, join our whatsapp, join our telegram, click here to subscribe, click here to sign up, click here to read more, click here for more,
    click here to follow, click here to join, support our journalism, support independent journalism, become a member, become a subscriber, have a news tip, got a tip, got a story, do you have a story, send us your, want more stories, stay up to date, stay informed, never miss a story, read more of our, for more stories like this,
    enjoying this article, enjoyed this article, like this story, report a correction, spotted an error, see a typo, create a free account, create an account, create your account, register for free, register to, sign up now, log in or register, register now to, want to read more`),
  paywall:
    phrases(`subscribe to continue, subscribe to read, to continue reading, subscribe to unlock, log in to continue, sign in to continue, register to continue, this content is for subscribers, this article is for subscribers, for subscribers only, subscribers only, subscriber-only, subscriber exclusive, for paid subscribers, this post is for paid,
    already a subscriber, already have a subscription, to read the full, to read the rest, you have reached your limit, free articles left, articles remaining, start your free trial, unlock this article, exclusive to members`),
  comments: phrases(
    `comments, responses, reader comments, readers' comments, leave a comment, leave a reply, join the conversation, join the discussion, your comments`,
  ),
  tags: phrases(
    'tags, tagged, tagged with, filed under, topics, keywords, in this article, categories, read more about, related topics, more on these topics',
  ),
  actions: phrases(
    `sign up, subscribe, download, log in, login, register, get the, follow, contact, about, privacy, terms, click here, sign in`,
  ),
  ownPages: phrases(
    `privacy, policy, guideline, guidelines, principles, terms, accessibility, rights, cookie, cookies, podcast, podcasts, newsletter, newsletters`,
  ),
  ages: phrases(
    `# min, # mins, # min read, # mins read, # minute read, # minutes read, # min ago, # mins ago, # minute ago, # minutes ago, # h, # h ago, # hr ago, # hrs ago, # hour ago, # hours ago, # day ago, # days ago, # week ago, # weeks ago, # month ago, # months ago, # year ago, # years ago`,
  ),
  organisations: phrases(
    `telegram, gazette, times, journal, herald, tribune, chronicle, daily, courier, weekly, observer, examiner, dispatch, tv, radio, staff, team, news, newsroom, desk, editors, editorial, agency, magazine, media, press, institute, university, network, bureau, department, office, ministry, association, foundation, group, inc, ltd, llc, council, society, committee`,
  ),
  missing: phrases(
    'page not found, page could not be found, could not be found on, page you requested, page you are looking for, page you were looking for, page does not exist, page unavailable, no longer available, access denied, are you human, just a moment, verify you are human, not found, captcha, 404, 403',
  ),
};
