import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { termsTest } from '../../src/lib/find-words';
import { wordsOf } from '../../src/lib/fold';
import { hasBeginning, isUnspacedAt, isUnspacedBefore } from '../../src/lib/unspaced';
import { WordCutter } from '../../src/lib/word-cutter';
import { arbitraryFields } from '../fixtures/arbitrary-fields';

function unitsOf(text: string): number[] {
  return Array.from({ length: text.length }, (_, i) => text.charCodeAt(i));
}

describe('isUnspacedAt', () => {
  it.each([...'新々〇ガーゝァｶทุ๑ດកမ', '𠮷'])('is true for %s, and after it', letter => {
    const units = unitsOf(`a${letter}b`);
    expect(isUnspacedAt(units, 1)).toBe(true);
    expect(isUnspacedBefore(units, 1 + letter.length)).toBe(true);
    expect(isUnspacedAt(units, 1 + letter.length)).toBe(false);
    expect(isUnspacedBefore(units, 1)).toBe(false);
  });

  it.each([...'aé1жγשأक한', '𐐨', '・', '。', '，', '\0'])('is false for %s', letter => {
    expect(isUnspacedAt(unitsOf(letter), 0)).toBe(false);
  });
});

describe('hasBeginning', () => {
  it('finds in a word what a search finds', () => {
    const words = arbitraryFields.map(fields => fields.flatMap(wordsOf)).filter(all => all.length > 0);
    const arbitraryCase = words.chain(all =>
      fc.tuple(fc.constantFrom(...all), fc.constantFrom(...all), fc.nat(4), fc.integer({ min: 1, max: 3 })),
    );
    fc.assert(
      fc.property(arbitraryCase, ([word, other, from, length]) => {
        const start = [...other].slice(from, from + length).join('');
        fc.pre(start !== '' && wordsOf(start)[0] === start);
        const isFound = termsTest({ words: [start], phrases: [], notWords: [], notPhrases: [] });
        expect(hasBeginning(word, start)).toBe(isFound(new WordCutter().cutFields([word])));
      }),
      { numRuns: 2000 },
    );
  });
});
