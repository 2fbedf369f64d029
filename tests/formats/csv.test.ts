import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { csvLine } from '../../src/formats/csv/cells';
import { DELIMITERS, parseCsv } from '../../src/formats/csv/read-csv';
import { parseRegularCsv } from '../../src/formats/csv/regular-cells';

const delimiter = fc.constantFrom(...DELIMITERS);
const pieces = fc.constantFrom(
  'a',
  'b',
  'é',
  ' ',
  '"',
  '""',
  ',',
  ';',
  '\t',
  '|',
  '\r',
  '\n',
  '\r\n',
  '"a"',
  '"a",',
  '\0',
);

function rowsOfPapaparse(text: string, separator: string): string[][] {
  return Papa.parse<string[]>(text, { delimiter: separator, skipEmptyLines: false }).data;
}

describe('the cells of a CSV file', () => {
  it('are those of papaparse', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), delimiter, (text, separator) => {
        expect(parseCsv(text.join(''), separator).rows).toEqual(rowsOfPapaparse(text.join(''), separator));
      }),
      { numRuns: 2000 },
    );
  });

  it('are read without papaparse from rows that a program has written', () => {
    const cell = fc.oneof(fc.constantFrom('', 'Oslo', '2019-05-03', 'a "b"', 'x,y', 'two\nlines'), fc.string());
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 30 }), rows => {
        expect(parseRegularCsv(rows.map(csvLine).join(''), ',')).toEqual([...rows, ['']]);
      }),
    );
  });

  it('are right in columns of which no two cells are equal, and of many cells', () => {
    const rows = Array.from({ length: 9000 }, (_, i) => [`unique ${i}`, `few ${i % 7}`, `${(i * 7919) % 5000}`]);
    const text = rows.map(row => row.join(';')).join('\r\n');
    expect(parseRegularCsv(text, ';')).toEqual(rows);
  });
});
