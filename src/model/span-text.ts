import { type Day, type DaySpan, dateOf, isOpen, isoDay, isoYear } from '../lib/day';
import { isUndated } from '../lib/undated';

/**
 * Writes a span as EDTF, in the coarsest precision that is exact: `2018`, `2018-10-11`, `2018-01/2018-06`, `../2018`.
 * Returns '' for an activity without a date.
 */
export function spanText({ earliest, latest }: DaySpan): string {
  if (isUndated({ earliest })) return '';
  const starts = [...(isOpen(earliest) ? [] : [earliest]), ...(isOpen(latest) ? [] : [latest + 1])].map(dateOf);
  const isMonths = starts.every(({ day }) => day === 1);
  const isYears = isMonths && starts.every(({ month }) => month === 1);
  // In EDTF, years of more than four digits have no months and days.
  const isFar = starts.some(({ year }) => Math.abs(year) > 9999);
  const spelt = (day: Day) => {
    if (isOpen(day)) return '..';
    if (isYears || isFar) return isoYear(dateOf(day).year);
    return isMonths ? isoDay(day).slice(0, -3) : isoDay(day);
  };
  const [from, to] = [spelt(earliest), spelt(latest)];
  return from === to ? from : `${from}/${to}`;
}
