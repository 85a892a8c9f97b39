import { dayNumber, weekdayOf } from './civil.ts';

/** Day of a holiday in a year: month × 100 + day, or -1 the fourth Thursday of November, -2 Easter, -3 the first Monday of September. */
export function holidayIn(year: number, holiday: number): number {
  if (holiday > 0) return dayNumber(year, Math.floor(holiday / 100), holiday % 100);
  if (holiday === -1) return nthWeekday(year, 11, 4, 4);
  if (holiday === -3) return nthWeekday(year, 9, 1, 1);
  if (holiday === -4) {
    const last = dayNumber(year, 5, 31);
    return last - (weekdayOf(last) - 1);
  }
  return easter(year);
}

function nthWeekday(year: number, month: number, weekday: number, nth: number): number {
  const first = dayNumber(year, month, 1);
  return first + ((weekday - weekdayOf(first) + 7) % 7) + 7 * (nth - 1);
}

/** Easter Sunday by the anonymous Gregorian computus (Meeus, Jones, Butcher). */
function easter(year: number): number {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const l = (32 + 2 * e + 2 * i - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const sum = h + l - 7 * m + 114;
  return dayNumber(year, Math.floor(sum / 31), (sum % 31) + 1);
}
