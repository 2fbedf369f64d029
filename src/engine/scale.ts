import { type Day, type DaySpan, dateOf, dayOf, isOpen, OPEN_END, OPEN_START } from '../lib/day';
import type { BinScale, BinUnit } from '../model/answer';
import type { Coverage } from '../model/dataset';

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
    for (let i = 0; i < days.length; i += 1) {
      const day = days[i] ?? OPEN_START;
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

/**
 * The bin a day lies in; days before the first or after the last bin count in that one. Bins are about as long as each
 * other, so that a guess is right or next to it.
 */
export function binOf(edges: readonly Day[], day: Day): number {
  const last = edges.length - 2;
  if (last < 1) return 0;
  const first = edges[0] ?? 0;
  const perDay = (last + 1) / ((edges[last + 1] ?? 0) - first);
  let bin = Math.max(0, Math.min(last, Math.floor((day - first) * perDay)));
  while (bin < last && (edges[bin + 1] ?? 0) <= day) bin += 1;
  while (bin > 0 && (edges[bin] ?? 0) > day) bin -= 1;
  return bin;
}
