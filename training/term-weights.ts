import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { termOfWord } from '../src/stories/term-stems.ts';
import { languageOfText } from '../src/text/language.ts';
import { commonWords } from './common-words.ts';

/**
 * Makes `src/stories/terms.weights.json`: in how many background texts each word stands, per language. English is learnt from
 * the gold texts of sets whose licence allows it: wcxb (CC BY 4.0), aeb and fundus (MIT), newspaper4k and trafilatura (Apache
 * 2.0). What those hold too little of comes from free word counts: Spanish and German from spacy-lookups-data 1.0.5 (MIT, its
 * folder `data`), Chinese from the word list of jieba 0.42.1 (MIT, `dict.txt`), Russian from the words of the news that natasha
 * 1.6.0 counted (MIT, `vocab.bin` of its navec_news), Korean from the costs of words in python-mecab-ko-dic 2.1.1 (Apache 2.0,
 * `sys.dic`) beside `common-words.ts`, which is all there is for French.
 *
 *   node training/term-weights.ts ../shared/corpora LOOKUPS DICT VOCAB SYSDIC
 */
const [corpora, lookups, dictionary, vocabulary, koreanDictionary] = process.argv.slice(2);
if (koreanDictionary === undefined) throw new Error('say where the corpora and the word counts lie');
/** A word in fewer texts is treated like one never seen. */
const textsMin = 3;
const wordsMax = 40_000;
/** The most that a word of a band costs, and the share of texts that hold such a word. */
const koreanBands: readonly (readonly [costMax: number, share: number])[] = [
  [500, 0.1],
  [1500, 0.05],
  [2500, 0.02],
  [2600, 0.01],
];
/** Parts of speech of words that are no names. */
const ordinaryParts = new Set(['NNG', 'VV', 'VA', 'MAG', 'XR', 'NNB', 'NR', 'VV+EP', 'VV+ETM', 'VV+EF', 'VV+EC']);
const mecabHeadLength = 72;
const mecabTokenLength = 16;
/** Texts, and words of each, that counts of single words are turned into. */
const textsAssumed = 600;
const wordsPerText = 350;

interface Counts {
  readonly texts: number;
  readonly counts: ReadonlyMap<string, number>;
}

const learnt: Readonly<Record<string, Counts>> = {
  de: fromProbabilities('de'),
  en: fromTexts('en'),
  es: fromProbabilities('es'),
  fr: fromCommonWords('fr'),
  ko: fromKoreanDictionary(),
  ru: fromRussianVocabulary(),
  zh: fromChineseWords(),
};

const languages: Record<string, { texts: number; words: Record<string, string> }> = {};
for (const [language, { texts, counts }] of Object.entries(learnt)) {
  // Grouped by count, so that a word costs its letters and one space.
  const words: Record<string, string> = {};
  const kept = [...counts]
    .filter(([, count]) => count >= textsMin)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, wordsMax);
  for (const [word, count] of kept) words[count] = words[count] === undefined ? word : `${words[count]} ${word}`;
  languages[language] = { texts, words };
  process.stderr.write(`${language}: ${texts} texts, ${kept.length} words\n`);
}
writeFileSync(join(import.meta.dirname, '../src/stories/terms.weights.json'), `${JSON.stringify(languages)}\n`);

function fromTexts(language: string): Counts {
  let texts = 0;
  const counts = new Map<string, number>();
  for (const set of ['wcxb', 'aeb', 'fundus', 'newspaper4k', 'trafilatura']) {
    for (const line of readFileSync(join(corpora, 'extract', set, 'gold.jsonl'), 'utf8').split('\n')) {
      const text = line === '' ? '' : textOf(JSON.parse(line));
      if (text.length < 200 || languageOfText(text) !== language) continue;
      texts++;
      for (const word of new Set(text.match(/[\p{L}\p{N}]+/gu))) {
        const folded = foldedWord(word);
        if (folded.length < 25) counts.set(folded, (counts.get(folded) ?? 0) + 1);
      }
    }
  }
  return { texts, counts };
}

function textOf(gold: { text?: string; title?: string; with?: string[] }): string {
  return [gold.title ?? '', gold.text ?? (gold.with ?? []).join('\n')].join('\n');
}

function foldedWord(word: string): string {
  return word.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC');
}

/** Counts of texts from how likely each word is: the chance that it stands in a text at all. */
function fromShares(shares: ReadonlyMap<string, number>): Counts {
  const counts = new Map<string, number>();
  for (const [word, share] of shares)
    counts.set(word, Math.round(textsAssumed * (1 - Math.exp(-share * wordsPerText))));
  return { texts: textsAssumed, counts };
}

function fromProbabilities(language: string): Counts {
  const file = join(lookups, `${language}_lexeme_prob.json.gz`);
  const logarithms = JSON.parse(gunzipSync(readFileSync(file)).toString('utf8')) as Record<string, number>;
  const shares = new Map<string, number>();
  for (const [word, logarithm] of Object.entries(logarithms)) {
    if (!/^[\p{L}\p{N}]{1,24}$/u.test(word)) continue;
    const term = termOfWord(word, language);
    shares.set(term, (shares.get(term) ?? 0) + Math.exp(logarithm));
  }
  return fromShares(shares);
}

/** Chinese terms are pairs of neighbouring characters: those inside words, and those where one word ends and another begins. */
function fromChineseWords(): Counts {
  const words: [word: string, count: number][] = [];
  for (const line of readFileSync(dictionary, 'utf8').split('\n')) {
    const [word, count] = line.split(' ');
    if (/^\p{Script=Han}+$/u.test(word ?? '')) words.push([word, Number(count)]);
  }
  const total = words.reduce((sum, [, count]) => sum + count, 0);
  const [pairs, starts, ends] = [new Map<string, number>(), new Map<string, number>(), new Map<string, number>()];
  const add = (to: Map<string, number>, key: string, share: number) => to.set(key, (to.get(key) ?? 0) + share);
  for (const [word, count] of words) {
    const characters = [...word];
    for (let at = 1; at < characters.length; at++) add(pairs, characters[at - 1] + characters[at], count / total);
    add(starts, characters[0], count / total);
    add(ends, characters[characters.length - 1], count / total);
  }
  const shareMin = textsMin / textsAssumed / wordsPerText;
  const frequent = [...starts].filter(([, share]) => share > shareMin);
  for (const [last, endShare] of ends) {
    if (endShare < shareMin) continue;
    for (const [first, startShare] of frequent) {
      if (endShare * startShare >= shareMin) add(pairs, last + first, endShare * startShare);
    }
  }
  return fromShares(pairs);
}

function fromCommonWords(language: string): Counts {
  const counts = new Map<string, number>();
  for (const [share, words] of commonWords[language]) {
    for (const word of words.split(/\s+/)) {
      const term = language === 'ko' ? word.slice(0, 2) : termOfWord(word, language);
      if (!counts.has(term)) counts.set(term, Math.round(textsAssumed * share));
    }
  }
  return { texts: textsAssumed, counts };
}

/** The vocabulary of navec: how many words, how often each stands in the news, and the words, a line each. */
function fromRussianVocabulary(): Counts {
  const bytes = gunzipSync(readFileSync(vocabulary));
  const size = bytes.readUInt32LE(0);
  const words = bytes
    .subarray(4 + 4 * size)
    .toString('utf8')
    .split('\n');
  const counts = words.map((_, at) => bytes.readUInt32LE(4 + 4 * at));
  const total = counts.reduce((sum, count) => sum + count, 0);
  const shares = new Map<string, number>();
  for (const [at, word] of words.entries()) {
    if (!/^[\p{L}\p{N}]{1,24}$/u.test(word)) continue;
    const term = termOfWord(word, 'ru');
    shares.set(term, (shares.get(term) ?? 0) + counts[at] / total);
  }
  return fromShares(shares);
}

/**
 * Two syllables that an ordinary Korean word of the dictionary begins with, by what the word costs there: cheap ones are frequent.
 * Costs are too rough for more than bands; beyond the last of them lie words that were never counted.
 */
function fromKoreanDictionary(): Counts {
  const { counts } = fromCommonWords('ko');
  const merged = new Map(counts);
  for (const [syllables, cost] of costsOfKoreanWords()) {
    const [, share] = koreanBands.find(([costMax]) => cost < costMax) ?? [0, 0];
    const count = Math.round(textsAssumed * share);
    if (count > (merged.get(syllables) ?? 0)) merged.set(syllables, count);
  }
  return { texts: textsAssumed, counts: merged };
}

/** The least cost of a word that begins with two syllables. The file is that of MeCab: a head, a tree, tokens and their features. */
function costsOfKoreanWords(): ReadonlyMap<string, number> {
  const bytes = readFileSync(koreanDictionary);
  const [wordCount, treeLength, tokenLength] = [12, 24, 28].map((at) => bytes.readUInt32LE(at));
  const tokens = mecabHeadLength + treeLength;
  const features = tokens + tokenLength;
  const costs = new Map<string, number>();
  for (let word = 0; word < wordCount; word++) {
    const token = tokens + word * mecabTokenLength;
    const feature = features + bytes.readUInt32LE(token + 8);
    const [part, , , reading] = bytes.subarray(feature, bytes.indexOf(0, feature)).toString('utf8').split(',');
    if (!ordinaryParts.has(part) || !/^[가-힣]{2}/.test(reading ?? '')) continue;
    const syllables = reading.slice(0, 2);
    costs.set(syllables, Math.min(costs.get(syllables) ?? Number.POSITIVE_INFINITY, bytes.readInt16LE(token + 6)));
  }
  return costs;
}
