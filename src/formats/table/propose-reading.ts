import type { Grid, Reading } from '../../model/reading';
import { armed } from '../csv/cells';
import { proposeColumns } from './columns';
import { orderEvidence } from './dates';
import { findHeader } from './header-row';
import { rowsToLeaveOut } from './rows-to-leave-out';
import { cellAt, isBlankRow, type Table } from './table';

/** Proposes how a table is read. The proposal is plain data, so that it can be changed, saved and used again. */
export function proposeReading(table: Table, { header: chosen }: Grid = {}): Reading {
  const headerIndex = chosen === undefined ? findHeader(table) : table.numbers.indexOf(chosen);
  const header = table.rows[headerIndex] ?? [];
  const skip = rowsToLeaveOut(table, headerIndex);
  const rows = table.rows.filter((row, i) => i > headerIndex && !skip.has(table.numbers[i] ?? 0) && !isBlankRow(row));
  const columns = proposeColumns(table, header, rows);
  const dates = columns.flatMap(({ as }, i) => (as === 'date' || as === 'start' || as === 'end' ? [i] : []));
  const evidence = orderEvidence(cellsIn(rows, dates));
  const [only] = evidence;
  return {
    format: 'chronofacet-reading/1',
    ...table.origin,
    header: headerIndex < 0 ? 0 : (table.numbers[headerIndex] ?? 0),
    ...(evidence.length === 1 && only && { dateOrder: only.order }),
    columns,
    skip: [...skip.keys()],
  };
}

function* cellsIn(rows: Table['rows'], columns: readonly number[]): Generator<readonly [number, string]> {
  for (let i = 0; i < rows.length; i += 1)
    for (const column of columns) yield [i, armed(cellAt(rows[i] ?? [], column))];
}
