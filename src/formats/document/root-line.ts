import type { FileStart } from '../input/file-start';
import { isRaw } from './fields';
import { parseJson } from './parse-json';

/** A longer first line is not taken for a root. */
const LONGEST_ROOT = 1 << 24;

/**
 * Whether the first line of a file is a root object without activities and more lines follow, as in NDJSON; `more` when only
 * more of the file can tell.
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
