import type { OpenedRecords, ReadOptions } from '../form';
import { encodingProblems } from '../input/encoding';
import { textStream } from '../input/text-stream';
import { collectRecords } from '../packed/collect-records';
import { readNdjson } from './read-ndjson';

export async function ndjsonToRecords(
  bytes: AsyncIterable<Uint8Array>,
  { maxProblems, imageAt, spool }: ReadOptions,
): Promise<OpenedRecords> {
  const { pieces, encoding } = textStream(bytes);
  const opened = await collectRecords(readNdjson(pieces, maxProblems, imageAt), spool);
  return { ...opened, problems: [...encodingProblems(encoding), ...opened.problems] };
}
