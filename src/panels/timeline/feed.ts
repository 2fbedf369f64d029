import { type DateShape, dateShape } from '../../lib/date-shape';
import type { Day, DaySpan } from '../../lib/day';
import { isolated } from '../../lib/isolated';
import type { ActivityRow } from '../../model/answer';
import type { Folds } from '../../model/folding';

/** One mark of the timeline: an activity in one of its lanes. */
export interface MarkModel {
  key: string;
  lane: string;
  /** Empty where there is only one lane, which has no name. */
  laneName: string;
  activity: string;
  shape: DateShape;
  /** Beside the mark. */
  label: string;
  /** What assistive technology hears: with the lane, as an activity stands in several. */
  name: string;
  /** Of two selections that are compared it stands in both. */
  isShared?: boolean;
}

/** Whether a shape is drawn as a dot about the middle of its days, however far these reach. */
export function isDot({ form, isDoubtful }: DateShape): boolean {
  return form === 'day' || (form === 'days' && isDoubtful);
}

/** Whether two marks are told and drawn alike. */
export function isSameMark(one: MarkModel, other: MarkModel): boolean {
  if (one.label !== other.label || one.name !== other.name || one.isShared !== other.isShared) return false;
  return (Object.keys(one.shape) as (keyof DateShape)[]).every(key => one.shape[key] === other.shape[key]);
}

export interface FedLane {
  id: string;
  label: string;
  title: string;
  /** As it is written; empty for a lane that needs no count. */
  count: string;
  depth: number;
  /** Null: there is nothing below it to open. */
  isOpen: boolean | null;
  /** What its button says. */
  toggleName: string;
  /** Said in place of marks; null where the lane holds activities. */
  silence: string | null;
}

/** How many begin in each bin `[edges[i], edges[i + 1])` of each lane, by lane id. */
export interface FedDensity {
  edges: readonly Day[];
  lanes: ReadonlyMap<string, readonly number[]>;
}

/** Everything the timeline draws. */
export interface Feed {
  lanes: readonly FedLane[];
  marks: readonly MarkModel[];
  gaps: readonly DaySpan[];
  /** Silences that take no width. */
  folds: Folds;
  /** What the marks leave out; null when they are all there is. */
  density: FedDensity | null;
  /** The opened activity. */
  opened: string | null;
  /** The day of the opened activity where it has one, and the words at the head of its line. */
  line: { day: Day; label: string } | null;
  /** First and last day of the window. */
  window: DaySpan;
  bounds: DaySpan;
}

export function marksOf(
  rows: readonly ActivityRow[],
  bounds: DaySpan,
  lanesOf: (row: ActivityRow) => readonly string[],
  nameOfLane: (lane: string) => string,
  wordsOf: (row: ActivityRow) => { label: string; name: string },
): MarkModel[] {
  return rows.flatMap(row => {
    const shape = dateShape(row.date, row, bounds);
    const { label, name } = wordsOf(row);
    return lanesOf(row).map(lane => {
      const laneName = nameOfLane(lane);
      const key = `${lane} ${row.id}`;
      return { key, lane, laneName, activity: row.id, shape, label, name: named(name, laneName) };
    });
  });
}

/** What is heard of something that stands in a lane. */
export function named(name: string, laneName: string): string {
  return laneName === '' ? name : `${name}, ${isolated(laneName)}`;
}
