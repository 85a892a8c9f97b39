import type { Words } from './en.ts';
import { type Phrases, phrase } from './phrases.ts';
import { wordLists } from './words.ts';

/**
 * What somebody did, in the reader's words whatever language it was done in: acts are written down as they were told, so the
 * same texts of the other lists of words say what they mean.
 */
export function actWords(summary: string, words: Words): string {
  for (const other of wordLists) {
    if (other.locale === words.locale) continue;
    const told = phrase(summary, actPhrases(other, words));
    if (told !== summary) return told;
  }
  return summary;
}

/** Stands for any number while the texts of acts are taken apart. */
const anyNumber = 987_654;
const made = new Map<string, Phrases>();

/** The texts of all acts in one language beside those in another. */
function actPhrases(from: Words, to: Words): Phrases {
  const key = `${from.locale} ${to.locale}`;
  let phrases = made.get(key);
  if (phrases === undefined) {
    const [theirs, ours] = [actTexts(from), actTexts(to)];
    phrases = theirs.map((text, index) => [text, ours[index].replace('{}', '{1}')] as const);
    made.set(key, phrases);
  }
  return phrases;
}

/** Every text that an act can bear, with `{}` for what varies. */
function actTexts({ floor, alert, fewer, story, watches, sources, channels, settings }: Words): string[] {
  const states = ['new', 'acknowledged', 'kept', 'dismissed'] as const;
  const named = [
    alert.assignedAct,
    alert.taggedAct,
    alert.untaggedAct,
    fewer.taken,
    story.mergeAct,
    watches.saved,
    watches.removed,
    watches.pausedAct,
    watches.resumedAct,
    watches.mutedAct,
    watches.unmutedAct,
    channels.added,
    channels.removed,
    sources.added,
    settings.ownersAct,
    sources.removed,
    sources.pausedAct,
    sources.resumedAct,
    sources.changedAct,
  ];
  return [
    ...states.map((state) => floor.actDone(1, state)),
    ...states.map((state) => floor.actDone(anyNumber, state).replace(/987[.,]?654/, '{}')),
    sources.sampleRemoved(anyNumber).replace(/987[.,]?654/, '{}'),
    alert.unassignedAct,
    alert.commentedAct,
    story.ownAct,
    story.splitAct,
    ...named.map((text) => text('{}')),
  ];
}
