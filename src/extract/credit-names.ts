import { plainLetters } from '../text/letters.ts';
import { agencies } from './agencies.ts';

/** The agency a name or sign stands for, by its spelling alone; null when it is none that is known. */
export function agencyNamed(name: string): string | null {
  const key = nameKey(name);
  return key === '' ? null : (byName.get(key) ?? byCode.get(key) ?? null);
}

/** As `agencyNamed`, but only by full names and spellings, not by short codes: for places where a code may mean another thing. */
export function agencySpelled(name: string): string | null {
  const key = nameKey(name);
  return key === '' ? null : (byName.get(key) ?? null);
}

/** Letters and digits of a name, lower case, without "the": one key for its spellings. */
export function nameKey(name: string): string {
  const plain = plainLetters(name.replace(/^\s*the\s+/i, ''));
  if (plain !== null) return plain;
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/^\s*the\s+/, '')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '');
}

const byName = new Map<string, string>();
const byCode = new Map<string, string>();
for (const { name, aliases, codes } of agencies) {
  for (const alias of [name, ...aliases]) {
    const key = nameKey(alias);
    if (!byName.has(key)) byName.set(key, name);
  }
  for (const code of codes) {
    const key = nameKey(code);
    if (!byCode.has(key)) byCode.set(key, name);
  }
}
