import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type DevelopmentKind, developmentKinds } from '../../src/records.ts';
import type { Told } from './telling.ts';

/** A development a careful reader wants told, or would not mind: `words` must stand in what is told of it. */
export interface WantedDevelopment {
  readonly kind: DevelopmentKind;
  readonly words: string | null;
  readonly isOptional: boolean;
}

export interface GoldArticle extends Told {
  /** The file it stands in: all of a file are one story. */
  readonly story: string;
  readonly published: string;
  readonly developments: readonly WantedDevelopment[];
}

/**
 * Gold stories from `gold/*.txt`, in order of publication. An article begins with a line `@@ time | outlet | language` and what
 * more is known of it (`agency=`, `url=`); `+ kind: words` names a development it brings, `~ kind` one that may be told or not;
 * then title, blank line, body. Where `~ first` stands, as on a round-up, the article may stay apart. A paragraph `[1:2-4]` stands
 * for those paragraphs of the file's first article, word by word.
 */
export function goldArticles(folder = join(import.meta.dirname, 'gold')): GoldArticle[] {
  return globSync('*.txt', { cwd: folder })
    .toSorted()
    .flatMap((file) => storyOf(basename(file, '.txt'), readFileSync(join(folder, file), 'utf8')))
    .toSorted((a, b) => (a.published < b.published ? -1 : a.published > b.published ? 1 : 0));
}

function storyOf(story: string, text: string): GoldArticle[] {
  const articles: GoldArticle[] = [];
  for (const part of text.split(/^@@ /m).slice(1)) {
    const lines = part.trimEnd().split('\n');
    const [published, site, language, ...more] = lines[0].split(' | ');
    const marks = lines.slice(1).filter((line) => /^[+~] /.test(line));
    const [title, , ...body] = lines.slice(1 + marks.length);
    const known = Object.fromEntries(more.map((field) => field.split('=', 2)));
    articles.push({
      story,
      published: published.replace('Z', ':00.000Z'),
      site,
      language,
      agency: known.agency,
      url: known.url,
      title,
      body: paragraphsOf(body.join('\n'), articles).join('\n\n'),
      developments: marks.map((line) => developmentOf(line)),
    });
  }
  return articles;
}

function paragraphsOf(text: string, earlier: readonly GoldArticle[]): string[] {
  return text.split('\n\n').flatMap((paragraph) => {
    const taken = /^\[(\d+):(\d+)(?:-(\d+))?\]$/.exec(paragraph);
    if (taken === null) return [paragraph];
    const [, article, from, to = from] = taken;
    return earlier[Number(article) - 1].body.split('\n\n').slice(Number(from) - 1, Number(to));
  });
}

function developmentOf(line: string): WantedDevelopment {
  const [, mark, kind, words] = /^([+~]) (\w+)(?:: (.+))?$/.exec(line) ?? [];
  const known = developmentKinds.find((one) => one === kind);
  if (known === undefined) throw new Error(`no kind of development: ${line}`);
  return { kind: known, words: words ?? null, isOptional: mark === '~' };
}
