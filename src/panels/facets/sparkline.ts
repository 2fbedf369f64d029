import type { DaySpan } from '../../lib/day';
import type { FacetTrend } from '../../model/answer';
import { windowOf } from '../../model/selection-of';
import type { View } from '../../model/view';

/** The height of a sparkline's viewBox. Each column is 1 wide. */
export const SPARK_HEIGHT = 14;

/** The height of a column with a count of 1. A lower column would be invisible next to large counts. */
const LEAST = 3;

/** Returns one SVG path per value, all on the same scale. `counts` lists `parts` numbers for each value in turn. */
export function sparkPaths(counts: FacetTrend['counts'], parts: number): readonly string[] {
  const max = counts.reduce((a, b) => Math.max(a, b), 0);
  return Array.from({ length: parts > 0 ? counts.length / parts : 0 }, (_, value) =>
    sparkPath(counts.slice(value * parts, (value + 1) * parts), max),
  );
}

/**
 * Returns one number per value: the mean index of the periods in which the value's activities begin, or -1 for a value
 * without activities. `counts` and `parts` have the same meaning as in `sparkPaths`.
 */
export function meanTimes(counts: FacetTrend['counts'], parts: number): readonly number[] {
  return Array.from({ length: parts > 0 ? counts.length / parts : 0 }, (_, value) => {
    const own = counts.slice(value * parts, (value + 1) * parts);
    const total = own.reduce((sum, count) => sum + count, 0);
    return total === 0 ? -1 : own.reduce((sum, count, part) => sum + count * part, 0) / total;
  });
}

/** Returns the SVG path of one value, with a column for each count. The path is empty if all counts are zero. */
function sparkPath(counts: ArrayLike<number>, max: number): string {
  let path = '';
  let isDown = true;
  for (let part = 0; part < counts.length; part += 1) {
    const count = counts[part] ?? 0;
    if (count === 0) {
      if (!isDown) path += `V${SPARK_HEIGHT}`;
      isDown = true;
      continue;
    }
    if (isDown) path += `M${part} ${SPARK_HEIGHT}`;
    isDown = false;
    const height = max > 1 ? LEAST + ((count - 1) / (max - 1)) * (SPARK_HEIGHT - LEAST) : LEAST;
    path += `V${Math.round((SPARK_HEIGHT - height) * 100) / 100}h1`;
  }
  return isDown ? path : `${path}V${SPARK_HEIGHT}`;
}

/** Returns the start and end of the view's window as fractions (0 to 1) of the dataset's time span. */
export function windowShare(view: Pick<View, 'from' | 'to'>, { earliest, latest }: DaySpan): [number, number] {
  const { from, to } = windowOf(view);
  const shareOf = (day: number) => Math.min(1, Math.max(0, (day - earliest) / (latest + 1 - earliest)));
  return [from === null ? 0 : shareOf(from), to === null ? 1 : shareOf(to + 1)];
}
