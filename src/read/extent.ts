import { type Break, has, type Plan } from './drafts.ts';
import { AUX, CC, DET, POSS, PREP, REL, SUB, SUBJ, THAT, TIME, VING, VPAST, VS, WH } from './lexicon.ts';
import { isAdverb, isFiniteVerb, isQuotedWord, type Run } from './phrases.ts';
import { remarkBehind } from './remarks.ts';
import { ASIDE, CONTRAST, does, ON, THAT_WORD } from './small-words.ts';
import type { Source } from './sources.ts';
import type { Token } from './tokens.ts';

/** Places where the clause of another source begins, so that content of an earlier one ends. */
export function breaksOf(tokens: readonly Token[], plans: readonly Plan[], sources: readonly Source[]): Break[] {
  const breaks: Break[] = [];
  for (const plan of plans) {
    const { cue } = plan;
    if (plan.parenthetical) {
      const end =
        plan.after.kind === 'comma' ? plan.after.at : plan.after.kind === 'quote' ? plan.after.at : tokens.length;
      let at = plan.from;
      // 'Holt asked for help: "…," she said': the quotation is no part of what she asked for.
      if (plan.utterance && plan.quoteAt > 0 && /^[:—–―-]$/.test(tokens[plan.quoteAt - 1].lower)) at = plan.quoteAt;
      while (at > 0 && tokens[at - 1].kind === 'mark' && tokens[at - 1].lower !== ')') at--;
      const resume = plan.after.kind === 'comma' ? behindApposition(tokens, plan, end) : end;
      breaks.push({ at, resume: Math.min(tokens.length, resume), inserted: true });
      continue;
    }
    const before = tokens[cue.from - 1];
    if (cue.mood === 'gerund' && (before?.lower === ',' || before?.quote?.stops === true))
      breaks.push({ at: before.kind === 'quote' ? cue.from : cue.from - 1, resume: tokens.length });
    else if (cue.mood === 'gerund' && before !== undefined && before.tags & CC && before.kind === 'word')
      breaks.push({ at: tokens[cue.from - 2]?.lower === ',' ? cue.from - 2 : cue.from - 1, resume: tokens.length });
    else if (cue.shared && cue.mood === 'finite' && before !== undefined) {
      let at = cue.from - 1;
      while (at > 0 && isAdverb(tokens[at])) at--;
      if (tokens[at].tags & CC && endsAnother(tokens, plan, at)) {
        if (at > 0 && tokens[at - 1].lower === ',') at--;
        breaks.push({ at, resume: tokens.length });
      }
    } else if (cue.mood === 'finite' && plan.subject !== null) {
      let at = plan.subject.from - 1;
      while (at > 0 && isAdverb(tokens[at]) && !(tokens[at].tags & SUB)) at--;
      if (
        at > 0 &&
        (tokens[at].tags & CC || (tokens[at].tags & SUB && does(tokens[at], CONTRAST))) &&
        (tokens[at - 1].lower === ',' || tokens[at - 1].quote?.stops === true || besideAnother(tokens, plan, at))
      )
        breaks.push({ at: tokens[at - 1].lower === ',' ? at - 1 : at, resume: tokens.length });
    }
  }
  for (const source of sources) {
    if (source.from === 0) continue;
    let at = source.from;
    while (at > 0 && tokens[at - 1].kind === 'mark') at--;
    breaks.push({ at, resume: Math.min(tokens.length, source.to + 1), inserted: true });
  }
  return breaks.sort((a, b) => a.at - b.at);
}

/** "One in three said it was late and one in four said it was early": two sources side by side, with no comma between them. */
function besideAnother(tokens: readonly Token[], plan: Plan, joint: number): boolean {
  const { subject, cue, frame } = plan;
  if (!cue.near || subject === null || frame.force === 'think' || !has(frame, 'c') || !(tokens[joint].tags & CC))
    return false;
  return subject.from === joint + 1 && !(tokens[subject.from].tags & SUBJ && !(tokens[subject.from].tags & DET));
}

/** "…, said Holt, the mayor": what she is goes with her name, and what is said does not go on with it. */
function behindApposition(tokens: readonly Token[], plan: Plan, comma: number): number {
  const first = tokens[comma + 1];
  if (!plan.inverted || first === undefined || first.kind !== 'word' || first.tags & (AUX | THAT)) return comma + 1;
  if (isFiniteVerb(tokens, comma + 1)) return comma + 1;
  let at = comma + 1;
  while (at < tokens.length && tokens[at].lower !== ',' && tokens[at].kind !== 'quote') {
    if (isFiniteVerb(tokens, at)) return comma + 1;
    at++;
  }
  return at >= tokens.length || tokens[at].kind === 'quote' ? at : at + 1;
}

/** "and added that": a verb of saying with words of its own; "but still feared the water" may be what she said of herself. */
function endsAnother(tokens: readonly Token[], plan: Plan, joint: number): boolean {
  if (plan.after.kind === 'clause' || plan.after.kind === 'quote' || plan.after.kind === 'question') return true;
  return tokens[joint - 1]?.lower === ',' || plan.frame.force !== 'think';
}

/** Quotations that go on behind a cue, up to the next verb of saying. */
export function quotesBehind(tokens: readonly Token[], from: number, n: number): Run[] {
  const pieces: Run[] = [];
  for (let at = from; at < n; at++) {
    const token = tokens[at];
    if (token.kind === 'quote' && (at === from || tokens[at - 1].kind === 'mark') && !isQuotedWord(token))
      pieces.push({ from: at, to: at + 1 });
    else if (token.entry?.frames != null && token.tags & (VPAST | VS | VING)) break;
  }
  return pieces;
}

/** A day that belongs to the verb: no article or genitive before it and no noun behind it. */
function isLoneDay(tokens: readonly Token[], at: number, to: number): boolean {
  const before = tokens[at - 1];
  const next = tokens[at + 1];
  if (next?.kind === 'number' || (next?.lower === '.' && tokens[at + 2]?.kind === 'number')) return false;
  if (before.tags & (DET | POSS | TIME | CC) || before.kind === 'clitic' || before.kind === 'number') return false;
  if (before.tags & PREP && !does(before, ON)) return false;
  return at + 1 >= to || next.kind === 'mark' || (next.tags & (PREP | SUB | CC)) !== 0;
}

/** Whether a stretch begins as a clause: its verb comes before any conjunction, relative or comma. */
export function startsClause(tokens: readonly Token[], run: Run): boolean {
  for (let at = run.from; at < run.to; at++) {
    const token = tokens[at];
    if (isFiniteVerb(tokens, at)) return true;
    // 'told them Holt "has to go"'
    if (token.kind === 'quote' && at > run.from && !isQuotedWord(token)) return true;
    if (token.kind === 'quote') continue;
    if (at > run.from && token.tags & (SUB | WH | THAT | REL) && !(token.tags & PREP)) return false;
    if (token.kind === 'mark' && (token.lower === ',' || token.lower === ':' || token.lower === ';')) return false;
  }
  return false;
}

/** Whether a stretch has a verb of its own, or a quotation, which has one for all that can be seen. */
export function hasFinite(tokens: readonly Token[], run: Run): boolean {
  for (let at = run.from; at < run.to; at++) {
    if (isFiniteVerb(tokens, at)) return true;
    if (tokens[at].kind === 'quote') return true;
  }
  return false;
}

/** A noun phrase as content ends where a subordinate clause or a new stretch begins. */
export function objectContent(tokens: readonly Token[], right: readonly Run[]): Run[] {
  if (right.length === 0) return [];
  const { from, to } = right[0];
  for (let at = from + 1; at < to; at++) {
    const token = tokens[at];
    if (token.tags & TIME && token.capital && isLoneDay(tokens, at, to)) {
      // "reiterated its concerns Monday over …": the day is that of speaking.
      const before = does(tokens[at - 1], ON) ? at - 1 : at;
      const rest = at + 1 < to ? objectContent(tokens, [{ from: at + 1, to }]) : [];
      return [{ from, to: before }, ...rest].filter((run) => run.to > run.from);
    }
    if (
      token.kind === 'mark' &&
      (token.lower === ',' || token.lower === ';' || token.lower === '—' || token.lower === '(')
    ) {
      const next = tokens[at + 1];
      if (next === undefined || next.capital || next.tags & (DET | POSS) || token.lower === '(') continue;
      return [{ from, to: at }];
    }
    if (
      at > from + 1 &&
      token.tags & CC &&
      token.kind === 'word' &&
      tokens[at + 1] !== undefined &&
      tokens[at + 1].kind === 'word' &&
      !tokens[at + 1].capital &&
      (tokens[at + 1].tags & (VS | VPAST | VING | AUX)) !== 0
    )
      return [{ from, to: at }];
    if (token.tags & SUB && does(token, ASIDE)) return [{ from, to: at }];
  }
  return [{ from, to }];
}

/** What stands before a cue between or behind commas: back to the sentence's beginning or the last break. */
export function leftContent(tokens: readonly Token[], cueFrom: number, breaks: readonly Break[]): Run | null {
  let to = cueFrom;
  while (to > 0 && tokens[to - 1].kind === 'mark' && tokens[to - 1].lower !== ')' && tokens[to - 1].lower !== '%') to--;
  let from = 0;
  for (const { at, resume } of breaks) if (at < to && resume <= to && resume > from) from = resume;
  while (from < to && (tokens[from].kind === 'mark' || (tokens[from].tags & CC && tokens[from].kind === 'word')))
    from++;
  if (from >= to) return null;
  return { from, to };
}

/** What stands behind a cue: up to the sentence's end or where another source's clause begins. */
export function rightContent(
  tokens: readonly Token[],
  at: number,
  breaks: readonly Break[],
  n: number,
  relative: boolean,
): Run[] {
  let from = at;
  // Another source may begin right here: what is said goes on behind it, if at all.
  for (const one of breaks)
    if (one.inserted && one.at <= from && one.at >= from - 1 && from < one.resume) from = one.resume;
  if (from >= n) return [];
  let to = n;
  let resume = n;
  for (const one of breaks) {
    if (one.at > from && one.at < to) {
      to = one.at;
      resume = one.resume;
      break;
    }
  }
  if (relative) {
    for (let k = from + 1; k < to; k++) {
      if (
        tokens[k].lower === ',' &&
        tokens[k].kind === 'mark' &&
        tokens[k + 1] !== undefined &&
        (tokens[k + 1].tags & (AUX | VPAST) || isFiniteVerb(tokens, k + 1))
      ) {
        to = k;
        resume = n;
        break;
      }
    }
  }
  to = remarkBehind(tokens, from, to);
  while (
    to > from &&
    tokens[to - 1].kind === 'mark' &&
    tokens[to - 1].lower !== ')' &&
    tokens[to - 1].lower !== '%' &&
    tokens[to - 1].lower !== '.'
  )
    to--;
  const pieces: Run[] = to > from ? [{ from, to }] : [];
  if (resume < n && goesOn(tokens, resume)) {
    const rest = rightContent(
      tokens,
      resume,
      breaks.filter((one) => one.at >= resume - 1),
      n,
      false,
    );
    pieces.push(...rest);
  }
  return pieces;
}

/** '"…," and left the room', '"…" when asked': what stands behind a whole utterance is told of the speaker. */
export function wholeUtterance(tokens: readonly Token[], right: readonly Run[]): Run[] {
  const [first] = right;
  if (first === undefined || tokens[first.from].kind !== 'quote' || first.to === first.from + 1) return [...right];
  let at = first.from + 1;
  const stops = tokens[first.from].quote?.stops === true;
  if (stops && tokens[at].kind === 'mark') return [...right];
  const next = tokens[at];
  if (next.kind !== 'word') return [...right];
  if (stops) {
    // "…," and that the dam is old.
    if (next.tags & CC) at++;
    const goesOn = (tokens[at]?.tags ?? 0) & THAT || tokens[at]?.kind === 'quote';
    if (goesOn && at > first.from + 1) return [...right];
  } else if (!(next.tags & SUB) || next.tags & THAT || isQuotedWord(tokens[first.from])) return [...right];
  return [
    { from: first.from, to: first.from + 1 },
    ...right.slice(1).filter((piece) => tokens[piece.from].kind === 'quote'),
  ];
}

/** Whether content goes on behind a cue between commas: not with another verb of the cue's own subject. */
export function goesOn(tokens: readonly Token[], at: number): boolean {
  const first = tokens[at];
  if (first === undefined) return false;
  if (first.kind === 'quote') return true;
  if (first.tags & (REL | CC | VING) && !(first.tags & DET))
    return does(first, THAT_WORD) || ((first.tags & CC) !== 0 && !(tokens[at + 1]?.entry?.frames != null));
  if (first.tags & VPAST && first.entry?.frames != null) return false;
  return true;
}
