import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { actWords } from '../../src/web/words/acts.ts';
import { en } from '../../src/web/words/en.ts';
import { ko } from '../../src/web/words/ko.ts';
import { koPhrases, koSummaries } from '../../src/web/words/ko-phrases.ts';
import { phrase } from '../../src/web/words/phrases.ts';
import { replacedWords, summaryWords } from '../../src/web/words/summaries.ts';

const root = join(import.meta.dirname, '..', '..');

test('a sentence is told by the phrase with most words of its own, and what varies too', () => {
  const told = (text: string) => phrase(text, koPhrases);
  assert.equal(told('There is no story with this id'), '이 번호의 사건이 없습니다');
  assert.equal(
    told('coast.example/feed answered 403: it refuses to answer'),
    'coast.example/feed: 응답 403, 답하기를 거절합니다',
  );
  assert.equal(told('coast.example: no connection within 10 seconds'), 'coast.example: 10초 안에 연결되지 않았습니다');
  assert.equal(
    told('the site asks automatic readers not to read coast.example/a7 (robots.txt)'),
    '이 사이트는 coast.example/a7을 자동으로 읽지 말라고 합니다(robots.txt)',
  );
  assert.equal(told('Nobody wrote this one'), 'Nobody wrote this one');
  assert.equal(phrase('There is no story with this id', en.phrases), 'There is no story with this id');
});

test('the particle fits the sound before it; where that is not known both are written', () => {
  const told = (hole: string) => phrase(`take ${hole}`, [['take {}', '{1}{을/를} 빼고 {1}{으로/로}']]);
  assert.equal(told('항구'), '항구를 빼고 항구로');
  assert.equal(told('발견'), '발견을 빼고 발견으로');
  assert.equal(told('발'), '발을 빼고 발로');
  assert.equal(told('2'), '2를 빼고 2로');
  assert.equal(told('AND'), 'AND을(를) 빼고 AND으로(로)');
});

test('what is new is told in Korean; a headline stays as the press wrote it', () => {
  const told = (kind: Parameters<typeof summaryWords>[0], text: string) => summaryWords(kind, text, ko);
  assert.equal(
    told('date', 'Launch window moved from 22 Nov–1 Dec to 17–23 Oct'),
    'Launch 기간 일정 변경: 11월 22일–12월 1일 → 10월 17일–23일',
  );
  assert.equal(told('date', '여객선 set for 19 Oct 10:30'), '여객선 일정: 10월 19일 10:30');
  assert.equal(told('date', 'Window held 18 Oct (planned Dec 2026)'), '기간 이루어짐: 10월 18일 (계획 2026년 12월)');
  assert.equal(told('statement', 'Mara Lind denies: there was no warning'), 'Mara Lind 부인: there was no warning');
  assert.equal(told('figure', 'People: 91 (was 84)'), 'People: 91 (이전 84)');
  assert.equal(told('coverage', '5 independent accounts'), '독립 보도 5건');
  assert.equal(
    told('alteration', 'Altered in copying: 20 became 30; quotation of Mara Lind: “No”'),
    '옮기며 바뀜: 20 → 30; Mara Lind의 인용: “No”',
  );
  assert.equal(told('first', 'Ferry set for 19 Oct'), 'Ferry set for 19 Oct');
  assert.equal(replacedWords('date', '22 Nov–1 Dec', ko), '11월 22일–12월 1일');
  assert.equal(summaryWords('date', 'Ferry set for 19 Oct', en), 'Ferry set for 19 Oct');
});

test('an act is told in the language of the reader, whichever it was done in', () => {
  assert.equal(actWords('Watch “Ferry line” saved', ko), '“Ferry line” 저장됨');
  assert.equal(actWords('“Ferry line” 저장됨', en), 'Watch “Ferry line” saved');
  assert.equal(actWords('One alert dismissed', ko), '알림 1건을 치웠습니다');
  assert.equal(actWords('3 alerts kept', ko), '알림 3건을 보관했습니다');
  assert.equal(actWords('Sample archive removed (60 pages)', ko), '견본 기록을 없앴습니다(60쪽)');
  assert.equal(actWords('Comment added', ko), '댓글을 달았습니다');
});

test('whatever stands in the holes comes back in them, and no text makes it throw', () => {
  // Words of no language, so that no phrase of the book tells them: digits, as numbers and codes are.
  const holes = fc.array(fc.stringMatching(/^[1-9]{6}$/), { minLength: 9, maxLength: 9 });
  for (const [english, own] of koPhrases.filter(([one]) => one.includes('{}'))) {
    fc.assert(
      fc.property(holes, (inHoles) => {
        let at = 0;
        const told = phrase(
          english.replace(/\{\}/g, () => inHoles[at++]),
          koPhrases,
        );
        for (const [, number] of own.matchAll(/\{(\d)\}/g)) assert.ok(told.includes(inHoles[Number(number) - 1]), told);
      }),
      { numRuns: 5 },
    );
  }
  fc.assert(
    fc.property(fc.constantFrom('{}', ...koPhrases.map(([english]) => english)), fc.string(), (english, hole) => {
      assert.equal(typeof phrase(english.replaceAll('{}', hole), koPhrases), 'string');
    }),
  );
});

/** Every string and template of a source file, holes as `{}`; comments and regular expressions are passed over. */
function texts(source: string): string[] {
  const found: string[] = [];
  const read = (from: number, inHole: boolean): number => {
    let at = from;
    let depth = 0;
    let before = '';
    while (at < source.length) {
      const sign = source[at];
      if (source.startsWith('//', at)) at = (source.indexOf('\n', at) + source.length) % source.length || source.length;
      else if (source.startsWith('/*', at)) at = source.indexOf('*/', at) + 2;
      else if (sign === '/' && /[(,=:[!&|?{};]$|^$|return$/.test(before)) {
        at = pastPattern(source, at);
        before = 'x';
      } else if (sign === "'" || sign === '"' || sign === '`') {
        let text = '';
        for (at++; at < source.length && source[at] !== sign; ) {
          if (source[at] === '\\') {
            text += source[at + 1];
            at += 2;
          } else if (sign === '`' && source.startsWith('${', at)) {
            text += '{}';
            at = read(at + 2, true);
          } else text += source[at++];
        }
        at++;
        found.push(text);
        before = 'x';
      } else {
        if (sign === '{') depth++;
        if (sign === '}' && depth-- === 0 && inHole) return at + 1;
        if (!/\s/.test(sign)) before = /\w/.test(sign) ? (before + sign).slice(-6) : sign;
        at++;
      }
    }
    return at;
  };
  read(0, false);
  return found;
}

function pastPattern(source: string, from: number): number {
  let inClass = false;
  for (let at = from + 1; at < source.length; at++) {
    if (source[at] === '\\') at++;
    else if (source[at] === '[') inClass = true;
    else if (source[at] === ']') inClass = false;
    else if (source[at] === '/' && !inClass) return at + 1;
  }
  return source.length;
}

/** Where the sentences are made that the desk shows. */
const speaking = [
  'src/failures.ts',
  'src/extract/{reasons,remarks,second-look}.ts',
  'src/send.ts',
  'src/worker.ts',
  'src/fetch/*.ts',
  'src/formats/{decode,inflate,warc,xml}.ts',
  'src/read/read.ts',
  'src/server/{acts,alerts,app,channels,feeds,fewer,files,import-jobs,keys,me,owners,passwords,people,placing}.ts',
  'src/server/{queries,reading,route,subscribing,users,viewing,watching}.ts',
  'src/sources/{feed,listing,opml,schedule,sitemap,source}.ts',
  'src/stories/{developments,origin,window}.ts',
  'src/watches/{query,tokens}.ts',
  'src/worker/importing.ts',
];

/** Sentences of those files that no page of the desk shows: logs, headers, what the command line alone says. */
const unshown = [
  /^[a-z-]+\/[a-z0-9.+-]+[,;]/,
  /charset=|filename=|max-age=|no-cache|Path=\//,
  /^Watchfloor\/|^gzip, deflate/,
  /^(page failed|live rows|request failed|old pages deleted|the worker could not go on and tries again)$/,
  /^(work beside the loops failed and is tried again|a second look moved articles to other stories)$/,
  /^not ready$|^the embedding model could not be asked$|^the store does not answer$|^Use one of|^See \/api|^\{\} cannot be opened$|^Check the name\.$|^The rest was taken in\./,
  /^\{\}: \{\}, and \{\} more$|^<\?xml/,
  /independent account$/,
  /^ *<o|^XML declaration$/,
  // How sure it was is for those who work on it; the desk leaves it out.
  /^; the rules alone would|^no text$/,
];

/** Pieces of longer sentences, told with what stands before them. */
const whole: Readonly<Record<string, string>> = {
  'redirects in a circle': 'coast.example redirects in a circle',
  'redirects more than {} times': 'coast.example redirects more than 5 times',
  'It answers, but {}{}': 'It answers, but nothing has come from it yet',
  '; before, something new came about every {}':
    'It answers, but nothing new since 2026-11-01; before, something new came about every 3 hours',
};

test('every sentence that the desk shows from elsewhere stands in the Korean book', () => {
  const files = globSync(speaking, { cwd: root });
  assert.ok(files.length > 30);
  const isTold = (text: string) => {
    const sentence = (whole[text] ?? text).replaceAll('{}', '7');
    const told = phrase(sentence, koPhrases);
    const summary = (['date', 'coverage'] as const).map((kind) => summaryWords(kind, sentence, ko));
    return [told, ...summary].some(
      (own) => /\p{Script=Hangul}/u.test(own) && !/[a-z]{2,} [a-z]{2,} [a-z]{2,}/.test(own.replace(/"[^"]*"/g, '')),
    );
  };
  const missing = files.flatMap((file) =>
    texts(readFileSync(join(root, file), 'utf8'))
      .map((text) => text.replace(/\{[a-zA-Z]+\}/g, '{}'))
      .filter((text) => /[a-z]{2,}[^a-z]*\s[^a-z]*[a-z]{2,}/i.test(text))
      // What the worker says in small letters goes to its log.
      .filter((text) => file !== 'src/worker.ts' || !/^[a-z]/.test(text))
      .filter((text) => !unshown.some((pattern) => pattern.test(text)) && !isTold(text))
      .map((text) => `${file}: ${text}`),
  );
  assert.deepEqual(missing, [], 'write what they mean in src/web/words/ko-phrases.ts');
});

test('the book holds no phrase twice, and every number in it stands for a hole', () => {
  for (const book of [koPhrases, koSummaries]) {
    assert.equal(new Set(book.map(([english]) => english)).size, book.length);
    for (const [english, own] of book) {
      const holes = english.split('{}').length - 1;
      for (const [, number] of own.matchAll(/\{(\d)\}/g)) assert.ok(Number(number) <= holes, english);
      assert.match(own, /[\p{Script=Hangul}→{]/u, english);
    }
  }
});
