import { ticksFrom } from '../../lib/axis-ticks';
import { type Day, type DaySpan, isOpen, OPEN_END, OPEN_START } from '../../lib/day';
import type { BinScale, BinUnit } from '../../model/answer';
import type { Coverage } from '../../model/dataset';

/** Sides of the brush are found by hand among so many stops, and no more. */
const MAX_STOPS = 180;

/** About as many bars as the strip of a wide screen has pixels. */
const MAX_BARS = 1400;

/** With fewer activities a bar, its height would tell of chance. */
const MIN_A_BAR = 30;

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

/** The longest possible record has 110 of these. */
const LONGEST: Unit = { unit: 'year', step: 50_000, days: 18_262_500 };

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

/** Few bins of a calendar's unit over the record and the periods its sources cover. The outer ones end where these end. */
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

/** Bins of the same days, but finer where there are activities enough: about a pixel each. The outer ones may be cut. */
export function barsOf(stops: BinScale, size: number): BinScale {
  const max = Math.min(MAX_BARS, size / MIN_A_BAR);
  const [first, end] = [stops.edges[0], stops.edges.at(-1)];
  if (max <= MAX_STOPS || first === undefined || end === undefined) return stops;
  const { unit, step, edges } = binsOver(first, end - 1, [DAY, ...WEEKS, ...MONTHS_AND_YEARS], max);
  return { unit, step, edges: [first, ...edges.filter(edge => edge > first && edge < end), end] };
}

function binsOver(first: Day, last: Day, units: readonly Unit[], max: number): BinScale {
  const length = last - first + 1;
  const { unit, step } = units.find(candidate => length / candidate.days <= max - 1) ?? LONGEST;
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
