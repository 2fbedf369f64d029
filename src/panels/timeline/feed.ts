import { type DateForm, drawnDays } from '../../lib/date-form';
import type { Day, DaySpan } from '../../lib/day';
import { isolated } from '../../lib/isolated';
import type { ActivityRow } from '../../model/answer';
import type { Folds } from '../../model/folding';

/** An activity in one of its lanes, on the days on which it is drawn. */
export interface MarkModel extends DaySpan {
  key: string;
  lane: string;
  /** Empty where there is only one lane, which has no name. */
  laneName: string;
  activity: string;
  form: DateForm;
  /** The text beside the mark. */
  label: string;
  /** The accessible name. It includes the lane, as an activity can be in several. */
  name: string;
  /** Whether it is in both of two compared selections. */
  isShared?: boolean;
}

/** Whether a date is drawn as a dot in the middle of its days. */
export function isDot({ kind, isDoubtful }: DateForm): boolean {
  return kind === 'day' || (kind === 'days' && isDoubtful);
}

/** Whether two marks look and sound the same, apart from where they are. */
export function isSameMark(one: MarkModel, other: MarkModel): boolean {
  if (one.label !== other.label || one.name !== other.name || one.isShared !== other.isShared) return false;
  return (Object.keys(one.form) as (keyof DateForm)[]).every(key => one.form[key] === other.form[key]);
}

export interface FedLane {
  id: string;
  label: string;
  title: string;
  /** Formatted; empty for a lane that needs no count. */
  count: string;
  depth: number;
  /** Null where there is nothing to open. */
  isOpen: boolean | null;
  /** Name of the button that opens it. */
  toggleName: string;
  /** Text in place of marks; null where the lane has activities. */
  silence: string | null;
}

/** How many activities begin in each bin `[edges[i], edges[i + 1])`, by lane. */
export interface FedDensity {
  edges: readonly Day[];
  lanes: ReadonlyMap<string, readonly number[]>;
}

/** Everything the timeline draws. */
export interface Feed {
  lanes: readonly FedLane[];
  marks: readonly MarkModel[];
  gaps: readonly DaySpan[];
  /** Gaps that take no width. */
  folds: Folds;
  /** Null when all activities are marks. */
  density: FedDensity | null;
  /** Id of the opened activity. */
  opened: string | null;
  /** The day of the opened activity, and the label of the line there; null where the day is not known. */
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
    const days = drawnDays(row, bounds);
    const { label, name } = wordsOf(row);
    return lanesOf(row).map(lane => {
      const laneName = nameOfLane(lane);
      const key = `${lane} ${row.id}`;
      return { key, lane, laneName, activity: row.id, ...days, form: row.form, label, name: named(name, laneName) };
    });
  });
}

/** An accessible name with the lane. */
export function named(name: string, laneName: string): string {
  return laneName === '' ? name : `${name}, ${isolated(laneName)}`;
}
