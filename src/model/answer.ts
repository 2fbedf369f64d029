import type { Day, DaySpan } from '../lib/day';
import type { Activity, DatasetHead, Place, Text } from './dataset';
import type { Outliers } from './outliers';
import type { Problem } from './problem';

/** Two facets to be counted against each other. */
export interface MatrixQuery {
  rows: AxisQuery;
  columns: AxisQuery;
  /** Of the bins, ascending. */
  edges: readonly Day[];
}

/** What is wanted of one side of the matrix. */
export interface AxisQuery {
  facet: string;
  /** The values of which those below are wanted, too. */
  opened: readonly string[];
  /** How many of the top values, and of those below an opened one: the ones with the most activities. */
  limit: number;
}

/** An activity as the panels show it, without what only its own page needs. */
export interface ActivityRow extends DaySpan {
  id: string;
  date: string;
  title: Text;
  short?: Text;
  /** Only in the rows of a search. */
  summary?: Text;
  /** What is searched besides: why a date is partial, and the note on the source. Not in answers. */
  notes?: readonly Text[];
  tags: Readonly<Record<string, readonly string[]>>;
  place?: Place;
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

/** The record's first to last bin; bin i covers the days from `edges[i]` up to, not including, `edges[i + 1]`. */
export interface BinScale extends BinUnit {
  edges: readonly Day[];
}

/**
 * Activities per bin. One whose day is known to lie in a bin counts there, at its first day; one that may lie in several
 * counts in fractions over them, and is also summed up in `vague`, so that it can be drawn fainter; one that begins on no
 * known day counts nowhere.
 */
export interface Density {
  total: readonly number[];
  vague: readonly number[];
}

/** How many activities stand in each value of the lanes' facet. */
export interface LaneCounts {
  /** Of the selection. */
  inWindow: FacetCount;
  /** Of the selection without its window. */
  anyTime: FacetCount;
  /** Of the window without facets and text; null where the selection is just that. */
  recorded: FacetCount | null;
  /** The same of lanes that hold several values, by the lane's id. */
  others: readonly { lane: string; inWindow: number; anyTime: number; recorded: number }[];
}

/** Counts of the bins `[edges[i], edges[i + 1])`; the lane of everything has no name. */
export interface LaneDensity {
  edges: readonly Day[];
  lanes: readonly { lane: string | null; counts: readonly number[] }[];
}

/** A number of activities, and how many of them begin in each bin; what begins outside of all counts in the nearest. */
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
  /** In the facet's order, those without activities left out, `_none` last. */
  lines: readonly MatrixLine[];
  /** How many more lines with activities there are than were wanted. */
  hiddenCount: number;
}

/** The selection by the values of two facets. */
export interface Matrix {
  rows: MatrixAxis;
  columns: MatrixAxis;
  /** Of all bins alike: `[edges[i], edges[i + 1])`. Empty where the record has no days. */
  edges: readonly Day[];
  all: Tally;
  /** By row, then by column; null where nothing is both. */
  cells: readonly (readonly (Tally | null)[])[];
}

/** A constraint of the query, named as a chip names it. */
export type Constraint =
  | { kind: 'value'; facet: string; value: string; excluded: boolean }
  | { kind: 'text' }
  | { kind: 'window' };

export interface RemovalPreview {
  constraint: Constraint;
  total: number;
}

/** A dataset that is open: everything the page knows of it besides answers. */
export interface OpenDataset {
  /** Different for every opening, so that no answer of another dataset is taken for one of this. */
  key: string;
  head: DatasetHead;
  total: number;
  /** First to last known day of the activities; null when there are none. */
  extent: DaySpan | null;
  /** Between whole units of the calendar, the first and last of them around the whole record: where a brush can end. */
  stops: readonly Day[];
  /** Of every density: as fine as a strip can show, where there are many activities. */
  scale: BinScale;
  /** The whole record. */
  density: Density;
  counts: readonly FacetCount[];
  /** A few activities far from all others; null where there are none. */
  outliers: Outliers | null;
  problems: readonly Problem[];
  /** Problems beyond those listed. */
  moreProblems: number;
}

/** How the activities of one facet's values spread over the record. */
export interface FacetTrend {
  facet: string;
  /** `counts[v * parts + p]` activities of value v begin in part p; after the last value comes none. */
  counts: readonly number[];
}

export interface Trends {
  /** How many equal parts the record is cut in, from its first stop to its last. */
  parts: number;
  facets: readonly FacetTrend[];
}

/** An activity as its own page shows it, with its neighbours in the selection it was opened from. */
export interface OpenedActivity {
  activity: Activity;
  previous: ActivityRow | null;
  next: ActivityRow | null;
  /** What is about the same, best first. */
  related: readonly ActivityRow[];
  inSelection: boolean;
}
