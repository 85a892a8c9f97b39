import type { Language } from '../languages/language.ts';
import type { Speaker, Statement, Trace } from '../records.ts';
import { recordId } from '../text/hash.ts';
import type { SplitText } from '../text/sentences.ts';
import { firstStarting, slice, spanOf } from '../text/spans.ts';
import { collect, type Found, statementsMax } from './collect.ts';
import type { FoundDate } from './dates.ts';
import type { Draft } from './drafts.ts';
import { formOf } from './forms-of-statement.ts';
import { knownWords } from './known-words.ts';
import { DET, GENITIVE, lexiconOf, POSS, TIME } from './lexicon.ts';
import type { NameMention } from './mentions.ts';
import { readParticleStatements } from './particles.ts';
import { isFiniteVerb, type Run } from './phrases.ts';
import { plainRecords } from './plain-records.ts';
import { findQuotes, type Quote } from './quotes.ts';
import { BY, does } from './small-words.ts';
import { Speakers } from './speakers.ts';
import { type Clause, clausesOf, type Token } from './tokens.ts';
import { readUnspacedStatements } from './unspaced.ts';

/** What statements are read from. */
export interface StatementInput {
  readonly articleId: string;
  readonly split: SplitText;
  readonly language: Language | null;
  readonly mentions: readonly NameMention[];
  readonly dates: readonly FoundDate[];
}

/** Who said what to whom: all statements of a text, in order. */
export function readStatements(input: StatementInput, trace: Trace[] | null): Statement[] {
  const { language } = input;
  if (language?.particleSpeech !== undefined)
    return plainRecords(
      input,
      readParticleStatements(input.split, language.particleSpeech).slice(0, statementsMax),
      language.particleSpeech,
    );
  if (language?.unspacedSpeech !== undefined)
    return plainRecords(
      input,
      readUnspacedStatements(input.split, language.unspacedSpeech).slice(0, statementsMax),
      language.unspacedSpeech,
    );
  const speech = language?.speech;
  if (language === null || speech === undefined) return [];
  const lexicon = lexiconOf(speech);
  const { split } = input;
  const quotes = findQuotes(split.text, split.words);
  const clauses = clausesOf(split, knownWords(split, language), quotes, lexicon);
  const found = collect(split.text, clauses, lexicon);
  const speakers = new Speakers(split, input.mentions, lexicon, input.language?.names);
  if (trace !== null) explain(found, trace);
  const said = found.filter((one) => one.draft.frame.force !== 'think').slice(0, statementsMax);
  return handOn(
    said,
    said.map((one) => recordOf(input, one, quotes, speakers)),
    speech.continuing,
  );
}

/** Which rule found each statement, and which were beliefs and left out. */
function explain(found: readonly Found[], trace: Trace[]): void {
  for (const { draft, cue, content } of found) {
    const kept = draft.frame.force !== 'think';
    trace.push({
      step: 'statements',
      reason: kept ? draft.step : 'a belief or wish, nothing said',
      span: kept ? cue : content[0],
      kept,
    });
  }
}

/**
 * Hands place and day on to what the same speaker goes on with: ", adding that …" in the sentence, or "he added" in the next
 * paragraph at the latest.
 */
function handOn(found: readonly Found[], records: Statement[], continuing: readonly string[]): Statement[] {
  for (let at = 1; at < records.length; at++) {
    const record = records[at];
    const before = records[at - 1];
    if (record.speaker.name === null || record.speaker.name !== before.speaker.name) continue;
    const sameSentence = found[at].clause === found[at - 1].clause;
    const goesOn =
      record.verb !== null && continuing.includes(record.verb) && found[at].paragraph - found[at - 1].paragraph <= 1;
    if (!sameSentence && !goesOn) continue;
    records[at] = { ...record, venue: record.venue ?? before.venue, saidOn: record.saidOn ?? before.saidOn };
  }
  return records;
}

function recordOf(input: StatementInput, found: Found, quotes: readonly Quote[], speakers: Speakers): Statement {
  const { draft, clause, content } = found;
  const { tokens } = clause;
  const text = input.split.text;
  const speaker =
    draft.speaker === null && input.language?.speech?.dropsSubject === true && draft.frame.lemma !== ''
      ? speakers.dropped()
      : draft.speaker === null
        ? { span: null, name: null, reason: 'unknown: no source is named', role: null, roleSpan: null }
        : speakers.resolve(tokens, draft.speaker.from, draft.speaker.to, clause.start, !isInside(found));
  const part = (run: Run | null) => {
    if (run === null) return null;
    const span = spanOf(tokens, run);
    return { span, text: slice(text, span) };
  };
  return {
    id: recordId('statement', input.articleId, content[0][0], content[content.length - 1][1], found.cue[0]),
    content,
    cue: found.cue,
    form: formOf(content, quotes),
    verb: draft.frame.lemma === '' ? null : draft.frame.lemma,
    force: draft.frame.force === 'think' ? 'say' : draft.frame.force,
    negated: draft.negated,
    speaker,
    venue: speaksItself(tokens, draft, speaker) ? null : part(draft.venue),
    addressee: part(draft.addressee),
    saidOn: saidOn(input.dates, found),
    relay: draft.relay.map((run) => part(run)!),
  };
}

/**
 * "The notice said": a document speaks where neither a name nor the phrase tells whose it is, and then it is no place where somebody
 * spoke. "A statement of the organisers" is the organisers'.
 */
function speaksItself(tokens: readonly Token[], { venue, speaker }: Draft, { name }: Speaker): boolean {
  if (name !== null || venue === null || speaker === null || venue.from !== speaker.from) return false;
  for (let at = speaker.from + 1; at < speaker.to; at++)
    if (
      tokens[at].kind === 'clitic' ||
      ((tokens[at].tags & GENITIVE || does(tokens[at], BY)) && namesBody(tokens[at + 1]))
    )
      return false;
  return true;
}

/** "of the organisers", "by Tern", where "from 2011" is nobody. */
function namesBody(next: Token | undefined): boolean {
  return next !== undefined && !(next.tags & TIME) && ((next.tags & (DET | POSS)) !== 0 || next.capital);
}

/** Whether a statement stands inside another of its sentence. */
function isInside(found: Found): boolean {
  return found.draft.relay.length > 0 || found.draft.step === 'noun of saying';
}

/** The day it was said: a date among the cue's own words, or in the opening of its sentence. */
function saidOn(dates: readonly FoundDate[], found: Found): string | null {
  const { clause, draft, content } = found;
  const { tokens } = clause;
  const last = Math.min(tokens.length, draft.reach.to + saidOnTokensMax) - 1;
  for (let at = firstStarting(dates, clause.start); at < dates.length && dates[at].start < clause.end; at++) {
    const date = dates[at];
    if (date.type === 'DURATION' || date.type === 'SET' || date.from === null || date.from !== date.to) continue;
    if (content.some(([start, end]) => start < date.end && date.start < end)) continue;
    // "a person at Monday's meeting says", "a study from 2011 says": the day of the meeting and the study.
    if (
      draft.speaker !== null &&
      tokens[draft.speaker.from].start < date.start &&
      date.end <= tokens[draft.speaker.to - 1].end
    )
      continue;
    if (date.start >= tokens[draft.reach.from].start && date.end <= tokens[last].end) return date.from;
    if (date.end <= tokens[draft.reach.from].start && isOpening(clause, date.end, draft)) return date.from;
  }
  return null;
}

/** Tokens behind the cue's own words in which its day may stand. */
const saidOnTokensMax = 8;

function isOpening(clause: Clause, end: number, draft: Draft): boolean {
  const { tokens } = clause;
  for (let at = 0; at < draft.reach.from; at++) {
    if (isFiniteVerb(tokens, at)) return false;
  }
  return end <= tokens[draft.reach.from].start;
}
