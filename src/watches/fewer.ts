import type { FewerPart, Subject } from '../records.ts';
import { termsOf } from '../text/terms.ts';
import { SubjectText } from './document.ts';
import { matchedWords } from './match.ts';
import { parseQuery } from './query.ts';

/** An article that a watch told of, and what people did with it. */
export interface Told {
  readonly subject: Subject;
  /** Somebody kept it or works on it: a change that would have lost it is a bad one. */
  readonly wanted: boolean;
  /** Somebody dismissed it: a change that would have spared it is a good one. */
  readonly unwanted: boolean;
}

/** A change of a query that would not have told of one article, and which others it would not have told of. */
export interface FewerProposal {
  /** What is left out, as it is written into the query: `NOT site:"Velm Daily"`. */
  readonly added: string;
  readonly part: FewerPart;
  /** The name or word it turns on; for `sources` the number of accounts. */
  readonly value: string;
  /** The whole query after the change. */
  readonly query: string;
  /** Places in the list of those that would not have been told, the article itself among them. */
  readonly dropped: readonly number[];
}

/**
 * "Fewer like this": ways to change a query so that an article is no longer told, best first. Each is tried on everything
 * the watch told of, so what it would have lost is known and not guessed: a change is better the more dismissed ones it
 * drops, and worse the more wanted ones. One that would have silenced the whole watch is not proposed.
 */
export function proposeFewer(query: string, told: readonly Told[], at: number): readonly FewerProposal[] {
  const { tree } = parseQuery(query);
  if (tree === null || told[at] === undefined) return [];
  const texts = told.map(({ subject }) => new SubjectText(subject));
  const inQuery = new Set(termsOf(query));
  const wholes = query.trim() === '' ? '' : tree.op === 'or' ? `(${query.trim()}) ` : `${query.trim()} `;
  const found: (FewerProposal & { weight: number })[] = [];
  for (const { part, value, added } of candidates(told, at, inQuery)) {
    const changed = wholes + added;
    const only = parseQuery(added).tree;
    if (only === null || parseQuery(changed).tree === null) continue;
    // What matched the query already is dropped where the added part alone does not match.
    const dropped = told.flatMap((_, index) => (matchedWords(only, texts[index]) === null ? [index] : []));
    if (!dropped.includes(at) || (told.length > 1 && dropped.length === told.length)) continue;
    found.push({ added, part, value, query: changed, dropped, weight: weightOf(dropped, told) });
  }
  const best = found.sort((a, b) => b.weight - a.weight || order.indexOf(a.part) - order.indexOf(b.part));
  const shown: FewerProposal[] = [];
  const seen = new Map<FewerPart, number>();
  for (const { weight: _weight, ...proposal } of best) {
    const times = seen.get(proposal.part) ?? 0;
    if (times >= perPartMax || shown.length >= proposalsMax) continue;
    // Two ways that drop the same articles for the same reason are one; the first is the plainer.
    const same = shown.filter((one) => one.dropped.join() === proposal.dropped.join());
    if (same.some((one) => reasonOf(one.part) === reasonOf(proposal.part))) continue;
    seen.set(proposal.part, times + 1);
    shown.push(proposal);
  }
  return shown;
}

const proposalsMax = 6;
const perPartMax = 2;
/** Names and words of one kind that are tried. */
const candidatesPerPartMax = 6;
const wordLettersMin = 4;
/** A word that more of the told articles have than this says nothing about one of them. */
const commonShareMax = 0.5;

/** From what a person sees at a glance to what takes thought; among equals the first is proposed first. */
const order: readonly FewerPart[] = [
  'site',
  'source',
  'credit',
  'title',
  'place',
  'org',
  'person',
  'speaker',
  'kind',
  'lang',
  'sources',
  'body',
];

/** Where it came from, who or what is named, and words are one reason each. */
function reasonOf(part: FewerPart): string {
  if (part === 'site' || part === 'source' || part === 'credit') return 'origin';
  if (part === 'person' || part === 'speaker') return 'person';
  return part === 'title' || part === 'body' ? 'words' : part;
}

interface Candidate {
  readonly part: FewerPart;
  readonly value: string;
  readonly added: string;
}

function candidates(told: readonly Told[], at: number, inQuery: ReadonlySet<string>): Candidate[] {
  const { subject } = told[at];
  const { article, mentions, statements } = subject.reading;
  const list: Candidate[] = [];
  const leaveOut = (part: Exclude<FewerPart, 'sources'>, values: readonly (string | null | undefined)[]) => {
    const names = new Set(values.map((value) => value?.replaceAll('"', '').trim() ?? ''));
    for (const value of [...names].filter((one) => one !== '').slice(0, candidatesPerPartMax)) {
      // What the query asks for by name is no way to ask for less of it.
      if (termsOf(value).every((term) => inQuery.has(term))) continue;
      const plain = part === 'kind' || part === 'lang';
      const written = plain ? value : `"${value}"`;
      list.push({ part, value, added: part === 'body' ? `NOT ${written}` : `NOT ${part}:${written}` });
    }
  };
  leaveOut('source', [subject.source?.title]);
  leaveOut('site', [article.site]);
  leaveOut('credit', [article.credit?.agency]);
  const languages = new Set(told.map((one) => one.subject.reading.article.language));
  if (languages.size > 1) leaveOut('lang', [article.language]);
  leaveOut('speaker', byCount(statements.map((one) => one.speaker.name)));
  for (const [part, kind] of [
    ['person', 'person'],
    ['org', 'organisation'],
    ['place', 'place'],
  ] as const) {
    leaveOut(part, byCount(mentions.filter((one) => one.kind === kind).map((one) => one.name)));
  }
  const words = distinguishing(told, at, inQuery);
  leaveOut('title', words.title);
  leaveOut('body', words.body);
  if (subject.kinds.length === 1) leaveOut('kind', subject.kinds);
  const accounts = subject.story?.independentCount ?? 0;
  if (accounts < accountsMax) {
    list.push({ part: 'sources', value: String(accounts + 1), added: `sources:>=${accounts + 1}` });
  }
  return list;
}

const accountsMax = 3;

/** Words of an article that few of the others have: the rarest and most repeated first, long ones before short ones. */
function distinguishing(told: readonly Told[], at: number, inQuery: ReadonlySet<string>) {
  const vocabularies = told.map(({ subject }) => {
    const { title, body } = subject.reading.article;
    return new Set(termsOf(`${title ?? ''}\n${body}`));
  });
  const { title, body } = told[at].subject.reading.article;
  const titleTerms = termsOf(title ?? '');
  const bodyTerms = termsOf(body);
  const times = new Map<string, number>();
  for (const term of [...titleTerms, ...bodyTerms]) times.set(term, (times.get(term) ?? 0) + 1);
  const weight = (term: string) => {
    const having = vocabularies.filter((words) => words.has(term)).length;
    return having / told.length > commonShareMax && told.length > 2
      ? 0
      : (times.get(term) ?? 0) * Math.log(1 + told.length / having);
  };
  const ranked = (terms: readonly string[]) =>
    [...new Set(terms)]
      .filter((term) => term.length >= wordLettersMin && !inQuery.has(term) && !/^\p{N}+$/u.test(term))
      .map((term) => ({ term, weight: weight(term) }))
      .filter((one) => one.weight > 0)
      .sort((a, b) => b.weight - a.weight || b.term.length - a.term.length || (a.term < b.term ? -1 : 1))
      .map((one) => one.term)
      .slice(0, candidatesPerPartMax);
  const ofTitle = ranked(titleTerms);
  const inTitle = new Set(titleTerms);
  // A word that stands there once may stand anywhere once.
  return { title: ofTitle, body: ranked(bodyTerms.filter((term) => (times.get(term) ?? 0) > 1 && !inTitle.has(term))) };
}

/** Names, the most frequent first. */
function byCount(names: readonly (string | null)[]): string[] {
  const times = new Map<string, number>();
  for (const name of names) if (name !== null) times.set(name, (times.get(name) ?? 0) + 1);
  return [...times].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([name]) => name);
}

/**
 * Dropping what was dismissed counts for a change, dropping what is wanted heavily against it. What nobody judged counts for
 * nothing as long as most of it stays: one that would leave out more than half is no longer "like this".
 */
function weightOf(dropped: readonly number[], told: readonly Told[]): number {
  let weight = 0;
  for (const index of dropped) {
    const { wanted, unwanted } = told[index];
    weight += wanted ? -20 : unwanted ? 2 : 0;
  }
  if (dropped.length > told.length / 2) weight -= 10;
  // A change that spares this one alone says nothing of the next like it.
  return dropped.length > 1 ? weight + 1 : weight;
}
