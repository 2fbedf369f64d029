import type { Day } from '../lib/day';
import type { FacetChoice } from './view';

/** The filters of a selection, except its window. */
export interface Choices {
  /** Facet id → choice, only for facets of the dataset in which something is chosen. */
  facets: Readonly<Record<string, FacetChoice>>;
  text: string;
}

/** The part of a view that decides which activities are shown. */
export interface Selection extends Choices {
  /** The first and last day of the window, both included. A side is null if it is open. */
  from: Day | null;
  to: Day | null;
  /** The choices with which this selection is compared over the same window. Null without a comparison. */
  compare: Choices | null;
}

export const WHOLE: Selection = { facets: {}, text: '', from: null, to: null, compare: null };
