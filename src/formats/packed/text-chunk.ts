import type { Activity, Text } from '../../model/dataset';
import { OpenFailure } from '../../model/problem';
import { isRaw } from '../document/fields';
import { parseJson } from '../document/parse-json';
import { areOffsets } from './checks';
import { TEXT_FIELDS, type TextField } from './layout';

/**
 * The texts of several activities, as UTF-8 in `bytes`. Field f (see `TEXT_FIELDS`) of the i-th activity starts at
 * `offsets[i * 7 + f]` and ends at the next offset. A field of length 0 is absent.
 */
export interface TextChunk {
  first: number;
  size: number;
  offsets: Uint32Array;
  bytes: Uint8Array;
}

const FIELD_COUNT = TEXT_FIELDS.length;

/** The first character of a field that is stored as JSON. Most such fields are texts in several languages. */
const JSON_MARK = '\u0001';

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const strictDecoder = new TextDecoder('utf-8', { ignoreBOM: true, fatal: true });

export function offsetsLength(size: number): number {
  return (size * FIELD_COUNT + 1) * Uint32Array.BYTES_PER_ELEMENT;
}

/** Opens a chunk without copying its bytes. Throws `OpenFailure` if the bytes are not a chunk of `size` activities. */
export function openTextChunk(section: Uint8Array, first: number, size: number): TextChunk {
  const tableLength = offsetsLength(size);
  if (section.byteLength < tableLength) throw new OpenFailure('damaged', `text of ${first}`);
  const offsets = new Uint32Array(section.buffer, section.byteOffset, size * FIELD_COUNT + 1);
  const bytes = section.subarray(tableLength);
  if (!areOffsets(offsets, bytes.length)) throw new OpenFailure('damaged', `text of ${first}`);
  return { first, size, offsets, bytes };
}

/** Returns a chunk without any text. It replaces a damaged or missing chunk. */
export function emptyTextChunk(first: number, size: number): TextChunk {
  return { first, size, offsets: new Uint32Array(size * FIELD_COUNT + 1), bytes: new Uint8Array() };
}

/** Splits the chunk of a sample into one chunk for each position. */
export function splitTextChunk(chunk: TextChunk, positions: Uint32Array): Map<number, TextChunk> {
  const { offsets, bytes } = chunk;
  const alone = (first: number, i: number): TextChunk => {
    return { first, size: 1, offsets: offsets.subarray(i * FIELD_COUNT, (i + 1) * FIELD_COUNT + 1), bytes };
  };
  return new Map(Array.from(positions, (position, i) => [position, alone(position, i)]));
}

/** Receives the position of an activity whose text is damaged. */
export type OnDamage = (position: number) => void;

/**
 * Returns a field as it is stored, or '' if it is absent. Reports invalid UTF-8 to `onDamage`. `decodeText` decodes the
 * result.
 */
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

/** Returns the fields of an activity in stored form, in the order of `TEXT_FIELDS`. */
export function encodeFields(activity: Activity): string[] {
  const { date, title, short, summary, place } = activity;
  const morePlace = place && othersOf(place, PLACE_KEYS);
  const rest = othersOf(activity, STORED_KEYS) ?? (morePlace && {});
  if (rest && morePlace) rest.place = morePlace;
  return [
    date,
    encodeText(title),
    encodeText(short),
    encodeText(summary),
    encodeText(place?.name),
    place?.country ?? '',
    rest ? JSON.stringify(rest) : '',
  ];
}

/** The members of an activity that are stored in columns or as separate fields. All others go to the field `rest`. */
const STORED_KEYS = new Set(['id', 'date', 'earliest', 'latest', 'title', 'short', 'summary', 'tags', 'place']);
const PLACE_KEYS = new Set(['name', 'country']);

function othersOf(object: object, keys: ReadonlySet<string>): Record<string, unknown> | undefined {
  let others: Record<string, unknown> | undefined;
  for (const key of Object.keys(object)) {
    if (keys.has(key)) continue;
    others ??= {};
    others[key] = (object as Record<string, unknown>)[key];
  }
  return others;
}

function encodeText(text: Text | undefined): string {
  if (text === undefined) return '';
  const isPlain = typeof text === 'string' && !text.startsWith(JSON_MARK) && text.isWellFormed();
  return isPlain ? text : JSON_MARK + JSON.stringify(text);
}

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
