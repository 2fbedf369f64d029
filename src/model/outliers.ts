import { type Day, type DaySpan, isOpen } from '../lib/day';

/** A few activities far beyond all others, and the span of these. */
export interface Outliers {
  activities: readonly (DaySpan & { id: string })[];
  rest: DaySpan;
}

interface Columns {
  size: number;
  earliest: ArrayLike<Day>;
  latest: ArrayLike<Day>;
  idAt(position: number): string;
}

/** Fewer activities than this have no rest that others could be far from. */
const MIN_SIZE = 8;
/** At most one in so many is far off, and never more than `MOST` at once. */
const ONE_IN = 20;
const MOST = 20;
/** The rest keeps at most this part of the whole span, or nothing is squeezed. */
const LARGEST_REST = 0.2;

/**
 * The activities that squeeze the rest of the record: as few as possible, at most one in twenty, without which the record's
 * span shrinks to a fifth or less. Each ends further before the rest, or begins further behind it, than the rest is long, or
 * reaches that far. An open side of a date counts for nothing. Null where there are none.
 */
export function outliersOf(records: Columns): Outliers | null {
  const max = records.size < MIN_SIZE ? 0 : Math.min(MOST, Math.max(1, Math.floor(records.size / ONE_IN)));
  const removed = new Set<number>();
  let rest: DaySpan | null = null;
  while (removed.size < max) {
    const found = nearestCut(records, removed, max - removed.size);
    if (!found) break;
    rest = found.rest;
    for (const position of found.positions) removed.add(position);
  }
  if (!rest) return null;
  const positions = [...removed].sort((a, b) => a - b);
  const activities = positions.map(position => ({
    id: records.idAt(position),
    earliest: records.earliest[position] ?? 0,
    latest: records.latest[position] ?? 0,
  }));
  return { activities, rest };
}

interface Cut {
  positions: readonly number[];
  rest: DaySpan;
}

/** The fewest activities, of those that are left, whose removal leaves a fifth of the span. */
function nearestCut(records: Columns, removed: ReadonlySet<number>, max: number): Cut | null {
  const firsts = extremes(records, removed, max + 1, position => startOf(records, position));
  const lasts = extremes(records, removed, max + 1, position => -endOf(records, position));
  const [first, last] = [firsts[0], lasts[0]];
  if (first === undefined || last === undefined) return null;
  const span = endOf(records, last) - startOf(records, first) + 1;
  for (let count = 1; count <= max; count += 1) {
    let best: Cut | null = null;
    for (let low = 0; low <= count; low += 1) {
      const cut = cutOf(records, firsts, lasts, low, count - low);
      if (!cut || length(cut.rest) > span * LARGEST_REST) continue;
      if (!best || length(cut.rest) < length(best.rest)) best = cut;
    }
    if (best) return best;
  }
  return null;
}

/** Without the first of these by their starts and the first of those by their ends; null where no day would be left. */
function cutOf(
  records: Columns,
  firsts: readonly number[],
  lasts: readonly number[],
  low: number,
  high: number,
): Cut | null {
  const positions = new Set([...firsts.slice(0, low), ...lasts.slice(0, high)]);
  const first = firsts.find(position => !positions.has(position));
  const last = lasts.find(position => !positions.has(position));
  if (first === undefined || last === undefined) return null;
  const rest = { earliest: startOf(records, first), latest: endOf(records, last) };
  const isFar = [...positions].every(
    position =>
      rest.earliest - startOf(records, position) > length(rest) ||
      endOf(records, position) - rest.latest > length(rest),
  );
  return isFar ? { positions: [...positions], rest } : null;
}

/** The positions with the smallest keys, ascending; those without any known day are passed over. */
function extremes(
  { size, earliest, latest }: Columns,
  removed: ReadonlySet<number>,
  max: number,
  keyOf: (position: number) => number,
): number[] {
  const positions: number[] = [];
  const keys: number[] = [];
  for (let position = 0; position < size; position += 1) {
    const key = keyOf(position);
    if (keys.length === max && key >= (keys[max - 1] ?? 0)) continue;
    if (removed.has(position) || (isOpen(earliest[position] ?? 0) && isOpen(latest[position] ?? 0))) continue;
    let at = Math.min(keys.length, max - 1);
    for (; at > 0 && (keys[at - 1] ?? 0) > key; at -= 1) {
      keys[at] = keys[at - 1] ?? 0;
      positions[at] = positions[at - 1] ?? 0;
    }
    keys[at] = key;
    positions[at] = position;
  }
  return positions;
}

function startOf({ earliest, latest }: Columns, position: number): Day {
  const day = earliest[position] ?? 0;
  return isOpen(day) ? (latest[position] ?? 0) : day;
}

function endOf({ earliest, latest }: Columns, position: number): Day {
  const day = latest[position] ?? 0;
  return isOpen(day) ? (earliest[position] ?? 0) : day;
}

function length({ earliest, latest }: DaySpan): number {
  return latest - earliest + 1;
}
