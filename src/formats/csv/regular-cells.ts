import { createCellStore, LONGEST_SHARED } from './cell-store';

const QUOTE = 34;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const BYTE_ORDER_MARK = 0xfeff;

/** Papaparse chooses the line end from this many characters at the start of a text. */
const CHOOSING_LENGTH = 1 << 20;

/**
 * Parses simple CSV: one kind of line end (`\n` or `\r\n`), and quotes only around whole cells. Returns the same rows as
 * papaparse, but equal cells share strings. Returns null for other CSV.
 */
export function parseRegularCsv(text: string, delimiter: string): string[][] | null {
  if (text === '' || text.charCodeAt(0) === BYTE_ORDER_MARK) return null;
  const separator = delimiter.charCodeAt(0);
  const cells = createCellStore(text);
  const rows: string[][] = [];
  /** The cells of the current row are the first `width` entries. */
  const row: string[] = [];
  let width = 0;
  let lineEndLength = 0;
  for (let start = 0; ; ) {
    let end = start;
    if (text.charCodeAt(start) === QUOTE) {
      end = closingQuote(text, start) + 1;
      if (end === 0) return null;
      row[width] = unquoted(text.slice(start + 1, end - 1));
    } else {
      let hash = width;
      for (; end < text.length; end += 1) {
        const unit = text.charCodeAt(end);
        if (unit === separator || unit === LINE_FEED || unit === CARRIAGE_RETURN) break;
        if (unit === QUOTE) return null;
        hash = (Math.imul(hash, 31) + unit) | 0;
      }
      const isShort = end - start <= LONGEST_SHARED;
      row[width] = isShort ? cells.cell(start, end, hash, width) : text.slice(start, end);
    }
    width += 1;
    const next = text.charCodeAt(end);
    if (next === separator) {
      start = end + 1;
      continue;
    }
    rows.push(row.slice(0, width));
    width = 0;
    if (end === text.length) return rows;
    const length = next === LINE_FEED ? 1 : next === CARRIAGE_RETURN && text.charCodeAt(end + 1) === LINE_FEED ? 2 : 0;
    if (lineEndLength === 0 && end < CHOOSING_LENGTH) lineEndLength = length;
    if (length === 0 || length !== lineEndLength) return null;
    start = end + length;
  }
}

function closingQuote(text: string, start: number): number {
  let end = text.indexOf('"', start + 1);
  while (end >= 0 && text.charCodeAt(end + 1) === QUOTE) end = text.indexOf('"', end + 2);
  return end;
}

function unquoted(cell: string): string {
  return cell.includes('"') ? cell.replaceAll('""', '"') : cell;
}
