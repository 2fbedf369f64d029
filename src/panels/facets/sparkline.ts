import type { DaySpan } from '../../lib/day';
import type { FacetTrend } from '../../model/answer';
import { windowOf } from '../../model/selection-of';
import type { View } from '../../model/view';

/** The height of a sparkline in units of its own; it is as many wide as it has parts. */
export const SPARK_HEIGHT = 14;

/** How high the smallest number stands: one activity among many is still seen. */
const LEAST = 3;

/** The paths of all values of a facet, whose counts follow one another; all on the scale of their largest. */
export function sparkPaths(counts: FacetTrend['counts'], parts: number): readonly string[] {
  const max = counts.reduce((a, b) => Math.max(a, b), 0);
  return Array.from({ length: parts > 0 ? counts.length / parts : 0 }, (_, value) =>
    sparkPath(counts.slice(value * parts, (value + 1) * parts), max),
  );
}

/** One column a part, as high as its number; empty without any. */
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

/** From where to where the window reaches over the record, in shares of it. */
export function windowShare(view: Pick<View, 'from' | 'to'>, { earliest, latest }: DaySpan): [number, number] {
  const { from, to } = windowOf(view);
  const shareOf = (day: number) => Math.min(1, Math.max(0, (day - earliest) / (latest + 1 - earliest)));
  return [from === null ? 0 : shareOf(from), to === null ? 1 : shareOf(to + 1)];
}
