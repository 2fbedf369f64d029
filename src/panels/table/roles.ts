/*
 * The rows are laid out as grids, so that those out of sight cost nothing; a browser that would take a table that is laid
 * out otherwise for no table is told its roles.
 */
export const GROUP = { role: 'rowgroup' };
export const ROW = { role: 'row' };
export const HEADER = { role: 'columnheader' };
export const ROW_HEADER = { role: 'rowheader' };
export const GRID_CELL = { role: 'gridcell' };

/** What every cell looks like; a cell under the fixed header would be focused unseen. */
export const CELL =
  'hyphenate scroll-mt-12 min-w-0 px-2 py-1.5 print:border-b print:border-faint print:align-top focus-visible:-outline-offset-2 focus-visible:outline-2';

/** A hairline below that begins and ends with the words, though the row reaches beyond them. */
export const RULED = 'after:absolute after:inset-x-2 after:bottom-0 after:h-px print:after:hidden';
