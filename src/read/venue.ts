import { places } from '../languages/places.ts';
import type { Draft } from './drafts.ts';
import {
  AUX,
  BE,
  DET,
  DOC,
  GENITIVE,
  HAVE,
  LINK,
  OCCASION,
  POSS,
  PREP,
  REL,
  ROLE,
  SUB,
  SUBJ,
  THAT,
  TIME,
  VENUE,
  VING,
  VPART,
  WH,
} from './lexicon.ts';
import { isAdverb, isFiniteVerb, isQuotedWord, type Run } from './phrases.ts';
import { isMedia } from './relay.ts';
import { AT, BY, does, INTERVIEW, WITH } from './small-words.ts';
import type { Token } from './tokens.ts';

/** The venue named in a stretch: from the article to the end of a phrase whose head is an occasion or medium. */
export function venueIn(tokens: readonly Token[], from: number, to: number, n = to): Run | null {
  for (let at = from; at < to; at++) {
    const link = tokens[at];
    if (!(link.tags & LINK)) continue;
    for (let k = at + 1; k < to && k - at < venueWordsMax; k++) {
      const token = tokens[k];
      if (token.kind === 'mark' && token.lower !== '-' && token.lower !== '.') break;
      if (token.tags & PREP && !token.capital && k > at + 1) break;
      if (!(token.tags & VENUE) || token.kind !== 'word' || tokens[k + 1]?.kind === 'clitic') continue;
      // "on X", where "Malcolm X" is no network.
      if (token.end - token.start === 1 && !(token.capital && k === at + 1)) continue;
      const from = tokens[at + 1].tags & PREP && at + 1 < k ? at + 2 : at + 1;
      return { from, to: venueEnd(tokens, k + 1, n) };
    }
  }
  return null;
}

/** "delivered" of "a letter delivered Tuesday". */
function isParticiple({ tags, capital }: Token): boolean {
  return (tags & VPART) !== 0 && !capital && !(tags & (BE | HAVE));
}

/** Words a venue may have before its head noun. */
const venueWordsMax = 12;

/** "an interview with The Telegraph", "a statement issued after the talks". */
function venueEnd(tokens: readonly Token[], at: number, to: number): number {
  let end = at;
  while (
    end < to &&
    ((tokens[end].tags & VENUE && tokens[end].kind === 'word') || (tokens[end].capital && !(tokens[end].tags & TIME)))
  )
    end++;
  const occasion = (tokens[end - 1].tags & OCCASION) !== 0;
  for (let tails = 0; tails < venueTailsMax; tails++) {
    const link = tokens[end];
    if (link === undefined || end >= to) break;
    const linked = link.tags & PREP && (link.tags & GENITIVE || does(link, WITH | BY) || (occasion && does(link, AT)));
    // "a statement issued after the talks", "an interview first posted online"
    const first = tails === 0 && isAdverb(link) && (tokens[end + 1]?.tags ?? 0) & VPART ? end + 1 : end;
    const participle = isParticiple(tokens[first]) && tails === 0 && first < to;
    if (participle) end = first;
    if (!linked && !participle) break;
    const next = tokens[end + 1];
    if (linked && does(link, AT) && !(next?.capital || (next?.tags ?? 0) & (DET | POSS))) break;
    let k = end + 1;
    if (participle && (tokens[k]?.tags ?? 0) & (PREP | TIME)) k++;
    while (k < to && inPhrase(tokens, k)) k++;
    if (k <= end + 1 && !participle) break;
    end = k;
  }
  // "a rally in Portland, Maine"
  if (
    tokens[end]?.lower === ',' &&
    end + 1 < to &&
    tokens[end + 1].capital &&
    tokens[end - 1].capital &&
    (end + 2 >= to || tokens[end + 2].kind === 'mark') &&
    isPlace(tokens[end + 1])
  )
    end += 2;
  return end;
}

const venueTailsMax = 3;

function inPhrase(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token.kind === 'quote') return isQuotedWord(token);
  if (token.kind === 'mark')
    return (
      token.lower === '-' ||
      token.lower === '&' ||
      (token.lower === '.' && at + 1 < tokens.length && tokens[at - 1].end === token.start && tokens[at + 1].capital)
    );
  if (token.tags & (THAT | WH | SUB | REL) && !token.capital) return false;
  if (token.tags & PREP && !token.capital) return false;
  // "The Evening Star" is a name, "on Monday" a day.
  if (token.tags & TIME && token.capital && !(tokens[at + 1]?.capital === true && !(tokens[at + 1].tags & TIME)))
    return false;
  if (token.tags & SUBJ && !(token.tags & (DET | POSS))) return false;
  return !(token.tags & AUX && token.kind === 'word') && !isFiniteVerb(tokens, at);
}

function isPlace(token: Token): boolean {
  return places.has(token.lower);
}

/** Where it was said, from the sentence's opening ("In a statement, …") or from the speaker itself ("the statement said"). */
export function fillVenue(tokens: readonly Token[], draft: Draft): void {
  const { speaker } = draft;
  const gerund = (tokens[draft.cue.from].tags & VING) !== 0;
  // "released a statement saying": nearer than what opens the sentence.
  if (draft.venue === null && gerund && (tokens[draft.cue.from - 1]?.tags ?? 0) & VENUE)
    draft.venue = heldDocument(tokens, draft.cue.from);
  if (draft.venue === null && speaker !== null && draft.reach.from > 1 && draft.step !== 'noun of saying') {
    let to = Math.min(draft.reach.from, draft.pieces[0].from);
    if (speaker.from < to) to = speaker.from;
    let verb = false;
    for (let at = 0; at < to && !verb; at++)
      verb = isFiniteVerb(tokens, at) && !(at > 0 && isParticiple(tokens[at]) && tokens[at - 1].tags & (VENUE | DOC));
    if (!verb && to > 1) draft.venue = venueIn(tokens, 0, to);
  }
  if (draft.venue === null && speaker !== null && speaker.from >= draft.cue.to) {
    // "said the spokesman, Luis Ortega, at a news conference"
    draft.venue = venueIn(tokens, speaker.to, Math.min(tokens.length, speaker.to + venueWordsMax));
  }
  if (draft.venue === null && speaker !== null && !isMedia(tokens, speaker)) {
    for (let at = speaker.from; at < speaker.to; at++) {
      if (at > speaker.from && tokens[at].tags & PREP) break;
      if (tokens[at].tags & (VENUE | DOC) && !tokens[at].capital && !(tokens[at].tags & ROLE)) {
        const next = tokens[at + 1];
        if (next !== undefined && at + 1 < speaker.to && !(next.tags & (PREP | VPART)) && next.kind === 'word')
          continue;
        draft.venue = speaker;
        break;
      }
    }
  }
  if (draft.venue === null && gerund) draft.venue = heldDocument(tokens, draft.cue.from);
  const { addressee } = draft;
  if (addressee !== null && isOccasion(tokens, addressee)) {
    // "told a press briefing" names where, not whom.
    const [said] = draft.pieces;
    const to = said.from >= addressee.to ? venueEnd(tokens, addressee.to, said.from) : addressee.to;
    draft.venue ??= { from: addressee.from, to };
    draft.addressee = null;
  }
  const { venue } = draft;
  if (venue !== null && draft.addressee === null) {
    for (let at = venue.from + 1; at < venue.to - 1; at++) {
      if (does(tokens[at], WITH) && does(tokens[at - 1], INTERVIEW)) draft.addressee = { from: at + 1, to: venue.to };
    }
  }
}

function isOccasion(tokens: readonly Token[], run: Run): boolean {
  for (let at = run.from; at < run.to; at++) {
    if (at > run.from && tokens[at].tags & PREP) return false;
    if (tokens[at].tags & OCCASION && !tokens[at].capital) return true;
  }
  return false;
}

/** "issued a statement, saying": the document before the participle. */
function heldDocument(tokens: readonly Token[], cue: number): Run | null {
  for (let at = cue - 1; at >= 0 && cue - at < venueWordsMax; at--) {
    const token = tokens[at];
    if (token.tags & AUX || (token.kind === 'mark' && token.lower !== ',')) return null;
    if (!(token.tags & VENUE) || token.capital) continue;
    const article = tokens[at - 1];
    if (article === undefined || !(article.tags & (DET | POSS) || tokens[at - 2]?.tags & DET)) return null;
    return { from: article.tags & (DET | POSS) ? at - 1 : at - 2, to: at + 1 };
  }
  return null;
}
