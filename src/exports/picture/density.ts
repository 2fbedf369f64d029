import type { Day } from '../../lib/day';
import { round } from './shapes';

const BAR_HEIGHT = 22;

interface Bars {
  edges: readonly Day[];
  x: (day: Day) => number;
  /** The y of the lower end of all bars. */
  bottom: number;
  /** The largest count of a bin in any lane. Its bar has the full height. */
  most: number;
}

/**
 * Returns the outline of the bars of a lane's histogram as data of an SVG path. Heights grow with the square root of
 * the counts.
 */
export function drawDensity(counts: readonly number[], { edges, x, bottom, most }: Bars): string {
  return counts
    .map((count, bin) => {
      if (count === 0) return '';
      const left = x(edges[bin] ?? 0);
      const width = Math.max(0.5, x(edges[bin + 1] ?? 0) - left);
      const height = Math.max(1, Math.round(Math.sqrt(count / most) * BAR_HEIGHT));
      return `M${round(left)} ${bottom}v${-height}h${round(width)}v${height}z`;
    })
    .join('');
}
