import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { languageOf } from '../../src/languages/languages.ts';
import { splitText } from '../../src/text/sentences.ts';

/** Sentences are marked in the text by a bar at each border; a tilde marks one that begins inside a quotation. */
function check(marked: string, language = 'en'): void {
  const text = marked.replace(/\|~?/g, '');
  const { sentences } = splitText(text, languageOf(language));
  let seen = '';
  let end = 0;
  for (const [index, sentence] of sentences.entries()) {
    seen += text.slice(end, sentence.start) + (index === 0 ? '' : '|') + (sentence.insideQuote ? '~' : '');
    seen += text.slice(sentence.start, sentence.end);
    end = sentence.end;
  }
  assert.equal(seen + text.slice(end), marked);
}

test('abbreviations and initials end no sentence unless the next word can only begin one', () => {
  check('Gen. Orla Pike met Dr. J. Voss on Nov. 3 in Calif. and left. |Nobody saw him.');
  check('They met at 5 p.m. on Monday. |It rained.');
  check('He works for Arbor Inc. |The firm is new.');
  check('The U.S. Senate voted. |Sales fell 3.5 percent to 1.2 million.');
});

test('closing marks belong to their sentence, and a sentence inside a quotation says so', () => {
  check('"It is late. |~We must go," she said. |"Now."');
  check('“It is late. |~We must go.” |He left.');
  check("``It is late. |~We go.'' |He left.");
  check('"Is it late?" he asked.');
  check('He left (on foot.) |She stayed.');
});

test('a blank line ends a sentence and its quotations', () => {
  check('A heading\n\n|"It goes on\n\n|Here.');
});

test('other scripts and ordinals', () => {
  check('他离开了。|她说：“走吧。|~快。”|天黑了。', 'zh');
  check('그는 떠났다. |그녀는 남았다.', 'ko');
  check('Er kam am 3. Oktober nach Ulm. |Sie blieb.', 'de');
  check('Встреча прошла в 2021 г. в Твери. |Он уехал.', 'ru');
});

test('sentences cover every word once', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('He', 'left', '.', ' ', '"', 'U.S.', '\n\n', '。', '“', ')', '3')),
      (pieces) => {
        const { words, sentences } = splitText(pieces.join(''), languageOf('en'));
        let next = 0;
        for (const sentence of sentences) {
          assert.equal(sentence.firstWord, next);
          next = sentence.lastWord;
        }
        assert.equal(next, words.length);
      },
    ),
  );
});
