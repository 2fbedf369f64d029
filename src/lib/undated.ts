import { type Day, type DaySpan, dateOf, OPEN_END, OPEN_START } from './day';

/** The days of an activity without a date. They sort after all other spans, as no date begins with an open end. */
export const UNDATED: DaySpan = { earliest: OPEN_END, latest: OPEN_END };

export function isUndated({ earliest }: Pick<DaySpan, 'earliest'>): boolean {
  return earliest === OPEN_END;
}

/** The year of a first day. Null if the first day is not known, `undated` if there is no date at all. */
export type StartYear = number | null | 'undated';

export function startYear(earliest: Day): StartYear {
  if (earliest === OPEN_END) return 'undated';
  return earliest === OPEN_START ? null : dateOf(earliest).year;
}
