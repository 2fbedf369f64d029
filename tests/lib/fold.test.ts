import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, placedWordsOf, wordsOf } from '../../src/lib/fold';

const arbitraryText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.string({
    unit: fc.constantFrom(
      'a',
      'Σ',
      'ς',
      'ß',
      'ẞ',
      'İ',
      'ı',
      'Æ',
      '\u0301',
      '\u0307',
      ' ',
      '-',
      '\ud83d',
      '\ude00',
      '각',
    ),
  }),
);

describe('fold', () => {
  it.each([
    ['Ørsted', 'orsted'],
    ['Łódź', 'lodz'],
    ['Đà Nẵng', 'da nang'],
    ['ÐÐ', 'dd'],
    ['Þór', 'thor'],
    ['ırmak', 'irmak'],
    ['İzmir', 'izmir'],
    ['Ħal', 'hal'],
    ['Straße', 'strasse'],
    ['STRAẞE', 'strasse'],
    ['Ærø', 'aero'],
    ['ǽ ǿ', 'ae o'],
    ['œuvre', 'oeuvre'],
    ['Çà et là', 'ca et la'],
    ['e\u0301te\u0301', 'ete'],
    ['ΟΔΟΣ', 'οδοσ'],
    ['οδός', 'οδοσ'],
    ['Ёлка', 'елка'],
    ['GLO.ACT 2018', 'glo.act 2018'],
  ])('folds %s to %s', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(arbitraryText, text => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
      { numRuns: 500 },
    );
  });

  it('makes no difference between cases or between composed and decomposed letters', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'abÉéøØÆæłŁñÑΣσς ß') }), text => {
        expect(fold(text.toUpperCase())).toBe(fold(text));
        expect(fold(text.normalize('NFD'))).toBe(fold(text.normalize('NFC')));
      }),
      { numRuns: 200 },
    );
  });
});

describe('wordsOf', () => {
  it.each([
    ['Anti-drug policy', 'anti|drug|policy'],
    ["Pakistan’s Action, O'Brien", 'pakistan|s|action|o|brien'],
    ['GLO.ACT_2 (2018)', 'glo|act|2|2018'],
    ['東京 서울', `東京|${'서울'.normalize('NFD')}`],
    ['…!', ''],
    ['', ''],
  ])('cuts %j into %s', (text, words) => {
    expect(wordsOf(text).join('|')).toBe(words);
  });
});

describe('placedWordsOf', () => {
  it('finds the words of wordsOf in the same order', () => {
    fc.assert(
      fc.property(arbitraryText, text => {
        expect(placedWordsOf(text).map(placed => placed.word)).toEqual(wordsOf(text));
      }),
      { numRuns: 500 },
    );
  });

  it('places each word where it stands, one after the other', () => {
    fc.assert(
      fc.property(arbitraryText, text => {
        let done = 0;
        for (const { word, start, end } of placedWordsOf(text)) {
          expect(start).toBeGreaterThanOrEqual(done);
          expect(end).toBeGreaterThan(start);
          expect(wordsOf(text.slice(start, end))).toEqual([word]);
          done = end;
        }
        expect(done).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['Ærø-Straße!', 'Ærø|Straße'],
    ['e\u0301te\u0301 ÉTÉ', 'e\u0301te\u0301|ÉTÉ'],
    ['İzmir’s', 'İzmir|s'],
    ['😀 x', 'x'],
  ])('marks out %s as %s', (text, marked) => {
    const places = placedWordsOf(text).map(({ start, end }) => text.slice(start, end));
    expect(places.join('|')).toBe(marked);
  });
});
