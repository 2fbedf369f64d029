import type { ActivityRow } from './answer';

/**
 * Compares rows of one dataset: the same id means the same row, except for the summary, which only searches include.
 */
export function isSameRow(one: ActivityRow, other: ActivityRow): boolean {
  return one.id === other.id && one.summary === other.summary;
}

/** A `memo` comparison for rows: whether all props are equal, rows being compared by `isSameRow`. */
export function hasSameRow<Given extends { row: ActivityRow }>(before: Given, after: Given): boolean {
  return (Object.keys(after) as (keyof Given)[]).every(key =>
    key === 'row' ? isSameRow(before.row, after.row) : before[key] === after[key],
  );
}
