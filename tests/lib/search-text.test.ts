import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordsOf } from '../../src/lib/fold';
import { asksNothing, highlight, matchesSearch, parseSearch } from '../../src/lib/search-text';
import { arbitrarySearchText } from '../fixtures/arbitrary-words';

/** Terms as one line: `border police "border police" -drug+s -"a b"`. */
function termsOf(text: string): string {
  const { words, phrases, notWords, notPhrases } = parseSearch(text);
  return [
    ...words,
    ...phrases.map(phrase => `"${phrase.join(' ')}"`),
    ...notWords.map(cut => `-${cut.join('+')}`),
    ...notPhrases.map(phrase => `-"${phrase.join(' ')}"`),
  ].join(' ');
}

describe('parseSearch', () => {
  it.each([
    ['border police', 'border police'],
    ['  Border\tPOLICE  ', 'border police'],
    ['"border police"', '"border police"'],
    ['"border police', 'border police'],
    ['border "police', 'border police'],
    ['-border', '-border'],
    ['-"border police"', '-"border police"'],
    ['-"border police', 'police -border'],
    ['anti-drug', 'anti drug'],
    ['-anti-drug', '-anti+drug'],
    ['- border', 'border'],
    ['--border', '-border'],
    ['a "b c" -d -"e f" g', 'a g "b c" -d -"e f"'],
    ['"a b"c', 'c "a b"'],
    ['a"b c"', 'a b c'],
    ['"Straße-Ø"', '"strasse o"'],
    ['""', ''],
    ['-', ''],
    ['-""', ''],
    ['"-"', ''],
    ['!? …', ''],
    ['', ''],
  ])('reads %j as %j', (text, terms) => {
    expect(termsOf(text)).toBe(terms);
    expect(asksNothing(parseSearch(text))).toBe(terms === '');
  });
});

describe('matchesSearch', () => {
  const fields = ['Border police meeting', 'Straße der Anti-Drogen-Politik'].map(wordsOf);

  it.each([
    ['bord', true],
    ['order', false],
    ['bord strasse', true],
    ['bord river', false],
    ['"border police"', true],
    ['"police border"', false],
    ['"border meeting"', false],
    ['"bord police"', false],
    ['"meeting strasse"', false],
    ['"anti drogen"', true],
    ['-river', true],
    ['-bord', false],
    ['-anti-drogen', false],
    ['-anti-river', true],
    ['-"police border"', true],
    ['-"border police"', false],
    ['', true],
  ])('finds %j: %s', (text, expected) => {
    expect(matchesSearch(parseSearch(text), fields)).toBe(expected);
  });
});

function marked(text: string, search: string): string {
  return highlight(text, parseSearch(search))
    .map(piece => (piece.hit ? `[${piece.text}]` : piece.text))
    .join('');
}

describe('highlight', () => {
  it.each([
    ['Border police meeting', 'bord', '[Border] police meeting'],
    ['Border police meeting', 'order', 'Border police meeting'],
    ['Border police meeting', 'meet pol', 'Border [police] [meeting]'],
    ['Border police meeting', '"border police"', '[Border] [police] meeting'],
    ['Border police meeting', '"police border"', 'Border police meeting'],
    ['Border police meeting', '-border', 'Border police meeting'],
    ['pas à pas à pas', '"pas à pas"', '[pas] [à] [pas] [à] [pas]'],
    ['Die Straße, STRASSE', 'strass', 'Die [Straße], [STRASSE]'],
    ['Ærøskøbing (Ærø)', 'aero', '[Ærøskøbing] ([Ærø])'],
    ['E\u0301te\u0301!', 'ete', '[E\u0301te\u0301]!'],
    ['Anti-drug', 'drug', 'Anti-[drug]'],
    ['“GLO.ACT”', 'act', '“GLO.[ACT]”'],
    ['Border', '', 'Border'],
    ['', 'border', ''],
  ])('marks %j for %j: %s', (text, search, expected) => {
    expect(marked(text, search)).toBe(expected);
  });

  it('cuts without losing or adding a letter, and leaves no empty piece', () => {
    const arbitraryText = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), arbitrarySearchText);
    fc.assert(
      fc.property(arbitraryText, arbitrarySearchText, (text, search) => {
        const pieces = highlight(text, parseSearch(search));
        expect(pieces.map(piece => piece.text).join('')).toBe(text);
        expect(pieces.every(piece => piece.text !== '')).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
