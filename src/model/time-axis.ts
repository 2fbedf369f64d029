import type { DaySpan } from '../lib/day';
import type { OpenDataset } from './answer';
import { boundsOf, gapsOf, silentDays } from './bounds';
import { type Folds, foldsFor, foldsOf, gapsLeft, isFolding } from './folding';
import type { View } from './view';
import { shownWindow } from './window';

export interface TimeAxis {
  bounds: DaySpan;
  gaps: readonly DaySpan[];
  /** The number of days outside the coverage. */
  silentDays: number;
  isFolding: boolean;
  /**
   * `folds` are the parts of gaps that are drawn without width, because no activity begins there. `gapsLeft` are the
   * other parts.
   */
  folds: Folds;
  gapsLeft: readonly DaySpan[];
}

/** The part of the time axis that does not depend on the window. */
export interface AxisBase extends Omit<TimeAxis, 'folds' | 'gapsLeft'> {
  folded: Folds;
}

/**
 * Returns the part of the time axis that does not depend on the window. `shown` is the view's choice to fold or show
 * gaps. Returns null if the dataset has no days.
 */
export function axisBase(open: OpenDataset, shown: View['gaps']): AxisBase | null {
  const bounds = boundsOf(open);
  if (!bounds) return null;
  const { coverage } = open.head;
  const gaps = gapsOf(coverage, bounds);
  const silence = { bounds, silentDays: silentDays(coverage, bounds) };
  const isFolded = isFolding({ gaps: shown }, silence);
  return { ...silence, gaps, isFolding: isFolded, folded: isFolded ? foldsOf(gaps, open) : [] };
}

export function axisIn({ folded, ...axis }: AxisBase, window: Pick<View, 'from' | 'to'>): TimeAxis {
  const folds = foldsFor(folded, shownWindow(window, axis.bounds));
  return { ...axis, folds, gapsLeft: gapsLeft(axis.gaps, folds) };
}
