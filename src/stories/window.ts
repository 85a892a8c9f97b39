import type { Development, Placement, Story } from '../records.ts';
import { recordId } from '../text/hash.ts';
import { alterationsOf } from './alterations.ts';
import { createBridgeIndex, type SharedTies } from './bridge-lists.ts';
import { arrivalLikenessMin, createStoryIndex, type FollowedStory } from './candidates.ts';
import { createCopyIndex } from './copies.ts';
import { newsOf } from './developments.ts';
import type { Digest, DigestSpace } from './digest.ts';
import { topicOf } from './facts.ts';
import { headlineOf } from './headline.ts';
import { headlineFates } from './headline-numbers.ts';
import { createSourceCounter, type SourceCounter } from './independent.ts';
import { createKeptDigests } from './kept.ts';
import type { Account } from './neighbours.ts';
import { originOf } from './origin.ts';
import { regroup } from './regroup.ts';
import { sameItem } from './short-items.ts';
import { development, type NewTelling, type Telling } from './tellings.ts';
import { sharedRareTerms } from './terms.ts';
import {
  isContinuation,
  isFollowUp,
  isLoneFollowUp,
  isLookAlike,
  isNamed,
  isOtherDeed,
  namedLikenessMin,
} from './ties.ts';

/** What taking in an article decided. */
export interface Decision {
  readonly placement: Placement;
  readonly story: Story;
  readonly developments: readonly Development[];
  readonly revised: readonly Placement[];
  /** Independent accounts that the story had before this article. */
  readonly accountsBefore: number;
}

/** What a second look changed: placements, and the stories that articles left or came to and that still have some. */
export interface SecondLook {
  readonly placements: readonly Placement[];
  readonly stories: readonly Story[];
}

/** Two stories that may be one, each with an article that stands for it. */
export interface BorderPair {
  readonly storyIds: readonly [string, string];
  readonly articleIds: readonly [string, string];
  readonly likeness: number;
}

/** The articles of the open window with all that is known of how they hang together. */
export interface StoryWindow {
  /** Takes an article in, with its bytes as remembered. `storyId` is given when an earlier run decided it, `decided` when a person did: that stands. */
  take(digest: Digest, packed: Uint8Array, storyId: string | null, decided?: Placement | null): Decision;
  /** What is known of an article taken in before; null when it is not in the window. */
  find(articleId: string): { readonly placement: Placement; readonly story: Story } | null;
  /** Puts an article that was taken in where a person decided; that stands against every later look. */
  decide(decided: Placement): void;
  /** Articles whose facts one of this article takes the place of: wherever a later look puts those, it goes along. */
  tie(articleId: string, replaced: readonly string[]): void;
  lookAgain(): SecondLook;
  /** Pairs of stories that the last second look found nearly one, the likest first. */
  borders(): readonly BorderPair[];
  /** Makes stories one, in the older of the two, as something that knows more than words decided: later looks leave them so. */
  join(pairs: readonly BorderPair[]): SecondLook;
  /**
   * Lets go of what a window from `since` (milliseconds since 1970) needs no more, once that is half of what it holds: everything
   * left gets a new number, which costs as much as all that is left.
   */
  shed(since: number): void;
}

/** Articles below which a window is never shed: so many are held however old they are. */
export const windowArticlesMin = 4_096;

/** An empty window; `coverageMin` is the count of independent accounts whose reaching is a development. */
export function createStoryWindow(coverageMin: number, space: DigestSpace): StoryWindow {
  const copies = createCopyIndex();
  const index = createStoryIndex();
  const bridges = createBridgeIndex();
  /** Accounts that joined a story by names and facts alone: a second look, which sees only words, leaves them there. */
  const bridged = new Map<number, number>();
  /** Articles that tell what became of something an earlier one told: a second look leaves them with it. */
  const tied = new Map<number, number>();
  const outletNumbers = new Map<string, number>();
  const kept = createKeptDigests();
  const digests = kept.list;
  let storyOf: number[] = [];
  /** Texts that are accounts of their own, as `index` numbers them. */
  let accounts: number[] = [];
  let placements: Placement[] = [];
  const numbers = new Map<string, number>();
  const byUrl = new Map<string, number>();
  let stories: StoryState[] = [];
  const storyNumbers = new Map<string, number>();
  /** Stories whose sources were counted, the one asked for last at the end. */
  const counted = new Set<StoryState>();
  let borders: readonly BorderPair[] = [];

  /** Brings a digest into the indexes and says what that changed. `storyId` is given when a person or a restore decided it. */
  function take(
    digest: Digest,
    packed: Uint8Array,
    storyId: string | null,
    decided: Placement | null = null,
  ): Decision {
    const text = digests.length;
    const before = digest.url === null ? undefined : byUrl.get(digest.url);
    kept.push(digest, packed);
    numbers.set(digest.articleId, text);
    if (digest.url !== null) byUrl.set(digest.url, text);
    const outlet = numberOf(outletNumbers, digest.outlet);
    const candidate = accountOf(digest);
    const same = digest.isShort
      ? nearTexts(candidate).filter((other) => sameItem(digest, kept.digestOf(other), space))
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
    const accountsBefore = state.members.length === 0 ? 0 : countsOf(state).independent;
    const isTranslated = state.members.length > 0 && !state.languages.has(digest.language);
    state.members.push(text);
    state.languages.add(digest.language);
    state.latest = Math.max(state.latest, digest.received);
    const isOwnAccount = digest.isShort || link === null || link.share < carriedShareMin;
    if (isOwnAccount) {
      index.add(candidate, story);
      bridges.add(digest.bridges, story);
      accounts.push(text);
    }

    const group = copies.groupOf(text);
    placements.push(decided ?? placementFor(text, reason));
    const revised: Placement[] = [];
    for (const member of new Set([...changed, ...group])) {
      if (member === text || placements[member].byHand) continue;
      const fresh = placementFor(member, placements[member].reason);
      if (fresh.copyOf === placements[member].copyOf && fresh.originId === placements[member].originId) continue;
      placements[member] = fresh;
      revised.push(fresh);
    }
    if (changed.length > 1) {
      for (const member of changed) stories[storyOf[member]].sources = null;
    } else if (state.sources !== null) count(state.sources, text);
    // What an earlier run placed was told then.
    const isTold = storyId !== null;
    const developments = isTold ? [] : developmentsOf(digest, text, state, before, link, isOwnAccount, isTranslated);
    if (isTold && !state.covered) state.covered = countsOf(state).independent >= coverageMin;
    if (isOwnAccount) state.tellings.push(text);
    return { placement: placements[text], story: storyRecord(state), developments, revised, accountsBefore };
  }

  function nearTexts(account: Account): number[] {
    const near = index.near(account);
    return Array.from(near.accounts.subarray(0, near.count), (other) => accounts[other]);
  }

  function chooseStory(
    digest: Digest,
    storyId: string | null,
    before: number | undefined,
    linked: number | null,
    candidate: Account,
  ): [story: number, reason: string] {
    const text = digests.length - 1;
    const chosen = joinedBy(digest, before, linked, candidate);
    if (storyId !== null) {
      const known = storyNumbers.get(storyId);
      if (known === undefined) return [open(digest, storyId), 'as remembered'];
      // What an arrival would not have put there was put there by something that later looks must not undo.
      if (chosen?.story !== known || chosen.isBridged) bridged.set(text, stories[known].members[0]);
      return [known, 'as remembered'];
    }
    if (chosen === null) return [open(digest, recordId('story', digest.articleId)), 'first of its story'];
    if (chosen.isBridged) bridged.set(text, stories[chosen.story].members[0]);
    return [chosen.story, chosen.reason];
  }

  /** The story that an arrival belongs to, and whether by names and facts alone; null when it is the first of its own. */
  function joinedBy(
    digest: Digest,
    before: number | undefined,
    linked: number | null,
    candidate: Account,
  ): { readonly story: number; readonly reason: string; readonly isBridged: boolean } | null {
    const by = (story: number, reason: string, isBridged = false) => ({ story, reason, isBridged });
    if (before !== undefined) return by(storyOf[before], 'a newer text of the same page');
    if (linked !== null && linked < storyOf.length) return by(storyOf[linked], 'carries a text of its story');
    const sharedWith = (story: number) => bridges.sharedWith(digest.bridges, story);
    const [best] = index.candidates(candidate, namedLikenessMin);
    let other: number | null = null;
    if (best !== undefined) {
      const { story, likeness } = best;
      const ties = sharedWith(story);
      const rareWords = () => rareWordsWith(candidate, story);
      if (likeness < arrivalLikenessMin ? isNamed(ties) : !isLookAlike(ties, likeness)) {
        if (!isOtherDeed(ties, likeness, candidate.terms.hashes.length, rareWords))
          return by(story, `like its story (${likeness.toFixed(2)})`);
        other = story;
      }
    }
    const isOpen = (story: number) => digest.received - stories[story].latest <= followUpDaysMax * dayMs;
    const followed = index.followed(candidate, isOpen);
    const isFollowed = followed !== null && followed.story !== other;
    if (isFollowed && isFollowing(candidate, followed, sharedWith(followed.story)))
      return by(followed.story, `goes on with its story (${followed.likeness.toFixed(2)} time apart)`, true);
    const named = bridges.find(digest.bridges, (story) => !stories[story].languages.has(digest.language), isOpen);
    return named === null || named === other ? null : by(named, 'speaks of the same names, days and numbers', true);
  }

  function isFollowing(account: Account, { story, likeness, lead }: FollowedStory, ties: SharedTies): boolean {
    const rareWords = () => rareWordsWith(account, story);
    return isFollowUp(ties, likeness) || isLoneFollowUp(ties, likeness, lead, rareWords);
  }

  /** The most rare words that an account has in common with one text of a story. */
  function rareWordsWith({ terms, language }: Account, story: number): number {
    const { opener, tellings } = stories[story];
    const asked = new Set([opener, ...tellings.slice(-tellingsAskedMax)]);
    return Math.max(...Array.from(asked, (text) => sharedRareTerms(terms, kept.digestOf(text).terms, language)));
  }

  /** A part that holds the text that opened a story keeps that story's id, the earliest of several; else it is a new one. */
  function storyForPart(part: readonly number[]): number {
    const opened = part.filter((text) => stories[storyOf[text]].opener === text);
    if (opened.length > 0) return storyOf[Math.min(...opened)];
    // What goes on with a story in other words has rare names in common with what opened it.
    const following = part.find((text) => followsOpener(text));
    if (following !== undefined) return storyOf[following];
    return open(digests[part[0]], recordId('story', digests[part[0]].articleId), part[0]);
  }

  function followsOpener(text: number): boolean {
    const opener = kept.digestOf(stories[storyOf[text]].opener);
    return isContinuation(bridges.sharedBy(kept.digestOf(text).bridges, opener.bridges));
  }

  function borderBetween(a: number, b: number, likeness: number): BorderPair[] {
    const [one, other] = [storyOf[a], storyOf[b]];
    if (one === other) return [];
    return [
      {
        storyIds: [stories[one].id, stories[other].id],
        articleIds: [digests[a].articleId, digests[b].articleId],
        likeness,
      },
    ];
  }

  /** Without what a person decided: that stands. */
  function undecided(goesTo: ReadonlyMap<number, number>): ReadonlyMap<number, number> {
    return new Map([...goesTo].filter(([text]) => !placements[text].byHand));
  }

  function moveAll(goesTo: ReadonlyMap<number, number>): SecondLook {
    const changed: Placement[] = [];
    const touched = new Set<number>();
    for (const [at, text] of accounts.entries()) {
      const story = goesTo.get(text);
      if (story !== undefined && story !== storyOf[text]) index.move(at, story);
    }
    for (const [text, story] of goesTo) {
      if (storyOf[text] === story) continue;
      touched.add(storyOf[text]).add(story);
      storyOf[text] = story;
      placements[text] = {
        ...placements[text],
        storyId: stories[story].id,
        reason: `${placements[text].reason}; second look`,
      };
      changed.push(placements[text]);
    }
    if (changed.length === 0) return { placements: [], stories: [] };
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
    const left = [...touched].filter((story) => stories[story].members.length > 0);
    return { placements: changed, stories: left.map((story) => storyRecord(stories[story])) };
  }

  function accountOf(digest: Digest): Account {
    const { terms, language, published, received } = digest;
    // Texts grouped without times are given the first moment of 1970.
    const known = published ?? (received === 0 ? null : received);
    return { terms, language, hours: known === null ? null : known / 3_600_000 };
  }

  function open(digest: Pick<Digest, 'received' | 'published'>, id: string, opener = digests.length - 1): number {
    stories.push({
      id,
      opened: Math.min(digest.received, digest.published ?? digest.received),
      opener,
      members: [],
      tellings: [],
      covered: false,
      languages: new Set(),
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
        const { sketchLength, isAgency, outlet, published, received } = digests[text];
        const isTheAgency = isAgency || [...credited].some((agency) => outlet?.includes(agency));
        return { text, size: sketchLength, isAgency: isTheAgency, published, received };
      }),
    );
  }

  function placementFor(text: number, reason: string): Placement {
    const digest = digests[text];
    // Another text of the same page is an earlier or a later edition of it, not what it is a copy of.
    const isEdition = (other: number) => other !== text && digest.url !== null && digests[other].url === digest.url;
    const group = copies.groupOf(text).filter((other) => !isEdition(other));
    const origin = group.length === 1 ? { text, reason } : originIn(group);
    const originId = digests[origin.text].articleId;
    const base = { articleId: digest.articleId, storyId: stories[storyOf[text]].id, byHand: false };
    if (origin.text === text) return { ...base, copyOf: null, originId: digest.articleId, share: null, reason };
    const link = copies.linkOf(text);
    const target = link === null || isEdition(link.text) || link.text > text ? origin.text : link.text;
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
    translated: boolean,
  ): Development[] {
    const at = saidAt(digest);
    const told: NewTelling = {
      articleId: digest.articleId,
      storyId: state.id,
      at,
      facts: digest.facts,
      // A short item that is told again has nothing of its own; one that only looks like another says what is new in its facts.
      copied: !isOwnAccount || (link !== null && !digest.isShort),
      translated,
      title: digest.title,
      headline: topicOf(digest.title, space.words),
      fates: headlineFates(digest.title, digest.language),
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
      if (before !== undefined) found.push(...alterationsOf(told, digest, kept.digestOf(before), 'correction'));
      else if (link !== null && link.share >= faithfulShareMin)
        found.push(...alterationsOf(told, digest, kept.digestOf(link.text), 'alteration'));
      const isFaithful = !digest.isShort && link !== null && link.share >= faithfulShareMin;
      if (!isFaithful && found.length === 0 && saysFacts(digest)) found.push(...newsOf(told, tellingsOf(state, text)));
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
      .map((text) => ({
        articleId: digests[text].articleId,
        at: saidAt(digests[text]),
        facts: kept.digestOf(text).facts,
      }));
  }

  function countsOf(state: StoryState) {
    if (state.sources === null) {
      state.sources = createSourceCounter();
      for (const text of state.members) count(state.sources, text);
    }
    counted.delete(state);
    counted.add(state);
    if (counted.size > countersMax) {
      // The one asked for longest ago is counted anew if it ever goes on.
      const [oldest] = counted;
      oldest.sources = null;
      counted.delete(oldest);
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
      title: first.title !== '' ? first.title : headlineOf(kept.digestOf(state.members[0])),
      language: first.language,
      opened: new Date(state.opened).toISOString(),
      latest: new Date(state.latest).toISOString(),
      pageCount: counts.pages,
      outletCount: counts.outlets,
      independentCount: counts.independent,
    };
  }

  return {
    take,
    find(articleId) {
      const text = numbers.get(articleId);
      if (text === undefined) return null;
      return { placement: placements[text], story: storyRecord(stories[storyOf[text]]) };
    },
    decide(decided) {
      const text = numbers.get(decided.articleId);
      if (text === undefined) return;
      const story = storyNumbers.get(decided.storyId) ?? open(digests[text], decided.storyId, text);
      moveAll(new Map([[text, story]]));
      placements[text] = decided;
    },
    tie(articleId, replaced) {
      const text = numbers.get(articleId);
      if (text === undefined) return;
      const target = replaced.map((id) => numbers.get(id)).find((other) => other !== undefined && other !== text);
      if (target !== undefined && storyOf[target] === storyOf[text]) tied.set(text, target);
    },
    lookAgain() {
      const from = Math.max(0, accounts.length - lookAgainMax);
      const looked = accounts.slice(from);
      const places = new Map(looked.map((text, at) => [text, at]));
      const together = [...tied].flatMap(([text, target]) => {
        const [one, other] = [places.get(text), places.get(target)];
        return one === undefined || other === undefined ? [] : [[one, other] as const];
      });
      const { groups, borders: nearlyOne } = regroup(
        looked.map((text) => accountOf(kept.digestOf(text))),
        together,
      );
      const parts = new Map<number, number[]>();
      for (const [at, group] of groups.entries())
        (parts.get(group) ?? parts.set(group, []).get(group)!).push(looked[at]);
      const goesTo = new Map<number, number>();
      const led = new Map<readonly number[], number>();
      for (const part of parts.values()) {
        const lead = part.find((text) => bridged.has(text));
        const isOpened = part.some((text) => stories[storyOf[text]].opener === text);
        if (lead !== undefined && !isOpened) {
          led.set(part, bridged.get(lead)!);
          continue;
        }
        const story = storyForPart(part);
        for (const text of part) goesTo.set(text, story);
      }
      for (const [part, target] of led) {
        const story = goesTo.get(target) ?? storyOf[target];
        for (const text of part) goesTo.set(text, story);
      }
      // One that came by names and facts, or by evidence, is not taken along by others it has words in common with. In order of
      // arrival: what one is tied to came before it, and stands by then.
      const ties = [...bridged, ...tied].sort(([a], [b]) => a - b);
      for (const [text, target] of ties) if (goesTo.has(text)) goesTo.set(text, goesTo.get(target) ?? storyOf[target]);
      // What only carries another text goes where that text goes; links lead to earlier and later texts, so until all stand.
      const isOwn = new Set(accounts);
      for (let text = 0; text < digests.length; text++) {
        if (isOwn.has(text)) continue;
        const carried = copies.groupOf(text).find((member) => goesTo.has(member));
        if (carried !== undefined) goesTo.set(text, goesTo.get(carried)!);
      }
      const changed = moveAll(undecided(goesTo));
      borders = nearlyOne.flatMap(({ a, b, likeness }) => borderBetween(looked[a], looked[b], likeness));
      return changed;
    },
    borders: () => borders,
    join(pairs) {
      // A story made part of another is found there by the pairs that follow.
      const partOf = new Map<number, number>();
      const whole = (story: number) => {
        let at = story;
        for (let into = partOf.get(at); into !== undefined; into = partOf.get(at)) at = into;
        return at;
      };
      for (const { storyIds } of pairs) {
        const known = storyIds.map((id) => storyNumbers.get(id)).filter((story) => story !== undefined);
        if (known.length < 2 || known.some((story) => stories[story].members.length === 0)) continue;
        const [into, from] = known.map(whole).sort((x, y) => stories[x].members[0] - stories[y].members[0]);
        if (into !== from) partOf.set(from, into);
      }
      const goesTo = new Map<number, number>();
      for (const story of partOf.keys()) {
        const into = whole(story);
        for (const text of stories[story].members) {
          goesTo.set(text, into);
          bridged.set(text, stories[into].members[0]);
        }
      }
      return moveAll(undecided(goesTo));
    },
    shed(since) {
      const half = digests[digests.length >> 1];
      if (digests.length < windowArticlesMin || half.received >= since) return;
      // A late reprint finds its origin long after others are gone.
      const originSince = since - (digests[digests.length - 1].received - since) * originTailWindows;
      const isNeeded = (text: number) => {
        const isOrigin = copies.groupOf(text).length > 1 && placements[text].copyOf === null;
        return digests[text].received >= (isOrigin ? originSince : since);
      };
      const texts = numbersOfKept(digests.length, isNeeded);
      const storiesLeft = new Set<number>();
      for (const [text, story] of storyOf.entries()) if (texts[text] >= 0) storiesLeft.add(story);
      renumber(
        texts,
        numbersOfKept(accounts.length, (account) => texts[accounts[account]] >= 0),
        numbersOfKept(stories.length, (story) => storiesLeft.has(story)),
      );
    },
  };

  /** Gives texts, accounts and stories new numbers and lets go of those whose new number is below zero, in every index. */
  function renumber(texts: Int32Array, accountsLeft: Int32Array, storiesLeft: Int32Array): void {
    copies.renumber(texts);
    index.renumber(accountsLeft, storiesLeft);
    bridges.renumber(storiesLeft);
    kept.renumber(texts);
    const left = <T>(list: readonly T[], renumbered: Int32Array) => list.filter((_, at) => renumbered[at] >= 0);
    const moved = (list: readonly number[]) => list.map((text) => texts[text]).filter((text) => text >= 0);
    storyOf = left(storyOf, texts).map((story) => storiesLeft[story]);
    placements = left(placements, texts);
    accounts = moved(accounts);
    numbers.clear();
    byUrl.clear();
    for (const [text, { articleId, url }] of digests.entries()) {
      numbers.set(articleId, text);
      if (url !== null) byUrl.set(url, text);
    }
    stories = left(stories, storiesLeft).map((state) => {
      const members = moved(state.members);
      const opener = texts[state.opener] >= 0 ? texts[state.opener] : members[0];
      return { ...state, opener, members, tellings: moved(state.tellings), sources: null };
    });
    counted.clear();
    storyNumbers.clear();
    for (const [story, { id }] of stories.entries()) storyNumbers.set(id, story);
    for (const ties of [bridged, tied]) {
      const before = [...ties];
      ties.clear();
      for (const [text, target] of before) {
        if (texts[text] < 0) continue;
        const story = stories[storyOf[texts[text]]];
        ties.set(texts[text], texts[target] >= 0 ? texts[target] : story.members[0]);
      }
    }
  }
}

/** Whether an article has anything that earlier tellings could be compared with. */
function saysFacts({ facts }: Digest): boolean {
  return facts.statements.length + facts.events.length + facts.figures.length > 0;
}

function saidAt({ received, published }: Pick<Digest, 'received' | 'published'>): string {
  return new Date(Math.min(received, published ?? received)).toISOString();
}

/** New numbers of what is kept, in its order and without gaps; -1 for the rest. */
function numbersOfKept(count: number, isKept: (old: number) => boolean): Int32Array {
  let kept = 0;
  return Int32Array.from({ length: count }, (_, old) => (isKept(old) ? kept++ : -1));
}

interface StoryState {
  readonly id: string;
  readonly opened: number;
  /** The text that opened it. */
  readonly opener: number;
  readonly members: number[];
  /** Members that are accounts of their own. */
  readonly tellings: number[];
  /** Languages of its texts; null for texts whose language is not known. */
  readonly languages: Set<string | null>;
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
const dayMs = 86_400_000;
/** Days after which a story is over: who and where it was about comes into the news again with another. */
const followUpDaysMax = 120;
/** Tellings of a story that a later text is asked for rare words in common with, the newest. */
const tellingsAskedMax = 8;
/** Windows that an origin with copies stays beyond its own. */
export const originTailWindows = 2;
/** Stories whose sources are held counted. */
const countersMax = 2_000;
/** Accounts that a second look takes in, the newest. */
const lookAgainMax = 20_000;

function numberOf(numbers: Map<string, number>, name: string | null): number {
  if (name === null) return 0;
  const known = numbers.get(name);
  if (known !== undefined) return known;
  numbers.set(name, numbers.size + 1);
  return numbers.size;
}
