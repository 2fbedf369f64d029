/** A cell by its row, the header being row 0, and its column. */
export interface GridPlace {
  row: number;
  column: number;
}

const PAGE = 10;

/** Where a key leads in a grid of so many rows and columns; null when it leads nowhere. */
export function gridStep(from: GridPlace, key: string, ctrl: boolean, size: GridPlace): GridPlace | null {
  const last: GridPlace = { row: size.row - 1, column: size.column - 1 };
  const to = target(from, key, ctrl, last);
  if (!to) return null;
  const row = Math.max(0, Math.min(last.row, to.row));
  const column = Math.max(0, Math.min(last.column, to.column));
  return row === from.row && column === from.column ? null : { row, column };
}

function target({ row, column }: GridPlace, key: string, ctrl: boolean, last: GridPlace): GridPlace | null {
  switch (key) {
    case 'Home':
      return { row: ctrl ? 0 : row, column: 0 };
    case 'End':
      return { row: ctrl ? last.row : row, column: last.column };
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
