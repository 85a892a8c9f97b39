import type { Development, Instant } from '../records.ts';
import type { ArticleBrief, StoredAlert, StoredEvent, StoredStatement, StoredStory } from '../store/store.ts';
import { eventLabel } from '../text/event-label.ts';
import { type Account, accountsPanel } from './accounts.ts';
import { storyAlerts } from './alert.ts';
import { likeness } from './alignment.ts';
import { timeAxis } from './charts.ts';
import { type EvidenceView, evidenceDetails, evidenceLink, type Replaced, readerPath } from './evidence.ts';
import { denies, eventManner, eventWhen, speakerName, statementManner } from './facts.ts';
import { type Html, html, pathWith } from './html.ts';
import { mark } from './marks.ts';
import { originTree } from './origins.ts';
import { coverageLine, type Desk, kindName, mayPost, name, outletOf, page, press, summaryMarks } from './page.ts';
import { earlierPositions } from './positions.ts';
import { fullTime, timeTag } from './times.ts';
import { replacedWords, summaryWords } from './words/summaries.ts';

/** The story: what happened, who says so, what next. */
export function storyPage(desk: Desk, view: StoryView): Html {
  const { words } = desk;
  const { story, articles, statements, events } = view.stored;
  return page(desk, {
    here: 'story',
    title: story.title,
    wide: true,
    main: html`<header class="story-head"><h1 class="press"${press(story.language)}>${story.title}</h1>
<details class="counted"><summary>${coverageLine(story, words)} <span class="dim">· ${words.story.latest} ${timeTag(story.latest, desk)}</span></summary><h2>${words.story.counted}</h2>${accountsPanel(view.accounts, story.independentCount, desk)}</details><p class="printed note">${words.story.printed(`/stories/${story.id}`)} · ${fullTime(desk.now, desk)}</p></header>
${timeAxis(
  desk,
  articles.map(({ brief, placement }) => ({ at: brief.received, copy: placement.copyOf !== null })),
  view.developments.map(({ development }) => ({
    at: development.at,
    kind: development.kind,
    summary: development.summary,
  })),
)}
<div class="columns"><section class="column-main" aria-labelledby="h-dev"><h2 id="h-dev">${words.story.developments}</h2><ol class="line">${view.developments.map((one) => developmentItem(one, desk))}</ol>${view.next !== null && html`<div class="more"><a class="button quiet" rel="next" href="${pathWith(`/stories/${story.id}`, { before: view.next })}">${words.frame.older}</a></div>`}
${storyAlerts(view.alerts, desk)}<h2 id="h-origin">${words.story.origins}</h2>${originTree(articles, story.id, desk)}
${mayPost(desk, `/stories/${story.id}/merge`) && html`<details class="mend"><summary>${words.story.mendTitle}</summary><form class="inline" method="post" action="/stories/${story.id}/merge"><label>${words.story.mergeLabel} <input name="story" placeholder="/stories/…" autocomplete="off"></label> <button class="quiet">${words.story.merge}</button></form></details>`}</section>
<section class="column-side" aria-labelledby="h-dates"><h2 id="h-dates">${words.story.dates}</h2>${dates(events, view, desk)}
<h2 id="h-said">${words.story.ledger}</h2>${ledger(statements, desk)}</section></div>`,
  });
}

export interface StoryView {
  readonly stored: StoredStory;
  /** Its articles with the owners of their outlets. */
  readonly accounts: readonly Account[];
  /** What watches told of it, newest first. */
  readonly alerts: readonly StoredAlert[];
  /** Instant to go on before; null when all developments are shown. */
  readonly next: Instant | null;
  /** Newest first, with their evidence. */
  readonly developments: readonly {
    readonly development: Development;
    readonly article: ArticleBrief;
    readonly evidence: readonly EvidenceView[];
    readonly replaced: Replaced | null;
  }[];
}

const datesShown = 6;
const datesFolded = 12;
const statementsPerSpeaker = 3;
const statementsFolded = 5;
const speakersMax = 16;

function developmentItem(one: StoryView['developments'][number], desk: Desk): Html {
  const { development } = one;
  return html`<li class="row" id="r-${development.id}" data-row tabindex="-1"><div class="row-mark">${mark(development.kind, kindName(development.kind, desk.words))}</div><div class="row-main"><h3${summaryMarks(development.kind, one.article.language)}>${summaryWords(development.kind, development.summary, desk.words)}</h3>${
    one.replaced !== null &&
    development.kind !== 'statement' &&
    !development.summary.includes(one.replaced.summary) &&
    html`<p class="row-meta">${desk.words.story.was} <s dir="auto">${replacedWords(one.replaced.kind, one.replaced.summary, desk.words)}</s></p>`
  }<div class="row-foot">${evidenceDetails(one.evidence, one.replaced, desk)}<a href="/articles/${development.articleId}" data-key="Enter">${name(outletOf(one.article) ?? desk.words.reader.title)}</a></div></div><div class="row-side">${timeTag(development.at, desk)}</div></li>`;
}

/** Announced dates: each interval once, with how many articles give it; ones that moved have their earlier form struck out. */
function dates(events: readonly StoredEvent[], view: StoryView, desk: Desk): Html {
  const { words } = desk;
  const groups = new Map<string, StoredEvent[]>();
  for (const one of events) {
    if (one.event.kind === 'past' || one.event.kind === 'duration' || one.event.kind === 'recurring') continue;
    const key = `${one.event.from}|${one.event.to}|${one.event.partial?.from}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  if (groups.size === 0) return html`<p class="note">${words.story.noDates}</p>`;
  const developments = view.developments.map((one) => one.development);
  const rows = [...groups.values()].map((group) => ({
    group,
    earlier: earlierPositions(new Set(group.map((one) => one.event.id)), developments, events),
  }));
  const left = new Set(rows.flatMap(({ earlier }) => earlier.map((one) => `${one.from}|${one.to}`)));
  // A position that a date has left stands beside the new one, not in a line of its own; what has no day comes last.
  const current = rows
    .filter(({ group: [{ event }] }) => !left.has(`${event.from}|${event.to}`))
    .sort((a, b) => byDay(dayOf(a.group[0].event), dayOf(b.group[0].event)));
  const weight = ({ group, earlier }: (typeof current)[number]) =>
    earlier.length * 100 + new Set(group.map((one) => one.article.id)).size;
  const heavy = new Set([...current].sort((a, b) => weight(b) - weight(a)).slice(0, datesShown));
  const line = ({ group, earlier }: (typeof current)[number]) => {
    const [{ one: first, label }] = group
      .map((one) => ({ one, label: eventLabel(one, one.article.language) }))
      .sort((a, b) => Number(b.label !== null) - Number(a.label !== null));
    const outlets = new Set(group.map((one) => one.article.id)).size;
    return html`<li><b class="figures">${eventWhen(first.event, desk)}</b> <span class="dim">${eventManner(first.event, desk)}</span>${earlier.map((one) => html` <span class="moved">${words.calendar.movedFrom} <s dir="auto">${replacedWords('date', one.summary, words)}</s></span>`)}${(label ?? first.what) !== null && html`<br><span class="press-small"${press(first.article.language)}>${label ?? html`… ${first.what}`}</span>`}<br><span class="small dim">${words.calendar.articles(outlets)} ${evidenceLink(first.article.id, first.event.expression, desk)}</span></li>`;
  };
  const rest = current.filter((row) => !heavy.has(row)).slice(0, datesFolded);
  return html`<ul class="dates">${current.filter((row) => heavy.has(row)).map(line)}</ul>${
    rest.length > 0 &&
    html`<details><summary>${words.story.moreArticles(rest.length)}</summary><ul class="dates">${rest.map(line)}</ul></details>`
  }`;
}

/** A day stands for itself, a month or year for its end: "in November" comes after the days of November that are known. */
function dayOf({ from, to }: StoredEvent['event']): string | null {
  return from === null || from.length >= 10 ? from : `${to ?? from}-99`;
}

function byDay(a: string | null, b: string | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return a < b ? -1 : Number(a > b);
}

/** The ledger of statements by speaker; a denial is set apart by a mark and a word. */
function ledger(statements: readonly StoredStatement[], desk: Desk): Html {
  const { words } = desk;
  if (statements.length === 0) return html`<p class="note">${words.story.noStatements}</p>`;
  const said = oncePerQuote(statements);
  const answers = denialsBeside(said);
  const placed = new Set([...answers.values()].flat());
  const bySpeaker = new Map<string, Said[]>();
  for (const one of said) {
    // A denial stands beside what it denies, when that was said by somebody else.
    if (placed.has(one)) continue;
    const speaker = speakerName(one.first.statement, desk);
    const list = bySpeaker.get(speaker);
    if (list === undefined) bySpeaker.set(speaker, [one]);
    else list.push(one);
  }
  // Those without a name come last, however much they said.
  const unnamed = (entry: readonly [string, unknown]) => Number(entry[0] === words.story.unnamed);
  const speakers = [...bySpeaker]
    .sort((a, b) => unnamed(a) - unnamed(b) || b[1].length - a[1].length)
    .slice(0, speakersMax);
  const line = (one: Said) =>
    html`${ledgerLine(one, desk)}${(answers.get(one) ?? []).map(
      (answer) =>
        html`<div class="reply"><p class="note reply-to" dir="auto">${speakerName(answer.first.statement, desk)}</p>${ledgerLine(answer, desk)}</div>`,
    )}`;
  return html`${speakers.map(([speaker, list]) => {
    const rest = list.slice(statementsPerSpeaker, statementsPerSpeaker + statementsFolded);
    return html`<div class="speaker"><h3 dir="auto">${speaker}</h3>${list.slice(0, statementsPerSpeaker).map(line)}${
      rest.length > 0 &&
      html`<details><summary>${words.story.moreArticles(rest.length)}</summary>${rest.map(line)}</details>`
    }</div>`;
  })}`;
}

/** Denials by the statement of somebody else that shares most of their words; those that share too few stay where they are. */
function denialsBeside(said: readonly Said[]): Map<Said, Said[]> {
  const beside = new Map<Said, Said[]>();
  const claims = said.filter(({ first }) => !denies(first.statement)).slice(0, claimsMax);
  for (const denial of said.filter(({ first }) => denies(first.statement)).slice(0, denialsMax)) {
    let best: Said | null = null;
    let most = deniedLikenessMin;
    for (const claim of claims) {
      if (claim.first.statement.speaker.name === denial.first.statement.speaker.name) continue;
      const alike = likeness(claim.first.quote, denial.first.quote);
      if (alike > most) [best, most] = [claim, alike];
    }
    if (best !== null) beside.set(best, [...(beside.get(best) ?? []), denial]);
  }
  return beside;
}

const claimsMax = 200;
const denialsMax = 40;
/** Half of the words of a claim and its denial in common: below this, two statements only share a subject. */
const deniedLikenessMin = 0.5;

/** One statement in the ledger: the words, then how they reached us, and in how many further articles they stand. */
export function ledgerLine({ first: { quote, statement, article }, times }: Said, desk: Desk): Html {
  const words = statement.form === 'direct' && !/^\p{P}/u.test(quote) ? `“${quote}”` : quote;
  return html`<div class="said-line${denies(statement) ? ' denial' : ''}"><blockquote class="${statement.form}"${press(article.language)}>${words}</blockquote><p class="note">${statementManner(statement, desk)} · <a href="${readerPath(article.id, { where: 'body', spans: statement.content })}">${name(outletOf(article) ?? desk.words.evidence.reader)}</a>${times > 1 && html` ${desk.words.story.andMore(times - 1)}`} · ${timeTag(article.received, desk, article.published.value)} ${evidenceLink(article.id, statement.content, desk)}</p></div>`;
}

/** A statement as first received, and in how many articles its words stand. */
export interface Said {
  readonly first: StoredStatement;
  readonly times: number;
}

/** The same words in a copy are the same statement: the first article that had them stands for all. */
export function oncePerQuote(statements: readonly StoredStatement[]): Said[] {
  const seen = new Map<string, Said>();
  for (const one of statements) {
    const key = one.quote
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
    const kept = seen.get(key);
    const earlier = kept === undefined || one.article.received < kept.first.article.received;
    seen.set(key, { first: earlier ? one : kept.first, times: (kept?.times ?? 0) + 1 });
  }
  return [...seen.values()];
}
