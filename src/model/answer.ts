import type { Day, DaySpan } from '../lib/day';
import type { Activity, DatasetHead, Place, Text } from './dataset';
import type { Outliers } from './outliers';
import type { Problem } from './problem';
import type { Progress } from './progress';
import type { Selection } from './selection';
import type { TextLoss } from './text-loss';
import type { ColumnSort, Sort } from './view';

/** What the engine is asked: a selection, and how much of it is wanted. */
export interface Query extends Selection {
  /** By date, title, or a column of the table: a facet's id or `_place`. */
  sort: Sort | ColumnSort;
  /** The facet whose values make the timeline's lanes, if any. */
  lanes: string | null;
  /** Values of that facet whose lanes are open: what is right below them makes lanes too. */
  openLanes: readonly string[];
  /** How many activities are wanted as rows, in order, and how many are left out before these. */
  rowStart: number;
  rowLimit: number;
  /** How many activities are wanted as marks around the window; the rest stays density. */
  markLimit: number;
  /** Day span around the window from which marks are wanted, so that a pan finds something there. */
  margin: number;
  /** The bins `[start, end)` of the axis that are wanted of each lane where marks are not all there is. */
  laneBins: { start: Day; end: Day; count: number } | null;
  /** Two facets to be counted against each other, if that is wanted. */
  matrix: MatrixQuery | null;
}

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

export interface Answer {
  total: number;
  /** Activities in the selection whose day is not exactly known. */
  inexact: number;
  counts: readonly FacetCount[];
  /** The selection over the whole record, without the window. */
  density: Density;
  rows: readonly ActivityRow[];
  /** How many stand before these rows. */
  rowStart: number;
  /** Year → activities of the selection that begin in it, in the order of the rows; null: no first day. */
  years: readonly { year: number | null; count: number }[];
  marks: readonly ActivityRow[];
  /** Some rows or marks are missing because their text has not come yet: asking again brings them. */
  isPartial: boolean;
  /** Words of the record that are lost, as far as is known yet. */
  textLoss: TextLoss | null;
  /** How many activities the window holds without facets and text. */
  recorded: number;
  lanes: LaneCounts | null;
  /** Only when there are more activities than marks: how many begin in each bin of each lane. */
  laneDensity: LaneDensity | null;
  compared: Compared | null;
  /** Only when it was asked for. */
  matrix: Matrix | null;
  /** Only when nothing matches: how many activities each constraint's removal would bring back. */
  removalPreviews: readonly RemovalPreview[];
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

/** Another selection beside the answer's own. */
export interface Compared {
  total: number;
  /** How many activities stand in both. */
  both: number;
  /** Over the whole record, without the window. */
  density: Density;
  marks: readonly ActivityRow[];
  laneDensity: LaneDensity | null;
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
  /** Place `v * parts + p`: how many of value v begin in part p. Behind the values stands none. */
  counts: Uint32Array;
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

/**
 * The one door to the data. A worker, an in-process object and a remote service can all stand behind it; every answer
 * comes from one state of the data. Calls reject with `OpenFailure`, or with the signal's reason once it is aborted.
 */
export interface Engine {
  /** Opens the dataset at an absolute address and forgets the one before. */
  open(address: string, signal?: AbortSignal, onProgress?: (progress: Progress) => void): Promise<OpenDataset>;
  answer(key: string, query: Query, signal?: AbortSignal): Promise<Answer>;
  /** The activity of that id or former id, or null. */
  activity(key: string, id: string, query: Query, signal?: AbortSignal): Promise<OpenedActivity | null>;
  /** The same for every question: asked once, behind the first answer. */
  trends(key: string, signal?: AbortSignal): Promise<Trends>;
}
