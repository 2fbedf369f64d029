import type { ActivityRow } from './answer';

/** Within a dataset the same id is the same row, but for the summary, which only a search brings along. */
export function isSameRow(one: ActivityRow, other: ActivityRow): boolean {
  return one.id === other.id && one.summary === other.summary;
}

/** For rows that are drawn anew only when something around them changes: whether all that they are given is the same. */
export function hasSameRow<Given extends { row: ActivityRow }>(before: Given, after: Given): boolean {
  return (Object.keys(after) as (keyof Given)[]).every(key =>
    key === 'row' ? isSameRow(before.row, after.row) : before[key] === after[key],
  );
}
