import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commands } from '../src/cli/commands.ts';
import { type Setting, settings, variableOf } from '../src/config.ts';
import { apiRoutes, descriptionNeeds } from '../src/server/api.ts';
import type { Needs } from '../src/server/asking.ts';
import { routes } from '../src/server/routes.ts';

/** Makes the pages that repeat a table of the code: `node tools/docs.ts` writes them, `test/docs.test.ts` checks that they are true. */
export const madePages: Readonly<Record<string, () => string>> = {
  'docs/api.md': apiPage,
  'docs/cli.md': commandPage,
  'docs/licences.md': licencePage,
  'docs/settings.md': settingPage,
};

/** From the lock file, so that it is what will be installed. */
function licencePage(): string {
  const { packages } = JSON.parse(readFileSync(join(import.meta.dirname, '..', 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { version: string; license?: string; dev?: boolean; optional?: boolean }>;
  };
  const rows = Object.entries(packages)
    .filter(([path, { dev, optional }]) => path !== '' && dev !== true && optional !== true)
    .map(
      ([path, { version, license }]) => `| ${path.replace(/^.*node_modules\//, '')} | ${version} | ${license ?? '?'} |`,
    );
  return `${[
    '# Licences of dependencies',
    '',
    '*Made from the lock file by `node tools/docs.ts`.* All that the published package installs; tools of development are left out.',
    '',
    '| package | version | licence |',
    '| --- | --- | --- |',
    ...rows.sort(),
  ].join('\n')}\n`;
}

function apiPage(): string {
  const row = ({ method, path, what, needs, scope }: Needs & { method: string; path: string; what: string }) =>
    `| ${method.toUpperCase()} | \`${path}\` | ${needs} | ${scope ?? ''} | ${what} |`;
  const head = [
    '',
    '| method | path | least role | scope of keys | what it answers or does |',
    '| --- | --- | --- | --- | --- |',
  ];
  return `${[
    '# The desk and the API',
    '',
    '*Made from the code by `node tools/docs.ts`.*',
    '',
    'A desk has users or it has not. **Without users** it has one person. It listens on 127.0.0.1 unless a password is set (`WATCHFLOOR_PASSWORD`); with one, every address below asks for it by HTTP Basic (any user name) or `Authorization: Bearer PASSWORD`. Without one, only loopback names are answered.',
    '',
    '**With users** everybody signs in at `/sign-in`, and `WATCHFLOOR_PASSWORD` opens nothing any more. Programs send a key (`Authorization: Bearer KEY`; made at `/me` or by `watchfloor key add`); feeds and calendars also take one in the address (`?key=KEY`). Each row says the least role it takes and, where keys open it, their scope: a key does what its scopes say and its user may do. Who is not known gets 401, who may not gets 403.',
    '',
    'Requests that change something are refused when they come from another site.',
    '',
    '## API',
    '',
    'JSON in and out. `/api/openapi.json` describes every field (OpenAPI 3.1, made from the schemas that check the requests). A failure is `{ "code", "what", "advice" }` with status 400, 401, 403, 404, 413 or 500.',
    ...head,
    ...apiRoutes.map(row),
    row({ method: 'get', path: '/api/openapi.json', what: 'The description of the API.', ...descriptionNeeds }),
    '',
    '```',
    "curl -s 'http://127.0.0.1:7311/api/search?q=ferry&limit=5'",
    'curl -s -X POST http://127.0.0.1:7311/api/watches -H \'content-type: application/json\' -d \'{"name":"Ferry","query":"ferry"}\'',
    '```',
    '',
    '## Pages, forms and feeds',
    '',
    'Forms answer with a redirect (POST, redirect, GET). Nothing needs scripts.',
    ...head,
    ...routes.map(row),
  ].join('\n')}\n`;
}

function commandPage(): string {
  const lines = [
    '# The command line',
    '',
    '*Made from the code by `node tools/docs.ts`.* Data goes to standard output, all else to standard error. `watchfloor COMMAND --help` says the same.',
    '',
    'Exit codes: 0 done; 1 done, but some items failed (each told on standard error); 2 the command was misused; 66 the input is not there; 69 something needed is not available; 70 a fault of Watchfloor; 73 could not write; 130 stopped.',
  ];
  for (const command of commands) {
    lines.push(
      '',
      `## watchfloor ${[command.name, ...command.arguments.map((argument) => argument.name)].join(' ')}`,
      '',
      command.summary,
      '',
    );
    for (const argument of command.arguments) lines.push(`- \`${argument.name}\` ${argument.help}`);
    for (const option of command.options) lines.push(`- \`${option.flag}\` ${option.help}`);
    lines.push('', '```', ...command.examples.map((example) => `watchfloor ${example}`), '```');
  }
  return `${lines.join('\n')}\n`;
}

function settingPage(): string {
  const lines = [
    '# Settings',
    '',
    '*Made from the code by `node tools/docs.ts`.* Each is an environment variable; options of the command line go before. A secret may also come from a file named by the variable with `_FILE`. Secrets of channels are `WATCHFLOOR_SECRET_NAME` ([channels.md](channels.md)).',
    '',
    '| variable | default | may be | what it does |',
    '| --- | --- | --- | --- |',
  ];
  for (const [name, setting] of Object.entries(settings) as [string, Setting][]) {
    const may =
      setting.choices?.join(', ') ??
      (typeof setting.default === 'number'
        ? `${setting.min ?? 0} to ${setting.max ?? 'any'}`
        : typeof setting.default === 'boolean'
          ? 'true, false'
          : setting.secret
            ? 'secret text'
            : 'text');
    lines.push(
      `| \`${variableOf(name)}\` | ${setting.default === '' ? '(none)' : `\`${setting.default}\``} | ${may} | ${setting.help} |`,
    );
  }
  return `${lines.join('\n')}\n`;
}

if (import.meta.main) {
  const root = join(import.meta.dirname, '..');
  for (const [page, make] of Object.entries(madePages)) writeFileSync(join(root, page), make());
  process.stderr.write(
    `${Object.keys(madePages).length} pages written, ${readFileSync(join(root, 'docs/cli.md'), 'utf8').length} characters of commands\n`,
  );
}
