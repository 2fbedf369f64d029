import type { DateForm } from '../lib/date-form';
import type { Day, DaySpan } from '../lib/day';
import type { Activity, DatasetHead, Text } from './dataset';
import type { Outliers } from './outliers';
import type { Problem } from './problem';
import type { StoredRow } from './records';

/** Two facets to be counted against each other. */
export interface MatrixQuery {
  rows: AxisQuery;
  columns: AxisQuery;
  /** The edges of the time bins, ascending. */
  edges: readonly Day[];
}

/** The wanted rows or columns of a matrix. */
export interface AxisQuery {
  facet: string;
  /** Values whose child values are wanted as well. */
  opened: readonly string[];
  /** At most this many top values, and child values of each opened value: those with the most activities. */
  limit: number;
}

/** An activity as panels show it, without the fields that only its own page shows. */
export interface ActivityRow extends Omit<StoredRow, 'notes'> {
  form: DateForm;
  /** Only in the rows of a search. */
  summary?: Text;
}

/** An activity with everything that its own page shows. */
export interface WholeActivity extends Activity {
  form: DateForm;
}

export interface FacetCount {
  facet: string;
  /** In the order of the facet's values. */
  counts: readonly number[];
  none: number;
}

export interface BinUnit {
  unit: 'day' | 'week' | 'month' | 'year';
  /** How many units one bin spans: 1, 3 (a quarter), 10 (a decade) … */
  step: number;
}

/** Bins over all activities. Bin i has the days `[edges[i], edges[i + 1])`. */
export interface BinScale extends BinUnit {
  edges: readonly Day[];
}

/**
 * Activities per bin. An activity whose first day lies in a known bin counts 1 there. One whose first day may lie in
 * several bins counts in fractions over them; `vague` has the sum of these fractions, so that they can be drawn
 * fainter. One without a known first day is not counted.
 */
export interface Density {
  total: readonly number[];
  vague: readonly number[];
}

/** Number of activities in each value of the lanes' facet. */
export interface LaneCounts {
  /** In the selection. */
  inWindow: FacetCount;
  /** In the selection without its window. */
  anyTime: FacetCount;
  /** In the window without facets and text; null if the selection has neither. */
  recorded: FacetCount | null;
  /** The same for the lanes that combine several values, by lane id. */
  others: readonly { lane: string; inWindow: number; anyTime: number; recorded: number }[];
}

/** Counts for the bins `[edges[i], edges[i + 1])`. `lane` is null for the single lane of all activities. */
export interface LaneDensity {
  edges: readonly Day[];
  lanes: readonly { lane: string | null; counts: readonly number[] }[];
}

/**
 * A number of activities, and how many of them begin in each bin. The first and last bin include those that begin
 * outside.
 */
export interface Tally {
  count: number;
  bins: readonly number[];
}

/** A row or a column of the matrix: a facet's value, or `_none`. */
export interface MatrixLine extends Tally {
  value: string;
  /** Whether a value below this one has activities. */
  isParent: boolean;
}

export interface MatrixAxis {
  facet: string;
  /** Only values with activities, in the facet's order, `_none` last. */
  lines: readonly MatrixLine[];
  /** Number of further lines with activities, beyond the limit. */
  hiddenCount: number;
}

/** The selection counted by the values of two facets. */
export interface Matrix {
  rows: MatrixAxis;
  columns: MatrixAxis;
  /** Edges of the bins of every tally: `[edges[i], edges[i + 1])`. Empty if no activity has a day. */
  edges: readonly Day[];
  all: Tally;
  /** By row, then by column; null if no activity has both values. */
  cells: readonly (readonly (Tally | null)[])[];
}

/** A constraint of the selection that can be removed by itself. */
export type Constraint =
  | { kind: 'value'; facet: string; value: string; excluded: boolean }
  | { kind: 'text' }
  | { kind: 'window' };

export interface RemovalPreview {
  constraint: Constraint;
  total: number;
}

/** An open dataset: everything the page knows about it except answers. */
export interface OpenDataset {
  /** Differs for every opening, so that answers of different datasets can't be confused. */
  key: string;
  head: DatasetHead;
  total: number;
  /** First to last known day of the activities; null when there are none. */
  extent: DaySpan | null;
  /**
   * Days where a brush can end: borders of calendar units, and the first and last day of all activities and coverage.
   */
  stops: readonly Day[];
  /** The bins of every density: as fine as the strip can show if there are many activities. */
  scale: BinScale;
  /** The density of all activities. */
  density: Density;
  counts: readonly FacetCount[];
  /** A few activities far from all others; null if there are none. */
  outliers: Outliers | null;
  problems: readonly Problem[];
  /** Problems beyond those listed. */
  moreProblems: number;
}

/** The distribution over time of the activities of each value of a facet. */
export interface FacetTrend {
  facet: string;
  /**
   * `counts[v * parts + p]` activities of value v begin in part p; the index after the last value stands for no value.
   */
  counts: readonly number[];
}

export interface Trends {
  /** Number of equal parts between the first and last stop. */
  parts: number;
  facets: readonly FacetTrend[];
}

/** An activity for its own page, with its neighbours in the selection it was opened from. */
export interface OpenedActivity {
  activity: WholeActivity;
  previous: ActivityRow | null;
  next: ActivityRow | null;
  /** Similar activities, best first. */
  related: readonly ActivityRow[];
  inSelection: boolean;
}
