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

/** Reads a dataset from one JSON document, or a table from the rows of another one. */
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

/** Reads a dataset, or else the rows of any other JSON. */
async function readAny(text: string, options: ReadOptions): Promise<OpenedRecords> {
  try {
    const { root, dataset, problems, moreProblems } = readDataset(text, options.maxProblems, options.imageAt);
    return { root, records: toRecords(dataset), problems, moreProblems };
  } catch (error) {
    if (!(error instanceof OpenFailure)) throw error;
    const opened = await readOther(text, error.code, options);
    if (opened === null) throw error;
    return opened;
  }
}

/** Reads the rows of a text that is no dataset: of its value, or of its lines if it is not one value. */
async function readOther(text: string, code: OpenFailureCode, options: ReadOptions): Promise<OpenedRecords | null> {
  if (code === 'notJson') {
    const isDataset = text.slice(0, 2000).includes('"chronofacet-dataset/');
    return /^\s*[{[]/.test(text) && !isDataset ? (await otherJson.load()).readJsonLines(text, options) : null;
  }
  const value = code === 'notObject' || code === 'wrongFormat' ? parseJson(text) : undefined;
  // A file that names its format means to be a dataset, so it is told what is wrong with it.
  if (value === undefined || (isRaw(value) && 'format' in value)) return null;
  return (await otherJson.load()).readOtherJson(value, options);
}
