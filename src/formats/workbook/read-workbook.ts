import type { CellValue, Sheet, Workbook } from 'hucre/xlsx';
import { OpenFailure, type Problem } from '../../model/problem';
import { roleOfHeader } from '../table/header-names';
import type { Table } from '../table/table';
import { type ArchivePart, archiveParts, partText } from './archive';
import { withHidden } from './hidden-in-ods';

const MAX_UNPACKED = 2 ** 30;

/** The number of rows at the top of a sheet in which names of columns are searched. */
const NAMED_ROWS = 30;

/**
 * Reads the sheet `wanted` of a workbook. Without it, reads the first visible sheet that names its columns, or else the
 * first visible sheet with several rows. The value of merged cells is repeated in each row. Throws `OpenFailure` if the
 * file is not a workbook, is protected or is too large.
 */
export async function readWorkbook(bytes: Uint8Array, wanted?: string): Promise<Table> {
  const parts = archiveParts(bytes);
  const unpacked = parts.reduce((sum, { size }) => sum + size, 0);
  if (unpacked > MAX_UNPACKED) throw new OpenFailure('workbookTooLarge', String(Math.round(MAX_UNPACKED / 1e6)));
  const kind = kindOf(bytes, parts);
  if (kind === 'other') throw new OpenFailure('otherArchive');
  if (kind === 'binary') throw new OpenFailure('oldOffice');
  const { sheets, dateSystem } = await open(bytes, kind);
  const sheet = sheets.find(({ name }) => name === wanted) ?? chooseSheet(sheets);
  if (!sheet) throw new OpenFailure('brokenWorkbook');
  const formats = kind === 'xlsx' ? await formatsOf(bytes, sheet) : undefined;
  const rows = withMerged(sheet).map((row, i) =>
    row.map((cell, column) => asFormatted(cellText(cell), formats?.get(`${i},${column}`)?.style?.numFmt)),
  );
  return {
    rows,
    numbers: rows.map((_, i) => i + 1),
    origin: { sheet: sheet.name },
    ...(dateSystem === '1904' && { epoch: 1904 }),
    sheets: sheets.filter(other => other === sheet || other.rows.length > 0).map(({ name }) => name),
    problems: notesOf(sheet, sheets),
  };
}

function kindOf(bytes: Uint8Array, parts: readonly ArchivePart[]): 'xlsx' | 'ods' | 'binary' | 'other' {
  if (isOpenDocument(bytes)) return 'ods';
  const has = (name: string) => parts.some(part => part.name === name);
  if (has('xl/workbook.bin')) return 'binary';
  // A ZIP file without a directory was cut short. The reader of .xlsx files reports this.
  return parts.length === 0 || parts.some(({ name }) => /^\/?xl\//i.test(name)) ? 'xlsx' : 'other';
}

async function open(bytes: Uint8Array, kind: 'xlsx' | 'ods'): Promise<Workbook> {
  try {
    if (kind === 'ods') {
      const workbook = await (await import('hucre/ods')).readOds(bytes);
      return { ...workbook, sheets: await withHidden(bytes, workbook.sheets) };
    }
    return await (await import('hucre/xlsx')).readXlsx(bytes);
  } catch (error) {
    if (kind === 'ods' && (await isEncrypted(bytes))) throw new OpenFailure('protected');
    throw new OpenFailure('brokenWorkbook', error instanceof Error ? error.message.slice(0, 120) : '');
  }
}

/** Returns whether a file is an OpenDocument spreadsheet, which begins with its uncompressed media type. */
function isOpenDocument(bytes: Uint8Array): boolean {
  return new TextDecoder('latin1').decode(bytes.subarray(0, 120)).includes('vnd.oasis.opendocument.spreadsheet');
}

/** Returns whether an OpenDocument file has a password. If so, its manifest describes the encryption of its parts. */
async function isEncrypted(bytes: Uint8Array): Promise<boolean> {
  const manifest = await partText(bytes, 'META-INF/manifest.xml').catch(() => '');
  return manifest.includes('encryption-data');
}

function isHidden({ hidden, veryHidden }: Sheet): boolean {
  return hidden === true || veryHidden === true;
}

function chooseSheet(sheets: readonly Sheet[]): Sheet | undefined {
  const visible = sheets.filter(sheet => !isHidden(sheet));
  return visible.find(hasNames) ?? visible.find(({ rows }) => rows.length > 1) ?? visible[0] ?? sheets[0];
}

/** Returns whether one of the first rows has several known names of columns, including a name for dates. */
function hasNames({ rows }: Sheet): boolean {
  if (rows.length < 2) return false;
  return rows.slice(0, NAMED_ROWS).some(row => {
    const roles = new Set(row.map(cell => (typeof cell === 'string' ? roleOfHeader(cell.trim()) : undefined)));
    roles.delete(undefined);
    return roles.size > 1 && (roles.has('date') || roles.has('start'));
  });
}

function withMerged({ rows, merges = [] }: Sheet): CellValue[][] {
  const filled = rows.map(row => [...row]);
  for (const { startRow, startCol, endRow } of merges) {
    const value = rows[startRow]?.[startCol] ?? null;
    for (let row = startRow; row <= Math.min(endRow, filled.length - 1); row += 1) {
      const cells = filled[row];
      if (cells) cells[startCol] = value;
    }
  }
  return filled;
}

/** Returns the cells with formats, or undefined if no cell is the first of a month, which may mean a month. */
async function formatsOf(bytes: Uint8Array, { name, rows }: Sheet): Promise<Sheet['cells']> {
  const isFirst = (cell: CellValue) => cell instanceof Date && cell.getUTCDate() === 1;
  if (!rows.some(row => row.some(isFirst))) return undefined;
  const { readXlsx } = await import('hucre/xlsx');
  return (await readXlsx(bytes, { sheets: [name], readStyles: true })).sheets[0]?.cells;
}

/** Cuts the first day of a month to the month or year that its format shows, such as `mmm yyyy`. */
function asFormatted(text: string, format = ''): string {
  const [, year = '', month = ''] = /^(\d{4})-(\d\d)-01$/.exec(text) ?? [];
  const letters = format.toLowerCase().replace(/\[[^\]]*\]|"[^"]*"|\\./g, '');
  if (year === '' || !letters.includes('y') || /[dhs]/.test(letters)) return text;
  if (letters.includes('m')) return `${year}-${month}`;
  return month === '01' ? year : text;
}

/** The days that spreadsheets count as day 0. A time of day without a date is stored as a time on day 0. */
const ZERO_DAYS = ['1899-12-30', '1899-12-31', '1904-01-01'];

/** Writes a cell as people see it. Days and instants are written in ISO form without a time zone. */
function cellText(value: CellValue | undefined): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) {
    if (Number.isNaN(value.getTime())) return '';
    const [day = '', instant = ''] = value.toISOString().split('T');
    const time = instant.slice(0, instant.startsWith(':00', 5) ? 5 : 8);
    if (ZERO_DAYS.includes(day)) return time;
    return time === '00:00' ? day : `${day}T${time}`;
  }
  return String(value);
}

function notesOf(read: Sheet, sheets: readonly Sheet[]): Problem[] {
  const notes: Problem[] = [];
  const note = (code: Problem['code'], found: string) => notes.push({ path: '', code, loss: 'note', found });
  const others = sheets.filter(sheet => sheet !== read && sheet.rows.length > 0);
  const hidden = others.filter(isHidden);
  const visible = others.filter(sheet => !hidden.includes(sheet));
  if (visible.length > 0) note('otherSheets', `${read.name} | ${visible.map(({ name }) => name).join(', ')}`);
  if (hidden.length > 0) note('hiddenSheets', hidden.map(({ name }) => name).join(', '));
  const hiddenRows = [...(read.rowDefs ?? [])].filter(([, row]) => row.hidden).map(([index]) => index + 1);
  if (hiddenRows.length > 0) note('hiddenRows', hiddenRows.slice(0, 20).join(', '));
  const merged = (read.merges ?? []).length;
  if (merged > 0) note('mergedCells', String(merged));
  return notes;
}
