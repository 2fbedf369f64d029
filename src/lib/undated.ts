import { type Day, type DaySpan, dateOf, OPEN_END, OPEN_START } from './day';

/** The days of an activity without a date. They sort after all other spans, because no date begins at `OPEN_END`. */
export const UNDATED: DaySpan = { earliest: OPEN_END, latest: OPEN_END };

export function isUndated({ earliest }: Pick<DaySpan, 'earliest'>): boolean {
  return earliest === OPEN_END;
}

/** The year in which an activity begins. Null if the first day is unknown; `undated` if the activity has no date. */
export type StartYear = number | null | 'undated';

export function startYear(earliest: Day): StartYear {
  if (earliest === OPEN_END) return 'undated';
  return earliest === OPEN_START ? null : dateOf(earliest).year;
}
