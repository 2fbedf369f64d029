/** Matches a text that a spreadsheet would run as a formula or command. Apostrophes may precede it. */
const RUNS = /^'*[=+\-@\t\r\n＝＋－＠]/;

/** Puts an apostrophe before a text that a spreadsheet would run, so that the spreadsheet shows the text instead. */
export function disarmed(cell: string): string {
  return RUNS.test(cell) ? `'${cell}` : cell;
}

/** Removes an apostrophe that `disarmed` added. Other texts stay unchanged. */
export function armed(cell: string): string {
  return cell.startsWith("'") && RUNS.test(cell.slice(1)) ? cell.slice(1) : cell;
}

/** Returns cells as one line of a CSV file (RFC 4180), with its line end. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(quoted).join(',')}\r\n`;
}

function quoted(cell: string): string {
  return /[",\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
