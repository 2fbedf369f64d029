import type { DaySpan } from '../lib/day';
import type { OpenDataset } from './answer';

/*
 * An axis on which silence takes no width: places are days, less the folded days before them.
 *
 *   days     0 1 2 3 [4 5 6 7] 8 9        folds [4..7]
 *   places   0 1 2 3           4 5
 *
 * The place of a fold (4) is two days: the fold's first, and the day behind it.
 */
export type Folds = readonly DaySpan[];

/**
 * The days of gaps in which the record has nothing: folding them hides no activity. Bins finer than the stops fold from one
 * of these on, or a gap as a whole, so that a gap does not crumble. Ascending, apart from each other.
 */
export function foldsOf(
  gaps: readonly DaySpan[],
  { density, scale, stops }: Pick<OpenDataset, 'density' | 'scale' | 'stops'>,
): DaySpan[] {
  const folds: DaySpan[] = [];
  const isFiner = scale.edges.length > stops.length;
  const min = isFiner ? (stops[2] ?? stops[1] ?? 0) - (stops[1] ?? 0) : 0;
  for (const gap of gaps) {
    let open: DaySpan | null = null;
    density.total.forEach((amount, bin) => {
      const earliest = Math.max(gap.earliest, scale.edges[bin] ?? 0);
      const latest = Math.min(gap.latest, (scale.edges[bin + 1] ?? 0) - 1);
      if (earliest > latest) return;
      if (amount > 0) open = null;
      else if (open) open.latest = latest;
      else {
        open = { earliest, latest };
        folds.push(open);
      }
    });
  }
  return folds.filter(fold => fold.latest - fold.earliest + 1 >= min || gaps.some(gap => isSame(gap, fold)));
}

function isSame(one: DaySpan, other: DaySpan): boolean {
  return one.earliest === other.earliest && one.latest === other.latest;
}

/** Folds without the one that holds all of a window, which would have no width; the very same folds where none does. */
export function foldsFor(folds: Folds, window: DaySpan): Folds {
  const left = folds.filter(({ earliest, latest }) => earliest > window.earliest || latest < window.latest);
  return left.length === folds.length ? folds : left;
}

/** What folds leave of gaps. */
export function gapsLeft(gaps: readonly DaySpan[], folds: Folds): DaySpan[] {
  return gaps.flatMap(gap => {
    const inside = folds.filter(fold => fold.earliest <= gap.latest && fold.latest >= gap.earliest);
    const starts = [gap.earliest, ...inside.map(fold => fold.latest + 1)];
    const ends = [...inside.map(fold => fold.earliest - 1), gap.latest];
    return starts
      .map((earliest, i) => ({ earliest, latest: ends[i] ?? gap.latest }))
      .filter(({ earliest, latest }) => earliest <= latest);
  });
}

/** The place of a day or of an instant in days; anything inside a fold stands at the fold's place. */
export function placeOf(folds: Folds, day: number): number {
  let hidden = 0;
  for (const { earliest, latest } of folds) {
    if (day <= earliest) break;
    hidden += Math.min(day, latest + 1) - earliest;
  }
  return day - hidden;
}

/** The day at a place: at that of a fold the day behind it, or for the end of a span the fold's first day. */
export function dayAtPlace(folds: Folds, place: number, side: 'start' | 'end' = 'start'): number {
  let day = place;
  for (const { earliest, latest } of folds) {
    if (side === 'start' ? day < earliest : day <= earliest) break;
    day += latest + 1 - earliest;
  }
  return day;
}
