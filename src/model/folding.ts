import type { DaySpan } from '../lib/day';
import type { OpenDataset } from './answer';
import type { View } from './view';

/*
 * Folds are spans without activities that have no width on the time axis. An axis position is a day minus the number of
 * folded days before it.
 *
 *   days             0 1 2 3 [4 5 6 7] 8 9        folds [4..7]
 *   axis positions   0 1 2 3           4 5
 *
 * A fold begins and ends at the same axis position (4), which is that of the fold's first day and of the day after it.
 */
export type Folds = readonly DaySpan[];

/** If gaps take up more than this share of the time axis, they are folded by default. */
const MOST_SILENCE = 0.2;

/** The days of the time axis, and how many of them are outside the coverage. Both decide the default of folding. */
interface Silence {
  bounds: DaySpan;
  silentDays: number;
}

function isFoldingByDefault({ bounds, silentDays }: Silence): boolean {
  return silentDays > (bounds.latest - bounds.earliest + 1) * MOST_SILENCE;
}

/** Returns whether gaps are folded. If the view does not say, they are folded if they take up much of the time axis. */
export function isFolding({ gaps }: Pick<View, 'gaps'>, silence: Silence): boolean {
  return gaps === null ? isFoldingByDefault(silence) : gaps === 'fold';
}

/** Returns the change to the view that folds or shows gaps. `gaps` becomes null if the default has the same effect. */
export function foldingPatch(isFolded: boolean, silence: Silence): Pick<View, 'gaps'> {
  if (isFolded === isFoldingByDefault(silence)) return { gaps: null };
  return { gaps: isFolded ? 'fold' : 'show' };
}

/**
 * Returns the folds, ascending and disjoint. A fold is a part of a gap: consecutive bins in which no activity can
 * begin. If bins are finer than stops, parts shorter than a stop are left out, because many short folds would split a
 * gap. A short part that is a whole gap is kept.
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

/**
 * Returns the folds without those that contain the whole window, because such a window would have no width. Returns the
 * same array if there are none.
 */
export function foldsFor(folds: Folds, window: DaySpan): Folds {
  const left = folds.filter(({ earliest, latest }) => earliest > window.earliest || latest < window.latest);
  return left.length === folds.length ? folds : left;
}

/** Returns the parts of gaps that are not folded. */
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

/** Returns the axis position of a day, which may have a fraction. All days inside a fold have the same position. */
export function axisPosition(folds: Folds, day: number): number {
  let hidden = 0;
  for (const { earliest, latest } of folds) {
    if (day <= earliest) break;
    hidden += Math.min(day, latest + 1) - earliest;
  }
  return day - hidden;
}

/**
 * Returns the day at an axis position. At a fold, returns the day after the fold or, with side `end`, the first day of
 * the fold.
 */
export function dayAtPosition(folds: Folds, position: number, side: 'start' | 'end' = 'start'): number {
  let day = position;
  for (const { earliest, latest } of folds) {
    if (side === 'start' ? day < earliest : day <= earliest) break;
    day += latest + 1 - earliest;
  }
  return day;
}
