import type { Cue } from './cues.ts';
import { type Draft, has, sentenceEnd } from './drafts.ts';
import { breaksOf } from './extent.ts';
import { type Lexicon, POSS, SUBJ, VING } from './lexicon.ts';
import { nounDrafts, reportedly } from './nouns.ts';
import { openerEnds } from './openers.ts';
import { planOf } from './plans.ts';
import { isMedia, tieRelays } from './relay.ts';
import { draftOf } from './said.ts';
import { AS, does } from './small-words.ts';
import { accordingTo, sourceDraft } from './sources.ts';
import type { Token } from './tokens.ts';
import { uncuedDrafts } from './uncued.ts';
import { fillVenue } from './venue.ts';

/** The statements of one sentence. */
export function draftsOf(tokens: readonly Token[], cues: readonly Cue[], lexicon: Lexicon, opens = false): Draft[] {
  const drafts: Draft[] = [];
  const n = sentenceEnd(tokens);
  const plans = cues.map((cue) => planOf(tokens, cue, n, lexicon));
  const sources = accordingTo(tokens, lexicon, n);
  const breaks = breaksOf(tokens, plans, sources);
  for (const at of openerEnds(tokens, n)) breaks.push({ at, resume: tokens.length });
  breaks.sort((a, b) => a.at - b.at);
  for (let k = 0; k < plans.length; k++) {
    const draft = draftOf(tokens, plans[k], breaks, n);
    if (draft !== null) drafts.push(draft);
  }
  for (const source of sources) {
    const draft = sourceDraft(tokens, source, breaks, n);
    if (draft !== null) drafts.push(draft);
  }
  nounDrafts(tokens, lexicon, breaks, n, drafts);
  citing(tokens, drafts);
  uncuedDrafts(tokens, n, lexicon, opens, drafts);
  dropNested(tokens, drafts);
  if (drafts.length === 0) reportedly(tokens, n, drafts);
  const tied = tieRelays(tokens, drafts);
  for (const draft of tied) fillVenue(tokens, draft);
  return tied;
}

/** "The paper reported …, citing two officials": the officials are the source, the paper passed it on. */
function citing(tokens: readonly Token[], drafts: Draft[]): void {
  for (let k = 0; k < drafts.length; k++) {
    const cite = drafts[k];
    if (!has(cite.frame, 'r')) continue;
    if (
      cite.step !== 'object' ||
      !(tokens[cite.cue.from].tags & VING) ||
      !(tokens[cite.cue.from - 1]?.lower === ',' || tokens[cite.cue.from - 1]?.quote?.stops === true)
    )
      continue;
    const report = drafts.find(
      (one) => one !== cite && one.speaker !== null && one.cue.to <= cite.cue.from && one.pieces[0].to <= cite.cue.from,
    );
    if (report === undefined || report.speaker === null) continue;
    // Only an outlet hands on what others told it: "Holt said, citing low prices" are her own words.
    if (report.frame.force !== 'report' && !isMedia(tokens, report.speaker)) continue;
    report.relay.push(report.speaker);
    report.speaker = cite.pieces[0];
    drafts.splice(k, 1);
    return;
  }
}

/** A statement inside another is kept when it has a speaker of its own and a clause or quotation of its own. */
function dropNested(tokens: readonly Token[], drafts: Draft[]): void {
  if (drafts.length === 0) return;
  const quoted = drafts.some((one) => one.step === 'quoted as saying');
  for (let k = drafts.length - 1; k >= 0; k--) {
    // "declined to say whether": one statement, refused.
    const refused =
      drafts[k].frame.force === 'refuse'
        ? drafts.find((one) => one !== drafts[k] && one.cue.from === drafts[k].pieces[0].from && one.negated)
        : undefined;
    if (refused === undefined) continue;
    drafts[drafts.indexOf(refused)] = {
      ...refused,
      frame: { ...refused.frame, force: 'refuse' },
      cue: { from: drafts[k].cue.from, to: refused.cue.to },
    };
    drafts.splice(k, 1);
  }
  const kept = drafts.filter((inner) => {
    // The "saying" of "was quoted as saying" is no cue of its own.
    if (quoted && does(tokens[inner.cue.from - 1], AS) && tokens[inner.cue.from].tags & VING) return false;
    const outer = drafts.find(
      (one) => one !== inner && one.pieces.some((piece) => piece.from <= inner.cue.from && inner.cue.to <= piece.to),
    );
    if (outer === undefined) return true;
    if (inner.speaker === null || inner.step === 'object') return false;
    if (!has(inner.frame, 'cbd') && inner.step !== 'noun of saying') return false;
    return !(tokens[inner.speaker.from].tags & (SUBJ | POSS) && inner.speaker.to - inner.speaker.from === 1);
  });
  drafts.length = 0;
  drafts.push(...kept);
}
