import { OpenFailure, type Problem } from '../model/problem';
import { readNdjson } from './ndjson/read-ndjson';
import type { OpenedRecords } from './opened-records';
import { recordsOfPacked } from './packed/packed-rows';
import { createPacker, type Packer } from './packed/packer';
import { memorySpool } from './packed/spool';

/**
 * The records of lines, which go into columns as they come, and their texts into one run of bytes: objects would take several
 * times as much. Throws `OpenFailure` where there is no first line.
 */
export async function ndjsonToRecords(pieces: AsyncIterable<string>, mostProblems?: number): Promise<OpenedRecords> {
  let packer: Packer | undefined;
  let end: { problems: readonly Problem[]; moreProblems: number } = { problems: [], moreProblems: 0 };
  for await (const part of readNdjson(pieces, mostProblems)) {
    if (part.kind === 'head') packer = createPacker(part.head, memorySpool());
    else if (part.kind === 'activities') for (const activity of part.activities) packer?.add(activity);
    else end = part;
  }
  if (!packer) throw new OpenFailure('empty');
  return { records: recordsOfPacked(packer.finish()), problems: end.problems, moreProblems: end.moreProblems };
}
