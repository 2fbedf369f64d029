import { type Day, dateOf } from '../../lib/day';
import type { SideBars } from '../../model/side-bars';

/** The maximum number of bars with a letter for each month. */
const MAX_LETTERS = 12;
/** The maximum number of labels, so that each label has room on a phone. */
const MAX_LABELS = 7;

type Fields = { day?: 'numeric'; month?: 'short' | 'narrow'; year?: 'numeric' };

/**
 * Returns a label for each bar. Some labels are empty.
 *
 * A chart of up to `MAX_LETTERS` months has a letter for each month. A longer chart of months, or a chart of years, has
 * the year at the first bar and wherever a new year begins. All other charts have the day and month. If there are more
 * than `MAX_LABELS` labels, only every second, third, … label remains.
 */
export function barLabels(
  { unit, step }: SideBars['unit'],
  edges: readonly Day[],
  formatter: (fields: Fields) => (day: Day) => string,
): string[] {
  const starts = edges.slice(0, -1);
  if (unit === 'month' && step === 1 && starts.length <= MAX_LETTERS) return starts.map(formatter({ month: 'narrow' }));
  const isYears = unit === 'year' || unit === 'month';
  const format = formatter(isYears ? { year: 'numeric' } : { day: 'numeric', month: 'short' });
  const isLabelled = (i: number) => !isYears || i === 0 || yearAt(starts, i) !== yearAt(starts, i - 1);
  const places = starts.flatMap((_, i) => (isLabelled(i) ? [i] : []));
  const every = Math.ceil(places.length / MAX_LABELS);
  const kept = new Set(places.filter((_, i) => i % every === 0));
  return starts.map((day, i) => (kept.has(i) ? format(day) : ''));
}

function yearAt(starts: readonly Day[], i: number): number {
  return dateOf(starts[i] ?? 0).year;
}

/** Returns the position of a day among bars of equal width, as a fraction (0 to 1) of the chart's width. */
export function placeOf(edges: readonly Day[], day: Day): number {
  const count = edges.length - 1;
  const after = edges.findIndex(edge => edge > day);
  if (after === 0 || count < 1) return 0;
  if (after < 0) return 1;
  const [start, end] = [edges[after - 1] ?? 0, edges[after] ?? 0];
  return (after - 1 + (day - start) / (end - start)) / count;
}
