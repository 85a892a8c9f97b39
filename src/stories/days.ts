/** An interval as a reader writes it: "22 Nov–1 Dec", "17–23 Oct", "27 Nov", "Dec 2023"; ISO parts of days stay as they are when odd. */
export function showInterval(from: string | null, to: string | null): string {
  if (from === null && to === null) return 'an open date';
  const first = from === null ? '' : showDay(from, to === null || yearOf(to) !== yearOf(from));
  if (to === null || to === from) return first;
  const withYear = yearOf(from ?? '') !== yearOf(to);
  const last = showDay(to, withYear);
  // Days of one month name it once.
  if (
    !withYear &&
    /^.{4}-\d\d-\d\d$|^--\d\d-\d\d$/.test(to) &&
    from?.length === to.length &&
    from.slice(0, -3) === to.slice(0, -3)
  )
    return `${Number(from.slice(-2))}–${last}`;
  return from === null ? `until ${last}` : `${first}–${last}`;
}

/** True when two intervals mean the same days; a year left open fits any year. */
export function sameInterval(a: Interval, b: Interval): boolean {
  return sameDay(a.from, b.from) && sameDay(a.to ?? a.from, b.to ?? b.from);
}

/** True when one interval lies inside the other, so that neither contradicts the other ("November" and "22 November"). */
export function nestedInterval(a: Interval, b: Interval): boolean {
  const [aFrom, aTo, bFrom, bTo] = [
    edge(a.from, '00'),
    edge(a.to ?? a.from, '99'),
    edge(b.from, '00'),
    edge(b.to ?? b.from, '99'),
  ];
  if (aFrom === null || aTo === null || bFrom === null || bTo === null) return true;
  if (yearOf(a.from ?? '') === '' || yearOf(b.from ?? '') === '') {
    const [f, t, g, u] = [aFrom.slice(4), aTo.slice(4), bFrom.slice(4), bTo.slice(4)];
    return (f <= g && t >= u) || (g <= f && u >= t);
  }
  return (aFrom <= bFrom && aTo >= bTo) || (bFrom <= aFrom && bTo >= aTo);
}

export interface Interval {
  readonly from: string | null;
  readonly to: string | null;
}

function sameDay(a: string | null, b: string | null): boolean {
  if (a === null || b === null) return a === b;
  const [x, y] = [a.slice(0, 10), b.slice(0, 10)];
  return yearOf(x) === '' || yearOf(y) === '' ? x.slice(-6) === y.slice(-6) : x === y;
}

/** A day padded to ten characters for comparing; an open year becomes four zeros. */
function edge(value: string | null, pad: string): string | null {
  if (value === null) return null;
  const day = value.startsWith('--') ? `0000-${value.slice(2)}` : value.slice(0, 10);
  const [year, month = pad, dayOfMonth = pad] = day.split('-');
  return `${year}-${month}-${dayOfMonth}`;
}

function yearOf(value: string): string {
  return /^\d{4}/.test(value) ? value.slice(0, 4) : '';
}

const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function showDay(value: string, withYear: boolean): string {
  const match = /^(?:(\d{4})|-)-(\d{2})(?:-(\d{2}))?(?:T(\d{2}:\d{2}))?/.exec(value);
  if (match === null) return value;
  const [, year, month, day, time] = match;
  const name = monthNames[Number(month) - 1] ?? month;
  const parts = [
    day === undefined ? '' : String(Number(day)),
    name,
    withYear || day === undefined ? (year ?? '') : '',
    time ?? '',
  ];
  return parts.filter((part) => part !== '').join(' ');
}
