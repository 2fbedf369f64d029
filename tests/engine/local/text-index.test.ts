import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addBit, type Bitset, eachBit, emptyBitset, fullBitset } from '../../../src/engine/local/bitset';
import { textScan } from '../../../src/engine/local/scan-text';
import { searchText, type TextIndex } from '../../../src/engine/local/text-index';
import { createTextIndexBuilder } from '../../../src/engine/local/text-index-builder';
import { parseSearch } from '../../../src/lib/search-text';
import { arbitraryFields, arbitraryQueryFor } from '../../fixtures/arbitrary-fields';
import { passesText } from './oracle';

type Fields = readonly string[];

function indexOf(documents: readonly Fields[]): TextIndex {
  const builder = createTextIndexBuilder(documents.length);
  documents.forEach((fields, position) => {
    builder.add(position, fields);
  });
  return builder.finish();
}

function expected(documents: readonly Fields[], text: string): Bitset {
  const found = emptyBitset(documents.length);
  documents.forEach((fields, position) => {
    if (passesText(fields, text)) addBit(found, position);
  });
  return found;
}

function found(documents: readonly Fields[], text: string): Bitset {
  return searchText(indexOf(documents), parseSearch(text), position => documents[position] ?? []);
}

describe('searchText', () => {
  it('finds what the rules say, and a scan does too', () => {
    fc.assert(
      fc.property(
        fc
          .array(arbitraryFields, { maxLength: 70 })
          .chain(documents => fc.tuple(fc.constant(documents), arbitraryQueryFor(documents))),
        ([documents, text]) => {
          const wanted = expected(documents, text);
          expect(found(documents, text)).toEqual(wanted);
          expect(textScan(documents.length, position => documents[position] ?? [])(parseSearch(text))).toEqual(wanted);
        },
      ),
      { numRuns: 1500 },
    );
  });

  it.each([0, 1, 31, 32, 33, 63, 64, 65])('finds all, half and none of %d', size => {
    const documents = [...Array(size).keys()].map(i => [i % 2 === 0 ? 'Border police' : 'Border river', '']);
    for (const text of ['bord', 'pol', '-pol', '"border river"', '-"border river"', 'x', '-x', '']) {
      expect(found(documents, text)).toEqual(expected(documents, text));
    }
    expect(found(documents, '-x')).toEqual(fullBitset(size));
  });
});

describe('blocks', () => {
  const size = 200_000;
  const places = [0, 65_534, 65_535, 65_536, 65_537, 131_071, 131_072, 199_999];
  const documents = new Map(places.map((position, i) => [position, [`Border ${i}`, `${i} police post`]]));

  function positionsOf(text: string): number[] {
    const builder = createTextIndexBuilder(size);
    for (const [position, fields] of documents) builder.add(position, fields);
    const positions: number[] = [];
    eachBit(
      searchText(builder.finish(), parseSearch(text), position => documents.get(position) ?? []),
      position => {
        positions.push(position);
        return true;
      },
    );
    return positions;
  }

  it.each([
    ['bor', places],
    ['bor 3', [65_536]],
    ['"police post" pol', places],
    ['"4 police" b', [65_537]],
    ['bord -4 -5 -"6 police"', places.filter((_, i) => i < 4 || i > 6)],
    ['rder', []],
  ])('%j is found on either side of their edges', (text, expected) => {
    expect(positionsOf(text)).toEqual(expected);
  });
});
