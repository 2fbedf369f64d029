import Papa from 'papaparse';
import type { Table } from '../table/table';
import { parseRegularCsv } from './regular-cells';

export const DELIMITERS = [',', ';', '\t', '|'] as const;

/** The number of characters from which the delimiter is chosen. */
const CHOOSING_LENGTH = 1 << 16;

/** Parses CSV. Quoted cells may contain line ends. */
export function parseCsv(text: string, delimiter: string = delimiterOf(text)): Table {
  const data =
    parseRegularCsv(text, delimiter) ?? Papa.parse<string[]>(text, { delimiter, skipEmptyLines: false }).data;
  return { rows: data, numbers: data.map((_, i) => i + 1), origin: { delimiter } };
}

/** Matches a first line such as `sep=;`, which names the delimiter for spreadsheets. */
const DELIMITER_LINE = /^"?sep=([,;\t|])"?(?:\r|\n|$)/i;

/**
 * Returns the delimiter that the first line names. Otherwise returns the delimiter that splits most rows into the same
 * number of cells. Delimiters that give more cells, up to five, are preferred.
 */
export function delimiterOf(text: string): string {
  const named = DELIMITER_LINE.exec(text)?.[1];
  if (named !== undefined) return named;
  const start = text.slice(0, CHOOSING_LENGTH);
  const scores = DELIMITERS.map(delimiter => {
    const { data } = Papa.parse<string[]>(start, { delimiter, preview: 200, skipEmptyLines: true });
    const widths = new Map<number, number>();
    for (const row of data) widths.set(row.length, (widths.get(row.length) ?? 0) + 1);
    const [width = 1, count = 0] = [...widths].sort(([a, m], [b, n]) => n - m || b - a)[0] ?? [];
    return width > 1 ? (count / data.length) * Math.min(width, 5) : 0;
  });
  return DELIMITERS[scores.indexOf(Math.max(...scores))] ?? ',';
}
