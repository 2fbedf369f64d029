import { samplePositions } from '../../lib/sampling';
import { checksumOf } from './checksum';
import {
  CHECKSUM,
  chunkSection,
  MAGIC,
  type PackedHeader,
  PREFIX_LENGTH,
  padded,
  SAMPLE,
  type Section,
  tagSections,
  VERSION,
} from './layout';
import type { Packed } from './packer';

/** A section whose bytes are made only when it is written. */
interface Piece extends Omit<Section, 'offset'> {
  bytes: () => Uint8Array;
}

/** A section that the caller has derived from the same activities, such as the index of words. */
export interface ExtraSection {
  name: `text/${string}`;
  data: Uint8Array | Uint16Array | Uint32Array | Int32Array;
}

/** Yields the packed form of a dataset, section by section. `root` must not contain the activities. */
export function* packedPieces(
  root: object,
  packed: Packed,
  extras: readonly ExtraSection[] = [],
): Generator<Uint8Array, void> {
  const columns = columnPieces(packed);
  const texts = textPieces(packed);
  const sample = samplePieces(packed);
  const derived = extras.map(({ name, data }) => piece(name, data));
  const header = { size: packed.columns.size, chunkSize: packed.texts.chunkSize, root };
  const checksum = checksumOf(
    { ...header, sections: [...columns, ...sample, ...texts] },
    derived.map(({ name, bytes }) => [name, bytes()]),
  );
  if (derived.length > 0) derived.push(piece(CHECKSUM, checksum));
  const pieces = [...columns, ...sample, ...texts.slice(0, 1), ...derived, ...texts.slice(1)];
  yield headerBytes(header, pieces);
  for (const { bytes, length } of pieces) {
    yield bytes();
    if (length % 8 > 0) yield new Uint8Array(padded(length) - length);
  }
}

function columnPieces({ columns, ids }: Packed): Piece[] {
  const tags = [...columns.tags.values()].flatMap(({ offsets, values }, facet) => {
    const names = tagSections(facet);
    return [piece(names.offsets, offsets), piece(names.values, values)];
  });
  return [
    piece('earliest', columns.earliest),
    piece('latest', columns.latest),
    piece('inexact', columns.inexact),
    ...tags,
    piece('ids/offsets', ids.ids.offsets),
    piece('ids/bytes', ids.ids.values),
    piece('former/offsets', ids.former.offsets),
    piece('former/bytes', ids.former.values),
    piece('former/positions', ids.formerPositions),
  ];
}

function samplePieces({ columns, texts }: Packed): Piece[] {
  if (columns.size <= Math.max(texts.chunkSize, SAMPLE.max)) return [];
  const positions = samplePositions(columns.size, SAMPLE.max);
  return [
    piece(SAMPLE.positions, Uint32Array.from(positions)),
    { name: SAMPLE.text, type: 'u8', length: texts.lengthOf(positions), bytes: () => texts.textOf(positions) },
  ];
}

function textPieces({ texts }: Packed): Piece[] {
  return Array.from({ length: texts.chunkCount }, (_, i) => ({
    name: chunkSection(i),
    type: 'u8',
    length: texts.chunkLength(i),
    bytes: () => texts.chunkAt(i),
  }));
}

function piece(name: string, data: ExtraSection['data']): Piece {
  const type =
    data instanceof Int32Array
      ? 'i32'
      : data instanceof Uint32Array
        ? 'u32'
        : data instanceof Uint16Array
          ? 'u16'
          : 'u8';
  const bytes = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  return { name, type, length: data.byteLength, bytes: () => bytes };
}

function headerBytes(start: Omit<PackedHeader, 'sections'>, pieces: readonly Piece[]): Uint8Array {
  let end = 0;
  const sections = pieces.map(({ name, type, length }): Section => {
    const offset = end;
    end += padded(length);
    return { name, type, offset, length };
  });
  const header: PackedHeader = { ...start, sections };
  const json = new TextEncoder().encode(JSON.stringify(header));
  const bytes = new Uint8Array(PREFIX_LENGTH + padded(json.length)).fill(0x20);
  bytes.set(MAGIC);
  const view = new DataView(bytes.buffer);
  view.setUint32(MAGIC.length, VERSION, true);
  view.setUint32(MAGIC.length + 4, padded(json.length), true);
  bytes.set(json, PREFIX_LENGTH);
  return bytes;
}
