import { type Happenings, happenings, type ParticleHappenings, particleHappenings } from '../languages/happenings.ts';
import { oncePer } from './once.ts';

/** A dated event as its text tells it: the words of what happens, and of who acts where they stand apart. */
export interface EventWords {
  readonly what: string | null;
  readonly who: string | null;
}

/**
 * A name for what is announced, as a noun and not as a clause: "The ferry line will resume" is the "Resumption of the ferry
 * line". Made of the text's own words but for the noun; null where no name can be made, and the story's title says it better.
 */
export function eventLabel({ what, who }: EventWords, language: string | null): string | null {
  const text = `${who ?? ''} ${what ?? ''}`.replace(/\s+/g, ' ').trim();
  if (what === null || text.length > clauseCharactersMax) return null;
  const particles = particleHappenings[language ?? ''];
  if (particles !== undefined) return labelByParticles(text, who, particles);
  if (language === 'zh')
    return who === null ? null : shortened(text.replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, ''));
  const words = happenings[language ?? ''];
  if (words === undefined) return null;
  const label = namedByNoun(text, words);
  return label === null ? null : shortened(capitalised(withoutArticle(label, words)));
}

const clauseCharactersMax = 300;
const labelCharactersMax = 90;
const subjectCharactersMax = 80;

function namedByNoun(text: string, words: Happenings): string | null {
  const lower = text.toLowerCase();
  const forms = formsOf(words);
  for (const plan of words.plans) {
    const at = lower.indexOf(` ${plan} `);
    if (at === -1) continue;
    const subject = subjectIn(text.slice(0, at), words);
    const doing = text.slice(at + plan.length + 2).replace(forms.adverb, '');
    return planned(subject, doing, words);
  }
  const decided = forms.decided.exec(text);
  if (decided !== null) return planned(subjectIn(decided[1], words), decided[2], words);
  const done = forms.done.exec(text);
  if (done !== null) return passive(subjectIn(done[1], words), done[2], words);
  // "The window opens", told as present.
  for (const match of lower.matchAll(/ (\p{L}+)(?= |$)/gu)) {
    const noun = forms.present.get(match[1]);
    if (noun !== undefined) return ofWhom(noun, subjectIn(text.slice(0, match.index), words), words);
  }
  return null;
}

interface Forms {
  readonly present: ReadonlyMap<string, string>;
  readonly participles: ReadonlyMap<string, string>;
  readonly adverb: RegExp;
  /** Who decided, and what; who something is done to, and what is done. */
  readonly decided: RegExp;
  readonly done: RegExp;
  readonly happens: RegExp;
  readonly notSubjectEnd: RegExp;
  readonly objectEnd: RegExp;
  readonly article: RegExp;
  /** An article that opened its sentence. */
  readonly opening: RegExp;
  readonly possessive: RegExp;
}

/** Nouns by the inflected forms of their verbs, and patterns of the words about them, made once a language. */
const formsOf = oncePer((words: Happenings): Forms => {
  const all = Object.entries(words.nouns);
  const { articles, decisions, infinitive, participle, passives, possessives, presents } = words;
  const participleOf = (verb: string) =>
    words.participles[verb] ?? verb + (verb.endsWith(participle[0]) ? participle.slice(1) : participle);
  return {
    present: new Map(all.flatMap(([verb, noun]) => presents.map((ending) => [verb + ending, noun] as const))),
    participles: new Map(all.map(([verb, noun]) => [participleOf(verb), noun])),
    adverb: new RegExp(`^${any(words.adverbs)} `),
    decided: new RegExp(`^(.{2,80}?) ${any(decisions)}\\b[^.;]{0,60}? ${infinitive} (\\p{Ll}.+)$`, 'u'),
    done: new RegExp(`^(.{2,80}?) ${any(passives)} (\\p{Ll}.*)$`, 'u'),
    happens: new RegExp(`^${any(words.happens)}\\b`),
    notSubjectEnd: new RegExp(`\\b${any(words.notSubjectEnds)}$`, 'i'),
    objectEnd: new RegExp(`,| ${any(words.objectEnds)} `),
    article: new RegExp(`^${any(articles)} `, 'i'),
    opening: new RegExp(`^${any(articles.map(capitalised))} `),
    possessive: new RegExp(`^${any(possessives)} `),
  };
});

/** `doing` begins with a plain verb. */
function planned(subject: string | null, doing: string, words: Happenings): string | null {
  if (doing.startsWith(`${words.passive} `)) return passive(subject, doing.slice(words.passive.length + 1), words);
  if (formsOf(words).happens.test(doing)) return subject;
  const [verb] = doing.split(' ', 1);
  const rest = doing.slice(verb.length + 1);
  const [next] = rest.split(' ', 1);
  const hasObject = rest !== '' && !words.notObjects.includes(next.toLowerCase());
  const object = hasObject ? objectIn(rest, words) : null;
  const by = subject === null ? '' : ` ${words.by} ${subject}`;
  if (object !== null && words.light.includes(verb)) return `${withoutArticle(object, words)}${by}`;
  const noun = Object.hasOwn(words.nouns, verb) ? words.nouns[verb] : undefined;
  if (noun !== undefined) return object === null ? ofWhom(noun, subject, words) : `${noun} ${words.of} ${object}${by}`;
  return subject === null ? null : `${withoutArticle(subject, words)} ${words.infinitive} ${doing}`;
}

function passive(subject: string | null, done: string, words: Happenings): string | null {
  if (subject === null) return null;
  if (words.standing.some((one) => done === one || done.startsWith(`${one} `))) return withoutArticle(subject, words);
  const [participle] = done.split(' ', 1);
  const noun = formsOf(words).participles.get(participle);
  return noun === undefined ? null : ofWhom(noun, subject, words);
}

function ofWhom(noun: string, subject: string | null, words: Happenings): string | null {
  return subject === null ? null : `${noun} ${words.of} ${subject}`;
}

/** Who acts, when the words name somebody and hold no other clause. */
function subjectIn(text: string, words: Happenings): string | null {
  const subject = text.replace(/^.*[.;:] /, '').trim();
  const [first] = subject.toLowerCase().split(' ', 1);
  if (subject === '' || subject.length > subjectCharactersMax || words.pronouns.includes(first)) return null;
  const { opening, notSubjectEnd } = formsOf(words);
  if (notSubjectEnd.test(subject)) return null;
  return opening.test(subject) ? subject[0].toLowerCase() + subject.slice(1) : subject;
}

/** What is acted on, up to where another part of the clause begins; whose it is cannot be told without the sentence. */
function objectIn(rest: string, words: Happenings): string {
  const { objectEnd, possessive } = formsOf(words);
  const end = rest.search(objectEnd);
  return (end === -1 ? rest : rest.slice(0, end)).replace(possessive, `${words.articles[0]} `).trim();
}

function withoutArticle(text: string, words: Happenings): string {
  return text.replace(formsOf(words).article, '');
}

function capitalised(text: string): string {
  return text === '' ? text : text[0].toUpperCase() + text.slice(1);
}

function shortened(text: string): string {
  if (text.length <= labelCharactersMax) return text;
  const cut = text.lastIndexOf(' ', labelCharactersMax);
  return `${text.slice(0, cut > labelCharactersMax / 2 ? cut : labelCharactersMax)} …`;
}

/** A verb made of a noun gives the noun back: "위성을 발사하겠다고" is "위성 발사"; else who acts is the name. */
function labelByParticles(text: string, who: string | null, words: ParticleHappenings): string | null {
  const { byline, verb, object, subject } = particlePatternsOf(words);
  const plain = text.replace(byline, '');
  const doing = verb.exec(plain);
  if (doing !== null) {
    const holder = object.exec(plain.slice(0, doing.index + 1))?.[1].replace(subject, '') ?? null;
    if (holder !== null) return shortened(`${holder} ${doing[1]}`);
  }
  const named = who?.replace(byline, '').trim() ?? '';
  const isName = named !== '' && named.length <= subjectCharactersMax;
  return isName && !words.notNames.some((particle) => named.endsWith(particle)) ? named : null;
}

interface ParticlePatterns {
  readonly byline: RegExp;
  /** The noun of a verb; what is acted on; who acts, before it. */
  readonly verb: RegExp;
  readonly object: RegExp;
  readonly subject: RegExp;
}

const particlePatternsOf = oncePer(
  (words: ParticleHappenings): ParticlePatterns => ({
    byline: new RegExp(`^[^=]{0,20}${words.reporter} = `),
    verb: new RegExp(`(?:^| )(\\p{Script=Hangul}{2,6}?)${any(words.verbs)}`, 'u'),
    object: new RegExp(`(?:^|[ ,])((?:[^ ,]+ )?[^ ,]{2,20})${any(words.objects)}(?: |$)`, 'u'),
    subject: new RegExp(`^\\S*${any(words.subjects)} `),
  }),
);

/** A pattern for one of some words. */
function any(list: readonly string[]): string {
  return `(?:${list.join('|')})`;
}
