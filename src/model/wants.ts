import type { Day, DaySpan } from '../lib/day';
import type { StartYear } from '../lib/undated';
import type {
  ActivityRow,
  Density,
  FacetCount,
  FacetDifference,
  LaneCounts,
  LaneDensity,
  Matrix,
  MatrixQuery,
  OpenDataset,
  RecordFacts,
  RemovalPreview,
  Trends,
  WholeActivity,
} from './answer';
import type { TextLoss } from './text-loss';
import type { TimeAxis } from './time-axis';
import type { ColumnSort, Sort, View } from './view';

/** How rows are sorted: by date, by title, or by another column of the table. */
export type Order = Sort | ColumnSort;

/** Returns the order in which the panel of a view lists activities. Only the table can sort by its columns. */
export function orderOf({ panel, sort, columnSort }: Pick<View, 'panel' | 'sort' | 'columnSort'>): Order {
  return panel === 'table' ? (columnSort ?? sort) : sort;
}

/**
 * Everything that is asked about a selection at one moment. Each want is cached and answered separately, but wants of
 * the same moment go to the engine in one message. Each panel has a pure function `wants(view, state)`. The page adds
 * the wants that every panel needs, and passes the replies to the panel under the same names.
 */
export interface Wants {
  /** The number of activities, in total and for each value of each facet. */
  counts?: true;
  /** The counts of side B of a comparison, and the number of activities on both sides. */
  compared?: true;
  differences?: DifferencesWant;
  sides?: SidesWant;
  /** The distribution of the selection over time, ignoring its window. */
  density?: true;
  colourCounts?: ColourWant;
  /** The distribution over time of the activities of each colour, ignoring the window. */
  colourDensity?: ColourWant;
  /**
   * Up to `limit` activities in `order`, after the first `start` activities. In a selection of at most `detailUpTo`
   * activities, each has its summary and source. With `values`, each has the values of its fields.
   */
  rows?: { order: Order; start: number; limit: number; detailUpTo?: number; values?: true };
  /** The activities drawn as single marks. */
  marks?: MarksWant;
  lanes?: LanesWant;
  /**
   * The number of activities that begin in each bin of each lane. Only asked for if the window has more than `above`
   * activities.
   */
  laneDensity?: { lanes: LanesWant | null; bins: LaneBins; above: number };
  matrix?: MatrixQuery;
  /** If nothing matches the selection, the number of activities after removing each constraint. */
  removals?: true;
  activity?: { id: string };
  /** The previous and the next activity of the selection in `order`. */
  neighbours?: { id: string; order: Order };
  related?: { id: string };
  /** For each value of each facet, the distribution of its activities over time. */
  trends?: true;
  /**
   * Counts of the whole dataset: activities by the form of their date, and activities that begin in each of `periods`.
   */
  facts?: { periods: readonly DaySpan[] };
}

/** `bars` has the edges of the bars of each side, ascending. */
export interface DifferencesWant {
  bars: { a: readonly Day[]; b: readonly Day[] };
}

/** `all` activities of each side, those also on the other side (`both`), or those not there (`only`). */
export type SidePart = 'all' | 'both' | 'only';

export interface SidesWant {
  part: SidePart;
  order: Order;
  limit: number;
}

export interface MarksWant {
  /** If the window has at most this many activities, all of them are returned, otherwise a sample. */
  limit: number;
  /** The number of days before and after the window for which marks are wanted too, for panning. */
  margin: number;
  /** Each lane with activities gets at least one mark. Null if there are no lanes. */
  lanes: LanesWant | null;
}

/** The values of a facet that have a colour, in the order of the colours. Values after the third are ignored. */
export interface ColourWant {
  facet: string;
  values: readonly string[];
}

export interface LanesWant {
  facet: string;
  /** The ids of the values whose children have lanes too. */
  open: readonly string[];
}

/** The days from `start` up to, not including, `end`, in `count` equal bins. */
export interface LaneBins {
  start: Day;
  end: Day;
  count: number;
}

export type WantName = keyof Wants;

/** The state on which a panel's wants depend, in addition to the view. */
export interface PanelState {
  open: OpenDataset;
  /** Null if there are no days. */
  axis: TimeAxis | null;
  /** `rowStart` is the first list row in the page. `rowPages` is the number of pages that the table shows. */
  rowStart: number;
  rowPages: number;
  /** Maps a facet id to how often the reader asked for more rows or columns of the matrix. */
  moreLines: ReadonlyMap<string, number>;
}

/** The reply to each want. Replies are plain data that can be written as JSON. */
export interface Replies {
  counts: CountsReply;
  compared: ComparedReply | null;
  differences: DifferencesReply | null;
  sides: SidesReply | null;
  density: { selection: Density; compared: Density | null };
  /** The number of activities with each coloured value. */
  colourCounts: readonly number[];
  /**
   * One density for each value. An activity with several of the values counts half for each of the first two. So the
   * densities add up to the density of all activities that have a colour.
   */
  colourDensity: readonly Density[];
  rows: RowsReply;
  marks: MarksReply;
  /** Null if the dataset does not have the facet. */
  lanes: LaneCounts | null;
  laneDensity: { selection: LaneDensity | null; compared: LaneDensity | null };
  matrix: Matrix;
  removals: readonly RemovalPreview[];
  activity: WholeActivity | null;
  neighbours: NeighboursReply | null;
  related: readonly ActivityRow[];
  trends: Trends;
  facts: RecordFacts;
}

export type RepliesTo<W extends Wants> = { [K in keyof W]: K extends WantName ? Replies[K] : never };

interface TextState {
  /** The text that could not be loaded so far; null if no text is lost. */
  textLoss: TextLoss | null;
}

export interface CountsReply extends TextState {
  total: number;
  /** The number of activities that have no date, or whose date is not exactly known. */
  inexact: number;
  /** The number of activities without a date, which no timeline can show. */
  undated: number;
  /** The number of activities in the window, ignoring facets and text. */
  recorded: number;
  facets: readonly FacetCount[];
  /** Only present if a part of the dataset did not answer. Then all numbers count only the parts that answered. */
  parts?: AnsweredParts;
}

/** The parts of a dataset that answered, and their activities. A dataset can be divided among several servers. */
export interface AnsweredParts {
  answered: number;
  of: number;
  activities: number;
}

/**
 * The sample from which replies were estimated: one of `rate` activities, by chance but always the same ones. All
 * numbers of such replies are estimates for the whole selection, with one exception: `start` and `total` of a
 * `RowsReply` count only the rows of the sample. All activities of such replies belong to the selection.
 */
export interface Sample {
  rate: number;
}

/** The counts of side B, and the number of activities on both sides. */
export interface ComparedReply extends Omit<CountsReply, 'textLoss'> {
  both: number;
}

export interface DifferencesReply {
  facets: readonly FacetDifference[];
  /** The number of activities that begin in each bar. If several bars are possible, each counts a fraction. */
  bars: { a: readonly number[]; b: readonly number[] };
}

/** Some of the wanted activities of one side of a comparison. `total` is the number of all of them. */
export interface SideRows {
  rows: readonly ActivityRow[];
  total: number;
}

export interface SidesReply extends TextState {
  a: SideRows;
  b: SideRows;
  isPartial: boolean;
}

export interface RowsReply extends TextState {
  rows: readonly ActivityRow[];
  /** The number of rows of the selection before the rows of the reply. */
  start: number;
  total: number;
  /**
   * The number of activities that begin in each year, in the order of the rows. Activities without a date always come
   * last.
   */
  years: readonly { year: StartYear; count: number }[];
  /** Whether rows are missing because their text is not loaded yet. A later reply has these rows. */
  isPartial: boolean;
}

export interface MarksReply extends TextState {
  marks: readonly ActivityRow[];
  /** The marks of side B of a comparison. */
  compared: readonly ActivityRow[];
  isPartial: boolean;
}

/** Both neighbours are null if the opened activity is not in the selection. */
export interface NeighboursReply {
  previous: ActivityRow | null;
  next: ActivityRow | null;
  inSelection: boolean;
}

/** The wants that do not depend on the selection. */
const UNBOUND: readonly string[] = ['activity', 'related', 'trends', 'facts'] satisfies WantName[];

/** Returns whether at least one of the wants depends on the selection. */
export function isOfSelection(wants: Wants): boolean {
  return Object.keys(wants).some(name => !UNBOUND.includes(name));
}

const BACKGROUND: readonly string[] = [...UNBOUND, 'neighbours'];

/**
 * Returns whether all wants are background wants. These may take long, because they load texts or count many
 * activities. So they must not delay other wants.
 */
export function isBackground(wants: Wants): boolean {
  return Object.keys(wants).every(name => BACKGROUND.includes(name));
}
