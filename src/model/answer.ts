import type { DateForm } from '../lib/date-form';
import type { Day, DaySpan } from '../lib/day';
import type { RecordChanges } from './changes';
import type { Activity, DatasetHead, SourceRef, Text } from './dataset';
import type { Outliers } from './outliers';
import type { Problem, Unlisted } from './problem';
import type { ReadTable } from './reading';
import type { StoredRow } from './records';

/** Asks for a matrix of two facets: the number of activities for each pair of values. */
export interface MatrixQuery {
  rows: AxisQuery;
  columns: AxisQuery;
  /** The ascending edges of the time bins. Bin i has the days from `edges[i]` up to, not including, `edges[i + 1]`. */
  edges: readonly Day[];
}

/** The wanted rows or columns of a matrix: values of a facet. */
export interface AxisQuery {
  facet: string;
  opened: readonly string[];
  /** The maximum number of top values, and of children of each opened value. The most frequent values are taken. */
  limit: number;
}

/** An activity as panels show it, without the fields for the activity's own page. */
export interface ActivityRow extends Omit<StoredRow, 'notes'> {
  form: DateForm;
  /** Only present if the selection has a search text, or if the want asks for details. */
  summary?: Text;
  /** Only present if the want asks for details. */
  source?: SourceRef;
  /** Only present if the want asks for `values`. */
  values?: Activity['values'];
}

export interface WholeActivity extends Activity {
  form: DateForm;
}

export interface FacetCount {
  facet: string;
  /** The number of activities of each value, in the order of the facet's values. */
  counts: readonly number[];
  none: number;
}

/** The counts of a facet's values on side A of a comparison, on side B, and on both sides at once. */
export interface FacetDifference {
  facet: string;
  a: FacetCount;
  b: FacetCount;
  both: FacetCount;
}

export interface BinUnit {
  unit: 'day' | 'week' | 'month' | 'year';
  /** The number of units in one bin: 1, 3 (a quarter), 10 (a decade) … */
  step: number;
}

/** Bins over all activities. Bin i has the days from `edges[i]` up to, not including, `edges[i + 1]`. */
export interface BinScale extends BinUnit {
  edges: readonly Day[];
}

/**
 * The number of activities in each bin, by first day. If the first day of an activity may lie in several bins, each of
 * them counts a fraction. Activities without a known first day are not counted. `vague` is the part of `total` that
 * consists of fractions, which is drawn fainter.
 */
export interface Density {
  total: readonly number[];
  vague: readonly number[];
}

export interface LaneCounts {
  inWindow: FacetCount;
  /** Counts for the selection without its window. */
  anyTime: FacetCount;
  /** Counts for the window without facet choices and text. Null if the selection has neither. */
  recorded: FacetCount | null;
  /** The same counts for the lanes that combine several values. `lane` is the id of such a lane. */
  others: readonly { lane: string; inWindow: number; anyTime: number; recorded: number }[];
}

/**
 * For each lane, the number of activities that begin in each bin. Bin i has the days from `edges[i]` up to, not
 * including, `edges[i + 1]`. `lane` is null for the single lane of all activities.
 */
export interface LaneDensity {
  edges: readonly Day[];
  lanes: readonly { lane: string | null; counts: readonly number[] }[];
}

/**
 * A number of activities, and how many of them begin in each bin. An activity that begins outside all bins counts in
 * the nearest bin. An activity without a date counts in no bin.
 */
export interface Tally {
  count: number;
  bins: readonly number[];
}

export interface MatrixLine extends Tally {
  value: string;
  /** Whether any value below this value has activities. */
  isParent: boolean;
}

export interface MatrixAxis {
  facet: string;
  /** The values with activities, in the facet's order. `_none` comes last. */
  lines: readonly MatrixLine[];
  /** The number of lines with activities that are left out because of the limit. */
  hiddenCount: number;
}

export interface Matrix {
  rows: MatrixAxis;
  columns: MatrixAxis;
  /** Bin i has the days from `edges[i]` up to, not including, `edges[i + 1]`. Empty without known days. */
  edges: readonly Day[];
  all: Tally;
  /** `cells[r][c]` is the tally for row r and column c. It is null if no activity has both values. */
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
  /** A key that differs each time a dataset is opened, so that replies from different datasets can't be confused. */
  key: string;
  head: DatasetHead;
  total: number;
  /** The first and last known day of the activities; null if no day is known. */
  extent: DaySpan | null;
  /** The days at which a side of the brush can end: first days of calendar units, and the ends of the axis. */
  stops: readonly Day[];
  /** The bins of every `Density`. With many activities, they are as narrow as the strip can show. */
  scale: BinScale;
  density: Density;
  counts: readonly FacetCount[];
  /** A few activities that are far in time from all others; null if there are none. */
  outliers: Outliers | null;
  problems: readonly Problem[];
  /** The numbers of further problems, which are not in `problems`. */
  unlisted: Unlisted;
  /** How the table was read. Only set for a table that the reader opened as a file or text. */
  table?: ReadTable;
  /** The differences to the dataset that was open before. Only set if both have mostly the same ids. */
  changes?: RecordChanges;
}

/** For each value of a facet, the distribution of its activities over time. */
export interface FacetTrend {
  facet: string;
  /** `counts[v * parts + p]` counts value v in part p of the time. The last v counts activities without a value. */
  counts: readonly number[];
}

export interface RecordFacts {
  dates: readonly { form: DateForm; count: number }[];
  periods: readonly number[];
}

export interface Trends {
  /** The number of equal parts into which the time between the first and the last stop is divided. */
  parts: number;
  facets: readonly FacetTrend[];
}

/** An activity's own page. The neighbours are those in the selection from which it was opened. */
export interface OpenedActivity {
  activity: WholeActivity;
  previous: ActivityRow | null;
  next: ActivityRow | null;
  related: readonly ActivityRow[];
  inSelection: boolean;
}
