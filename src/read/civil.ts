/** The Gregorian calendar in day numbers, counted from 1970-01-01: no clock, no zone, no `Date` outside this file. */

const dayMilliseconds = 86_400_000;

/** Days from 1970-01-01 to a date of the Gregorian calendar. */
export function dayNumber(year: number, month: number, day: number): number {
  return Date.UTC(year, month - 1, day) / dayMilliseconds;
}

/** The date of a day number. */
export function civil(day: number): { year: number; month: number; day: number } {
  const date = new Date(day * dayMilliseconds);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** 1 Monday to 7 Sunday. */
export function weekdayOf(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

/** Day number of a calendar value's first day; null when it holds none. */
export function dayOfValue(value: string | null): number | null {
  if (value === null) return null;
  const year = digitsAt(value, 0, 4);
  if (year === -1) return null;
  const month = value[4] === '-' ? digitsAt(value, 5, 2) : -1;
  const day = month !== -1 && value[7] === '-' ? digitsAt(value, 8, 2) : -1;
  return dayNumber(year, month === -1 ? 1 : month, day === -1 ? 1 : day);
}

/** The number of so many digits at a place; -1 where other characters stand. Values are read too often for a pattern. */
function digitsAt(value: string, from: number, count: number): number {
  let number = 0;
  for (let at = from; at < from + count; at++) {
    const digit = value.charCodeAt(at) - 0x30;
    if (!(digit >= 0 && digit <= 9)) return -1;
    number = number * 10 + digit;
  }
  return number;
}

/** Days of a month, leap years counted. */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** The month so many months on. */
export function shiftMonth(year: number, month: number, by: number): { year: number; month: number } {
  const index = year * 12 + month - 1 + by;
  return { year: Math.floor(index / 12), month: (index % 12) + 1 };
}

/** Quarters counted from year 0, so that one before the first of a year is the fourth of the year before. */
export function quarterIndex(day: number): number {
  const { year, month } = civil(day);
  return year * 4 + Math.floor((month - 1) / 3);
}

/** ISO 8601 week of a Monday. */
export function weekText(monday: number): string {
  const { year } = civil(monday + 3);
  const first = dayNumber(year, 1, 4);
  const firstMonday = first - weekdayOf(first) + 1;
  return `${year}-W${pad((monday - firstMonday) / 7 + 1, 2)}`;
}

/** A day as ISO 8601 writes it. */
export function dayText(day: number): string {
  const date = civil(day);
  return `${pad(date.year, 4)}-${pad(date.month, 2)}-${pad(date.day, 2)}`;
}

/** A month as ISO 8601 writes it. */
export function monthText(year: number, month: number): string {
  return `${pad(year, 4)}-${pad(month, 2)}`;
}

/** A number with noughts before it. */
export function pad(value: number, width: number): string {
  return String(value).padStart(width, '0');
}
