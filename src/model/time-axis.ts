import type { DaySpan } from '../lib/day';
import type { Folds } from './folding';

/** The time axis of the open dataset. */
export interface TimeAxis {
  bounds: DaySpan;
  /** Spans outside the coverage. */
  gaps: readonly DaySpan[];
  /**
   * `folds` are the parts of gaps without activities, which are drawn without width; `gapsLeft` are the other parts.
   */
  folds: Folds;
  gapsLeft: readonly DaySpan[];
}
