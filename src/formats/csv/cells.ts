/** Matches a text that a spreadsheet would run as a formula or a command, also if apostrophes precede it. */
const RUNS = /^'*[=+\-@\t\r\n＝＋－＠]/;

/**
 * Puts an apostrophe before a text that a spreadsheet would run, so that the spreadsheet shows the text instead.
 * `armed` removes the apostrophe.
 */
export function disarmed(cell: string): string {
  return RUNS.test(cell) ? `'${cell}` : cell;
}

/** Removes the apostrophe that `disarmed` has put before a text. Leaves other texts unchanged. */
export function armed(cell: string): string {
  return cell.startsWith("'") && RUNS.test(cell.slice(1)) ? cell.slice(1) : cell;
}

/** Returns cells as a line of a CSV file (RFC 4180) with its line end. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(quoted).join(',')}\r\n`;
}

function quoted(cell: string): string {
  return /[",\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
