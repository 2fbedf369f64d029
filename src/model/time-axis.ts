import type { DaySpan } from '../lib/day';
import type { Folds } from './folding';

/** The time axis of the open dataset. */
export interface TimeAxis {
  bounds: DaySpan;
  /** Spans that no source covers. */
  gaps: readonly DaySpan[];
  /** The folded parts of gaps, which have no width, and the parts that are left. */
  folds: Folds;
  gapsLeft: readonly DaySpan[];
}
