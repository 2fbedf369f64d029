import { OpenFailure, type Problem } from '../model/problem';
import type { Progress } from '../model/progress';
import type { Records } from '../model/records';
import { formOf } from './form-of';
import { packedToRecords } from './packed/to-records';
import { readDataset } from './read-dataset';
import { collectNdjson } from './read-ndjson';
import { toRecords } from './to-records';

/** Longer texts can't be held in one string by every browser; NDJSON and the packed form have no such limit. */
const LONGEST_DOCUMENT = 500_000_000;

export interface OpenedRecords {
  records: Records;
  problems: readonly Problem[];
  moreProblems: number;
}

/**
 * Opens a dataset from its bytes, whatever its form, told by its content. Throws `OpenFailure` when it is none. `total`:
 * how many bytes will come, where that is known.
 */
export async function openRecords(
  bytes: AsyncIterable<Uint8Array>,
  total: number | null,
  onProgress: (progress: Progress) => void,
): Promise<OpenedRecords> {
  const told = await formOf(counted(bytes, total, onProgress));
  if (told.form === 'packed') return packedToRecords(told.bytes);
  const { dataset, problems, moreProblems } =
    told.form === 'ndjson' ? await collectNdjson(told.bytes) : readDataset(await textOf(told.bytes));
  return { records: toRecords(dataset), problems, moreProblems };
}

async function* counted(
  bytes: AsyncIterable<Uint8Array>,
  total: number | null,
  onProgress: (progress: Progress) => void,
): AsyncGenerator<Uint8Array, void> {
  let done = 0;
  for await (const piece of bytes) {
    done += piece.length;
    onProgress({ done, total });
    yield piece;
  }
}

async function textOf(bytes: AsyncIterable<Uint8Array>): Promise<string> {
  const decoder = new TextDecoder();
  const pieces: string[] = [];
  let length = 0;
  for await (const piece of bytes) {
    length += piece.length;
    if (length > LONGEST_DOCUMENT) throw new OpenFailure('tooLarge', String(LONGEST_DOCUMENT / 1_000_000));
    pieces.push(decoder.decode(piece, { stream: true }));
  }
  pieces.push(decoder.decode());
  return pieces.join('');
}
