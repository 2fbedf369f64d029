import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordsOf } from '../../src/lib/fold';
import { phraseTest } from '../../src/lib/phrase';
import { matchesSearch } from '../../src/lib/search-text';
import { arbitrarySearchText } from '../fixtures/arbitrary-words';

describe('phraseTest', () => {
  it.each([
    ['Border police meeting', 'border police', true],
    ['Border – (Police)', 'border police', true],
    ['Border police', 'bord police', false],
    ['Border polices', 'border police', false],
    ['border 😀 police', 'border police', true],
    ['border 𐐨 police', 'border police', false],
    ['𐐨border police', 'border police', false],
    ['borderpolice', 'border police', false],
    ['Straße-Ø', 'strasse o', true],
    ['', 'a', false],
  ])('in %j finds %j: %s', (text, phrase, expected) => {
    expect(phraseTest(phrase.split(' '))(text)).toBe(expected);
  });

  it('agrees with matchesSearch', () => {
    const arbitraryText = fc.oneof(
      arbitrarySearchText,
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom(...'aB -é\ud83d\ude00\u0301') }),
    );
    fc.assert(
      fc.property(
        arbitraryText,
        arbitraryText,
        fc.nat(4),
        fc.integer({ min: 1, max: 3 }),
        (text, other, from, length) => {
          const phrase = wordsOf(`${text} ${other}`).slice(from, from + length);
          fc.pre(phrase.length > 0);
          const expected = matchesSearch({ words: [], phrases: [phrase], notWords: [], notPhrases: [] }, [
            wordsOf(text),
          ]);
          expect(phraseTest(phrase)(text)).toBe(expected);
        },
      ),
      { numRuns: 2000 },
    );
  });
});
