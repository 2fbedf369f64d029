import { type Day, type DaySpan, isOpen } from '../lib/day';

/** A few activities that are far in time from all others. `rest` is the span of the others. */
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

/** Datasets with fewer activities have no outliers. */
const MIN_SIZE = 8;
/** The limit is one outlier for each `SIZE_PER_OUTLIER` activities, at least one, and at most `MAX_OUTLIERS`. */
const SIZE_PER_OUTLIER = 20;
const MAX_OUTLIERS = 20;
/** Activities are outliers only if the time span without them is at most this share of the whole time span. */
const MAX_REST_SHARE = 0.2;

/**
 * Returns the outliers: the fewest activities without which the time span shrinks to a fifth or less. The distance of
 * each outlier to the span of the rest is greater than the length of that span. The search is repeated among the rest.
 * Open sides of dates are ignored. Returns null if there are no outliers.
 */
export function outliersOf(records: Columns): Outliers | null {
  const max =
    records.size < MIN_SIZE ? 0 : Math.min(MAX_OUTLIERS, Math.max(1, Math.floor(records.size / SIZE_PER_OUTLIER)));
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

/** Returns the fewest activities whose removal shrinks the time span enough, or null if they are more than `max`. */
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
      if (!cut || length(cut.rest) > span * MAX_REST_SHARE) continue;
      if (!best || length(cut.rest) < length(best.rest)) best = cut;
    }
    if (best) return best;
  }
  return null;
}

/**
 * Removes the first `low` activities of `firsts` (earliest beginning first) and the first `high` of `lasts` (latest end
 * first). Returns the removed positions and the span of the rest. Returns null if no activity remains, or if a removed
 * activity is too near to that span.
 */
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

/** Returns the positions of up to `max` activities with the smallest keys, without removed and undated ones. */
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
