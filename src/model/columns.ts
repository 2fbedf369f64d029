import { type DatasetHead, hasValues } from './dataset';
import { sortedUnique } from './view';

/** The table's columns that are no facet; no facet can have such an id, as no slug begins with an underscore. */
export const DATE_COLUMN = '_date';
export const PLACE_COLUMN = '_place';
export const OWN_COLUMNS = [DATE_COLUMN, PLACE_COLUMN] as const;

/** The column that is always there: it names the row and opens the activity. */
export const TITLE_COLUMN = '_title';

/** Every column beside the title, in the order in which the table shows them. */
export function columnIds(head: DatasetHead): string[] {
  return [DATE_COLUMN, ...head.facets.filter(hasValues).map(({ id }) => id), PLACE_COLUMN];
}

/** The columns that a table shows beside the title: those that are chosen, else the date and as many more as find room. */
export function shownColumns(head: DatasetHead, chosen: readonly string[] | null, room: number): string[] {
  const all = columnIds(head);
  return chosen === null ? all.slice(0, 1 + room) : all.filter(id => chosen.includes(id));
}

/** The choice with one column added or taken away, from what is shown now. */
export function withColumn(shown: readonly string[], column: string, isShown: boolean): string[] {
  return sortedUnique(isShown ? [...shown, column] : shown.filter(id => id !== column));
}
