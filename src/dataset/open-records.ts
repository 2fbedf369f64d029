import { OpenFailure } from '../model/problem';
import type { Progress } from '../model/progress';
import { formOf } from './form-of';
import type { OpenedRecords } from './opened-records';
import { packedToRecords } from './packed/to-records';
import { readDataset } from './read-dataset';
import { toRecords } from './to-records';

/** Longer texts can't be held in one string by every browser; NDJSON and the packed form have no such limit. */
const LONGEST_DOCUMENT = 500_000_000;

/** As often as an eye can follow: a large file comes in ten thousand pieces. */
const PROGRESS_MS = 50;

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
  if (told.form === 'ndjson') {
    // Few records are: its code comes when one is.
    const { ndjsonToRecords } = await import('./ndjson-to-records');
    return ndjsonToRecords(told.bytes);
  }
  const { dataset, problems, moreProblems } = readDataset(await textOf(told.bytes));
  return { records: toRecords(dataset), problems, moreProblems };
}

async function* counted(
  bytes: AsyncIterable<Uint8Array>,
  total: number | null,
  onProgress: (progress: Progress) => void,
): AsyncGenerator<Uint8Array, void> {
  let done = 0;
  let told = Number.NEGATIVE_INFINITY;
  for await (const piece of bytes) {
    done += piece.length;
    if (performance.now() - told >= PROGRESS_MS || done === total) {
      onProgress({ done, total });
      told = performance.now();
    }
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
