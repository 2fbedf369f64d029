import { growable } from '../../lib/growable';
import type { Order } from './arrange';
import { TEXT_FIELDS } from './layout';
import type { Spool } from './spool';
import { offsetsLength } from './text-chunk';

/** The chunks of a dataset's text. Each chunk is made only when it is needed. */
export interface TextChunks {
  chunkSize: number;
  chunkCount: number;
  chunkLength(chunk: number): number;
  chunkAt(chunk: number): Uint8Array<ArrayBuffer>;
  /** Returns a chunk with the texts of the activities at any positions. */
  textOf(positions: readonly number[]): Uint8Array<ArrayBuffer>;
  lengthOf(positions: readonly number[]): number;
}

const FIELD_COUNT = TEXT_FIELDS.length;
const SCRATCH_LENGTH = 1 << 16;

/** Fields up to this length, in UTF-16 units, are encoded by a loop, because that is faster than `TextEncoder`. */
const SHORT_LENGTH = 24;

const encoder = new TextEncoder();

export function createTextStore(spool: Spool) {
  const lengths = growable(length => new Uint32Array(length));
  let scratch = new Uint8Array(SCRATCH_LENGTH);
  let used = 0;

  function flush(): void {
    spool.append(scratch.subarray(0, used));
    used = 0;
  }

  function reserve(length: number): void {
    if (used + length > scratch.length) flush();
    if (length > scratch.length) scratch = new Uint8Array(length);
  }

  /** Encodes a field into the scratch buffer, which must have enough room. Returns the number of bytes. */
  function encode(field: string): number {
    // Most fields are short ASCII texts.
    if (field.length <= SHORT_LENGTH) {
      let written = 0;
      for (; written < field.length; written += 1) {
        const unit = field.charCodeAt(written);
        if (unit > 0x7f) break;
        scratch[used + written] = unit;
      }
      if (written === field.length) return written;
    }
    return encoder.encodeInto(field, scratch.subarray(used)).written;
  }

  return {
    add(fields: readonly string[]): void {
      for (const field of fields) {
        reserve(field.length * 3);
        const length = encode(field);
        used += length;
        lengths.push(length);
      }
    },
    finish(order: Order, chunkSize: number): TextChunks {
      flush();
      return chunksOf(spool, lengths.view(), order, chunkSize);
    },
  };
}

function chunksOf(spool: Spool, lengths: Uint32Array, order: Order, chunkSize: number): TextChunks {
  const size = lengths.length / FIELD_COUNT;
  const starts = new Float64Array(size + 1);
  for (let i = 0; i < size; i += 1) starts[i + 1] = (starts[i] ?? 0) + textLength(lengths, i);
  const added = (position: number) => order?.[position] ?? position;
  const positionsOf = (chunk: number) => {
    const first = chunk * chunkSize;
    return Array.from({ length: Math.min(chunkSize, size - first) }, (_, i) => added(first + i));
  };
  const lengthOf = (positions: readonly number[]) =>
    positions.reduce((sum, at) => sum + textLength(lengths, at), offsetsLength(positions.length));
  const bytesOf = (positions: readonly number[]) => {
    const bytes = new Uint8Array(lengthOf(positions));
    const offsets = new Uint32Array(bytes.buffer, 0, positions.length * FIELD_COUNT + 1);
    let end = 0;
    positions.forEach((position, i) => {
      for (let f = 0; f < FIELD_COUNT; f += 1) {
        end += lengths[position * FIELD_COUNT + f] ?? 0;
        offsets[i * FIELD_COUNT + f + 1] = end;
      }
    });
    const text = bytes.subarray(offsets.byteLength);
    let filled = 0;
    for (const { start, length } of runsOf(positions, starts)) {
      spool.read(start, text.subarray(filled, filled + length));
      filled += length;
    }
    return bytes;
  };
  return {
    chunkSize,
    chunkCount: Math.ceil(size / chunkSize),
    chunkLength: chunk => lengthOf(positionsOf(chunk)),
    chunkAt: chunk => bytesOf(positionsOf(chunk)),
    textOf: positions => bytesOf(positions.map(added)),
    lengthOf: positions => lengthOf(positions.map(added)),
  };
}

function textLength(lengths: Uint32Array, position: number): number {
  let sum = 0;
  for (let f = 0; f < FIELD_COUNT; f += 1) sum += lengths[position * FIELD_COUNT + f] ?? 0;
  return sum;
}

/** Returns where the texts of these positions are in the spool. Adjacent texts form one run. */
function runsOf(positions: readonly number[], starts: Float64Array): { start: number; length: number }[] {
  const runs: { start: number; length: number }[] = [];
  for (const position of positions) {
    const [start, end] = [starts[position] ?? 0, starts[position + 1] ?? 0];
    const last = runs.at(-1);
    if (last && last.start + last.length === start) last.length += end - start;
    else runs.push({ start, length: end - start });
  }
  return runs;
}
