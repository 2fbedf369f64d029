import type { Records, StoredRow } from '../../model/records';
import { findPosition, idAt } from './columns';
import { createActivityDecoder } from './decode-activity';
import type { Packed } from './packer';
import { openTextChunk } from './text-chunk';

/** Yields the packed activities as rows, in date order. Only one chunk of text is open at a time. */
export function* packedRows({ columns, ids, texts }: Packed): Generator<StoredRow> {
  const decode = createActivityDecoder(columns, ids);
  for (let chunk = 0; chunk < texts.chunkCount; chunk += 1) {
    const first = chunk * texts.chunkSize;
    const size = Math.min(texts.chunkSize, columns.size - first);
    const text = openTextChunk(texts.chunkAt(chunk), first, size);
    for (let position = first; position < first + size; position += 1) yield decode.row(text, position);
  }
}

/** Returns packed activities as records that read their texts from the spool. */
export function recordsOfPacked({ columns, ids, texts }: Packed): Records {
  const decode = createActivityDecoder(columns, ids);
  const textAt = (position: number) => openTextChunk(texts.textOf([position]), position, 1);
  return {
    ...columns,
    idAt: position => idAt(ids, position),
    positionOf: id => findPosition(ids, id),
    rowAt: position => decode.row(textAt(position), position),
    textAt: (position, field) => decode.text(textAt(position), position, field),
    activityAt: position => decode.activity(textAt(position), position),
    hasText: () => true,
    ready: () => null,
    whole: () => null,
    textLoss: () => null,
    wordIndex: async () => null,
  };
}
