import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { assertGrowsLikeLength } from '../growth.ts';
import { lineOf, readingOf } from './check-statements.ts';

const sentences = [
  'Ana Holt, the mayor, said the dam was safe.',
  '"We will rebuild," Holt told reporters on Monday. "Nobody is leaving."',
  'According to the ministry, 12 people were killed.',
  'The Brookfield Herald reported that the builder would be charged, citing two people familiar with the inquiry.',
  'Pyongyang has notified the coast guard of a plan, local media reported.',
  '"Why now?" Holt asked. The report said $3.5 million was lost.',
  'Holt denied the claim, adding that she was "tired" of it.',
  'It rained all day.',
];
const body = fc.array(fc.constantFrom(...sentences), { minLength: 1, maxLength: 8 }).map((list) => list.join(' '));
const anyText = fc.string({
  unit: fc.constantFrom(
    ...' \n"“”‘’\'`«»„—-,.:;?!()$%',
    'said ',
    'that ',
    'Holt ',
    'who ',
    'and ',
    'in ',
    '12 ',
    'quoted ',
    'as saying ',
    '说',
    '라고 ',
    'the ',
  ),
  maxLength: 120,
});

test('every span lies in the body and is not empty', () => {
  fc.assert(
    fc.property(anyText, fc.constantFrom('en', 'es', 'de', 'fr', 'ru', 'ko', 'zh'), (text, language) => {
      const { statements, mentions, figures } = readingOf(text, language);
      const spans = statements.flatMap((one) => [
        ...one.content,
        ...(one.cue === null ? [] : [one.cue]),
        ...(one.speaker.span === null ? [] : [one.speaker.span]),
        ...(one.speaker.roleSpan === null ? [] : [one.speaker.roleSpan]),
      ]);
      spans.push(...mentions.map((one) => one.span), ...figures.map((one) => one.span));
      for (const [start, end] of spans) assert.ok(0 <= start && start < end && end <= text.length, `${start}-${end}`);
      for (const { venue, addressee, relay, speaker } of statements) {
        for (const part of [venue, addressee, ...relay])
          if (part !== null) assert.equal(text.slice(...part.span), part.text);
        if (speaker.roleSpan !== null) assert.equal(text.slice(...speaker.roleSpan), speaker.role);
      }
    }),
    // Found by many runs: a sign at the text's beginning gave a span before it.
    { numRuns: 300, examples: [['$12 $', 'ko']] },
  );
});

/** What was read, without offsets, spaces and the shape of quote marks. */
function facts(text: string): string[] {
  return readingOf(text).statements.map((one) =>
    lineOf(one, text).replace(/[“”]/g, '"').replace(/[‘’]/g, "'").replace(/\s+/g, ' '),
  );
}

test('curly or straight quote marks and doubled spaces change no fact', () => {
  fc.assert(
    fc.property(body, (text) => {
      const expected = facts(text);
      assert.deepEqual(facts(text.replaceAll(' ', '  ')), expected, 'two spaces');
      let open = false;
      const curly = text.replace(/"/g, () => {
        open = !open;
        return open ? '“' : '”';
      });
      assert.deepEqual(facts(curly), expected, 'curly marks');
    }),
    { numRuns: 60 },
  );
});

test('reading the same text twice gives the same records', () => {
  fc.assert(
    fc.property(body, (text) => assert.deepEqual(readingOf(text), readingOf(text))),
    { numRuns: 20 },
  );
});

const hostile: Record<string, string> = {
  'quote marks': '"',
  'opening marks': '“a ',
  'single marks': "'a ",
  said: 'said ',
  'he said,': 'he said, ',
  capitals: 'Abc ',
  'that who': 'that who ',
  'according to': 'according to ',
  commas: 'a, ',
  brackets: '((',
  digits: '12 ',
};

for (const [name, unit] of Object.entries(hostile)) {
  test(`time grows with length, not faster: ${name}`, () => {
    assertGrowsLikeLength(unit, readingOf, 50_000, name);
  });
}
