import { readingKey } from './roving';

/** A cell by its row, the header being row 0, and its column. */
export interface GridPlace {
  row: number;
  column: number;
}

const PAGE = 10;

/** The key that leads on past a cell without a stop. */
const ONWARD: Readonly<Record<string, string>> = { Home: 'ArrowRight', End: 'ArrowLeft' };

/** Where a key leads in a grid of this size, over cells that are no stop; null when it leads nowhere. */
export function gridStep(
  from: GridPlace,
  key: string,
  ctrl: boolean,
  size: GridPlace,
  isStop: (place: GridPlace) => boolean = () => true,
): GridPlace | null {
  const first = target(from, key, ctrl, size);
  const onward = ONWARD[key] ?? key;
  for (let to = first && within(first, size), last = from; to && !isSame(to, last); ) {
    if (isStop(to)) return isSame(to, from) ? null : to;
    last = to;
    const next = target(to, onward, false, size);
    to = next && within(next, size);
  }
  return null;
}

function within({ row, column }: GridPlace, size: GridPlace): GridPlace {
  return {
    row: Math.max(0, Math.min(size.row - 1, row)),
    column: Math.max(0, Math.min(size.column - 1, column)),
  };
}

function isSame(one: GridPlace, other: GridPlace): boolean {
  return one.row === other.row && one.column === other.column;
}

function target({ row, column }: GridPlace, key: string, ctrl: boolean, size: GridPlace): GridPlace | null {
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

/** The cell of a table that an element is in. */
export function cellOf(target: EventTarget): HTMLTableCellElement | null {
  return target instanceof Element ? target.closest<HTMLTableCellElement>('td, th') : null;
}

export function placeOf(cell: HTMLTableCellElement): GridPlace {
  const row = cell.parentElement;
  return { row: row instanceof HTMLTableRowElement ? row.rowIndex : 0, column: cell.cellIndex };
}

/** The element that a key leads to from a cell; `stopIn` says what in a cell takes the focus, and null where it has none. */
export function elementAfter(
  cell: HTMLTableCellElement,
  { key, ctrlKey }: { key: string; ctrlKey: boolean },
  stopIn: (cell: HTMLTableCellElement) => HTMLElement | null,
): HTMLElement | null {
  const rows = cell.closest('table')?.rows;
  const stopAt = ({ row, column }: GridPlace) => {
    const at = rows?.[row]?.cells[column];
    return at ? stopIn(at) : null;
  };
  const from = placeOf(cell);
  const size: GridPlace = { row: rows?.length ?? 0, column: rows?.[from.row]?.cells.length ?? 0 };
  const to = gridStep(from, readingKey(key, cell), ctrlKey, size, place => stopAt(place) !== null);
  return to && stopAt(to);
}
