import { type DateForm, drawnDays } from '../lib/date-form';
import type { Day, DaySpan } from '../lib/day';
import { isolated } from '../lib/isolated';
import type { ActivityRow } from '../model/answer';
import type { Folds } from '../model/folding';

/** An activity in one of its lanes. `earliest` and `latest` are the days between which it is drawn. */
export interface MarkModel extends DaySpan {
  key: string;
  lane: string;
  /** '' if there is only one lane, which has no name. */
  laneName: string;
  activity: string;
  form: DateForm;
  label: string;
  /** The accessible name. It includes the lane's name, because an activity can be in several lanes. */
  name: string;
  /** Whether the activity is on both sides of a comparison. */
  isShared?: boolean;
  /** The indices of the activity's colours, at most two; empty if it has none. */
  colours?: readonly number[];
}

export type MarkWords = Pick<MarkModel, 'label' | 'name' | 'colours'>;

/** Returns whether a date is drawn as a dot in the middle of its days. */
export function isDot({ kind, isDoubtful }: DateForm): boolean {
  return kind === 'day' || (kind === 'days' && isDoubtful);
}

/** Returns whether two marks have the same look and the same accessible name. Their positions are not compared. */
export function isSameMark(one: MarkModel, other: MarkModel): boolean {
  if (one.label !== other.label || one.name !== other.name || one.isShared !== other.isShared) return false;
  if (one.colours?.join() !== other.colours?.join()) return false;
  return (Object.keys(one.form) as (keyof DateForm)[]).every(key => one.form[key] === other.form[key]);
}

export interface FedLane {
  id: string;
  label: string;
  title: string;
  /** The number of activities in the lane as text. '' if the timeline is not divided into lanes. */
  count: string;
  depth: number;
  /** Whether the lanes of the value's children are shown. Null if the value has no children. */
  isOpen: boolean | null;
  /** The accessible name of the button that shows the lanes of the children. '' if there are no children. */
  toggleName: string;
  /** The note that says why the lane has no activities in the window. Null if it has some. */
  silence: string | null;
  /** Whether the filters leave out all activities of the lane in the window. */
  isUnmatched: boolean;
}

/** The number of activities that begin in each bin `[edges[i], edges[i + 1])`, by lane id. */
export interface FedDensity {
  edges: readonly Day[];
  lanes: ReadonlyMap<string, readonly number[]>;
}

export interface Feed {
  lanes: readonly FedLane[];
  marks: readonly MarkModel[];
  gaps: readonly DaySpan[];
  folds: Folds;
  /** The histograms behind the marks. Null if every activity has its own mark. */
  density: FedDensity | null;
  /** Whether marks are coloured by a facet. If so, marks without a colour are grey. */
  isColoured: boolean;
  opened: string | null;
  window: DaySpan;
  bounds: DaySpan;
}

export function marksOf(
  rows: readonly ActivityRow[],
  bounds: DaySpan,
  lanesOf: (row: ActivityRow) => readonly string[],
  nameOfLane: (lane: string) => string,
  wordsOf: (row: ActivityRow) => MarkWords,
): MarkModel[] {
  return rows.flatMap(row => {
    const days = drawnDays(row, bounds);
    const words = wordsOf(row);
    return lanesOf(row).map(lane => {
      const laneName = nameOfLane(lane);
      const key = `${lane} ${row.id}`;
      const name = named(words.name, laneName);
      return { ...words, key, lane, laneName, activity: row.id, ...days, form: row.form, name };
    });
  });
}

/** Returns an accessible name with the lane's name, if the lane has one. */
export function named(name: string, laneName: string): string {
  return laneName === '' ? name : `${name}, ${isolated(laneName)}`;
}
