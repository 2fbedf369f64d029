/*
 *   8 bytes   89 43 46 50 4B 0D 0A 1A        "\x89CFPK\r\n\x1a": never the start of a text, and any transfer as text changes it
 *   u32       version, 1
 *   u32       length of the header in bytes, a multiple of 8
 *   header    JSON in UTF-8, padded with spaces
 *   sections  each at a multiple of 8 from the end of the header, in the order of the header, padded with zeros
 *
 * All numbers are little-endian, as on today's machines, so that a section can be used as a typed array without a copy.
 * The order is: columns, ids, the text of a sample, the first chunk of text, the index of words, the other chunks. So a
 * reader can answer questions before any text has come, draw the timeline of the whole dataset when the sample has
 * come, and search before the rest of the text has come.
 */
export const MAGIC = Uint8Array.of(0x89, 0x43, 0x46, 0x50, 0x4b, 0x0d, 0x0a, 0x1a);
export const VERSION = 1;
export const PREFIX_LENGTH = 16;

export type SectionType = 'u8' | 'u16' | 'u32' | 'i32';

export interface Section {
  name: string;
  type: SectionType;
  /** The number of bytes from the end of the header to the section. */
  offset: number;
  /** The length of the section in bytes, without padding. */
  length: number;
}

export interface PackedHeader {
  size: number;
  /** The number of activities per chunk of text. The last chunk may have fewer. */
  chunkSize: number;
  root: unknown;
  sections: readonly Section[];
}

export const CHUNK_SIZE = 4096;

/** The timeline of a whole large dataset shows this sample, so its text comes before all other text. */
export const SAMPLE = { positions: 'sample/positions', text: 'sample/text', max: 256 } as const;

/** The text fields of an activity, in the order in which a chunk stores them. */
export const TEXT_FIELDS = ['date', 'title', 'short', 'summary', 'place', 'country', 'rest'] as const;

export type TextField = (typeof TEXT_FIELDS)[number];

export const BYTES_OF: Readonly<Record<SectionType, number>> = { u8: 1, u16: 2, u32: 4, i32: 4 };

/** The section with the checksums. It counts as an extra section (`text/…`), but no checksum covers it. */
export const CHECKSUM = 'text/seal';

export function padded(length: number): number {
  return Math.ceil(length / 8) * 8;
}

export function isPacked(start: Uint8Array): boolean {
  return start.length >= MAGIC.length && MAGIC.every((byte, i) => start[i] === byte);
}

/** Returns the names of the two sections with the tags of a facet. `facet` is the index of the facet in the dataset. */
export function tagSections(facet: number): { offsets: string; values: string } {
  return { offsets: `tags/${facet}/offsets`, values: `tags/${facet}/values` };
}

export function chunkSection(chunk: number): string {
  return `chunk/${chunk}`;
}
