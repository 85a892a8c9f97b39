import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readingOf } from './check-statements.ts';

/** Texts of our own with every name in them and its kind: the fullest name stands behind "=" where it is another. */
const cases: readonly (readonly [language: string, body: string, mentions: string])[] = [
  [
    'en',
    'VARDEN (Norwire) - The mayor of Varden, Ana Holt, met Prime Minister Tim Wold near Lake Hallen on Monday. Wold flew on to Skarholm, Vt., where the Harbour Council meets.',
    'VARDEN place =Varden; Norwire organisation; Varden place; Ana Holt person; Tim Wold person; Lake Hallen place; Wold person =Tim Wold; Skarholm place; Vt place; Harbour Council organisation',
  ],
  [
    'en',
    'The Lakeside Courier reported that Bremer Lines Inc. had bought Rolf Tern, a Skarholm-based shipping company. Tern declined to comment.',
    'Lakeside Courier organisation; Bremer Lines Inc. organisation; Rolf Tern organisation; Skarholm place; Tern organisation =Rolf Tern',
  ],
  [
    'en',
    'Holt told TLC News that the Hallen Gulf was calm. "The Strait of Orm is another matter," said Holt, who leads the Norlund Coast Guard.',
    'Holt person; TLC News organisation; Hallen Gulf place; Strait of Orm place; Holt person; Norlund Coast Guard organisation',
  ],
  [
    'en',
    'Judge Maria Brandt sentenced Lukas Orm in Varden County. The Varden District Court heard that Orm had lived on Mill Street in Hallen, Ore., before he moved to the North Valley.',
    'Maria Brandt person; Lukas Orm person; Varden County place; Varden District Court organisation; Orm person =Lukas Orm; Mill Street place; Hallen place; Ore place; North Valley place',
  ],
  [
    'en',
    'Shares of Tern Holdings fell 3 percent after the Norlund Central Bank raised rates. Analysts at Kestrel Securities said the airline Brisk Jet would gain on Tern.',
    'Tern Holdings organisation; Norlund Central Bank organisation; Kestrel Securities organisation; Brisk Jet organisation; Tern organisation =Tern Holdings',
  ],
  [
    'en',
    'Researchers at the University of Skarholm and the Orm Institute published the study. Dr. Ida Falk, of the institute, said so on Lakeboard.com.',
    'University of Skarholm organisation; Orm Institute organisation; Ida Falk person; Lakeboard.com organisation',
  ],
  [
    'en',
    'The Green Party won in Hallen Province, and the Labour Alliance lost it. Party leader Jonas Berg thanked voters in Hallen.',
    'Green Party organisation; Hallen Province place; Labour Alliance organisation; Jonas Berg person; Hallen place',
  ],
  [
    'en',
    'Seoul and Pyongyang traded barbs as the White House urged calm. Flight 210 from Busan landed safely, Captain Erik Lund said.',
    'Seoul place; Pyongyang place; White House place; Busan place; Erik Lund person',
  ],
  [
    'en',
    '"It was late," Ms. Falk said. Falk, 41, works for the Ministry of Fisheries in Skarholm.',
    'Falk person; Falk person; Ministry of Fisheries organisation; Skarholm place',
  ],
  [
    'en',
    'The Director of the Harbour Bureau (HB), Louis Wold, spoke. The Lakeside Reporter and TLR agree: HB is late.',
    'Harbour Bureau organisation; HB organisation =Harbour Bureau; Louis Wold person; Lakeside Reporter organisation; TLR organisation =Lakeside Reporter; HB organisation =Harbour Bureau',
  ],
  [
    'en',
    'Orm said it would close. It makes the Orm Aspen, a small car. Hewlett Tern Co., Palo Alto, Calif., said it bought Orm.',
    'Orm organisation; Orm Aspen organisation; Hewlett Tern Co. organisation; Palo Alto place; Calif place; Orm organisation',
  ],
  [
    'de',
    'Bürgermeisterin Anna Holt widersprach am Montag dem Innenministerium in Berlin. Die Tern GmbH will klagen, sagte ihr Sprecher Jonas Berg.',
    'Anna Holt person; Innenministerium organisation; Berlin place; Tern GmbH organisation; Jonas Berg person',
  ],
  [
    'fr',
    "La maire, Anne Holt, a parlé à l'agence Norpresse. À Paris, le porte-parole Jean Berg n'a pas répondu.",
    'Anne Holt person; Norpresse organisation; Paris place; Jean Berg person',
  ],
  [
    'es',
    'La alcaldesa, Ana Holt, habló con la agencia Norprensa. El Ministerio del Interior, en Madrid, no respondió, dijo su portavoz, Juan Berg.',
    'Ana Holt person; Norprensa organisation; Ministerio del Interior organisation; Madrid place; Juan Berg person',
  ],
  [
    'ru',
    'Мэр Анна Хольт выступила в Халлене. Ей ответил Иван Берг из агентства «Норпресс».',
    'Анна Хольт person; Халлене place; Иван Берг person; Норпресс organisation',
  ],
];

test('who and what is named, and of what kind', () => {
  for (const [language, body, mentions] of cases) {
    const found = readingOf(body, language).mentions.map(({ span, kind, name }) => {
      const written = body.slice(...span);
      return `${written} ${kind}${name === written ? '' : ` =${name}`}`;
    });
    assert.equal(found.join('; '), mentions, `[${language}] ${body}`);
  }
});
