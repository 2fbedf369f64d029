import type { Day } from '../../lib/day';
import { type StripScale, xOf } from './strip-scale';

/** The bins `[first, end)`, drawn as one bar from pixel `left` to `right`. */
export interface Bar {
  first: number;
  end: number;
  /** The number of these bins that have a width, because they are not folded. */
  count: number;
  left: number;
  right: number;
}

/** In pixels: the gap after each bar, the y of the baseline, and the height of one activity. */
export interface Measures {
  gap: number;
  base: number;
  each: number;
}

/** Bars have gaps between them if the mean distance from one bar to the next is at least this many pixels. */
const WIDE = 3;

/** From this value on, an amount counts as one activity or more. Sums of fractions have rounding errors. */
const ONE = 1 - 1e-6;

/** The minimum height in pixels of a bar of one activity or more, so that one activity is visible next to a million. */
const MIN_HEIGHT = 1;

/** Places bars on whole pixels: one for each bin or, if bins are narrower, for each pixel. Folded bins get no bar. */
export function barPlaces(scale: StripScale, edges: readonly Day[]): { bars: Bar[]; gap: number } {
  const offsets = edges.map(edge => xOf(scale, edge));
  const bars: Bar[] = [];
  offsets.slice(1).forEach((stop, first) => {
    const start = offsets[first] ?? stop;
    if (start === stop) return;
    const [left, right] = [Math.round(start), Math.round(stop)];
    const [last, end] = [bars.at(-1), first + 1];
    // A bin narrower than a pixel joins the neighbouring bar.
    if (last && (left === right || last.left === last.right)) {
      Object.assign(last, { end, right, count: last.count + 1 });
    } else {
      bars.push({ first, end, count: 1, left, right });
    }
  });
  return { bars, gap: scale.width < (edges.length - 1) * WIDE ? 0 : 1 };
}

/** Returns the bars as an SVG path. The height of a bar is the mean of its bins. Bars without height are left out. */
export function barPath(
  bars: readonly Bar[],
  { gap, base, each }: Measures,
  amountIn: (bin: number) => number,
): string {
  let path = '';
  let at: number | null = null;
  for (const { first, end, count, left, right } of bars) {
    let amount = 0;
    for (let bin = first; bin < end; bin += 1) amount += amountIn(bin);
    const height = Math.max(amount < ONE ? 0 : MIN_HEIGHT, (amount / count) * each);
    if (tenths(height) === 0) continue;
    if (at === null) path += `M${left} ${base}`;
    else if (at !== left) path += `V${base}H${left}`;
    at = Math.max(left, right - gap);
    path += `V${tenths(base - height)}H${at}`;
  }
  return path && `${path}V${base}`;
}

/** Rounds to tenths of a pixel, which keeps paths short without visible change. */
function tenths(length: number): number {
  return Math.round(length * 10) / 10;
}
