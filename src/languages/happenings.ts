import { phrases, words } from './language.ts';

/**
 * What is needed to name a thing to come by a noun instead of a clause: "will resume" as "resumption". By language, in lower
 * case. Data only; the logic is in `text/event-label.ts`.
 */
export interface Happenings {
  /** Words between who acts and the verb, by which a clause says that it is planned; the longest comes first. */
  readonly plans: readonly string[];
  /** The noun of a verb, by its plain form. */
  readonly nouns: Readonly<Record<string, string>>;
  /** Participles that are not made by adding an ending to the plain form. */
  readonly participles: Readonly<Record<string, string>>;
  /** Verbs that say nothing by themselves: what they hold names the thing. */
  readonly light: readonly string[];
  /** What is said of a thing by these leaves its name as it was: "is expected", "has been put off". */
  readonly standing: readonly string[];
  /** Words that name nobody without their sentence. */
  readonly pronouns: readonly string[];
  /** After a verb these begin no object, and before another part of the clause the object ends. */
  readonly notObjects: readonly string[];
  readonly objectEnds: readonly string[];
  /** Where a subject ends in one of these, a clause stands before it that cannot be told from it. */
  readonly notSubjectEnds: readonly string[];
  /** Between a word of planning and its verb. */
  readonly adverbs: readonly string[];
  /** Verbs of deciding; what was decided follows an infinitive's `to`. */
  readonly decisions: readonly string[];
  readonly infinitive: string;
  /** Before a participle they make a passive; the plain form of the same verb. */
  readonly passives: readonly string[];
  readonly passive: string;
  /** What a thing does by being: "will take place". */
  readonly happens: readonly string[];
  /** The first of the articles is put in place of a possessive, whose owner only the sentence tells. */
  readonly articles: readonly string[];
  readonly possessives: readonly string[];
  /** Endings of a verb's present and of its participle, and that of one which ends in the vowel of the ending. */
  readonly presents: readonly string[];
  readonly participle: string;
  /** Between the noun and what it is of, and before who does it. */
  readonly of: string;
  readonly by: string;
}

/** The same where a verb is a noun with an ending, and particles mark who acts and on what: Korean. */
export interface ParticleHappenings {
  /** Endings that make a verb to come of a noun; those that stand before another word with their space. */
  readonly verbs: readonly string[];
  readonly objects: readonly string[];
  readonly subjects: readonly string[];
  /** A name with one of these behind it is no name of what happens. */
  readonly notNames: readonly string[];
  /** What a reporter is called in the line that opens a text: "김보람 기자 = ". */
  readonly reporter: string;
}

/** By language, where particles mark what is done. */
export const particleHappenings: Readonly<Record<string, ParticleHappenings>> = {
  ko: {
    verbs: ['하겠다', '한다', '할 ', '하기로', '될 ', '된다', '돼'],
    objects: words('을 를'),
    subjects: words('이 가 은 는'),
    notNames: words('을 를 에'),
    reporter: '기자',
  },
};

/** By language, where the order of words tells who does what. */
export const happenings: Readonly<Record<string, Happenings>> = {
  en: {
    plans: [
      'is expected to',
      'are expected to',
      'is scheduled to',
      'are scheduled to',
      'is planned to',
      'are planned to',
      'is likely to',
      'are likely to',
      'is due to',
      'are due to',
      'is set to',
      'are set to',
      'is to',
      'are to',
      'was to',
      'were to',
      'plans to',
      'plan to',
      'hopes to',
      'hope to',
      'intends to',
      'intend to',
      'aims to',
      'aim to',
      'expects to',
      'expect to',
      'agreed to',
      'decided to',
      'promised to',
      'pledged to',
      'vowed to',
      'will',
      'would',
      'shall',
    ],
    nouns: {
      acquire: 'acquisition',
      adopt: 'adoption',
      announce: 'announcement',
      appeal: 'appeal',
      appear: 'appearance',
      approve: 'approval',
      arrive: 'arrival',
      ban: 'ban',
      begin: 'start',
      build: 'building',
      buy: 'purchase',
      celebrate: 'celebration',
      close: 'closing',
      complete: 'completion',
      connect: 'connection',
      cut: 'cut',
      debate: 'debate',
      decide: 'decision',
      deliver: 'delivery',
      demolish: 'demolition',
      depart: 'departure',
      deploy: 'deployment',
      discuss: 'discussion',
      elect: 'election',
      end: 'end',
      evacuate: 'evacuation',
      expand: 'expansion',
      extend: 'extension',
      file: 'filing',
      finish: 'completion',
      increase: 'increase',
      inspect: 'inspection',
      install: 'installation',
      introduce: 'introduction',
      launch: 'launch',
      leave: 'departure',
      meet: 'meeting',
      merge: 'merger',
      move: 'move',
      open: 'opening',
      present: 'presentation',
      publish: 'publication',
      ratify: 'ratification',
      recall: 'recall',
      reduce: 'reduction',
      release: 'release',
      remove: 'removal',
      reopen: 'reopening',
      repair: 'repair',
      replace: 'replacement',
      resign: 'resignation',
      restore: 'restoration',
      resume: 'resumption',
      retire: 'retirement',
      return: 'return',
      review: 'review',
      sell: 'sale',
      sentence: 'sentencing',
      sign: 'signing',
      start: 'start',
      strike: 'strike',
      submit: 'submission',
      test: 'test',
      transfer: 'transfer',
      visit: 'visit',
      vote: 'vote',
      withdraw: 'withdrawal',
    },
    participles: {
      ban: 'banned',
      begin: 'begun',
      build: 'built',
      buy: 'bought',
      cut: 'cut',
      meet: 'met',
      ratify: 'ratified',
      sell: 'sold',
      submit: 'submitted',
      transfer: 'transferred',
      withdraw: 'withdrawn',
    },
    light: ['hold', 'host', 'stage', 'conduct', 'give'],
    standing: [
      'held',
      'expected',
      'scheduled',
      'planned',
      'due',
      'set',
      'announced',
      'postponed',
      'delayed',
      'moved',
      'pushed back',
      'put off',
      'put back',
      'brought forward',
      'called off',
      'cancelled',
      'canceled',
      'rescheduled',
    ],
    pronouns: ['it', 'he', 'she', 'they', 'we', 'i', 'you', 'this', 'that', 'these', 'those', 'which', 'who', 'there'],
    notObjects: words(
      'in on at by for from with to of off over under into onto across after before between during until within and or but later again soon early there here up down out back as if when while not',
    ),
    objectEnds: words('and but which that because after before if when while'),
    notSubjectEnds: words('and or but that which said says'),
    adverbs: words('also then now first soon'),
    decisions: words('voted decided agreed'),
    infinitive: 'to',
    passives: phrases('has been, have been, had been, is, are, was, were'),
    passive: 'be',
    happens: phrases('take place, take effect, come into force, come into effect'),
    articles: words('the a an'),
    possessives: words('its their his her our my'),
    presents: words('s es'),
    participle: 'ed',
    of: 'of',
    by: 'by',
  },
};
