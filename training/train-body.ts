import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { corpusPages, type GoldPage, pageBytes } from '../bench/corpora.ts';
import type { BodyModel } from '../src/extract/body.ts';
import { type DescribedPage, describePage } from '../src/extract/describe.ts';
import { extract } from '../src/extract/extract.ts';
import { featureNames } from '../src/extract/features.ts';
import { fillLexicon, readyLexicon } from '../src/extract/lexicon.ts';
import { smoothingFeatures, smoothingNames } from '../src/extract/smoothing.ts';
import { readStructured } from '../src/extract/structured.ts';
import { readyTrees, type StoredTrees, scoreRows, type Trees } from '../src/extract/trees.ts';
import { decode } from '../src/formats/decode.ts';
import { parseHtml } from '../src/formats/html.ts';
import { type BoostOptions, learnTrees, type TrainingRows } from './boost.ts';
import { type BlockLabel, labelBySnippets, labelByText } from './labels.ts';
import { learnLexicon } from './lexicon.ts';

/**
 * Learns the weights of the body classifier from the labelled corpora and writes `src/extract/body.weights.json`:
 * `node training/train-body.ts ../shared/corpora [--dry]`. Two stages, each cross-validated over five folds of *sites*, so that
 * no site is judged by weights that saw it; the second stage learns from the first stage's out-of-fold scores.
 * Prints the cross-validated figures, of the scores alone and of the whole stage with its rules, beside those of the final
 * weights on their own pages.
 */
const corpora = resolve(process.argv[2] ?? '../shared/corpora');
const dry = process.argv.includes('--dry');
const FOLDS = 5;
const sources = ['aeb', 'fundus', 'newspaper4k', 'wcxb', 'trafilatura'];
const firstStage: BoostOptions = {
  trees: 170,
  leavesMax: 20,
  rate: 0.1,
  rowShare: 0.6,
  columnShare: 0.3,
  ridge: 1.5,
  hessianMin: 0.7,
  seed: 20261124,
};
const secondStage: BoostOptions = { ...firstStage, trees: 90, leavesMax: 12, columnShare: 0.5, seed: 20261125 };

interface Example {
  readonly gold: GoldPage;
  readonly site: string;
  readonly described: DescribedPage;
  readonly labels: readonly BlockLabel[];
  readonly fold: number;
}

interface PageScore {
  readonly p: number | null;
  readonly r: number | null;
}
interface Scorer {
  shinglePage(gold: string, predicted: string): PageScore;
  snippetPage(gold: GoldPage, predicted: string): { tp: number; fp: number; fn: number };
}
const scorer = (await import(pathToFileURL(join(corpora, '..', 'tools', 'score-extract.mjs')).href)) as Scorer;

const examples = sources.flatMap((corpus) => corpusPages(corpora, corpus).map(exampleOf));
const lexicon = learnLexicon(examples);
for (const one of examples) {
  // Each page is described by what the other sites taught.
  fillLexicon(
    one.described.page,
    one.described.passedOver,
    lexicon.without(one.site),
    one.described.features,
    featureNames.length,
  );
}
const passed = examples.flatMap((one) =>
  one.labels.filter((label, at) => label.label > 0.5 && one.described.passedOver[at] === 1),
);
console.log(`${passed.length} blocks of the gold are passed over as plain furniture`);
console.log(`${examples.length} pages, ${examples.reduce((sum, one) => sum + one.labels.length, 0)} blocks`);
report('rules', (one) => Float32Array.from(one.described.rules.kept, (kept) => (kept === 1 ? 1 : -1)));
report('ceiling', (one) => Float32Array.from(one.labels, (label) => (label.label > 0.5 ? 1 : -1)));

const first = crossValidate(firstStage, featureNames, (one) => one.described.features);
report('first stage, cross-validated', (one) => first.scores.get(one)!);
const smoothed = new Map(
  examples.map((one) => [one, smoothingFeatures(one.described, first.scores.get(one)!)] as const),
);
const second = crossValidate(secondStage, smoothingNames, (one) => smoothed.get(one)!);
report('both stages, cross-validated', (one) => halfway(first.scores.get(one)!, second.scores.get(one)!));
reportBodies('the whole stage, cross-validated', (one) =>
  bodyOf(one, { lexicon: lexicon.without(one.site), first: first.models[one.fold], second: second.models[one.fold] }),
);

if (!dry) {
  const body = {
    about: 'Weights of the body classifier, made by training/train-body.ts from the corpora named in docs/extract.md.',
    lexicon: lexicon.stored(),
    first: learn(examples, firstStage, featureNames, (one) => one.described.features),
    second: learn(examples, secondStage, smoothingNames, (one) => smoothed.get(one)!),
  };
  writeFileSync(join(import.meta.dirname, '../src/extract/body.weights.json'), `${JSON.stringify(body)}\n`);
  const firstTrees = readyTrees(body.first, featureNames);
  const secondTrees = readyTrees(body.second, smoothingNames);
  const learnt = readyLexicon(
    new Map(Object.entries(body.lexicon.text)),
    new Map(Object.entries(body.lexicon.classes)),
  );
  report('final weights, in-sample', (one) => {
    fillLexicon(one.described.page, one.described.passedOver, learnt, one.described.features, featureNames.length);
    const { features, passedOver } = one.described;
    const scores = scoreRows(firstTrees, features, passedOver);
    return halfway(scores, scoreRows(secondTrees, smoothingFeatures(one.described, scores), passedOver));
  });
}

function exampleOf(gold: GoldPage): Example {
  const tree = parseHtml(decode(pageBytes(gold), null).value.text);
  const described = describePage(tree, readStructured(tree).value, null);
  const labels =
    gold.text === undefined
      ? labelBySnippets(described.page, gold.with ?? [], gold.without ?? [])
      : labelByText(described.page, gold.text);
  const site = siteOf(gold.url ?? gold.id);
  return { gold, site, described, labels, fold: foldOf(site) };
}

/** Pages of one site are in one fold: the last two labels of the host name, three under a two-letter second level. */
function siteOf(url: string): string {
  const host = /^[a-z]+:\/\/([^/:]+)/i.exec(url)?.[1] ?? url;
  const labels = host.toLowerCase().split('.');
  return labels.slice(/^(co|com|org|net|ac|gov|edu)$/.test(labels.at(-2) ?? '') ? -3 : -2).join('.');
}

function foldOf(site: string): number {
  let hash = 2166136261;
  for (let at = 0; at < site.length; at++) hash = Math.imul(hash ^ site.charCodeAt(at), 16777619);
  return ((hash ^ (hash >>> 15)) >>> 0) % FOLDS;
}

function learn(
  from: readonly Example[],
  options: BoostOptions,
  features: readonly string[],
  rowsOf: (one: Example) => Float32Array,
): StoredTrees {
  return learnTrees(collect(from, features, rowsOf), options);
}

/** Puts the labelled blocks of all pages into one table. Far-off furniture is sampled: there is much of it, all alike. */
function collect(
  from: readonly Example[],
  features: readonly string[],
  rowsOf: (one: Example) => Float32Array,
): TrainingRows {
  const width = features.length;
  const picked: { one: Example; at: number; weight: number }[] = [];
  for (const one of from) {
    for (let at = 0; at < one.labels.length; at++) {
      const { label, weight } = one.labels[at];
      if (weight === 0 || one.described.passedOver[at] === 1) continue;
      const plain = label < 0.5 && one.described.rules.kept[at] === 0 && one.described.facts[at].mass < 60;
      if (plain && at % 3 !== 0) continue;
      picked.push({ one, at, weight: plain ? weight * 3 : weight });
    }
  }
  const rows = new Float32Array(picked.length * width);
  const labels = new Float32Array(picked.length);
  const weights = new Float32Array(picked.length);
  for (let row = 0; row < picked.length; row++) {
    const { one, at, weight } = picked[row];
    rows.set(rowsOf(one).subarray(at * width, (at + 1) * width), row * width);
    labels[row] = one.labels[at].label;
    weights[row] = weight;
  }
  return { features, width, rows, labels, weights };
}

function crossValidate(options: BoostOptions, features: readonly string[], rowsOf: (one: Example) => Float32Array) {
  const scores = new Map<Example, Float32Array>();
  const models: Trees[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const trees = readyTrees(
      learn(
        examples.filter((one) => one.fold !== fold),
        options,
        features,
        rowsOf,
      ),
      features,
    );
    models.push(trees);
    for (const one of examples) {
      if (one.fold === fold) scores.set(one, scoreRows(trees, rowsOf(one), one.described.passedOver));
    }
  }
  return { scores, models };
}

/** What the two stages say together. */
function halfway(first: Float32Array, second: Float32Array): Float32Array {
  return first.map((score, at) => (score + second[at]) / 2);
}

/** Scores the bodies that scores alone would give: the blocks above 0. */
function report(name: string, scoresOf: (one: Example) => Float32Array): void {
  reportBodies(name, (one) => {
    const scores = scoresOf(one);
    return one.described.page.blocks
      .filter((_, at) => scores[at] > 0)
      .map((block) => block.text)
      .join('\n\n');
  });
}

/** The body that the whole stage gives with these weights: rules, kinds and structured data included. */
function bodyOf(one: Example, model: BodyModel): string {
  const { id, url } = one.gold;
  const content = pageBytes(one.gold);
  const page = { pageId: id, content, contentType: null, url, form: 'html', received: null, hint: {} } as const;
  return extract(page, { model }).value.article.body;
}

function reportBodies(name: string, bodyOf: (one: Example) => string): void {
  const line: string[] = [];
  for (const corpus of sources) {
    const p: number[] = [];
    const r: number[] = [];
    const snippets = { tp: 0, fp: 0, fn: 0 };
    for (const one of examples) {
      if (one.gold.corpus !== corpus) continue;
      const body = bodyOf(one);
      if (one.gold.text !== undefined) {
        const score = scorer.shinglePage(one.gold.text, body);
        if (score.p !== null) p.push(score.p);
        if (score.r !== null) r.push(score.r);
      }
      const snippet = scorer.snippetPage(one.gold, body);
      snippets.tp += snippet.tp;
      snippets.fp += snippet.fp;
      snippets.fn += snippet.fn;
    }
    const mean = (list: readonly number[]) => list.reduce((sum, value) => sum + value, 0) / list.length;
    const harmonic = (a: number, b: number) => (2 * a * b) / (a + b);
    const snippetF1 = harmonic(snippets.tp / (snippets.tp + snippets.fp), snippets.tp / (snippets.tp + snippets.fn));
    if (p.length > 0)
      line.push(`${corpus} ${mean(p).toFixed(3)}/${mean(r).toFixed(3)}=${harmonic(mean(p), mean(r)).toFixed(4)}`);
    if (snippets.tp > 0) line.push(`${corpus} snippets ${snippetF1.toFixed(4)}`);
  }
  console.log(`${name}: ${line.join('  ')}`);
}
