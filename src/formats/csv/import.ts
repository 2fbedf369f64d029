import { lazyModule } from '../../lib/lazy-module';
import type { ImportForm } from '../form';
import { encodingProblems } from '../input/encoding';
import { joinText } from '../input/join-text';
import { textStream } from '../input/text-stream';

const readerCode = lazyModule(async () => {
  const [{ parseCsv }, { readTable }] = await Promise.all([import('./read-csv'), import('../table/read-table')]);
  return { parseCsv, readTable };
});

const OTHER = /^\s*[{[<]/;

/** The number of characters at the start of a file that suffice to recognise a table. */
const SNIFFED_LENGTH = 4096;

/** Reads CSV or another text with separated cells as a table. */
export const csvImport: ImportForm = {
  id: 'csv',
  sniff({ text, isWhole }) {
    if (OTHER.test(text) || text.includes('\0')) return 'no';
    if (!isWhole && text.length < SNIFFED_LENGTH) return 'more';
    const lines = text
      .slice(0, 4 * SNIFFED_LENGTH)
      .trim()
      .split(/\r\n|\r|\n/);
    return lines.length > 1 && [',', ';', '\t', '|'].some(separator => hasCells(lines, separator)) ? 'yes' : 'no';
  },
  async read(bytes, options) {
    const wanted = options.reading ?? options.grid;
    const { pieces, encoding } = textStream(bytes, wanted?.encoding);
    const text = await joinText(pieces);
    const { parseCsv, readTable } = await readerCode.load();
    const table = parseCsv(text, wanted?.delimiter);
    const origin = { ...table.origin, encoding: encoding.name };
    return readTable({ ...table, origin, problems: encodingProblems(encoding) }, options);
  },
};

function hasCells(lines: readonly string[], separator: string): boolean {
  const count = lines.filter(line => line.includes(separator)).length;
  return count >= lines.length / 2 && count > 1;
}
