import type { OpenedRecords, ReadOptions } from '../form';
import { encodingProblems } from '../input/encoding';
import { textStream } from '../input/text-stream';
import { collectRecords } from '../packed/collect-records';
import { keepLines } from './keep-lines';
import { createLineStore } from './line-store';
import { readNdjson } from './read-ndjson';

/**
 * Opens NDJSON. With a spool, the texts are packed into it while the file is read. Without one, the lines stay in
 * memory, and a line is read again when its texts are shown, because packing would delay the first answer.
 */
export async function ndjsonToRecords(
  bytes: AsyncIterable<Uint8Array>,
  { maxProblems, imageAt, spool }: ReadOptions,
): Promise<OpenedRecords> {
  const store = spool ? undefined : createLineStore();
  const { pieces, encoding } = textStream(bytes, undefined, store?.append);
  const parts = readNdjson(pieces, maxProblems, imageAt);
  const opened = await (store ? keepLines(parts, store, imageAt) : collectRecords(parts, spool));
  return { ...opened, problems: [...encodingProblems(encoding), ...opened.problems] };
}
