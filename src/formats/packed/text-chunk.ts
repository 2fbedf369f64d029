import type { Activity, Text } from '../../model/dataset';
import { OpenFailure } from '../../model/problem';
import { isRaw } from '../document/fields';
import { parseJson } from '../document/parse-json';
import { areOffsets } from './checks';
import { TEXT_FIELDS, type TextField } from './layout';

/**
 * The texts of activities in one run of bytes. Field f of the i-th activity begins at `offsets[i * 7 + f]` and ends at the next
 * offset. An empty field is absent.
 */
export interface TextChunk {
  /** The position of its first activity. */
  first: number;
  size: number;
  offsets: Uint32Array;
  bytes: Uint8Array;
}

const FIELD_COUNT = TEXT_FIELDS.length;

/** Marks a text that is written as JSON, mostly because it has several languages. */
const JSON_MARK = '\u0001';

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const strictDecoder = new TextDecoder('utf-8', { ignoreBOM: true, fatal: true });

export function offsetsLength(size: number): number {
  return (size * FIELD_COUNT + 1) * Uint32Array.BYTES_PER_ELEMENT;
}

/** Opens a chunk without copying it. Throws `OpenFailure` when the bytes are no chunk of this size. */
export function openTextChunk(section: Uint8Array, first: number, size: number): TextChunk {
  const tableLength = offsetsLength(size);
  if (section.byteLength < tableLength) throw new OpenFailure('damaged', `text of ${first}`);
  const offsets = new Uint32Array(section.buffer, section.byteOffset, size * FIELD_COUNT + 1);
  const bytes = section.subarray(tableLength);
  if (!areOffsets(offsets, bytes.length)) throw new OpenFailure('damaged', `text of ${first}`);
  return { first, size, offsets, bytes };
}

/** Replaces a chunk that is lost; all its fields are absent. */
export function emptyTextChunk(first: number, size: number): TextChunk {
  return { first, size, offsets: new Uint32Array(size * FIELD_COUNT + 1), bytes: new Uint8Array() };
}

/** Splits the chunk of a sample into one chunk for each of its positions. */
export function splitTextChunk(chunk: TextChunk, positions: Uint32Array): Map<number, TextChunk> {
  const { offsets, bytes } = chunk;
  const alone = (first: number, i: number): TextChunk => {
    return { first, size: 1, offsets: offsets.subarray(i * FIELD_COUNT, (i + 1) * FIELD_COUNT + 1), bytes };
  };
  return new Map(Array.from(positions, (position, i) => [position, alone(position, i)]));
}

/** Called with each position whose text is damaged. */
export type OnDamage = (position: number) => void;

/** One field as it is written; an empty string when it is absent. */
export function fieldAt(
  { first, offsets, bytes }: TextChunk,
  position: number,
  field: TextField,
  onDamage: OnDamage,
): string {
  const at = (position - first) * FIELD_COUNT + TEXT_FIELDS.indexOf(field);
  const [start, end] = [offsets[at] ?? 0, offsets[at + 1] ?? 0];
  if (start === end) return '';
  const written = bytes.subarray(start, end);
  try {
    return strictDecoder.decode(written);
  } catch {
    onDamage(position);
    return decoder.decode(written);
  }
}

/** The fields of an activity as they are written, in the order of `TEXT_FIELDS`. */
export function encodeFields({ date, title, short, summary, place, ...more }: Activity): string[] {
  const { name, country, ...morePlace } = place ?? {};
  const { id: _, earliest: __, latest: ___, tags: ____, ...others } = more;
  const rest = { ...others, ...(Object.keys(morePlace).length > 0 && { place: morePlace }) };
  return [
    date,
    encodeText(title),
    encodeText(short),
    encodeText(summary),
    encodeText(name),
    country ?? '',
    Object.keys(rest).length > 0 ? JSON.stringify(rest) : '',
  ];
}

function encodeText(text: Text | undefined): string {
  if (text === undefined) return '';
  const isPlain = typeof text === 'string' && !text.startsWith(JSON_MARK) && text.isWellFormed();
  return isPlain ? text : JSON_MARK + JSON.stringify(text);
}

/** Decodes a field; undefined when it is absent or no text. */
export function decodeText(code: string): Text | undefined {
  if (code === '') return undefined;
  if (!code.startsWith(JSON_MARK)) return code;
  const text = parseJson(code.slice(JSON_MARK.length));
  if (typeof text === 'string') return text;
  return isTexts(text) ? text : undefined;
}

function isTexts(value: unknown): value is Record<string, string> {
  const texts = isRaw(value) ? Object.values(value) : [];
  return texts.length > 0 && texts.every(text => typeof text === 'string');
}
