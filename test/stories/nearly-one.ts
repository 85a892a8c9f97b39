import { seeded, shuffled } from '../made.ts';
import { madeUpText } from './made-up.ts';
import type { Told } from './telling.ts';

/**
 * Two stories of two accounts each that share some of their words, too few to be one by them, and a few texts that share none. The
 * accounts of the first stand before those of the second.
 */
export function nearlyOne(): readonly Told[] {
  const chance = seeded(71);
  const words = (count: number) => madeUpText(chance, count).replaceAll('.', '').toLowerCase().split(/\s+/);
  const common = words(commonWords);
  const told = (body: readonly string[]): Told => ({
    title: words(6).join(' '),
    // In another order, so that no text carries another.
    body: `${shuffled(body, chance).join(' ')}.`,
    published: '2031-05-05',
  });
  const story = () => {
    const own = words(30);
    return [told([...own, ...common, ...words(20)]), told([...own, ...common, ...words(20)])];
  };
  return [...story(), ...story(), ...Array.from({ length: 4 }, () => told(words(80)))];
}

const commonWords = 10;
