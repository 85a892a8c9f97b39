import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { eventLabel } from '../../src/text/event-label.ts';

/** `who | what` in a language, and the name it gives; null where the story's title says it better. */
function check(language: string, told: string, label: string | null): void {
  const [who, what] = told.split('|').map((part) => part.trim());
  assert.equal(eventLabel({ who: who === '' ? null : who, what: what === '' ? null : what }, language), label, told);
}

test('what is to happen is named by a noun', () => {
  check('en', '| The ferry line across the strait will reopen', 'Reopening of the ferry line across the strait');
  check('en', 'The line | is to resume', 'Resumption of the line');
  check(
    'en',
    'The institute | plans to launch its second satellite',
    'Launch of the second satellite by the institute',
  );
  check('en', 'The board hopes | to open a new quay, and a school', 'Opening of a new quay by the board');
  check('en', 'The valve | is to be replaced', 'Replacement of the valve');
  check('en', 'The bridge | will be built', 'Building of the bridge');
  check('en', 'The council | will hold an extraordinary session', 'Extraordinary session by the council');
  check(
    'en',
    'The council of Velmar | voted 11 to 4 to close the old quay to cars',
    'Closing of the old quay to cars by the council of Velmar',
  );
  check('en', 'The new window | opens', 'Opening of the new window');
});

test('what stands as a noun already keeps its name', () => {
  check('en', '| The next inspection is due', 'Next inspection');
  check('en', 'The launch of the satellite | has been pushed back to a window', 'Launch of the satellite');
  check('en', '| A hearing will take place', 'Hearing');
  check('en', '| The first pictures are expected in the second week', 'First pictures');
});

test('a verb without a noun keeps its words behind who acts', () => {
  check('en', 'The company | will ask for approval', 'Company to ask for approval');
  check('en', '| fares would stay at 6.50 crowns', 'Fares to stay at 6.50 crowns');
});

test('no name is made of a clause that names nobody, or in a language without these words', () => {
  check('en', 'she | would ask the universities for money', null);
  check('en', 'It | is wound', null);
  check('en', '| pay for a winter', null);
  check('en', 'The valve sits in the second stage and | is to be replaced', null);
  check('en', 'Mara Lind | said', null);
  check('en', 'Mara Lind |', null);
  check('es', 'El instituto | prevé lanzar su satélite', null);
});

test('Korean gives back the noun of its verb, Chinese is said together', () => {
  check('ko', '김보람 기자 = 항만청이 관측위성 가온을 | 사이에 발사하겠다고 통보했다', '관측위성 가온 발사');
  check('ko', '벨마르 축제 | 언덕에서 열린다', '벨마르 축제');
  check('zh', '港口夜航 | 恢复', '港口夜航恢复');
  check('zh', '| 恢复', null);
});

test('any words end in a short name or none', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.constantFrom('en', 'ko', 'zh', 'es', null), (who, what, language) => {
      const label = eventLabel({ who, what }, language);
      assert.ok(label === null || label.length <= 92);
    }),
  );
  const long = 'the a will to '.repeat(2_000);
  assert.equal(eventLabel({ who: long, what: long }, 'en'), null);
});
