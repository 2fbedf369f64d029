import type { Day } from '../../lib/day';
import { type StripScale, xOf } from './strip-scale';

/** The bins from `first` up to, not including, `end`, which are drawn as one between two places in pixels. */
export interface Bar {
  first: number;
  end: number;
  left: number;
  right: number;
}

/** In pixels: what is left free behind each bar, where all stand, and how high one activity is. */
interface Measures {
  gap: number;
  base: number;
  each: number;
}

/** Narrower ones stand on whole pixels, side by side. */
const WIDE = 3;

/** As near to one as sums of fractions come. */
const ONE = 1 - 1e-6;

/** An activity is always to be seen, be it one of a million. */
const LEAST_HEIGHT = 1;

const LEAST_DRAWN = 0.05;

/** One bar a bin, or one a pixel where bins are narrower, with the gap between two; none for what is folded. */
export function barsOf(scale: StripScale, edges: readonly Day[]): { bars: Bar[]; gap: number } {
  const isWide = scale.width >= (edges.length - 1) * WIDE;
  const places = edges.map(edge => xOf(scale, edge));
  const bars: Bar[] = [];
  places.slice(1).forEach((end, first) => {
    const start = places[first] ?? end;
    if (start === end) return;
    const [left, right] = isWide ? [start, end] : [Math.round(start), Math.round(end)];
    const last = bars.at(-1);
    // What has no pixel of its own shares that of the bins beside it.
    if (last && (left === right || last.left === last.right)) Object.assign(last, { end: first + 1, right });
    else bars.push({ first, end: first + 1, left, right });
  });
  return { bars, gap: isWide ? 1 : 0 };
}

/** Bars as the path of an SVG, as high as their bins are on average; those of no height are left out. */
export function barPath(
  bars: readonly Bar[],
  { gap, base, each }: Measures,
  amountIn: (bin: number) => number,
): string {
  let path = '';
  let at: number | null = null;
  for (const { first, end, left, right } of bars) {
    let amount = 0;
    for (let bin = first; bin < end; bin += 1) amount += amountIn(bin);
    const height = Math.max(amount < ONE ? 0 : LEAST_HEIGHT, (amount / (end - first)) * each);
    if (height < LEAST_DRAWN) continue;
    if (at === null) path += `M${tenths(left)} ${base}`;
    else if (at !== left) path += `V${base}H${tenths(left)}`;
    at = right - gap;
    path += `V${tenths(base - height)}H${tenths(at)}`;
  }
  return path && `${path}V${base}`;
}

/** Lengths are written in tenths of a pixel, which nobody tells from each other. */
function tenths(length: number): number {
  return Math.round(length * 10) / 10;
}
