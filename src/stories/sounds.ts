import { pinyinSounds } from '../languages/pinyin.ts';
import { chineseSounds, koreanFirstSounds, koreanLastSounds, russianSounds } from '../languages/transliteration.ts';

/** Consonants of a name as it sounds, comparable across scripts: "Calderwood" and "콜더우드" are both KLTT. */
export function soundOf(name: string): string {
  let sound = '';
  const lower = name
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC');
  for (let at = 0; at < lower.length; at++) sound += soundAt(lower, at);
  return onceEach(sound);
}

/** The same of a Chinese name by its pinyin: "陆闻涛" and "Lu Wentao" are both LNT. Empty when a character has no known reading. */
export function pinyinSoundOf(name: string): string {
  let sound = '';
  for (const character of name) {
    const own = byPinyin.get(character);
    if (own === undefined) return '';
    sound += own;
  }
  return onceEach(sound);
}

/** A doubled consonant sounds once, and "르" stands for the same L as the one beside it. */
function onceEach(sound: string): string {
  return sound.replace(/(.)\1+/g, '$1');
}

/** Runs of three and more characters that write the sound of a foreign name in Chinese. */
export function chineseNamesIn(text: string): string[] {
  const names: string[] = [];
  if (!/[\u4e00-\u9fff]/.test(text)) return names;
  let run = '';
  for (const character of `${text} `) {
    if (bySound.has(character)) run += character;
    else {
      if (run.length >= 3) names.push(run);
      run = '';
    }
  }
  return names;
}

const bySound = soundsByCharacter(chineseSounds, russianSounds);
const byPinyin = soundsByCharacter(pinyinSounds);

function soundsByCharacter(...tables: readonly Readonly<Record<string, string>>[]): ReadonlyMap<string, string> {
  const entries = tables.flatMap((table) => Object.entries(table));
  return new Map(entries.flatMap(([sound, characters]) => [...characters].map((one) => [one, sound] as const)));
}

function soundAt(text: string, at: number): string {
  const code = text.charCodeAt(at);
  if (code >= 0xac00 && code <= 0xd7a3) {
    const syllable = code - 0xac00;
    return `${koreanFirstSounds[Math.floor(syllable / 588)]}${koreanLastSounds[syllable % 28]}`.replaceAll('-', '');
  }
  const next = text[at + 1] ?? '';
  switch (text[at]) {
    case 'c':
      return next === 'h' || /[eiy]/.test(next) ? 'S' : 'K';
    case 'k':
    case 'q':
      return 'K';
    case 'g':
      // "ng" is one nasal sound.
      return text[at - 1] === 'n' && !/[aeiouylr]/.test(next) ? '' : 'K';
    case 'x':
      return 'KS';
    case 'd':
    case 't':
      return 'T';
    case 'b':
    case 'f':
    case 'p':
    case 'v':
      return 'P';
    case 'j':
    case 's':
    case 'z':
      return 'S';
    case 'l':
      return 'L';
    case 'r':
      // Silent before a consonant and at the end, as scripts that write by ear leave it out.
      return /[aeiouy]/.test(next) ? 'L' : '';
    case 'm':
      return 'M';
    case 'n':
      return 'N';
    default:
      return bySound.get(text[at]) ?? '';
  }
}
