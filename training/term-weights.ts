import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { languageOfText } from '../src/text/language.ts';

/**
 * Makes `src/stories/terms.weights.json`: in how many background texts each word stands, per language. Learnt from the gold
 * texts of sets whose licence allows it: wcxb (CC BY 4.0), aeb and fundus (MIT), newspaper4k and trafilatura (Apache 2.0).
 *
 *   node training/term-weights.ts ../shared/corpora
 */
const corpora = process.argv[2] ?? '../shared/corpora';
/** A word in fewer texts is treated like one never seen. */
const textsMin = 3;
const wordsMax = 40_000;

const byLanguage = new Map<string, { texts: number; counts: Map<string, number> }>();
for (const set of ['wcxb', 'aeb', 'fundus', 'newspaper4k', 'trafilatura']) {
  for (const file of globSync('gold.jsonl', { cwd: join(corpora, 'extract', set) })) {
    for (const line of readFileSync(join(corpora, 'extract', set, file), 'utf8').split('\n')) {
      if (line !== '') add(textOf(JSON.parse(line)));
    }
  }
}

const languages: Record<string, { texts: number; words: Record<string, string> }> = {};
for (const [language, { texts, counts }] of [...byLanguage].sort()) {
  if (texts < 20) continue;
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

function textOf(gold: { text?: string; title?: string; with?: string[] }): string {
  return [gold.title ?? '', gold.text ?? (gold.with ?? []).join('\n')].join('\n');
}

function add(text: string): void {
  if (text.length < 200) return;
  const language = languageOfText(text);
  if (language === null) return;
  const entry = byLanguage.get(language) ?? { texts: 0, counts: new Map<string, number>() };
  byLanguage.set(language, entry);
  entry.texts++;
  for (const word of new Set(text.match(/[\p{L}\p{N}]+/gu))) {
    const folded = word.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC');
    if (folded.length < 25) entry.counts.set(folded, (entry.counts.get(folded) ?? 0) + 1);
  }
}
