import type { Span } from '../records.ts';
import type { SplitText } from '../text/sentences.ts';
import { isCapital } from '../text/words.ts';
import type { KnownWords } from './known-words.ts';
import { AUX, CC, DET, FINITE, GENITIVE, POSS, PREP, REL, ROLE, SUB, SUBJ, THAT, TITLE, VPAST } from './lexicon.ts';
import type { NameRun } from './name-kinds.ts';
import type { Finder } from './name-words.ts';

/** What somebody is, beside the name: ", the department's spokesperson," or "campaign spokesman" before it. */
export function roleOf(split: SplitText, known: KnownWords, run: NameRun, finder: Finder): Span | null {
  return (
    roleBehind(split, known, run) ?? roleBefore(split, known, run, finder) ?? officeBefore(split, known, run, finder)
  );
}

/** Words a role may have. */
const roleWordsMax = 14;

function roleBehind(split: SplitText, known: KnownWords, run: NameRun): Span | null {
  const { words } = split;
  const comma = words[run.lastWord];
  if (comma === undefined || comma.text !== ',') return null;
  let role = false;
  let at = run.lastWord + 1;
  const from = at;
  while (at < words.length && at - from < roleWordsMax) {
    const word = words[at];
    if (word.kind === 'mark' && word.text !== '-' && word.text !== '’' && word.text !== '&') break;
    const tags = known.tags[at];
    if (tags & REL && !(tags & DET)) break;
    if (tags & AUX && word.kind !== 'clitic') break;
    if (tags & FINITE && !(tags & ROLE) && role && known.entries[at]?.frames != null) break;
    if (tags & ROLE) role = true;
    // ", said the attorney's office": what the sentence goes on with is no role.
    if (at === from && (tags & PREP || (tags & VPAST && known.entries[at]?.frames != null))) return null;
    if (at === from && !(tags & (DET | POSS | ROLE | TITLE)) && !isCapital(word) && word.kind !== 'word') return null;
    if (tags & SUBJ && !(tags & (DET | POSS))) break;
    at++;
  }
  if (!role || at === from) return null;
  const closer = words[at];
  if (closer !== undefined && closer.kind === 'word' && at - from >= roleWordsMax) return null;
  return [words[from].start, words[at - 1].end];
}

function roleBefore(split: SplitText, known: KnownWords, run: NameRun, finder: Finder): Span | null {
  const { words } = split;
  let at = run.firstWord - 1;
  const sentence = split.sentences[run.sentence];
  if (at < sentence.firstWord) return null;
  let comma = false;
  if (words[at].text === ',' && at > sentence.firstWord) {
    comma = true;
    at--;
  }
  if (words[at].text === '.' && at > sentence.firstWord) at--;
  const head = words[at];
  if (!(known.tags[at] & (ROLE | TITLE)) || finder.honorifics.has(head.text.toLowerCase())) return null;
  const end = head.end;
  let from = at;
  while (from > sentence.firstWord && at - from < roleWordsMax) {
    const word = words[from - 1];
    const tags = known.tags[from - 1];
    if (word.kind === 'mark' && word.text !== '-') break;
    if (word.kind === 'clitic') {
      from--;
      continue;
    }
    if (tags & (AUX | PREP | REL) && !(isCapital(word) && from - 1 > sentence.firstWord)) break;
    if (tags & SUBJ && !(tags & (DET | POSS))) break;
    if (tags & FINITE && !(tags & (ROLE | TITLE)) && !isCapital(word)) break;
    if (word.kind === 'word' && tags & (CC | THAT | SUB)) break;
    from--;
    if (tags & (DET | POSS)) break;
  }
  if (comma && !(known.tags[from] & (DET | POSS)) && words[from + 1]?.kind !== 'clitic') return null;
  return [words[from].start, end];
}

/** "the Prime Minister of Norlund, Mr. Tim Wold", "Director of the Harbour Bureau (HB) Ana Holt": an office with what it is of. */
function officeBefore(split: SplitText, known: KnownWords, run: NameRun, finder: Finder): Span | null {
  const { words } = split;
  const { firstWord } = split.sentences[run.sentence];
  let end = run.firstWord - 1;
  // An honorific and its stop, the comma, a short name in brackets.
  while (end > firstWord && (words[end].text === '.' || isHonorific(words[end].text, finder))) end--;
  const comma = end > firstWord && words[end].text === ',';
  if (comma) end--;
  const last = end;
  if (end > firstWord + 2 && words[end].text === ')' && words[end - 2].text === '(') end -= 3;
  else if (!comma) return null;
  let of = -1;
  for (let at = end; at >= firstWord && end - at < roleWordsMax; at--) {
    const word = words[at];
    const tags = known.tags[at];
    if (word.kind === 'mark' && word.text !== '-' && word.text !== '.') return null;
    if (of === -1) {
      if (tags & GENITIVE) of = at;
      else if (word.kind === 'word' && !isCapital(word) && !(tags & DET)) return null;
      continue;
    }
    // "Director of the U.S. Bureau of Inspection"
    if (!(tags & ROLE)) {
      if (isCapital(word) || tags & (DET | GENITIVE) || word.text === '.') continue;
      return null;
    }
    let from = at;
    while (from > firstWord && isCapital(words[from - 1]) && known.tags[from - 1] & (ROLE | TITLE)) from--;
    return [words[from].start, words[last].end];
  }
  return null;
}

function isHonorific(text: string, finder: Finder): boolean {
  const low = text.toLowerCase();
  return finder.names.maleTitles.includes(low) || finder.names.femaleTitles.includes(low);
}
