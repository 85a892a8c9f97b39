import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { test } from 'node:test';

/**
 * The rules that matter, read off the sources themselves (docs: ARCHITECTURE.md). There is no way to excuse a line.
 */
const root = join(import.meta.dirname, '..');
const sources = globSync('src/**/*.ts', { cwd: root }).map((file) => file.replaceAll('\\', '/'));

const levels: Record<string, number> = {
  records: 0,
  failures: 0,
  formats: 1,
  languages: 1,
  text: 1,
  sources: 2,
  extract: 2,
  read: 2,
  stories: 2,
  watches: 2,
  web: 2,
  fetch: 2,
  deliver: 2,
  store: 2,
  backtest: 3,
  embeddings: 3,
  pipeline: 3,
  poll: 3,
  reread: 3,
  send: 3,
  worker: 3,
  config: 4,
  server: 4,
  cli: 4,
};
/** Stages that take values and give values: no clock, no random number, no network, no disk, no log, no environment. */
const pure = new Set([
  'sources',
  'extract',
  'read',
  'stories',
  'watches',
  'web',
  'formats',
  'languages',
  'text',
  'records',
]);
const impure =
  /\bDate\.now\(|new Date\(\)|Math\.random\(|process\.env|console\.|from 'node:(fs|net|http|https|dns|child_process)/;

const moduleOf = (file: string) =>
  file
    .replace(/^src\//, '')
    .split('/')[0]
    .replace(/\.ts$/, '');
/** The store port holds types alone, in the words of records: naming them (`import type`) is no dependence on a store. */
const port = 'src/store/store.ts';
const importsOf = (file: string) =>
  [...readFileSync(join(root, file), 'utf8').matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)].map((match) =>
    relative(root, join(root, dirname(file), match[1])).replaceAll('\\', '/'),
  );
const namesTypesOnly = (file: string, target: string) =>
  target === port && !/import \{[^}]*\} from '[^']*store\/store\.ts'/.test(readFileSync(join(root, file), 'utf8'));

test('a module imports only what stands below it', () => {
  const faults: string[] = [];
  for (const file of sources) {
    const from = moduleOf(file);
    assert.ok(from in levels, `${file}: no such module in the layout`);
    for (const target of importsOf(file)) {
      if (!target.startsWith('src/')) continue;
      const to = moduleOf(target);
      if (to === from) continue;
      const textReadsLanguages = from === 'text' && to === 'languages';
      if (namesTypesOnly(file, target)) continue;
      const below = levels[to] < levels[from] || (levels[from] >= 3 && levels[to] <= levels[from]);
      if (!below && !textReadsLanguages) faults.push(`${file} imports ${target}`);
    }
  }
  assert.deepEqual(faults, []);
});

test('pure modules ask neither clock, chance, network, disk nor environment', () => {
  const faults = sources.filter(
    (file) => pure.has(moduleOf(file)) && impure.test(readFileSync(join(root, file), 'utf8')),
  );
  assert.deepEqual(faults, []);
});

test('only the outermost level reads the environment', () => {
  const faults = sources.filter(
    (file) => levels[moduleOf(file)] < 4 && /process\.(env|argv)/.test(readFileSync(join(root, file), 'utf8')),
  );
  assert.deepEqual(faults, []);
});

test('no catch is empty and no file is called utils, helpers, common or manager', () => {
  const faults = sources.filter(
    (file) =>
      /catch\s*(\([^)]*\))?\s*\{\s*\}/.test(readFileSync(join(root, file), 'utf8')) ||
      /(utils|helpers|common|manager|index)\.ts$/.test(file),
  );
  assert.deepEqual(faults, []);
});

/** What a file names of others: `path#name`, and `path#*` where it takes all. */
function namesTaken(file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8');
  const path = (target: string) => relative(root, join(root, dirname(file), target)).replaceAll('\\', '/');
  const listed = [...text.matchAll(/(?:import|export)\s+(?:type\s+)?\{([^}]*)\}\s+from\s+'(\.[^']+)'/g)].flatMap(
    (match) =>
      match[1].split(',').map(
        (name) =>
          `${path(match[2])}#${
            name
              .trim()
              .replace(/^type /, '')
              .split(' as ')[0]
          }`,
      ),
  );
  const whole = [...text.matchAll(/import\s+\*\s+as\s+\w+\s+from\s+'(\.[^']+)'|import\('(\.[^']+)'\)/g)].map(
    (match) => `${path(match[1] ?? match[2])}#*`,
  );
  return [...listed, ...whole];
}

/**
 * What reads a text knows its words from what the languages list: these files hold none of their own. `forms.ts` names parts of
 * a period in English, `hangul.ts` is about the sounds of Korean particles.
 */
const wordless = /^src\/(read\/(?!(forms|hangul)\.ts)[\w-]+|text\/event-label)\.ts$/;

test('the logic that reads a text holds no words of a language', () => {
  const inline =
    /(?:\.lower|\.text|\blower|\blow|\blemma) [!=]== '\p{L}{2,}'|\((?:\?:)?\p{L}{2,}(\|[\p{L} ]+)+\)|\['\p{Ll}{2,}', '\p{Ll}/u;
  const offenders = sources.filter(
    (file) => wordless.test(file) && inline.test(readFileSync(join(root, file), 'utf8')),
  );
  assert.deepEqual(offenders, []);
});

test('no file of src is overwritten in the package by one compiled beside it', () => {
  const scripts = globSync('src/**/*.js', { cwd: root }).map((file) => file.replaceAll('\\', '/'));
  assert.ok(scripts.length > 0);
  assert.deepEqual(
    scripts.filter((file) => existsSync(join(root, file.replace(/\.js$/, '.ts')))),
    [],
  );
});

test('every exported value is imported somewhere, or stands at a public entry', () => {
  const { exports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    exports: Record<string, string>;
  };
  const entries = new Set(Object.values(exports).map((path) => path.slice('./'.length)));
  const readers = globSync('{src,test,bench,tools,training,bin}/**/*.{ts,js}', { cwd: root });
  const taken = new Set(readers.flatMap((file) => namesTaken(file.replaceAll('\\', '/'))));
  const faults: string[] = [];
  for (const file of sources) {
    if (entries.has(file) || taken.has(`${file}#*`)) continue;
    const text = readFileSync(join(root, file), 'utf8');
    for (const match of text.matchAll(/^export (?:async )?(?:const|let|function\*?|class) (\w+)/gm)) {
      if (!taken.has(`${file}#${match[1]}`)) faults.push(`${file}: ${match[1]}`);
    }
  }
  assert.deepEqual(faults, []);
});

test('paths named in ARCHITECTURE.md exist', () => {
  if (!existsSync(join(root, 'ARCHITECTURE.md'))) assert.fail('ARCHITECTURE.md is missing');
  const named = [
    ...readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8').matchAll(
      /`((?:src|test|docs|bench|sample|training|tools)\/[\w./-]+)`/g,
    ),
  ].map((match) => match[1]);
  assert.ok(named.length > 5);
  assert.deepEqual(
    named.filter((path) => !existsSync(join(root, path))),
    [],
  );
});

test('ARCHITECTURE.md has every folder of src, and the same levels as this test', () => {
  const map = readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8');
  const folders = new Set(sources.filter((file) => file.split('/').length > 2).map((file) => file.split('/')[1]));
  assert.deepEqual(
    [...folders].filter((folder) => !map.includes(`| \`src/${folder}/\``)),
    [],
  );
  const rows = [...map.matchAll(/^\| (\d)[^|]*\| ([a-z, ]+?) *\|/gm)];
  const told = rows.flatMap(([, level, modules]) => modules.split(', ').map((name) => [name, Number(level)]));
  assert.deepEqual(Object.fromEntries(told), levels);
});

test('every dependency is used where it may be, and docs/dependencies.md says why it is worth it', () => {
  const { dependencies, devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const said = readFileSync(join(root, 'docs/dependencies.md'), 'utf8');
  const code = sources.map((file) => readFileSync(join(root, file), 'utf8')).join('\n');
  // The schemas reach zod through its OpenAPI companion, which asks for it beside itself.
  const unused = Object.keys(dependencies).filter(
    (name) => name !== 'zod' && !new RegExp(`from '${name}(/[^']*)?'`).test(code),
  );
  assert.deepEqual(unused, []);
  const unsaid = [...Object.keys(dependencies), ...Object.keys(devDependencies)].filter(
    (name) => !said.includes(name.startsWith('@types/') ? '@types/' : name),
  );
  assert.deepEqual(unsaid, []);
});
