import { useDeferredValue } from 'react';

/** More rows than a screen has room for. */
const FIRST_ROWS = 40;

/** Returns the first rows of a long list when it is first rendered, and all of them once these are painted. */
export function useVisibleFirst<Row>(rows: readonly Row[]): readonly Row[] {
  return useDeferredValue(rows, rows.slice(0, FIRST_ROWS));
}
