import type { DateForm } from '../lib/date-form';
import type { Day, DaySpan } from '../lib/day';
import type { RecordChanges } from './changes';
import type { Activity, DatasetHead, SourceRef, Text } from './dataset';
import type { Outliers } from './outliers';
import type { Problem } from './problem';
import type { ReadTable } from './reading';
import type { StoredRow } from './records';

/** Asks for a matrix of two facets: the number of activities with each value of one facet and each value of the other. */
export interface MatrixQuery {
  rows: AxisQuery;
  columns: AxisQuery;
  /** The edges of the time bins, ascending: bin i has the days from `edges[i]` up to, not including, `edges[i + 1]`. */
  edges: readonly Day[];
}

/** The wanted rows or columns of a matrix: values of a facet. */
export interface AxisQuery {
  facet: string;
  /** Ids of values whose child values are wanted as well. */
  opened: readonly string[];
  /**
   * The maximum number of top values, and of child values of each opened value. If there are more, the values with the
   * most activities are returned.
   */
  limit: number;
}

/** An activity as panels show it, without the fields that are shown only on the activity's own page. */
export interface ActivityRow extends Omit<StoredRow, 'notes'> {
  form: DateForm;
  /** Only present if the selection has a search text, or if the want asks for details. */
  summary?: Text;
  /** Only present if the want asks for details. */
  source?: SourceRef;
  /** Only present if the want asks for `values`. */
  values?: Activity['values'];
}

/** An activity with all its fields, as shown on the activity's own page. */
export interface WholeActivity extends Activity {
  form: DateForm;
}

export interface FacetCount {
  facet: string;
  /** The number of activities of each value, in the order of the facet's values. */
  counts: readonly number[];
  none: number;
}

/**
 * The number of activities of each value of a facet on side A of a comparison, on side B, and on both sides at once. The
 * filters of a side include its choices in this facet.
 */
export interface FacetDifference {
  facet: string;
  a: FacetCount;
  b: FacetCount;
  both: FacetCount;
}

export interface BinUnit {
  unit: 'day' | 'week' | 'month' | 'year';
  /** Number of units in one bin: 1, 3 (a quarter), 10 (a decade) … */
  step: number;
}

/** Bins over all activities. Bin i has the days from `edges[i]` up to, not including, `edges[i + 1]`. */
export interface BinScale extends BinUnit {
  edges: readonly Day[];
}

/**
 * The number of activities in each bin. An activity counts 1 in the bin of its first day. If the first day may lie in
 * several bins, a fraction of 1 counts in each of these bins. An activity without a known first day is not counted.
 * `vague` is the part of `total` that consists of fractions, so that this part can be drawn fainter.
 */
export interface Density {
  total: readonly number[];
  vague: readonly number[];
}

/** The number of activities of each value of the lanes' facet. */
export interface LaneCounts {
  /** Counts in the selection. */
  inWindow: FacetCount;
  /** Counts in the selection without its window. */
  anyTime: FacetCount;
  /** Counts in the window, ignoring facet choices and text. Null if the selection has no facet choices and no text. */
  recorded: FacetCount | null;
  /** The same counts for lanes that combine several values. `lane` is the id of such a lane. */
  others: readonly { lane: string; inWindow: number; anyTime: number; recorded: number }[];
}

/**
 * The number of activities in each lane that begin in each bin. Bin i has the days from `edges[i]` up to, not
 * including, `edges[i + 1]`. `lane` is the lane's id, or null for the single lane of all activities.
 */
export interface LaneDensity {
  edges: readonly Day[];
  lanes: readonly { lane: string | null; counts: readonly number[] }[];
}

/**
 * A number of activities, and how many of them begin in each bin. An activity that begins before the first bin or after
 * the last bin counts in the nearest bin. An activity without a date counts in no bin.
 */
export interface Tally {
  count: number;
  bins: readonly number[];
}

/** A row or a column of the matrix: a facet's value, or `_none`. */
export interface MatrixLine extends Tally {
  value: string;
  /** Whether any value below this value has activities. */
  isParent: boolean;
}

export interface MatrixAxis {
  facet: string;
  /** The values with activities, in the facet's order, followed by `_none`. */
  lines: readonly MatrixLine[];
  /** The number of lines that have activities but are left out because of the limit. */
  hiddenCount: number;
}

/** The selection counted by the values of two facets. */
export interface Matrix {
  rows: MatrixAxis;
  columns: MatrixAxis;
  /**
   * Edges of the bins of every tally: bin i has the days from `edges[i]` up to, not including, `edges[i + 1]`. Empty if
   * no activity has a known day.
   */
  edges: readonly Day[];
  all: Tally;
  /** The tally for row r and column c is `cells[r][c]`, which is null if no activity has both values. */
  cells: readonly (readonly (Tally | null)[])[];
}

/** A constraint of the selection: one value, the text, or the window. */
export type Constraint =
  | { kind: 'value'; facet: string; value: string; excluded: boolean }
  | { kind: 'text' }
  | { kind: 'window' };

export interface RemovalPreview {
  constraint: Constraint;
  total: number;
}

/** An open dataset: everything that the page knows about it, except replies to wants. */
export interface OpenDataset {
  /**
   * A key that is different each time a dataset is opened, so that replies from different datasets can't be confused.
   */
  key: string;
  head: DatasetHead;
  total: number;
  /** The first and last known day of the activities. Null if no activity has a known day. */
  extent: DaySpan | null;
  /**
   * The days at which a side of the brush can end: the first days of calendar units, and the two ends of the time that
   * all activities and the coverage span.
   */
  stops: readonly Day[];
  /** The bins of every `Density`. With many activities, they are as narrow as the strip can show. */
  scale: BinScale;
  /** The density of all activities. */
  density: Density;
  counts: readonly FacetCount[];
  /** A few activities that are far in time from all others. Null if there are none. */
  outliers: Outliers | null;
  problems: readonly Problem[];
  /** The number of problems that are not in `problems`, because there are too many. */
  moreProblems: number;
  /** How the table was read. Present only for a table in a file or text of the reader. */
  table?: ReadTable;
  /**
   * The differences between this dataset and the one that was open before. Set only if a table was opened and most of
   * its ids are also in the earlier dataset.
   */
  changes?: RecordChanges;
}

/** For each value of a facet, the distribution of its activities over time. */
export interface FacetTrend {
  facet: string;
  /**
   * `counts[v * parts + p]` is the number of activities of value v that begin in part p of the time. If v is the number
   * of values, the counts are those of activities without a value.
   */
  counts: readonly number[];
}

/** Facts about all activities of the dataset. */
export interface RecordFacts {
  /** The number of activities for each form of dates, the most frequent form first. */
  dates: readonly { form: DateForm; count: number }[];
  /** The number of activities that begin in each of the wanted periods. */
  periods: readonly number[];
}

export interface Trends {
  /** The number of equal parts into which the time between the first and last stop is divided. */
  parts: number;
  facets: readonly FacetTrend[];
}

/**
 * The content of an activity's own page: the activity, its neighbours in the selection from which it was opened, and
 * related activities.
 */
export interface OpenedActivity {
  activity: WholeActivity;
  previous: ActivityRow | null;
  next: ActivityRow | null;
  /** Similar activities, best first. */
  related: readonly ActivityRow[];
  inSelection: boolean;
}
