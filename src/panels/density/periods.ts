import { roundYear, roundYearIndex } from '../../lib/axis-ticks';
import { type Day, type DaySpan, dateOf, dayOf, isOpen } from '../../lib/day';
import type { BinScale, Density } from '../../model/answer';

/** A span of years, and the shorter spans (`parts`) into which it is divided. `parts` may be empty. */
export interface Period extends DaySpan {
  parts: readonly DaySpan[];
}

/** The maximum number of periods in one list. Readers would not look through a longer list. */
const MAX_PERIODS = 30;

const UNITS = [1, 10, 100, 1000, 10_000, 100_000] as const;

/**
 * Divides the dataset's time into years. If these are more than `MAX_PERIODS`, divides the time into decades with years
 * as parts. If these are also too many, divides it into centuries with decades as parts, and so on.
 */
export function periodsOf({ earliest, latest }: DaySpan): Period[] {
  const [first, last] = [dateOf(earliest).year, dateOf(latest).year];
  if (last - first < MAX_PERIODS) return spansOfYears(first, last, 1).map(span => ({ ...span, parts: [] }));
  const unit = UNITS.find(years => (last - first) / (years * 10) < MAX_PERIODS) ?? 100_000;
  return spansOfYears(first, last, unit * 10).map(span => {
    const [from, to] = [dateOf(span.earliest).year, dateOf(span.latest).year];
    return { ...span, parts: spansOfYears(Math.max(first, from), Math.min(last, to), unit) };
  });
}

/** Returns the spans of `years` years, beginning at multiples of `years`, that cover `first` to `last`. */
function spansOfYears(first: number, last: number, years: number): DaySpan[] {
  const spans: DaySpan[] = [];
  for (let i = roundYearIndex(first, years); roundYear(i, years) <= last; i += 1) {
    spans.push({ earliest: dayOf(roundYear(i, years), 1, 1), latest: dayOf(roundYear(i + 1, years), 1, 1) - 1 });
  }
  return spans;
}

/** Returns the last twelve calendar months of the dataset. Null if the dataset is shorter or has no dates. */
export function lastYearOf(extent: DaySpan | null, coverage: readonly { to: Day }[]): DaySpan | null {
  if (!extent) return null;
  const ends = coverage.map(({ to }) => to).filter(to => !isOpen(to));
  const { year, month } = dateOf(ends.reduce((last, to) => Math.max(last, to), extent.latest));
  const span = { earliest: dayOf(year - 1, month + 1, 1), latest: dayOf(year, month + 1, 1) - 1 };
  return extent.earliest < span.earliest ? span : null;
}

/** Two amounts count as equal if they differ by less than this. Amounts are sums of fractions, with rounding errors. */
const SAME = 1e-6;

/** Returns the bin with the largest amount. Null if all bins are empty or several share the maximum. */
export function busiestBin({ total }: Density, scale: BinScale): (DaySpan & { amount: number }) | null {
  const amount = Math.max(0, ...total);
  const isOne = amount > 0 && total.filter(other => amount - other < SAME).length === 1;
  return isOne ? { ...wholeBin(scale, total.indexOf(amount)), amount } : null;
}

/** Returns all days of a bin's calendar unit. The dataset's bounds may cut the first and the last bin. */
function wholeBin({ edges, unit, step }: BinScale, bin: number): DaySpan {
  const span = binsFrom(edges, bin, 1);
  if (unit === 'day' || unit === 'week') return span;
  const { year, month } = dateOf(span.earliest);
  if (unit === 'year') return spansOfYears(year, year, step)[0] ?? span;
  const first = Math.floor((month - 1) / step) * step + 1;
  return { earliest: dayOf(year, first, 1), latest: dayOf(year, first + step, 1) - 1 };
}

/** Returns the first of the longest runs of empty bins between two filled bins. Null if there is none. */
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
