import { ticksFrom } from '../../lib/axis-ticks';
import { type Day, type DaySpan, isOpen, OPEN_END, OPEN_START } from '../../lib/day';
import type { BinScale, BinUnit } from '../../model/answer';
import type { Coverage } from '../../model/dataset';

/** With more stops, a side of the brush could not be dragged to each of them. */
const MAX_STOPS = 180;

/** The maximum number of bars: about one for each pixel of the strip on a wide screen. */
const MAX_BARS = 1400;

/** The minimum number of activities per bar, on average. With fewer, the heights of the bars would be random. */
const MIN_PER_BAR = 30;

type Unit = BinUnit & { days: number };

const DAY: Unit = { unit: 'day', step: 1, days: 1 };

const WEEKS: readonly Unit[] = [1, 2].map(step => ({ unit: 'week', step, days: 7 * step }));

const MONTHS_AND_YEARS: readonly Unit[] = [
  { unit: 'month', step: 1, days: 30.4 },
  { unit: 'month', step: 3, days: 91.3 },
  ...[1, 10, 100, 1000, 10_000].flatMap(power =>
    [1, 2, 5].map(step => ({ unit: 'year' as const, step: step * power, days: 365.25 * step * power })),
  ),
];

/** The unit if all others are too short. The longest possible time span has 110 of these units. */
const LONGEST_UNIT: Unit = { unit: 'year', step: 50_000, days: 18_262_500 };

/** Returns the first and last known day, or null if no day is known. */
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

/**
 * Returns at most `MAX_STOPS` bins of one calendar unit, from the first to the last day of all activities and of the
 * coverage. The first and last bin may be shorter than the unit.
 */
export function stopsOf(extent: DaySpan | null, coverage: readonly Coverage[]): BinScale {
  let first = extent?.earliest ?? OPEN_END;
  let last = extent?.latest ?? OPEN_START;
  for (const { from, to } of coverage) {
    first = Math.min(first, from);
    last = Math.max(last, to);
  }
  if (first > last) return { unit: 'month', step: 1, edges: [] };
  const { unit, step, edges } = binsOver(first, last, [DAY, ...MONTHS_AND_YEARS], MAX_STOPS);
  return { unit, step, edges: [first, ...edges.slice(1, -1), last + 1] };
}

/**
 * Divides the days of `stops` into finer bins for drawing bars. Returns at most `MAX_BARS` bins, and fewer for fewer
 * activities. Returns `stops` if the bins would not be finer. The first and last bin may be shorter than the unit.
 */
export function barsOf(stops: BinScale, size: number): BinScale {
  const max = Math.min(MAX_BARS, size / MIN_PER_BAR);
  const [first, end] = [stops.edges[0], stops.edges.at(-1)];
  if (max <= MAX_STOPS || first === undefined || end === undefined) return stops;
  const { unit, step, edges } = binsOver(first, end - 1, [DAY, ...WEEKS, ...MONTHS_AND_YEARS], max);
  return { unit, step, edges: [first, ...edges.filter(edge => edge > first && edge < end), end] };
}

function binsOver(first: Day, last: Day, units: readonly Unit[], max: number): BinScale {
  const length = last - first + 1;
  const { unit, step } = units.find(candidate => length / candidate.days <= max - 1) ?? LONGEST_UNIT;
  return { unit, step, edges: edgesOf(first, last, { unit, step }) };
}

function edgesOf(first: Day, last: Day, unit: BinUnit): Day[] {
  const edgeAt = ticksFrom(first, unit);
  const edges: Day[] = [];
  for (let i = 0; ; i += 1) {
    const edge = edgeAt(i);
    edges.push(edge);
    if (edge > last) return edges;
  }
}

/**
 * Returns the index of the bin that contains a day. Days outside all bins belong to the first or last bin. Bins have
 * almost equal lengths, so the index is estimated and then corrected by at most a few bins.
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
