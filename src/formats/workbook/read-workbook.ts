import type { CellValue, Sheet, Workbook } from 'hucre/xlsx';
import { OpenFailure, type Problem } from '../../model/problem';
import type { Table } from '../table/table';
import { unpackedSize } from './unpacked-size';

/** The maximum size of the unpacked parts of a workbook in bytes. */
const MAX_UNPACKED = 2 ** 30;

/**
 * Reads a sheet of a workbook: the named one, otherwise the first visible one with several rows. Merged cells repeat
 * downwards and to the right. Throws `OpenFailure` if the file is no workbook or too large.
 */
export async function readWorkbook(bytes: Uint8Array, wanted?: string): Promise<Table> {
  if (unpackedSize(bytes) > MAX_UNPACKED) throw new OpenFailure('tooLarge', String(Math.round(MAX_UNPACKED / 1e6)));
  const { sheets } = await open(bytes);
  const sheet = sheets.find(({ name }) => name === wanted) ?? chooseSheet(sheets);
  if (!sheet) throw new OpenFailure('damaged');
  const rows = withMerged(sheet).map(row => row.map(cellText));
  return {
    rows,
    numbers: rows.map((_, i) => i + 1),
    origin: { sheet: sheet.name },
    sheets: sheets.filter(other => other === sheet || other.rows.length > 0).map(({ name }) => name),
    problems: notesOf(sheet, sheets),
  };
}

async function open(bytes: Uint8Array): Promise<Workbook> {
  try {
    if (isOpenDocument(bytes)) return await (await import('hucre/ods')).readOds(bytes);
    return await (await import('hucre/xlsx')).readXlsx(bytes);
  } catch (error) {
    throw new OpenFailure('damaged', error instanceof Error ? error.message.slice(0, 120) : '');
  }
}

/** The first part of an OpenDocument file is its media type, not packed. */
function isOpenDocument(bytes: Uint8Array): boolean {
  return new TextDecoder('latin1').decode(bytes.subarray(0, 120)).includes('application/vnd.oasis.opendocument');
}

function chooseSheet(sheets: readonly Sheet[]): Sheet | undefined {
  const visible = sheets.filter(sheet => !sheet.hidden && !sheet.veryHidden);
  return visible.find(({ rows }) => rows.length > 1) ?? visible[0] ?? sheets[0];
}

function withMerged({ rows, merges = [] }: Sheet): CellValue[][] {
  const filled = rows.map(row => [...row]);
  for (const { startRow, startCol, endRow, endCol } of merges) {
    const value = rows[startRow]?.[startCol] ?? null;
    for (let row = startRow; row <= Math.min(endRow, filled.length - 1); row += 1) {
      for (let column = startCol; column <= endCol; column += 1) {
        const cells = filled[row];
        if (cells) cells[column] = value;
      }
    }
  }
  return filled;
}

/** Writes a cell as people see it; days and instants in ISO form, as the workbook's own clock says. */
function cellText(value: CellValue | undefined): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) {
    if (Number.isNaN(value.getTime())) return '';
    const [day = '', time = ''] = value.toISOString().split('T');
    return time.startsWith('00:00') ? day : `${day}T${time.slice(0, 5)}`;
  }
  return String(value);
}

function notesOf(read: Sheet, sheets: readonly Sheet[]): Problem[] {
  const notes: Problem[] = [];
  const note = (code: Problem['code'], found: string) => notes.push({ path: '', code, loss: 'note', found });
  const others = sheets.filter(sheet => sheet !== read && sheet.rows.length > 0);
  const hidden = others.filter(sheet => sheet.hidden || sheet.veryHidden);
  const visible = others.filter(sheet => !hidden.includes(sheet));
  if (visible.length > 0) note('otherSheets', `${read.name} | ${visible.map(({ name }) => name).join(', ')}`);
  if (hidden.length > 0) note('hiddenSheets', hidden.map(({ name }) => name).join(', '));
  const hiddenRows = [...(read.rowDefs ?? [])].filter(([, row]) => row.hidden).map(([index]) => index + 1);
  if (hiddenRows.length > 0) note('hiddenRows', hiddenRows.slice(0, 20).join(', '));
  const merged = (read.merges ?? []).length;
  if (merged > 0) note('mergedCells', String(merged));
  return notes;
}
