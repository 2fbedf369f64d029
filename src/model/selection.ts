import type { Day } from '../lib/day';
import type { FacetChoice } from './view';

/** The filters except the window. */
interface Choices {
  /** Facet id → choice, only for facets of the dataset in which something is chosen. */
  facets: Readonly<Record<string, FacetChoice>>;
  text: string;
}

/** Everything that filters activities. */
export interface Filters extends Choices {
  /** The first and last day of the window, both included. An end is null if it is open. */
  from: Day | null;
  to: Day | null;
}

/** The part of a view that decides which activities are shown. */
export interface Selection extends Filters {
  /** The filters of the other side of a comparison, its own window included. Null without a comparison. */
  compare: Filters | null;
}

export const WHOLE: Selection = { facets: {}, text: '', from: null, to: null, compare: null };
