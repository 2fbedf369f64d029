import type { DaySpan } from '../lib/day';
import type { Folds } from './folding';

/** The axis on which the open dataset is drawn. */
export interface TimeAxis {
  bounds: DaySpan;
  /** The silences of the sources. */
  gaps: readonly DaySpan[];
  /** Those parts of them that take no width, and what is left of them. */
  folds: Folds;
  gapsLeft: readonly DaySpan[];
}
