/*
 *   8 bytes   89 43 46 50 4B 0D 0A 1A        "\x89CFPK\r\n\x1a": no text begins so, and no transfer as text keeps it
 *   u32       version, 1
 *   u32       length of the header in bytes, a multiple of 8
 *   header    JSON in UTF-8, padded with spaces
 *   sections  each at a multiple of 8 from the end of the header, in the order of the header, padded with zeros
 *
 * All numbers are little-endian, so that on the machines of our time a section is a typed array as it lies there.
 * Columns come first, ids next, then the text of a sample, that of the first chunk, an index of the words, and the rest of the
 * text: a reader can answer before the text has come, draw a timeline of all with what the sample has, and search before all
 * of it has.
 */
export const MAGIC = Uint8Array.of(0x89, 0x43, 0x46, 0x50, 0x4b, 0x0d, 0x0a, 0x1a);
export const VERSION = 1;
export const PREFIX_LENGTH = 16;

export type SectionType = 'u8' | 'u16' | 'u32' | 'i32';

export interface Section {
  name: string;
  type: SectionType;
  /** From the end of the header. */
  offset: number;
  /** In bytes, without the padding behind it. */
  length: number;
}

export interface PackedHeader {
  /** How many activities there are. */
  size: number;
  /** How many of them have their text in one chunk; the last chunk may have fewer. */
  chunkSize: number;
  /** The root object of the dataset, without activities. */
  root: unknown;
  sections: readonly Section[];
}

export const CHUNK_SIZE = 4096;

/** Activities whose text comes ahead of a long record's: those that a timeline of the whole picks first, at most so many. */
export const SAMPLE = { positions: 'sample/positions', text: 'sample/text', max: 256 } as const;

/** The texts of an activity, in the order in which a chunk holds them. */
export const TEXT_FIELDS = ['date', 'title', 'short', 'summary', 'place', 'country', 'rest'] as const;

export type TextField = (typeof TEXT_FIELDS)[number];

export const BYTES_OF: Readonly<Record<SectionType, number>> = { u8: 1, u16: 2, u32: 4, i32: 4 };

/** The section that says what the other extra sections, `text/…`, were made of. */
export const CHECKSUM = 'text/seal';

export function padded(length: number): number {
  return Math.ceil(length / 8) * 8;
}

/** True for bytes that begin as a packed dataset does. */
export function isPacked(start: Uint8Array): boolean {
  return start.length >= MAGIC.length && MAGIC.every((byte, i) => start[i] === byte);
}

/** The names of the sections with the tags of the facet at this position. */
export function tagSections(facet: number): { offsets: string; values: string } {
  return { offsets: `tags/${facet}/offsets`, values: `tags/${facet}/values` };
}

export function chunkSection(chunk: number): string {
  return `chunk/${chunk}`;
}
