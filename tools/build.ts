import { execFileSync } from 'node:child_process';
import { cpSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Makes the published package in `dist/`: compiled JavaScript and types in `lib/`, the data files beside them, the command, the
 * sample archive. `npm pack ./dist` then makes the tarball. The runtime that a checkout brings along through its optional
 * dependencies is left out: whoever installs the package has a Node of their own.
 */
const root = join(import.meta.dirname, '..');
const dist = join(root, 'dist');
rmSync(dist, { recursive: true, force: true });
execFileSync(join(root, 'node_modules/.bin/tsc'), ['-p', join(root, 'tsconfig.build.json')], { stdio: 'inherit' });

for (const file of globSync('src/**/*', { cwd: root, withFileTypes: false })) {
  if (/\.\w+$/.test(file) && !file.endsWith('.ts')) {
    const target = join(dist, file.replace(/^src/, 'lib'));
    mkdirSync(dirname(target), { recursive: true });
    cpSync(join(root, file), target);
  }
}
// Messages name pages of `docs/` (docs/query.md, docs/settings.md), so they go along; pictures stay behind.
const pages = globSync('docs/*.md', { cwd: root });
for (const part of ['bin', 'sample', 'README.md', 'LICENSE', 'CHANGELOG.md', ...pages])
  cpSync(join(root, part), join(dist, part), { recursive: true });

const { name, version, description, license, type, bin, exports, dependencies } = JSON.parse(
  readFileSync(join(root, 'package.json'), 'utf8'),
);
const built = Object.fromEntries(
  Object.entries(exports as Record<string, string>).map(([entry, file]) => {
    if (!file.endsWith('.ts')) return [entry, file];
    const base = file.replace('./src/', './lib/').replace(/\.ts$/, '');
    return [entry, { types: `${base}.d.ts`, default: `${base}.js` }];
  }),
);
// Said here and not in the checkout, which brings its own runtime along and would only warn about the machine's.
const engines = { node: '>=24' };
const published = { name, version, description, license, type, engines, bin, exports: built, dependencies };
writeFileSync(join(dist, 'package.json'), `${JSON.stringify(published, null, 2)}\n`);
