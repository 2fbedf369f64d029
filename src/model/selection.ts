import type { Day } from '../lib/day';
import type { FacetChoice } from './view';

/** What is chosen besides a window. */
export interface Choices {
  /** Facets that exist in the dataset and constrain, by id. */
  facets: Readonly<Record<string, FacetChoice>>;
  text: string;
}

/** Which activities a question is about: the part of a View that decides which of them are shown. */
export interface Selection extends Choices {
  /** First and last day of the window, both included; null leaves that side open. */
  from: Day | null;
  to: Day | null;
  /** The choices of another selection that this one is compared with over the same window, if any. */
  compare: Choices | null;
}

export const WHOLE: Selection = { facets: {}, text: '', from: null, to: null, compare: null };
