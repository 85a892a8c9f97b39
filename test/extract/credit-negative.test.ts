import assert from 'node:assert/strict';
import { test } from 'node:test';
import { creditOf } from '../../src/extract/credit.ts';
import type { CreditLines } from '../../src/extract/credit-lines.ts';

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
const none = (lines: Partial<CreditLines>) => assert.equal(creditOf({ ...nothing, ...lines }), null);

test('an agency told something is no source of the text', () => {
  none({ first: ['The minister told Reuters on Monday that the harbor would be closed.'] });
  none({ last: ['"We will see," she told the AP.'] });
  none({ last: ['The figures were first reported by Bloomberg, which cited two people with knowledge of the plan.'] });
  none({ last: ['En una entrevista recogida por Europa Press, el concejal pidió calma.'] });
});

test("a picture's credit is not the text's", () => {
  none({ last: ['The bridge on Friday. (AP Photo/Jane Roe)'] });
  none({ below: ['Foto: dpa'] });
  none({ above: ['© REUTERS / JANE ROE'] });
  none({ below: ['A ferry leaves the basin. (Jane Roe/Pool via AP)'] });
  none({ bylines: ['Getty Images'] });
});

test('the site is not its own source', () => {
  none({ bylines: ['Reuters'], sites: ['Reuters', 'reuters.com'] });
  none({ below: ['Source: Daily Example'] });
  none({ above: ['来源：港口网'], sites: ['港口网', 'port.example'] });
});

test('numbers, days, networks and plain brackets name nobody', () => {
  none({ above: ['First published on December 22, 2023 / 1:54 PM'] });
  none({ below: ['Quelle: Instagram'] });
  none({ last: ['The vote is on Friday. (Updates with the result in paragraph 3)'] });
  none({ last: ['The plan was written in partnership with the islands.'] });
  none({ bylines: ['By Jane Roe', 'Staff'] });
});
