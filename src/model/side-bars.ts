import { TICK_UNITS, type TickUnit, ticksFrom } from '../lib/axis-ticks';
import { type Day, type DaySpan, dateOf, dayOf } from '../lib/day';
import { hullOf } from './window';

/**
 * The bars of both sides of a comparison. Both sides have equally many bars of the same calendar unit, so that the bars
 * of B can be drawn below those of A.
 */
export interface SideBars {
  unit: TickUnit;
  /** The edges of each side's bars. Bar i has the days from `a[i]` up to, not including, `a[i + 1]`. */
  a: readonly Day[];
  b: readonly Day[];
}

/** The maximum number of bars of a side. On a phone, more bars would be too narrow for a label. */
const MAX_BARS = 36;

/**
 * Returns the bars of two windows. If the windows overlap, both sides have bars for the same days. Otherwise each side
 * begins with its own window. Bars of months begin in January if each window lies within a year.
 */
export function sideBars(a: DaySpan, b: DaySpan): SideBars {
  const isShared = a.earliest <= b.latest && b.earliest <= a.latest;
  const inYears = isInYear(a) && isInYear(b);
  const spans = isShared ? [hullOf(a, b), hullOf(a, b)] : [a, b];
  const longest = Math.max(...spans.map(({ earliest, latest }) => latest - earliest + 1));
  const unit = TICK_UNITS.find(({ days }) => longest / days <= MAX_BARS) ?? TICK_UNITS.at(-1);
  if (!unit) throw new TypeError('there is no unit');
  const [first, second] = spans.map(span => (!isShared && inYears && unit.unit === 'month' ? yearOf(span) : span)) as [
    DaySpan,
    DaySpan,
  ];
  const count = Math.max(barCount(first, unit), barCount(second, unit));
  return {
    unit: { unit: unit.unit, step: unit.step },
    a: edgesOf(first, unit, count),
    b: edgesOf(second, unit, count),
  };
}

function isInYear({ earliest, latest }: DaySpan): boolean {
  return dateOf(earliest).year === dateOf(latest).year;
}

function yearOf({ earliest }: DaySpan): DaySpan {
  const { year } = dateOf(earliest);
  return { earliest: dayOf(year, 1, 1), latest: dayOf(year, 12, 31) };
}

function barCount({ earliest, latest }: DaySpan, unit: TickUnit): number {
  const edgeAt = ticksFrom(earliest, unit);
  let count = 1;
  while (edgeAt(count) <= latest) count += 1;
  return count;
}

function edgesOf({ earliest }: DaySpan, unit: TickUnit, count: number): Day[] {
  const edgeAt = ticksFrom(earliest, unit);
  return Array.from({ length: count + 1 }, (_, i) => edgeAt(i));
}
