import { type Day, type DaySpan, dateOf, dayOf, isOpen, OPEN_END, OPEN_START } from '../lib/day';
import type { BinScale, BinUnit, Density } from '../model/answer';
import type { Coverage } from '../model/dataset';
import { hasBit } from './bitset';
import type { Index } from './build-index';
import { countRanges } from './count-ranges';
import type { SetId } from './kernel-store';

/** The most bins a strip shows. */
const MOST_BINS = 180;

const UNITS: readonly (BinUnit & { days: number })[] = [
  { unit: 'day', step: 1, days: 1 },
  { unit: 'month', step: 1, days: 30.4 },
  { unit: 'month', step: 3, days: 91.3 },
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500].map(step => ({ unit: 'year' as const, step, days: 365.25 * step })),
];

/** First and last known day; null where there are no days. */
export function extentOf(earliest: Int32Array, latest: Int32Array): DaySpan | null {
  let first = OPEN_END;
  let last = OPEN_START;
  for (const days of [earliest, latest]) {
    for (const day of days) {
      if (isOpen(day)) continue;
      if (day < first) first = day;
      if (day > last) last = day;
    }
  }
  return first > last ? null : { earliest: first, latest: last };
}

/** Bins of the finest unit that keeps the record, and the periods its sources cover, on one strip. */
export function scaleOf(extent: DaySpan | null, coverage: readonly Coverage[]): BinScale {
  const days = [extent?.earliest, extent?.latest, ...coverage.flatMap(({ from, to }) => [from, to])].filter(
    (day): day is Day => day !== undefined && !isOpen(day),
  );
  if (days.length === 0) return { unit: 'month', step: 1, edges: [] };
  const first = Math.min(...days);
  const last = Math.max(...days);
  const length = last - first + 1;
  const { unit, step } = UNITS.find(candidate => length / candidate.days <= MOST_BINS - 1) ?? {
    unit: 'year',
    step: 1000,
  };
  return { unit, step, edges: edgesOf(first, last, { unit, step }) };
}

function edgesOf(first: Day, last: Day, { unit, step }: BinUnit): Day[] {
  const { year, month } = dateOf(first);
  const start =
    unit === 'day' ? first : unit === 'month' ? Math.floor((month - 1) / step) * step : Math.floor(year / step) * step;
  const edges: Day[] = [];
  for (let i = 0; ; i += 1) {
    const edge =
      unit === 'day'
        ? start + i * step
        : unit === 'month'
          ? dayOf(year, 1 + start + i * step, 1)
          : dayOf(start + i * step, 1, 1);
    edges.push(edge);
    if (edge > last) return edges;
  }
}

/** The bin a day lies in; days before the first or after the last bin count in that one. */
export function binOf(edges: readonly Day[], day: Day): number {
  let low = 0;
  let high = edges.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((edges[middle] ?? 0) <= day) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** How many activities of a set fall in each bin. The totals add up to the size of the set. */
export function densityOf({ kernel, days, scale: { edges }, vague, records }: Index, set: SetId): Density {
  const size = Math.max(0, edges.length - 1);
  const total = new Array<number>(size).fill(0);
  const shares = new Array<number>(size).fill(0);
  if (size === 0) return { total, vague: shares };
  const borders = edges.map((edge, i) => (i === 0 ? 0 : i === size ? kernel.size : days.positionOf(edge)));
  countRanges(kernel, set, Uint32Array.from(borders)).forEach((count, bin) => {
    total[bin] = count;
  });
  const words = kernel.words(set);
  vague.positions.forEach((position, i) => {
    if (!hasBit(words, position)) return;
    const first = records.earliest[position] ?? 0;
    const last = records.latest[position] ?? 0;
    const [firstBin, lastBin] = [vague.firstBin[i] ?? 0, vague.lastBin[i] ?? 0];
    total[firstBin] = (total[firstBin] ?? 0) - 1;
    for (let bin = firstBin; bin <= lastBin; bin += 1) {
      const from = Math.max(first, edges[bin] ?? 0);
      const to = Math.min(last + 1, bin === size - 1 ? last + 1 : (edges[bin + 1] ?? 0));
      const share = (to - from) / (last - first + 1);
      total[bin] = (total[bin] ?? 0) + share;
      shares[bin] = (shares[bin] ?? 0) + share;
    }
  });
  return { total, vague: shares };
}
