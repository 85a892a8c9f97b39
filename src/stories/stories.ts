import type { Development, Instant, Placement, Reading, Result, Source, Story } from '../records.ts';
import { recordId } from '../text/hash.ts';
import { alterationsOf } from './alterations.ts';
import { createStoryIndex } from './candidates.ts';
import { createCopyIndex } from './copies.ts';
import { development, type NewTelling, newsOf, type Telling } from './developments.ts';
import { type Digest, digestOf } from './digest.ts';
import { topicOf } from './facts.ts';
import { headlineOf } from './headline.ts';
import { createSourceCounter, type SourceCounter } from './independent.ts';
import { decodeDigest, encodeDigest } from './memory.ts';
import type { Account } from './neighbours.ts';
import { originOf } from './origin.ts';
import { regroup } from './regroup.ts';
import { createScan } from './scan.ts';
import { sameItem } from './short-items.ts';
import { createSketchSpace } from './sketch.ts';

/** Version of this stage: raised when its results change. */
export const storiesVersion = 2;

/** What arrives: an article as read, when, and from whom. */
export interface Arrival {
  readonly reading: Reading;
  readonly received: Instant;
  /** Address of the page, when it has one: the same address with new text is an edit, not a copy. */
  readonly url: string | null;
  readonly source: Pick<Source, 'id' | 'title' | 'owner'> | null;
}

export interface Placed {
  readonly placement: Placement;
  readonly story: Story;
  readonly developments: readonly Development[];
  /** Earlier articles whose placement this arrival changed: a late origin took over, a copy was re-hung. */
  readonly revised: readonly Placement[];
  /** What to remember, for `restore` after a start: bytes of the article's digest, and of what `place` answered. */
  readonly memory: { readonly article: Uint8Array; readonly story: Uint8Array };
}

/**
 * Decides copies, stories and developments, online. Holds an index of the open window in memory; the same arrivals give the
 * same answers, and `place` of an article already placed gives what it gave before (a crashed job is run again).
 */
export interface Stories {
  place(arrival: Arrival): Result<Placed>;
  /** Rebuilds the index from what `place` asked to be remembered; in order of arrival. */
  restore(articleId: string, storyId: string, memory: Placed['memory']): void;
  /** Where an article stands now; null when it is not known. */
  placementOf(articleId: string): Placement | null;
  /**
   * Looks again at the open window as a whole and puts apart or together what arrival by arrival got wrong. Gives the
   * placements that changed; story ids stay those of the largest part, and nothing is told again.
   */
  lookAgain(): readonly Placement[];
}

export interface StoriesOptions {
  readonly windowDays: number;
  /** Independent accounts at which a story's wider coverage is a development of its own. */
  readonly coverageMin: number;
}

const defaults: StoriesOptions = { windowDays: 30, coverageMin: 5 };

/** An empty index. */
export function createStories(options: Partial<StoriesOptions> = {}): Stories {
  const { coverageMin } = { ...defaults, ...options };
  const space = { words: createScan(), sketch: createSketchSpace() };
  const copies = createCopyIndex();
  const index = createStoryIndex();
  const outletNumbers = new Map<string, number>();
  const digests: Digest[] = [];
  const storyOf: number[] = [];
  /** Texts that are accounts of their own, as `index` numbers them. */
  const accounts: number[] = [];
  const placements: Placement[] = [];
  const numbers = new Map<string, number>();
  const byUrl = new Map<string, number>();
  const stories: StoryState[] = [];
  const storyNumbers = new Map<string, number>();
  const answers = new Map<string, Placed | Uint8Array>();

  /** Brings a digest into the indexes and says what that changed. `storyId` is given when a person or a restore decided it. */
  function take(digest: Digest, storyId: string | null): Omit<Placed, 'memory'> {
    const text = digests.length;
    const before = digest.url === null ? undefined : byUrl.get(digest.url);
    digests.push(digest);
    numbers.set(digest.articleId, text);
    if (digest.url !== null) byUrl.set(digest.url, text);
    const outlet = numberOf(outletNumbers, digest.outlet);
    const candidate = accountOf(digest);
    const same = digest.isShort
      ? index
          .near(candidate)
          .map(({ account }) => accounts[account])
          .filter((other) => sameItem(digest, digests[other], space.words))
      : [];
    const changed = copies.add({
      sketch: digest.sketch,
      same,
      outlet,
      hours: digest.published === null ? null : digest.published / 3_600_000,
    });

    const link = copies.linkOf(text);
    const [story, reason] = chooseStory(digest, storyId, before, link?.text ?? null, candidate);
    storyOf.push(story);
    const state = stories[story];
    state.members.push(text);
    state.latest = Math.max(state.latest, digest.received);
    const isOwnAccount = digest.isShort || link === null || link.share < carriedShareMin;
    if (isOwnAccount) {
      index.add(candidate, story);
      accounts.push(text);
    }

    const group = copies.groupOf(text);
    const origin = group.length === 1 ? { text, reason } : originIn(group);
    const placement = placementFor(text, origin, reason);
    placements.push(placement);
    const revised: Placement[] = [];
    for (const member of new Set([...changed, ...group])) {
      if (member === text) continue;
      const fresh = placementFor(member, originIn(copies.groupOf(member)), placements[member].reason);
      if (fresh.copyOf === placements[member].copyOf && fresh.originId === placements[member].originId) continue;
      placements[member] = fresh;
      revised.push(fresh);
    }
    if (changed.length > 1) {
      for (const member of changed) stories[storyOf[member]].sources = null;
    } else if (state.sources !== null) count(state.sources, text);
    const developments = developmentsOf(digest, text, state, before, link, isOwnAccount);
    if (isOwnAccount) state.tellings.push(text);
    return { placement, story: storyRecord(state), developments, revised };
  }

  function chooseStory(
    digest: Digest,
    storyId: string | null,
    before: number | undefined,
    linked: number | null,
    candidate: Parameters<typeof index.candidates>[0],
  ): [story: number, reason: string] {
    if (storyId !== null) {
      const known = storyNumbers.get(storyId);
      return [known ?? open(digest, storyId), 'as remembered'];
    }
    if (before !== undefined) return [storyOf[before], 'a newer text of the same page'];
    if (linked !== null && linked < storyOf.length) return [storyOf[linked], 'carries a text of its story'];
    const [best] = index.candidates(candidate);
    if (best !== undefined) return [best.story, `like its story (${best.likeness.toFixed(2)})`];
    return [open(digest, recordId('story', digest.articleId)), 'first of its story'];
  }

  /** A part that holds the text that opened a story keeps that story's id, the earliest of several; else it is a new one. */
  function storyForPart(part: readonly number[]): number {
    const opened = part.filter((text) => stories[storyOf[text]].opener === text);
    if (opened.length > 0) return storyOf[Math.min(...opened)];
    return open(digests[part[0]], recordId('story', digests[part[0]].articleId), part[0]);
  }

  function moveAll(goesTo: ReadonlyMap<number, number>): Placement[] {
    const changed: Placement[] = [];
    const touched = new Set<number>();
    for (const [text, story] of goesTo) {
      if (storyOf[text] === story || placements[text].byHand) continue;
      touched.add(storyOf[text]).add(story);
      storyOf[text] = story;
      placements[text] = {
        ...placements[text],
        storyId: stories[story].id,
        reason: `${placements[text].reason}; second look`,
      };
      changed.push(placements[text]);
    }
    if (changed.length === 0) return changed;
    for (const story of touched) {
      stories[story].members.length = 0;
      stories[story].sources = null;
    }
    for (const story of touched) stories[story].tellings.length = 0;
    const isOwn = new Set(accounts);
    for (const [text, story] of storyOf.entries()) {
      if (!touched.has(story)) continue;
      stories[story].members.push(text);
      if (isOwn.has(text)) stories[story].tellings.push(text);
    }
    return changed;
  }

  function accountOf(digest: Digest): Account {
    const { terms, language, published, received } = digest;
    // Texts grouped without times are given the first moment of 1970.
    const known = published ?? (received === 0 ? null : received);
    return { terms, language, hours: known === null ? null : known / 3_600_000 };
  }

  function open(digest: Digest, id: string, opener = digests.length - 1): number {
    stories.push({
      id,
      opened: Math.min(digest.received, digest.published ?? digest.received),
      opener,
      members: [],
      tellings: [],
      covered: false,
      latest: 0,
      sources: null,
    });
    storyNumbers.set(id, stories.length - 1);
    return stories.length - 1;
  }

  function originIn(group: readonly number[]) {
    const credited = new Set(group.map((text) => digests[text].agency).filter((agency) => agency !== null));
    return originOf(
      group.map((text) => {
        const { sketch, isAgency, outlet, published, received } = digests[text];
        const isTheAgency = isAgency || [...credited].some((agency) => outlet?.includes(agency));
        return { text, size: sketch.length, isAgency: isTheAgency, published, received };
      }),
    );
  }

  function placementFor(text: number, origin: { text: number; reason: string }, reason: string): Placement {
    const digest = digests[text];
    const originId = digests[origin.text].articleId;
    const base = { articleId: digest.articleId, storyId: stories[storyOf[text]].id, byHand: false };
    if (origin.text === text) return { ...base, copyOf: null, originId: digest.articleId, share: null, reason };
    const link = copies.linkOf(text);
    const sameText = link !== null && digests[link.text].url !== null && digests[link.text].url === digest.url;
    const target = link === null || sameText || link.text > text ? origin.text : link.text;
    return {
      ...base,
      copyOf: digests[target].articleId,
      originId,
      share: link === null ? null : Math.round(link.share * 100) / 100,
      reason: `carries ${link === null ? 'some' : Math.round(link.share * 100)} % of it; origin: ${origin.reason}`,
    };
  }

  function developmentsOf(
    digest: Digest,
    text: number,
    state: StoryState,
    before: number | undefined,
    link: { text: number; share: number } | null,
    isOwnAccount: boolean,
  ): Development[] {
    const at = new Date(Math.min(digest.received, digest.published ?? digest.received)).toISOString();
    const told: NewTelling = {
      articleId: digest.articleId,
      storyId: state.id,
      at,
      facts: digest.facts,
      copied: !isOwnAccount,
      headline: topicOf(digest.title, space.words),
    };
    const found: Development[] = [];
    if (state.members.length === 1) {
      const quote = digest.title;
      found.push(
        development(told, 'first', headlineOf(digest), [
          { articleId: digest.articleId, where: 'title', spans: [[0, quote.length]], quote },
        ]),
      );
    } else if (digest.kind === 'article' || digest.kind === 'stub') {
      if (before !== undefined) found.push(...alterationsOf(told, digest, digests[before], 'correction'));
      else if (link !== null && link.share >= faithfulShareMin)
        found.push(...alterationsOf(told, digest, digests[link.text], 'alteration'));
      const isFaithful = link !== null && link.share >= faithfulShareMin;
      if (!isFaithful && found.length === 0) found.push(...newsOf(told, tellingsOf(state, text)));
    }
    const { independent } = countsOf(state);
    if (!state.covered && independent >= coverageMin) {
      state.covered = true;
      found.push(development(told, 'coverage', `${independent} independent accounts`, []));
    }
    return found;
  }

  function tellingsOf(state: StoryState, except: number): Telling[] {
    const numbers = state.tellings.length <= tellingsReadMax ? state.tellings : state.tellings.slice(-tellingsReadMax);
    return numbers
      .filter((text) => text !== except)
      .map((text) => ({ articleId: digests[text].articleId, facts: digests[text].facts }));
  }

  function countsOf(state: StoryState) {
    if (state.sources === null) {
      state.sources = createSourceCounter();
      for (const text of state.members) count(state.sources, text);
    }
    return state.sources.counts();
  }

  function count(sources: SourceCounter, text: number): void {
    const { outlet, owner, agency, cites } = digests[text];
    sources.add({ group: copies.groupOf(text)[0], outlet, owner, agency, cites });
  }

  function storyRecord(state: StoryState): Story {
    const first = digests[state.members[0]];
    const counts = countsOf(state);
    return {
      id: state.id,
      title: headlineOf(first),
      language: first.language,
      opened: new Date(state.opened).toISOString(),
      latest: new Date(state.latest).toISOString(),
      pageCount: counts.pages,
      outletCount: counts.outlets,
      independentCount: counts.independent,
    };
  }

  function remember(articleId: string, answer: Placed | Uint8Array): void {
    answers.set(articleId, answer);
    if (answers.size > answersKeptMax) answers.delete(answers.keys().next().value!);
  }

  return {
    place(arrival) {
      const { id } = arrival.reading.article;
      const known = answers.get(id);
      if (known !== undefined) return { value: known instanceof Uint8Array ? answerOf(known) : known, problems: [] };
      const number = numbers.get(id);
      if (number !== undefined) {
        // Placed so long ago that the answer is no longer kept: it stands where it stands, and is no news.
        const digest = digests[number];
        const memory = { article: encodeDigest(digest), story: new Uint8Array(0) };
        const story = storyRecord(stories[storyOf[number]]);
        return { value: { placement: placements[number], story, developments: [], revised: [], memory }, problems: [] };
      }
      const digest = digestOf(arrival, space);
      const answer = take(digest, null);
      const memory = { article: encodeDigest(digest), story: new TextEncoder().encode(JSON.stringify(answer)) };
      const placed = { ...answer, memory };
      remember(id, placed);
      return { value: placed, problems: [] };
    },
    restore(articleId, storyId, memory) {
      const digest = decodeDigest(memory.article);
      if (digest === null || numbers.has(articleId)) return;
      take(digest, storyId);
      if (memory.story.length > 0) remember(articleId, memory.story);
    },
    placementOf(articleId) {
      const number = numbers.get(articleId);
      return number === undefined ? null : placements[number];
    },
    lookAgain() {
      const from = Math.max(0, accounts.length - lookAgainMax);
      const looked = accounts.slice(from);
      const groups = regroup(looked.map((text) => accountOf(digests[text])));
      const parts = new Map<number, number[]>();
      for (const [at, group] of groups.entries())
        (parts.get(group) ?? parts.set(group, []).get(group)!).push(looked[at]);
      const goesTo = new Map<number, number>();
      for (const part of parts.values()) {
        const story = storyForPart(part);
        for (const text of part) goesTo.set(text, story);
      }
      for (let at = from; at < accounts.length; at++) {
        const story = goesTo.get(accounts[at])!;
        if (storyOf[accounts[at]] !== story) index.move(at, story);
      }
      // What only carries another text goes where that text goes; links lead to earlier and later texts, so until all stand.
      const isOwn = new Set(accounts);
      for (let text = 0; text < digests.length; text++) {
        if (isOwn.has(text)) continue;
        const carried = copies.groupOf(text).find((member) => goesTo.has(member));
        if (carried !== undefined) goesTo.set(text, goesTo.get(carried)!);
      }
      return moveAll(goesTo);
    },
  };

  function answerOf(bytes: Uint8Array): Placed {
    const answer = JSON.parse(new TextDecoder().decode(bytes)) as Omit<Placed, 'memory'>;
    const digest = digests[numbers.get(answer.placement.articleId)!];
    return { ...answer, memory: { article: encodeDigest(digest), story: bytes } };
  }
}

interface StoryState {
  readonly id: string;
  readonly opened: number;
  /** The text that opened it. */
  readonly opener: number;
  readonly members: number[];
  /** Members that are accounts of their own. */
  readonly tellings: number[];
  covered: boolean;
  /** When the newest member was received. */
  latest: number;
  /** Count of its sources; null when its members or their groups changed and it must be counted anew. */
  sources: SourceCounter | null;
}

/** A text of which this share stands in another is no account of its own. */
const carriedShareMin = 0.7;
/** A copy of which this share stands in its origin is faithful: what differs inside it was changed. */
const faithfulShareMin = 0.8;
/** Tellings of a story that news is compared with, newest last. */
const tellingsReadMax = 60;
/** Accounts that a second look takes in, the newest. */
const lookAgainMax = 20_000;
/** Answers kept for jobs that are run again. */
const answersKeptMax = 2_000;

function numberOf(numbers: Map<string, number>, name: string | null): number {
  if (name === null) return 0;
  const known = numbers.get(name);
  if (known !== undefined) return known;
  numbers.set(name, numbers.size + 1);
  return numbers.size;
}
