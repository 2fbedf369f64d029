/*
 * Rows are CSS grids, so that the browser can skip rendering rows out of view. Some browsers ignore the table semantics
 * of elements with such a `display`, so the roles are explicit.
 */
export const GROUP = { role: 'rowgroup' };
export const ROW = { role: 'row' };
export const HEADER = { role: 'columnheader' };
export const ROW_HEADER = { role: 'rowheader' };
export const GRID_CELL = { role: 'gridcell' };

/** The scroll margin keeps a focused cell from being hidden under the sticky header. */
export const CELL =
  'hyphenate scroll-mt-12 min-w-0 px-2 py-1.5 print:border-b print:border-faint print:align-top focus-visible:-outline-offset-2 focus-visible:outline-2';

/** The classes that draw a thin line below a row, inset to the text of the row. */
export const RULED = 'after:absolute after:inset-x-2 after:bottom-0 after:h-px print:after:hidden';
