import type { Force, SpeechVerb } from '../language.ts';
import { words } from '../language.ts';

/** Lines "lemma force frames: finite forms | participles" as verbs. For languages whose forms are listed and not made by rule. */
export function verbLines(lines: string): readonly SpeechVerb[] {
  const verbs: SpeechVerb[] = [];
  for (const line of lines.split('\n')) {
    const [head, forms] = line.split(':');
    const [lemma, force, frames] = words(head);
    if (forms === undefined || frames === undefined) continue;
    const [finite, participles] = forms.split('|');
    verbs.push({
      lemma,
      particle: null,
      force: force as Force,
      frames,
      forms: { base: [], present: [], past: words(finite), participle: words(participles ?? ''), gerund: [] },
    });
  }
  return verbs;
}

/** Finite forms of other verbs in one list: they show where a clause has its verb. */
export function otherForms(
  list: string,
): readonly { base: string[]; present: string[]; past: readonly string[]; participle: string[]; gerund: string[] }[] {
  return [{ base: [], present: [], past: words(list), participle: [], gerund: [] }];
}

/** The word lists a language may leave empty. */
export const noSpeechWords = {
  nouns: [],
  nounForms: [],
  notSpeakers: [],
  contractions: [],
  continuing: ['añadir', 'agregar', 'ajouter', 'poursuivre', 'ergänzen', 'hinzufügen', 'добавить'],
  unnamedRoles: [],
  ownDocuments: [],
  governors: [],
  refusals: [],
  singularPronouns: [],
  pluralNouns: [],
  nounLinks: [],
  adverbs: [],
  adverbsPlain: [],
  persons: [],
  occasions: [],
} as const;
