import type { ActivityRow } from './answer';

/**
 * Returns whether two rows of one dataset are equal. Rows with the same id can differ only in summary, source and
 * values, because only some replies include these fields.
 */
export function isSameRow(one: ActivityRow, other: ActivityRow): boolean {
  return (
    one.id === other.id &&
    one.summary === other.summary &&
    one.source?.id === other.source?.id &&
    !one.values === !other.values
  );
}

/** Returns whether all props are equal, for React's `memo`. The prop `row` is compared by `isSameRow`. */
export function hasSameRow<Given extends { row: ActivityRow }>(before: Given, after: Given): boolean {
  return (Object.keys(after) as (keyof Given)[]).every(key =>
    key === 'row' ? isSameRow(before.row, after.row) : before[key] === after[key],
  );
}
