import assert from 'node:assert/strict';
import { test } from 'node:test';
import { creditOf } from '../../src/extract/credit.ts';
import type { CreditLines } from '../../src/extract/credit-lines.ts';
import { withoutTailSign } from '../../src/extract/credit-tail.ts';

const nothing: CreditLines = {
  bylines: [],
  above: [],
  first: [],
  last: [],
  below: [],
  metadata: [],
  logos: [],
  sites: ['Daily Example', 'daily.example'],
};
const check = (lines: Partial<CreditLines>, expected: string | null) => {
  const credit = creditOf({ ...nothing, ...lines });
  assert.equal(credit === null ? null : `${credit.agency} ${credit.form}`, expected);
  return credit;
};
const sentence = 'The port said on Thursday that night ferries would run from April.';

test('bylines', () => {
  check({ bylines: ['By Jane Roe Associated Press'] }, 'AP byline');
  check({ bylines: ['By JOHN DOE and ANN LEE The Associated Press'] }, 'AP byline');
  check({ bylines: ['Jane Roe, AP Sports Writer'] }, 'AP byline');
  check({ bylines: ['Par AFP'] }, 'AFP byline');
  check({ bylines: ['Chris Poe | WBEZ'] }, 'WBEZ byline');
  check({ bylines: ['스포츠조선=한지수 기자'] }, 'Sports Chosun byline');
  const credit = check({ bylines: ['AFP/Reuters'] }, 'AFP byline');
  assert.deepEqual(credit?.others, ['Reuters']);
});

test('place lines', () => {
  check({ first: [`HAEDONG (AP) — ${sentence}`] }, 'AP dateline');
  check({ first: [`Altwiek (dpa/lno) - ${sentence}`] }, 'dpa dateline');
  check({ first: [`Villamar, 14 mar (EFE).- ${sentence}`] }, 'EFE dateline');
  check({ first: [`(서울=연합뉴스) ${sentence}`] }, 'Yonhap dateline');
  check({ first: [`【ワシントン共同】${sentence}`] }, 'Kyodo dateline');
});

test('signs and sentences at the end', () => {
  check({ last: [`${sentence} (dpa/gem)`] }, 'dpa tail');
  check({ last: [`${sentence} PTI`] }, 'PTI tail');
  check({ last: [sentence, 'Reporting by The Associated Press.'] }, 'AP tail');
  check({ below: ['(With inputs from agencies)'] }, 'agencies tail');
  check({ below: ['red/PAP'] }, 'PAP tail');
});

test('lines that name the house a text was taken from', () => {
  check({ below: ['Quelle: Universität Altwiek'] }, 'Universität Altwiek source-line');
  check({ below: ['This post originally appeared on Harbor Weekly.'] }, 'Harbor Weekly source-line');
  check({ above: ['14.03.2024 Fonte: Agência Brasil - Foto: Ana Luz'] }, 'Agência Brasil source-line');
  check({ metadata: ['Reuters'] }, 'Reuters metadata');
});

test('the sign is taken off the last paragraph, and nothing else', () => {
  assert.equal(withoutTailSign(`${sentence} (Yonhap)`, []), sentence);
  assert.equal(withoutTailSign(`${sentence} (see page 4)`, []), `${sentence} (see page 4)`);
});
