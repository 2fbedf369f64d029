import type { WordIndex } from '../../model/records';
import type { TextIndex } from './text-index';
import { type TextIndexParts, textIndexFromParts, textIndexParts } from './text-index-parts';

/** Must be increased when other texts are searched, or when words are split or folded in another way. */
const VERSION = 2;

export interface TextSection {
  name: `text/${string}`;
  data: Uint16Array | Uint32Array;
}

export function textSectionsOf(index: TextIndex): TextSection[] {
  const parts = Object.entries(textIndexParts(index));
  return [
    { name: 'text/version', data: Uint32Array.of(VERSION) },
    ...parts.map(([name, data]): TextSection => ({ name: `text/${name}`, data })),
  ];
}

/**
 * Returns the text index whose arrays are views into these sections. Returns null if the version or the lengths do not
 * match.
 */
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
