import type { WordIndex } from '../../model/records';
import type { TextIndex } from './text-index';
import { type TextIndexParts, textIndexFromParts, textIndexParts } from './text-index-parts';

/** To be raised when other texts are searched, or words are cut or folded in another way. */
const VERSION = 2;

/** A part of a text index as it lies in a file. */
export interface TextSection {
  name: `text/${string}`;
  data: Uint16Array | Uint32Array;
}

/** An index of a dataset's words, to be kept in a file with it. */
export function textSectionsOf(index: TextIndex): TextSection[] {
  const parts = Object.entries(textIndexParts(index));
  return [
    { name: 'text/version', data: Uint32Array.of(VERSION) },
    ...parts.map(([name, data]): TextSection => ({ name: `text/${name}`, data })),
  ];
}

/** The index of such sections, as views into them; null where they are of another version or don't fit. */
export function textIndexFromSections(sections: WordIndex, size: number): TextIndex | null {
  const bytesOf = (name: string) => sections.get(`text/${name}`) ?? new Uint8Array();
  const short = (name: keyof TextIndexParts) => {
    const { buffer, byteOffset, length } = bytesOf(name);
    return new Uint16Array(buffer, byteOffset, length >>> 1);
  };
  const long = (name: keyof TextIndexParts | 'version') => {
    const { buffer, byteOffset, length } = bytesOf(name);
    return new Uint32Array(buffer, byteOffset, length >>> 2);
  };
  if (long('version')[0] !== VERSION) return null;
  const parts: TextIndexParts = {
    letters: short('letters'),
    ends: long('ends'),
    blocks: long('blocks'),
    words: long('words'),
    starts: long('starts'),
    positions: short('positions'),
  };
  return textIndexFromParts(parts, size);
}
