import { OpenFailure, type Problem } from '../model/problem';
import type { Progress } from '../model/progress';
import type { Records } from '../model/records';
import { formOf } from './form-of';
import { recordsOfPacked } from './packed/packed-rows';
import { createPacker, type Packer } from './packed/packer';
import { memorySpool } from './packed/spool';
import { packedToRecords } from './packed/to-records';
import { readDataset } from './read-dataset';
import { readNdjson } from './read-ndjson';
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
  if (told.form === 'ndjson') return ndjsonToRecords(told.bytes);
  const { dataset, problems, moreProblems } = readDataset(await textOf(told.bytes));
  return { records: toRecords(dataset), problems, moreProblems };
}

/** Lines go into columns as they come, and their texts into one run of bytes: objects would take several times as much. */
async function ndjsonToRecords(bytes: AsyncIterable<Uint8Array>): Promise<OpenedRecords> {
  let packer: Packer | undefined;
  let end: Omit<OpenedRecords, 'records'> = { problems: [], moreProblems: 0 };
  for await (const part of readNdjson(bytes)) {
    if (part.kind === 'head') packer = createPacker(part.head, memorySpool());
    else if (part.kind === 'activities') for (const activity of part.activities) packer?.add(activity);
    else end = part;
  }
  if (!packer) throw new OpenFailure('empty');
  return { records: recordsOfPacked(packer.finish()), problems: end.problems, moreProblems: end.moreProblems };
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
