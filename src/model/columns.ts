import { type DatasetHead, hasValues } from './dataset';
import { sortedUnique } from './view';

/** The ids of these columns begin with an underscore, which ids of facets and fields never do. */
export const DATE_COLUMN = '_date';
export const PLACE_COLUMN = '_place';
export const OWN_COLUMNS = [DATE_COLUMN, PLACE_COLUMN] as const;

export const TITLE_COLUMN = '_title';

/** Returns the ids of all columns except the title, in display order. */
export function columnIds(head: DatasetHead): string[] {
  return [
    DATE_COLUMN,
    ...head.facets.filter(hasValues).map(({ id }) => id),
    PLACE_COLUMN,
    ...(head.fields ?? []).map(({ id }) => id),
  ];
}

/**
 * Returns the ids of the shown columns except the title, in display order. If `chosen` is null, returns the date and up
 * to `room` other columns.
 */
export function shownColumns(head: DatasetHead, chosen: readonly string[] | null, room: number): string[] {
  const all = columnIds(head);
  return chosen === null ? all.slice(0, 1 + room) : all.filter(id => chosen.includes(id));
}

/** Returns the ids of the shown columns with one added or removed, sorted. */
export function withColumn(shown: readonly string[], column: string, isShown: boolean): string[] {
  return sortedUnique(isShown ? [...shown, column] : shown.filter(id => id !== column));
}
