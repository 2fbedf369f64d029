import { lazyModule } from '../../lib/lazy-module';
import { OpenFailure, type OpenFailureCode } from '../../model/problem';
import { isRaw } from '../document/fields';
import { parseJson } from '../document/parse-json';
import { hasRootLine } from '../document/root-line';
import { toRecords } from '../document/to-records';
import type { ImportForm, OpenedRecords, ReadOptions } from '../form';
import { encodingProblems } from '../input/encoding';
import { joinText } from '../input/join-text';
import { textStream } from '../input/text-stream';
import { readDataset } from './read-dataset';

const otherJson = lazyModule(() => import('../other-json/read-other-json'));

/** Reads a dataset document. Other JSON with rows is read as a table. */
export const jsonImport: ImportForm = {
  id: 'json',
  sniff(start) {
    if (start.text.trimStart() === '') return 'more';
    if (!/^\s*[{[]/.test(start.text)) return 'no';
    const isLines = hasRootLine(start);
    return isLines === 'more' ? 'more' : isLines === 'yes' ? 'no' : 'yes';
  },
  async read(bytes, options) {
    const { pieces, encoding } = textStream(bytes);
    const text = await joinText(pieces);
    const opened = await readAny(text, options);
    return { ...opened, problems: [...encodingProblems(encoding), ...opened.problems] };
  },
};

async function readAny(text: string, options: ReadOptions): Promise<OpenedRecords> {
  try {
    const { root, dataset, problems, unlisted } = readDataset(text, options.maxProblems, options.imageAt);
    return { root, records: toRecords(dataset), problems, unlisted };
  } catch (error) {
    if (!(error instanceof OpenFailure)) throw error;
    const opened = await readOther(text, error.code, options);
    if (opened === null) throw error;
    return opened;
  }
}

/** Reads the rows of one JSON value, or of lines that are JSON. Returns null if there are no rows. */
async function readOther(text: string, code: OpenFailureCode, options: ReadOptions): Promise<OpenedRecords | null> {
  if (code === 'notJson') {
    const isDataset = text.slice(0, 2000).includes('"chronofacet-dataset/');
    return /^\s*[{[]/.test(text) && !isDataset ? (await otherJson.load()).readJsonLines(text, options) : null;
  }
  const value = code === 'notObject' || code === 'wrongFormat' ? parseJson(text) : undefined;
  // A file with a field `format` is meant to be a dataset. So it is not read as a table, and the page says what is
  // wrong with it.
  if (value === undefined || (isRaw(value) && 'format' in value)) return null;
  return (await otherJson.load()).readOtherJson(value, options);
}
