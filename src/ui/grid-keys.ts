import { readingKey } from './roving';

/** The row and column of a table cell. The header is row 0. */
export interface GridPosition {
  row: number;
  column: number;
}

const PAGE = 10;

/** The direction to search from a cell that is not focusable. Keys not listed keep their own direction. */
const DIRECTIONS: Readonly<Record<string, string>> = { Home: 'ArrowRight', End: 'ArrowLeft' };

/** Returns the next focusable cell for a key. Null if the key does not move the focus. */
export function gridStep(
  from: GridPosition,
  key: string,
  ctrl: boolean,
  size: GridPosition,
  isFocusable: (position: GridPosition) => boolean = () => true,
): GridPosition | null {
  const first = target(from, key, ctrl, size);
  const direction = DIRECTIONS[key] ?? key;
  for (let to = first && within(first, size), last = from; to && !isSame(to, last); ) {
    if (isFocusable(to)) return isSame(to, from) ? null : to;
    last = to;
    const next = target(to, direction, false, size);
    to = next && within(next, size);
  }
  return null;
}

function within({ row, column }: GridPosition, size: GridPosition): GridPosition {
  return {
    row: Math.max(0, Math.min(size.row - 1, row)),
    column: Math.max(0, Math.min(size.column - 1, column)),
  };
}

function isSame(one: GridPosition, other: GridPosition): boolean {
  return one.row === other.row && one.column === other.column;
}

function target({ row, column }: GridPosition, key: string, ctrl: boolean, size: GridPosition): GridPosition | null {
  switch (key) {
    case 'Home':
      return { row: ctrl ? 0 : row, column: 0 };
    case 'End':
      return { row: ctrl ? size.row - 1 : row, column: size.column - 1 };
  }
  if (ctrl) return null;
  switch (key) {
    case 'ArrowLeft':
      return { row, column: column - 1 };
    case 'ArrowRight':
      return { row, column: column + 1 };
    case 'ArrowUp':
      return { row: row - 1, column };
    case 'ArrowDown':
      return { row: row + 1, column };
    case 'PageUp':
      return { row: row - PAGE, column };
    case 'PageDown':
      return { row: row + PAGE, column };
    default:
      return null;
  }
}

export function cellOf(target: EventTarget): HTMLTableCellElement | null {
  return target instanceof Element ? target.closest<HTMLTableCellElement>('td, th') : null;
}

export function positionOf(cell: HTMLTableCellElement): GridPosition {
  const row = cell.parentElement;
  return { row: row instanceof HTMLTableRowElement ? row.rowIndex : 0, column: cell.cellIndex };
}

/**
 * Returns the element to which a key moves the focus from `cell`. Null if the key does not move the focus. `stopIn`
 * returns the focusable element of a cell, or null if the cell has none.
 */
export function elementAfter(
  cell: HTMLTableCellElement,
  { key, ctrlKey }: { key: string; ctrlKey: boolean },
  stopIn: (cell: HTMLTableCellElement) => HTMLElement | null,
): HTMLElement | null {
  const rows = cell.closest('table')?.rows;
  const stopAt = ({ row, column }: GridPosition) => {
    const at = rows?.[row]?.cells[column];
    return at ? stopIn(at) : null;
  };
  const from = positionOf(cell);
  const size: GridPosition = { row: rows?.length ?? 0, column: rows?.[from.row]?.cells.length ?? 0 };
  const to = gridStep(from, readingKey(key, cell), ctrlKey, size, position => stopAt(position) !== null);
  return to && stopAt(to);
}
