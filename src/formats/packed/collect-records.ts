import { NONE_UNLISTED, OpenFailure, type Problem, type Unlisted } from '../../model/problem';
import type { DatasetPart, OpenedRecords } from '../form';
import { recordsOfPacked } from './packed-rows';
import { createPacker } from './packer';
import { memorySpool, type Spool } from './spool';

type Root = Extract<DatasetPart, { kind: 'head' }>['root'];

/**
 * Collects a dataset that is read activity by activity. The data is stored in columns and the texts as bytes in
 * `spool`, because objects would need several times as much memory. Throws `OpenFailure` if there is no head.
 */
export async function collectRecords(
  parts: AsyncIterable<DatasetPart>,
  spool: Spool = memorySpool(),
): Promise<OpenedRecords> {
  let start: { root: Root; packer: ReturnType<typeof createPacker> } | undefined;
  let end: { problems: readonly Problem[]; unlisted: Unlisted } = { problems: [], unlisted: NONE_UNLISTED };
  for await (const part of parts) {
    if (part.kind === 'head') start = { root: part.root, packer: createPacker(part.head, spool) };
    else if (part.kind === 'activities') for (const activity of part.activities) start?.packer.add(activity);
    else end = part;
  }
  if (!start) throw new OpenFailure('empty');
  const packed = start.packer.finish();
  const { problems, unlisted } = end;
  return { root: start.root, records: recordsOfPacked(packed), problems, unlisted, packed };
}
