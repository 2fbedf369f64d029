import { roleOfName } from './header-names';
import type { Table } from './table';

const HEADER_ROWS = 30;

/**
 * Returns the index of the header, the row with the most known names of columns. If no row has a known name, returns
 * the first row with enough filled cells. Returns -1 if that row contains a digit, because names rarely do.
 */
export function findHeader({ rows }: Pick<Table, 'rows'>): number {
  let best = -1;
  let bestScore = 0;
  const widest = Math.max(...rows.slice(0, HEADER_ROWS).map(filledCells), 0);
  rows.slice(0, HEADER_ROWS).forEach((row, i) => {
    const names = row.map(cell => cell.trim()).filter(cell => cell !== '');
    const known = new Set(names.map(roleOfName).filter(role => role !== undefined)).size;
    const isHeader = names.length >= Math.max(1, widest / 2) && (known > 1 || new Set(names).size === names.length);
    if (isHeader && known > bestScore) [best, bestScore] = [i, known];
  });
  if (best >= 0) return best;
  const first = rows.findIndex(row => filledCells(row) >= Math.max(1, widest / 2));
  const cells = rows[first]?.filter(cell => cell.trim() !== '') ?? [];
  return cells.every(cell => !/\d/.test(cell)) ? first : -1;
}

export function filledCells(row: readonly string[]): number {
  return row.filter(cell => cell.trim() !== '').length;
}
