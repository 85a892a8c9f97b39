import type { DateContext, DateForm } from './calendar.ts';
import { civil, dayNumber, daysInMonth, shiftMonth, weekdayOf } from './civil.ts';

/** The year of a month or a day in a month that was written without one. */
export function impliedYear(form: DateForm, context: DateContext): number | null {
  const { published } = context;
  const month = form.month as number;
  if (form.anchor === 'text' && context.lastDay !== null) return civil(context.lastDay).year;
  if (published === null) return null;
  const now = civil(published);
  if (form.day === undefined) {
    const ahead = (month - now.month + 12) % 12;
    if (form.step !== undefined && form.step < 0) return month < now.month ? now.year : now.year - 1;
    if (form.step !== undefined && form.step > 0) return month > now.month ? now.year : now.year + 1;
    if (form.step === 0) return now.year;
    // A month just over is hardly meant a year ahead, even beside "planned".
    const forward =
      (context.direction > 0 && ahead < monthsOverMin) || (context.direction === 0 && ahead <= monthsAheadMax);
    if (forward) return month >= now.month ? now.year : now.year + 1;
    return month <= now.month ? now.year : now.year - 1;
  }
  // A weekday written with the day settles the year, when one near fits.
  if (form.weekday !== undefined) {
    for (const year of [now.year, now.year - 1, now.year + 1]) {
      if (weekdayOf(dayNumber(year, month, form.day)) === form.weekday) return year;
    }
  }
  const distance = (year: number) => dayNumber(year, month, form.day as number) - published;
  const candidates = [now.year - 1, now.year, now.year + 1];
  const fits = candidates.filter((year) =>
    context.direction > 0 ? distance(year) >= 0 : context.direction < 0 ? distance(year) <= 0 : true,
  );
  // The tense decides only where it does not make the date absurdly far: "will" also stands in reports of the past.
  const nearest = candidates.reduce((a, b) => (Math.abs(distance(b)) < Math.abs(distance(a)) ? b : a));
  const inTense = fits.reduce((a, b) => (Math.abs(distance(b)) < Math.abs(distance(a)) ? b : a), fits[0] ?? nearest);
  const farthest = distance(inTense) > 0 ? futureDaysMax : pastDaysMax;
  return Math.abs(distance(inTense)) <= farthest ? inTense : nearest;
}

/** Without a tense, a month is taken for the coming one when it begins within this many months. */
const monthsAheadMax = 2;
/** A month that far ahead without its year is the one just over. */
const monthsOverMin = 10;
/** Farther away than this the tense is not believed over the nearer year. */
const futureDaysMax = 300;
const pastDaysMax = 300;

/** The day of that number nearest to the day of publication, on the side the words look to. */
export function nearestDayOfMonth(day: number, published: number, direction: number): number {
  const now = civil(published);
  const at = (shift: number) => {
    const month = shiftMonth(now.year, now.month, shift);
    return dayNumber(month.year, month.month, Math.min(day, daysInMonth(month.year, month.month)));
  };
  if (direction > 0) return at(0) >= published ? at(0) : at(1);
  if (direction < 0) return at(0) <= published ? at(0) : at(-1);
  return [at(-1), at(0), at(1)].reduce((a, b) => (Math.abs(b - published) < Math.abs(a - published) ? b : a));
}
