import { roundYear, roundYearIndex } from '../../lib/axis-ticks';
import { type Day, type DaySpan, dateOf, dayOf, isOpen } from '../../lib/day';
import type { BinScale, Density } from '../../model/answer';

/** A stretch of years, and what it is made of; one that is not divided has no parts. */
export interface Period extends DaySpan {
  parts: readonly DaySpan[];
}

/** More stretches than this in one list are too many to look through. */
const MOST = 30;

const UNITS = [1, 10, 100, 1000, 10_000, 100_000] as const;

/** The record by years or, where these are many, by decades of years, by centuries of decades, and so on. */
export function periodsOf({ earliest, latest }: DaySpan): Period[] {
  const [first, last] = [dateOf(earliest).year, dateOf(latest).year];
  if (last - first < MOST) return stretches(first, last, 1).map(span => ({ ...span, parts: [] }));
  const unit = UNITS.find(years => (last - first) / (years * 10) < MOST) ?? 100_000;
  return stretches(first, last, unit * 10).map(span => {
    const [from, to] = [dateOf(span.earliest).year, dateOf(span.latest).year];
    return { ...span, parts: stretches(Math.max(first, from), Math.min(last, to), unit) };
  });
}

/** The stretches of so many years, each begun at a round year, that hold the years from first to last. */
function stretches(first: number, last: number, years: number): DaySpan[] {
  const spans: DaySpan[] = [];
  for (let i = roundYearIndex(first, years); roundYear(i, years) <= last; i += 1) {
    spans.push({ earliest: dayOf(roundYear(i, years), 1, 1), latest: dayOf(roundYear(i + 1, years), 1, 1) - 1 });
  }
  return spans;
}

/** The twelve months at whose end the record ends; null for one that is no longer. */
export function lastYearOf(extent: DaySpan | null, coverage: readonly { to: Day }[]): DaySpan | null {
  if (!extent) return null;
  const ends = coverage.map(({ to }) => to).filter(to => !isOpen(to));
  const { year, month } = dateOf(ends.reduce((last, to) => Math.max(last, to), extent.latest));
  const span = { earliest: dayOf(year - 1, month + 1, 1), latest: dayOf(year, month + 1, 1) - 1 };
  return extent.earliest < span.earliest ? span : null;
}

/** Less than what two bins of different numbers differ by; sums of fractions of the same number differ by less. */
const SAME = 1e-6;

/** The fullest bin and how much is in it. Null where there is nothing, or as much in several. */
export function busiestBin({ total }: Density, scale: BinScale): (DaySpan & { amount: number }) | null {
  const amount = Math.max(0, ...total);
  const isOne = amount > 0 && total.filter(other => amount - other < SAME).length === 1;
  return isOne ? { ...wholeBin(scale, total.indexOf(amount)), amount } : null;
}

/** A bin of months or years with all of its days: the outer ones are cut where the record ends. */
function wholeBin({ edges, unit, step }: BinScale, bin: number): DaySpan {
  const span = binsFrom(edges, bin, 1);
  if (unit === 'day' || unit === 'week') return span;
  const { year, month } = dateOf(span.earliest);
  if (unit === 'year') return stretches(year, year, step)[0] ?? span;
  const first = Math.floor((month - 1) / step) * step + 1;
  return { earliest: dayOf(year, first, 1), latest: dayOf(year, first + step, 1) - 1 };
}

/** The longest run of empty bins between two that are not; the first of several. */
export function longestGap({ total }: Density, edges: readonly Day[]): DaySpan | null {
  let best = { at: 0, length: 0 };
  let full = -1;
  total.forEach((amount, i) => {
    if (amount === 0) return;
    if (full >= 0 && i - full - 1 > best.length) best = { at: full + 1, length: i - full - 1 };
    full = i;
  });
  return best.length > 0 ? binsFrom(edges, best.at, best.length) : null;
}

function binsFrom(edges: readonly Day[], at: number, length: number): DaySpan {
  return { earliest: edges[at] ?? 0, latest: (edges[at + length] ?? 1) - 1 };
}
