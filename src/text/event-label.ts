import { type Happenings, happenings } from '../languages/happenings.ts';

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
  if (language === 'ko') return koreanLabel(text, who);
  if (language === 'zh')
    return who === null ? null : shortened(text.replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, ''));
  const words = happenings[language ?? ''];
  const label = words === undefined ? null : namedByNoun(text, words);
  return label === null ? null : shortened(capitalised(withoutArticle(label)));
}

const clauseCharactersMax = 300;
const labelCharactersMax = 90;
const subjectCharactersMax = 80;

function namedByNoun(text: string, words: Happenings): string | null {
  const lower = text.toLowerCase();
  for (const plan of words.plans) {
    const at = lower.indexOf(` ${plan} `);
    if (at === -1) continue;
    const subject = subjectIn(text.slice(0, at), words);
    const doing = text.slice(at + plan.length + 2).replace(/^(?:also|then|now|first|soon) /, '');
    return planned(subject, doing, words);
  }
  const voted = /^(.{2,80}?) (?:voted|decided|agreed)\b[^.;]{0,60}? to ([a-z].+)$/.exec(text);
  if (voted !== null) return planned(subjectIn(voted[1], words), voted[2], words);
  const said = /^(.{2,80}?) (?:(?:has|have|had) been|is|are|was|were) ([a-z].*)$/.exec(text);
  if (said !== null) return passive(subjectIn(said[1], words), said[2], words);
  // "The window opens", told as present.
  for (const match of lower.matchAll(/ ([a-z]{2,20}s)(?= |$)/g)) {
    const noun = formsOf(words).present.get(match[1]);
    if (noun !== undefined) return ofWhom(noun, subjectIn(text.slice(0, match.index), words));
  }
  return null;
}

interface Forms {
  readonly present: ReadonlyMap<string, string>;
  readonly participles: ReadonlyMap<string, string>;
}

/** Nouns by the inflected forms of their verbs, made once a language. */
const formsMade = new WeakMap<Happenings, Forms>();

function formsOf(words: Happenings): Forms {
  let forms = formsMade.get(words);
  if (forms === undefined) {
    const all = Object.entries(words.nouns);
    forms = {
      present: new Map(all.flatMap(([verb, noun]) => [`${verb}s`, `${verb}es`].map((form) => [form, noun] as const))),
      participles: new Map(
        all.map(([verb, noun]) => [words.participles[verb] ?? (verb.endsWith('e') ? `${verb}d` : `${verb}ed`), noun]),
      ),
    };
    formsMade.set(words, forms);
  }
  return forms;
}

/** `doing` begins with a plain verb. */
function planned(subject: string | null, doing: string, words: Happenings): string | null {
  if (doing.startsWith('be ')) return passive(subject, doing.slice('be '.length), words);
  if (/^(?:take place|take effect|come into (?:force|effect))\b/.test(doing)) return subject;
  const [verb] = doing.split(' ', 1);
  const rest = doing.slice(verb.length + 1);
  const [next] = rest.split(' ', 1);
  const hasObject = rest !== '' && !words.notObjects.includes(next.toLowerCase());
  const object = hasObject ? objectIn(rest) : null;
  const by = subject === null ? '' : ` by ${subject}`;
  if (object !== null && words.light.includes(verb)) return `${withoutArticle(object)}${by}`;
  const noun = Object.hasOwn(words.nouns, verb) ? words.nouns[verb] : undefined;
  if (noun !== undefined) return object === null ? ofWhom(noun, subject) : `${noun} of ${object}${by}`;
  return subject === null ? null : `${withoutArticle(subject)} to ${doing}`;
}

function passive(subject: string | null, done: string, words: Happenings): string | null {
  if (subject === null) return null;
  if (words.standing.some((one) => done === one || done.startsWith(`${one} `))) return withoutArticle(subject);
  const [participle] = done.split(' ', 1);
  const noun = formsOf(words).participles.get(participle);
  return noun === undefined ? null : ofWhom(noun, subject);
}

function ofWhom(noun: string, subject: string | null): string | null {
  return subject === null ? null : `${noun} of ${subject}`;
}

/** Who acts, when the words name somebody and hold no other clause. */
function subjectIn(text: string, words: Happenings): string | null {
  const subject = text.replace(/^.*[.;:] /, '').trim();
  const [first] = subject.toLowerCase().split(' ', 1);
  if (subject === '' || subject.length > subjectCharactersMax || words.pronouns.includes(first)) return null;
  if (/\b(?:and|or|but|that|which|said|says)$/i.test(subject)) return null;
  return /^(?:The|A|An) /.test(subject) ? subject[0].toLowerCase() + subject.slice(1) : subject;
}

/** What is acted on, up to where another part of the clause begins; whose it is cannot be told without the sentence. */
function objectIn(rest: string): string {
  const end = rest.search(/,| (?:and|but|which|that|because|after|before|if|when|while) /);
  return (end === -1 ? rest : rest.slice(0, end)).replace(/^(?:its|their|his|her|our|my) /, 'the ').trim();
}

function withoutArticle(text: string): string {
  return text.replace(/^(?:the|a|an) /i, '');
}

function capitalised(text: string): string {
  return text === '' ? text : text[0].toUpperCase() + text.slice(1);
}

function shortened(text: string): string {
  if (text.length <= labelCharactersMax) return text;
  const cut = text.lastIndexOf(' ', labelCharactersMax);
  return `${text.slice(0, cut > labelCharactersMax / 2 ? cut : labelCharactersMax)} …`;
}

/** A verb made of a noun and 하다 gives the noun back: "위성을 발사하겠다고" is "위성 발사"; else who acts is the name. */
function koreanLabel(text: string, who: string | null): string | null {
  const plain = text.replace(/^[^=]{0,20}기자 = /, '');
  const verb = /(?:^| )(\p{Script=Hangul}{2,6}?)(?:하겠다|한다|할 |하기로|될 |된다|돼)/u.exec(plain);
  if (verb !== null) {
    const object = /(?:^|[ ,])((?:[^ ,]+ )?[^ ,]{2,20})[을를](?: |$)/u.exec(plain.slice(0, verb.index + 1));
    const holder = object?.[1].replace(/^\S*(?:이|가|은|는) /, '') ?? null;
    if (holder !== null) return shortened(`${holder} ${verb[1]}`);
  }
  const named = who?.replace(/^[^=]{0,20}기자 = /, '').trim() ?? '';
  return named === '' || named.length > subjectCharactersMax || /[을를에] ?/u.test(named.slice(-1)) ? null : named;
}
