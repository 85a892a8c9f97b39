import type { TimeUnit } from '../languages/language.ts';

/** A length of time as TIMEX3 writes it: P3D, PT2H, PXY; half units are given in the next smaller one. */
export function durationValue(unit: TimeUnit, count: number | null): string {
  const years = yearsIn[unit];
  if (count === null) {
    if (years !== undefined) return unit === 'decade' ? 'PXY' : unit === 'century' ? 'PXC' : 'PXL';
    return isClock(unit) ? `PTX${durationLetters[unit]}` : `PX${durationLetters[unit]}`;
  }
  const amount = count * (years ?? 1);
  if (!Number.isInteger(amount)) {
    if (unit === 'year') return `P${Math.round(amount * 12)}M`;
    if (unit === 'hour')
      return Math.floor(amount) === 0
        ? `PT${amount * 60}M`
        : `PT${Math.floor(amount)}H${Math.round((amount % 1) * 60)}M`;
    if (unit === 'minute')
      return Math.floor(amount) === 0
        ? `PT${amount * 60}S`
        : `PT${Math.floor(amount)}M${Math.round((amount % 1) * 60)}S`;
  }
  return isClock(unit) ? `PT${amount}${durationLetters[unit]}` : `P${amount}${durationLetters[unit]}`;
}

function isClock(unit: TimeUnit): boolean {
  return unit === 'second' || unit === 'minute' || unit === 'hour';
}

const durationLetters: Record<TimeUnit, string> = {
  second: 'S',
  minute: 'M',
  hour: 'H',
  day: 'D',
  week: 'W',
  month: 'M',
  quarter: 'Q',
  half: 'H',
  year: 'Y',
  decade: 'Y',
  century: 'Y',
  millennium: 'Y',
  weekend: 'WE',
};

const yearsIn: Partial<Record<TimeUnit, number>> = { decade: 10, century: 100, millennium: 1000 };
