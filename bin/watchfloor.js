#!/usr/bin/env node
// Plain JavaScript that any Node can parse: an older one must still be told, in one sentence, what to do.
import { existsSync } from 'node:fs';

if (Number(process.versions.node.split('.')[0]) < 24) {
  process.stderr.write(
    `watchfloor needs Node 24 or newer and this is ${process.version}: install Node 24, or in a checkout run it as "npx watchfloor".\n`,
  );
  process.exit(69);
}
// A checkout runs the TypeScript itself; the published package holds compiled JavaScript.
const source = new URL('../src/cli/main.ts', import.meta.url);
const { main } = await import(existsSync(source) ? source.href : new URL('../lib/cli/main.js', import.meta.url).href);
process.exitCode = await main(process.argv.slice(2));
