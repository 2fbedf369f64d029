import type { FileStart } from '../input/file-start';
import { isRaw } from './fields';
import { parseJson } from './parse-json';

/** The maximum length in characters of a first line that is read as a root object. */
const LONGEST_ROOT = 1 << 24;

/**
 * Returns whether a file looks like NDJSON: a root object without activities on the first line, then other lines.
 * Returns `more` if more of the file is needed to decide.
 */
export function hasRootLine({ text, isWhole }: FileStart): 'yes' | 'no' | 'more' {
  const undecided = isWhole || text.length > LONGEST_ROOT ? 'no' : 'more';
  const begin = text.search(/\S/);
  if (begin < 0) return undecided;
  if (text[begin] !== '{') return 'no';
  const end = text.indexOf('\n', begin);
  if (end < 0) return undecided;
  const root = parseJson(text.slice(begin, end));
  if (!isRaw(root) || !('format' in root) || 'activities' in root) return 'no';
  return /\S/.test(text.slice(end)) ? 'yes' : undecided;
}
