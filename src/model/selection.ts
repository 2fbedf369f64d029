import type { Day } from '../lib/day';
import type { FacetChoice } from './view';

/** The filters of a selection other than its window. */
export interface Choices {
  /** Facet id → choice, for facets of the dataset that filter. */
  facets: Readonly<Record<string, FacetChoice>>;
  text: string;
}

/** The part of a View that decides which activities are shown. */
export interface Selection extends Choices {
  /** First and last day of the window, both included; null leaves that side open. */
  from: Day | null;
  to: Day | null;
  /** The choices of the selection that this one is compared with, over the same window. */
  compare: Choices | null;
}

export const WHOLE: Selection = { facets: {}, text: '', from: null, to: null, compare: null };
