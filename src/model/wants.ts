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
} from './answer';
import type { Activity } from './dataset';
import type { TextLoss } from './text-loss';
import type { TimeAxis } from './time-axis';
import type { ColumnSort, Sort } from './view';

/** By date, title, or a column of the table: a facet's id or `_place`. */
export type Order = Sort | ColumnSort;

/**
 * What a question wants of a selection. Each want is asked, cached and answered by itself; those of one moment travel to the
 * engine in one message.
 *
 * A panel says what it wants by a pure function `wants(view, state)` of the view and its `PanelState`. The page adds what it
 * shows beside every panel, asks for all of it, and gives the panel the replies of the same names.
 */
export interface Wants {
  /** How many activities there are, and how many have each value of each facet. */
  counts?: true;
  /** How many activities the compared selection has, and how many stand in both. */
  compared?: true;
  /** How the selection spreads over the whole record, whatever its window. */
  density?: true;
  /** Activities in an order: up to `limit` of them, skipping the first `start`. */
  rows?: { order: Order; start: number; limit: number };
  /** The activities that are drawn by themselves. */
  marks?: MarksWant;
  /** How many activities stand in each lane. */
  lanes?: LanesWant;
  /** How many activities begin in each bin of each lane, where there are more than `above` in the window. */
  laneDensity?: { lanes: LanesWant | null; bins: LaneBins; above: number };
  /** Two facets counted against each other. */
  matrix?: MatrixQuery;
  /** Where nothing matches: how many activities each constraint's removal would bring back. */
  removals?: true;
  /** The activity of an id or a former id. */
  activity?: { id: string };
  /** Its neighbours in the selection. */
  neighbours?: { id: string; order: Order };
  /** The activities that are about the same as one. */
  related?: { id: string };
  /** How the activities of each value spread over the record. */
  trends?: true;
}

export interface MarksWant {
  /** Up to this number the window's activities are all there; of more there is a sample. */
  limit: number;
  /** How many days on either side of the window marks are wanted from as well, so that a pan finds something there. */
  margin: number;
  /** Each of these lanes that holds activities gets a mark; null: there are none. */
  lanes: LanesWant | null;
}

/** A facet whose values make lanes. */
export interface LanesWant {
  facet: string;
  /** Values whose lanes are open: what is right below them makes lanes too. */
  open: readonly string[];
}

/** The part `[start, end)` of the axis, cut in `count` bins. */
export interface LaneBins {
  start: Day;
  end: Day;
  count: number;
}

export type WantName = keyof Wants;

/** What a panel's wants depend on besides the view. */
export interface PanelState {
  open: OpenDataset;
  /** Null where no activity has a day. */
  axis: TimeAxis | null;
  /** The first row of a list that is in the page, and how many pages of a table are. Like `moreLines` no part of a link. */
  rowStart: number;
  rowPages: number;
  /** How often more lines of the matrix were asked for, by facet. */
  moreLines: ReadonlyMap<string, number>;
}

/** The reply to each want: plain data that JSON could carry. */
export interface Replies {
  counts: CountsReply;
  compared: { total: number; both: number } | null;
  density: { selection: Density; compared: Density | null };
  rows: RowsReply;
  marks: MarksReply;
  /** Null: there is no such facet. */
  lanes: LaneCounts | null;
  laneDensity: { selection: LaneDensity | null; compared: LaneDensity | null };
  matrix: Matrix;
  removals: readonly RemovalPreview[];
  /** Null: there is none of that id. */
  activity: Activity | null;
  neighbours: NeighboursReply | null;
  /** Best first. */
  related: readonly ActivityRow[];
  trends: Trends;
}

/** The replies to exactly what was wanted. */
export type RepliesTo<W extends Wants> = { [K in keyof W]: K extends WantName ? Replies[K] : never };

/** How far the texts of a reply have come. */
interface TextState {
  /** Words of the record that are lost, as far as is known yet. */
  textLoss: TextLoss | null;
}

export interface CountsReply extends TextState {
  total: number;
  /** Activities in the selection whose day is not exactly known. */
  inexact: number;
  /** How many activities the window holds without facets and text. */
  recorded: number;
  facets: readonly FacetCount[];
}

export interface RowsReply extends TextState {
  rows: readonly ActivityRow[];
  /** How many stand before these rows. */
  start: number;
  /** How many there are in all. */
  total: number;
  /** Year → activities of the selection that begin in it, in the order of the rows; null: no first day. */
  years: readonly { year: number | null; count: number }[];
  /** Some are missing because their text has not come yet: asking again brings them. */
  isPartial: boolean;
}

export interface MarksReply extends TextState {
  marks: readonly ActivityRow[];
  /** Of the compared selection. */
  compared: readonly ActivityRow[];
  isPartial: boolean;
}

/** An activity's neighbours in the order that was wanted; null on both sides where it is not in the selection. */
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

/** Whether all that is wanted may take long, as it waits for texts or counts a lot, and holds up nothing else. */
export function isBackground(wants: Wants): boolean {
  return Object.keys(wants).every(name => BACKGROUND.includes(name));
}
