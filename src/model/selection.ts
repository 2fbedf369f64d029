import type { Day } from '../lib/day';
import type { FacetChoice } from './view';

interface Choices {
  /** Maps a facet id to its choice. Only facets of the dataset with a choice are present. */
  facets: Readonly<Record<string, FacetChoice>>;
  text: string;
}

export interface Filters extends Choices {
  /** The first and last day of the window, both included. Null for an open side. */
  from: Day | null;
  to: Day | null;
}

/** The part of a view that decides which activities are shown. */
export interface Selection extends Filters {
  /** The filters and the window of the other side of a comparison. Null without a comparison. */
  compare: Filters | null;
}

export const WHOLE: Selection = { facets: {}, text: '', from: null, to: null, compare: null };
