import type { Day } from '../../lib/day';
import { type StripScale, xOf } from './strip-scale';

/** The bins from `first` up to, not including, `end`, drawn as one between two pixels. */
export interface Bar {
  first: number;
  end: number;
  /** How many of these bins are not folded. */
  count: number;
  left: number;
  right: number;
}

/** In pixels: what is left free behind each bar, where all stand, and how high one activity is. */
interface Measures {
  gap: number;
  base: number;
  each: number;
}

/** Narrower ones, on average, stand side by side. */
const WIDE = 3;

/** As near to one as sums of fractions come. */
const ONE = 1 - 1e-6;

/** An activity is always to be seen, be it one of a million. */
const MIN_HEIGHT = 1;

/** One bar a bin on whole pixels, or one a pixel where bins are narrower, with the gap between two; none for what is folded. */
export function barPlaces(scale: StripScale, edges: readonly Day[]): { bars: Bar[]; gap: number } {
  const places = edges.map(edge => xOf(scale, edge));
  const bars: Bar[] = [];
  places.slice(1).forEach((place, first) => {
    const start = places[first] ?? place;
    if (start === place) return;
    const [left, right] = [Math.round(start), Math.round(place)];
    const [last, end] = [bars.at(-1), first + 1];
    // What has no pixel of its own shares that of the bins beside it.
    if (last && (left === right || last.left === last.right)) {
      Object.assign(last, { end, right, count: last.count + 1 });
    } else {
      bars.push({ first, end, count: 1, left, right });
    }
  });
  return { bars, gap: scale.width < (edges.length - 1) * WIDE ? 0 : 1 };
}

/** Bars as the path of an SVG, as high as their bins are on average; those of no height are left out. */
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

/** Heights are written in tenths of a pixel, which nobody tells from each other. */
function tenths(length: number): number {
  return Math.round(length * 10) / 10;
}
