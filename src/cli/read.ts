import { buffer } from 'node:stream/consumers';
import { asFailure, Failure } from '../failures.ts';
import type { PageHint } from '../records.ts';
import { type Command, exitCodes, type Options, type Terminal, text, usage, write, writeJson } from './command.ts';
import { openFetcher } from './fetcher.ts';
import { jsonLines, stringField } from './lines.ts';
import { faceOfPage, type PageRead, type PageToRead, readPage, readPageFile, unpacked } from './pages.ts';
import { onOneLine, reportOf } from './report.ts';

/** Reads one page, or many by `--batch`, and prints what it says. No store, and no network unless the page is an address. */
export const readCommand: Command = {
  name: 'read',
  summary: 'Read one page and print its article, statements, dates and leads.',
  arguments: [{ name: '[page]', help: 'a file (.html, .txt, .gz of either), an address, or - for standard input' }],
  options: [
    { flag: '--published <day>', help: 'day or instant of publication, when you know it' },
    { flag: '--url <address>', help: 'address the page came from, for a file' },
    { flag: '--title <title>', help: 'title, when you know it' },
    { flag: '--json', help: 'print JSON even on a terminal' },
    { flag: '--explain', help: 'add why each part was kept, dropped or read so' },
    {
      flag: '--batch',
      help: 'read JSON lines from standard input: {id, path | html | text, url?, title?, published?, received?}',
    },
  ],
  examples: [
    'read page.html',
    'read https://news.example/a-story --json',
    'read dump.txt --published 2026-11-21',
    'read --batch < pages.jsonl > read.jsonl',
  ],
  async run([page], options, terminal) {
    if (options.batch === true) {
      if (page !== undefined)
        throw usage('--batch reads from standard input and takes no page', 'Pipe JSON lines into it.');
      return readBatch(terminal);
    }
    if (page === undefined) throw usage('read needs a page', 'Give a file, an address, or - for standard input.');
    const explain = options.explain === true;
    const result = readPage(await pageFrom(page, options, terminal), explain);
    if (options.json === true || !terminal.outInteractive) await writeJson(terminal.out, faceOfPage(result, explain));
    else await write(terminal.out, reportOf(result, terminal.columns, explain));
    for (const { step, what } of result.problems) terminal.err.write(`${step}: ${onOneLine(what)}\n`);
    const { article, leads } = result.reading;
    const nothing = article.body === '' && article.title === null && leads.length === 0;
    return nothing && result.problems.length > 0 ? exitCodes.someFailed : exitCodes.ok;
  },
};

async function pageFrom(page: string, options: Options, terminal: Terminal): Promise<PageToRead> {
  const hint: PageHint = {
    ...given('published', text(options, 'published')),
    ...given('title', text(options, 'title')),
  };
  if (hint.published !== undefined && Number.isNaN(Date.parse(hint.published))) {
    throw usage(`--published ${hint.published} is no day`, 'Write it as 2026-11-21 or 2026-11-21T09:00:00+09:00.');
  }
  const now = terminal.now().toISOString();
  if (/^https?:\/\//i.test(page)) {
    const fetcher = openFetcher(terminal.configuration);
    try {
      const { content, finalUrl, contentType } = await fetcher.get(page);
      return { content, form: 'page', url: finalUrl, contentType, received: now, hint };
    } finally {
      await fetcher.close();
    }
  }
  const content =
    page === '-' ? unpacked(new Uint8Array(await buffer(terminal.input)), 'standard input') : await readPageFile(page);
  return { content, form: 'page', url: text(options, 'url') ?? null, contentType: null, received: now, hint };
}

function given(name: keyof PageHint, value: string | null | undefined): PageHint {
  return value === undefined || value === null ? {} : { [name]: value };
}

/** One line in, one line out, in order; an item that cannot be read gives a line with its problem, and the rest goes on. */
async function readBatch(terminal: Terminal): Promise<0 | 1> {
  let failed = 0;
  for await (const { line, value, fault } of jsonLines(terminal.input)) {
    const id = value === null ? null : (value.id ?? null);
    try {
      if (value === null)
        throw new Failure('bad-line', `line ${line}: ${fault}`, {
          retry: 'never',
          advice: 'Write one JSON object a line.',
        });
      await writeJson(terminal.out, { id, ...faceOfPage(await readItem(value, terminal)) });
    } catch (thrown) {
      const failure =
        thrown instanceof TypeError
          ? new Failure('bad-line', `line ${line}: ${thrown.message}`, {
              retry: 'never',
              advice: 'See "watchfloor read --help".',
            })
          : asFailure(thrown);
      if (failure.code === 'bug') throw thrown;
      failed++;
      terminal.err.write(`${onOneLine(String(id ?? `line ${line}`))}: ${onOneLine(failure.message)}\n`);
      const nothing = readPage({
        content: '',
        form: 'text',
        url: null,
        contentType: null,
        received: terminal.now().toISOString(),
        hint: {},
      });
      await writeJson(terminal.out, {
        id,
        ...faceOfPage({ ...nothing, problems: [{ step: 'input', what: failure.message }] }),
      });
    }
  }
  return failed > 0 ? exitCodes.someFailed : exitCodes.ok;
}

async function readItem(value: Record<string, unknown>, terminal: Terminal): Promise<PageRead> {
  const path = stringField(value, 'path');
  const html = stringField(value, 'html');
  const body = stringField(value, 'text');
  const hint: PageHint = {
    ...given('published', stringField(value, 'published')),
    ...given('title', stringField(value, 'title')),
    ...given('author', stringField(value, 'author')),
    ...given('language', stringField(value, 'language') ?? stringField(value, 'lang')),
  };
  const known = {
    url: stringField(value, 'url'),
    contentType: null,
    received: stringField(value, 'received') ?? terminal.now().toISOString(),
    hint,
  };
  if (body !== null) return readPage({ ...known, content: body, form: 'text' });
  if (html !== null) return readPage({ ...known, content: html, form: 'page' });
  if (path === null) throw new TypeError('an item needs "path", "html" or "text"');
  return readPage({ ...known, content: await readPageFile(path), form: 'page' });
}
