import type { Day } from '../lib/day';
import type {
  ActivityRow,
  Density,
  FacetCount,
  LaneCounts,
  LaneDensity,
  Matrix,
  MatrixQuery,
  OpenDataset,
  RemovalPreview,
  Trends,
  WholeActivity,
} from './answer';
import type { TextLoss } from './text-loss';
import type { TimeAxis } from './time-axis';
import type { ColumnSort, Sort } from './view';

/** By date, title, or a column of the table: a facet's id or `_place`. */
export type Order = Sort | ColumnSort;

/**
 * The parts of a question about a selection. Each want is requested, cached and answered by itself; wants of the same
 * moment go to the engine in one message. A panel declares its wants by a pure function `wants(view, state)`. The page
 * adds the wants of its frame, requests all of them, and passes the panel the replies under the same names.
 */
export interface Wants {
  /** The number of activities, in total and for each value of each facet. */
  counts?: true;
  /** The number of activities in the compared selection, and in both. */
  compared?: true;
  /** The distribution of the selection over all time, ignoring its window. */
  density?: true;
  /** Activities in an order: up to `limit` of them, skipping the first `start`. */
  rows?: { order: Order; start: number; limit: number };
  /** The activities drawn as single marks. */
  marks?: MarksWant;
  /** The number of activities in each lane. */
  lanes?: LanesWant;
  /** The number of activities that begin in each bin of each lane, if there are more than `above` in the window. */
  laneDensity?: { lanes: LanesWant | null; bins: LaneBins; above: number };
  /** Two facets counted against each other. */
  matrix?: MatrixQuery;
  /** If nothing matches: the number of activities after removing each constraint. */
  removals?: true;
  /** The activity of an id or a former id. */
  activity?: { id: string };
  /** The neighbours of an activity in the selection. */
  neighbours?: { id: string; order: Order };
  /** Activities similar to one. */
  related?: { id: string };
  /** The distribution over time of the activities of each value. */
  trends?: true;
}

export interface MarksWant {
  /** Up to this number, all activities of the window are included; otherwise a sample. */
  limit: number;
  /** Marks are also wanted for this many days on either side of the window, for panning. */
  margin: number;
  /** Each of these lanes gets at least one mark if it has activities; null: no lanes. */
  lanes: LanesWant | null;
}

/** A facet whose values make lanes. */
export interface LanesWant {
  facet: string;
  /** Values with open lanes, whose children have lanes too. */
  open: readonly string[];
}

/** The part `[start, end)` of the axis, in `count` equal bins. */
export interface LaneBins {
  start: Day;
  end: Day;
  count: number;
}

export type WantName = keyof Wants;

/** The state that a panel's wants depend on besides the view. */
export interface PanelState {
  open: OpenDataset;
  /** Null if no activity has a day. */
  axis: TimeAxis | null;
  /** The first list row in the page, and the number of table pages. Like `moreLines` not part of links. */
  rowStart: number;
  rowPages: number;
  /** Facet id → how often the user asked for more lines of the matrix. */
  moreLines: ReadonlyMap<string, number>;
}

/** The reply to each want: plain data that JSON can carry. */
export interface Replies {
  counts: CountsReply;
  compared: { total: number; both: number } | null;
  density: { selection: Density; compared: Density | null };
  rows: RowsReply;
  marks: MarksReply;
  /** Null if there is no such facet. */
  lanes: LaneCounts | null;
  laneDensity: { selection: LaneDensity | null; compared: LaneDensity | null };
  matrix: Matrix;
  removals: readonly RemovalPreview[];
  /** Null if there is no such activity. */
  activity: WholeActivity | null;
  neighbours: NeighboursReply | null;
  /** Best first. */
  related: readonly ActivityRow[];
  trends: Trends;
}

/** The replies to exactly these wants. */
export type RepliesTo<W extends Wants> = { [K in keyof W]: K extends WantName ? Replies[K] : never };

/** The state of the texts in a reply. */
interface TextState {
  /** Text known to be lost so far. */
  textLoss: TextLoss | null;
}

export interface CountsReply extends TextState {
  total: number;
  /** Activities in the selection whose day is not exactly known. */
  inexact: number;
  /** Number of activities in the window without facets and text. */
  recorded: number;
  facets: readonly FacetCount[];
}

export interface RowsReply extends TextState {
  rows: readonly ActivityRow[];
  /** Number of rows before these. */
  start: number;
  /** Number of rows in total. */
  total: number;
  /**
   * Number of activities that begin in each year, in the order of the rows; `year` is null if the first day is unknown.
   */
  years: readonly { year: number | null; count: number }[];
  /** Some rows are missing because their text is not loaded yet; they come when asked again. */
  isPartial: boolean;
}

export interface MarksReply extends TextState {
  marks: readonly ActivityRow[];
  /** Marks of the compared selection. */
  compared: readonly ActivityRow[];
  isPartial: boolean;
}

/** An activity's neighbours in an order; null on both sides if it is not in the selection. */
export interface NeighboursReply {
  previous: ActivityRow | null;
  next: ActivityRow | null;
  inSelection: boolean;
}

/** Wants that depend on no part of a selection. */
const UNBOUND: readonly string[] = ['activity', 'related', 'trends'] satisfies WantName[];

/** Whether something is wanted of the selection itself. */
export function isOfSelection(wants: Wants): boolean {
  return Object.keys(wants).some(name => !UNBOUND.includes(name));
}

const BACKGROUND: readonly string[] = [...UNBOUND, 'neighbours'];

/**
 * Returns whether all wants are background wants: these may take long, as they load texts or count much, and delay no
 * other question.
 */
export function isBackground(wants: Wants): boolean {
  return Object.keys(wants).every(name => BACKGROUND.includes(name));
}
