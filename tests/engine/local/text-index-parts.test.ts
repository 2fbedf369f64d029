import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TextIndex } from '../../../src/engine/local/text-index';
import { createTextIndexBuilder } from '../../../src/engine/local/text-index-builder';
import { type TextIndexParts, textIndexFromParts, textIndexParts } from '../../../src/engine/local/text-index-parts';
import { arbitraryFields } from '../../fixtures/arbitrary-fields';

function indexOf(size: number, documents: Iterable<[number, readonly string[]]>): TextIndex {
  const builder = createTextIndexBuilder(size);
  for (const [position, fields] of documents) builder.add(position, fields);
  return builder.finish();
}

describe('textIndexFromParts', () => {
  it('gives back the index that was taken apart', () => {
    fc.assert(
      fc.property(fc.array(arbitraryFields, { maxLength: 40 }), documents => {
        const index = indexOf(documents.length, documents.entries());
        expect(textIndexFromParts(textIndexParts(index), documents.length)).toEqual(index);
      }),
    );
  });

  const size = 140_000;
  const index = indexOf(size, [
    [0, ['border police']],
    [65_535, ['border']],
    [139_999, ['Łódź', 'police']],
  ]);

  it('gives back an index of several blocks, as views and not as copies', () => {
    const parts = textIndexParts(index);
    const back = textIndexFromParts(parts, size);
    expect(back).toEqual(index);
    expect(back?.vocabulary.letters).toBe(parts.letters);
    for (const block of back?.blocks ?? []) expect(block.positions.buffer).toBe(parts.positions.buffer);
  });

  it('refuses parts of another size, or cut short', () => {
    const parts = textIndexParts(index);
    expect(textIndexFromParts(parts, 131_072)).toBeNull();
    for (const name of ['letters', 'words', 'starts', 'positions'] as const) {
      const cut: TextIndexParts = { ...parts, [name]: parts[name].subarray(0, -1) };
      expect([name, textIndexFromParts(cut, size)]).toEqual([name, null]);
    }
  });
});
