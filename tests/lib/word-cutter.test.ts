import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordsOf } from '../../src/lib/fold';
import { WordCutter } from '../../src/lib/word-cutter';
import { arbitraryFields } from '../fixtures/arbitrary-fields';

function cut(text: string, cutter = new WordCutter()): string[] {
  cutter.cut(text);
  return String.fromCharCode(...cutter.units.subarray(0, cutter.end))
    .split('\0')
    .slice(0, -1);
}

describe('WordCutter', () => {
  it.each([
    ['Border-police 2018', 'border|police|2018'],
    ['Straße, Ærø; ŁÓDŹ!', 'strasse|aero|lodz'],
    ['E\u0301te\u0301', 'ete'],
    ['\u0301 \u0301', ''],
    ['서울', '서울'],
    ['서울'.normalize('NFD'), '서울'],
    ['か\u3099 ｶﾞ', 'が|ガ'],
    ['ทุ่ कला', 'ทุ่|कला'],
    ['\ufa6c', '\ufa6c'.normalize('NFD')],
    ['\ufdfa', '\ufdfa'.normalize('NFKC').replaceAll(' ', '|')],
    ['a𐐀 b😀c', 'a𐐨|b|c'],
    ['\ud801\u0301\udc28', '𐐨'],
    ['', ''],
    ['…!', ''],
  ])('cuts %j into %j', (text, words) => {
    expect(cut(text).join('|')).toBe(words);
  });

  it('writes the words of wordsOf for one text after another', () => {
    const cutter = new WordCutter();
    fc.assert(
      fc.property(
        fc.oneof(
          arbitraryFields.map(fields => fields.join('')),
          fc.string({ unit: 'binary', maxLength: 40 }),
        ),
        text => {
          expect(cut(text, cutter)).toEqual(wordsOf(text));
        },
      ),
      { numRuns: 3000 },
    );
  });

  it('makes room for a long text', () => {
    for (const text of ['각Æß '.repeat(5000), '\ufdfa'.repeat(5000)]) expect(cut(text)).toEqual(wordsOf(text));
  });
});

describe('cutFields', () => {
  it('writes one more zero after each field', () => {
    const units = new WordCutter().cutFields(['Border police', '', 'ทุ่!']);
    expect(String.fromCharCode(...units)).toBe('border\0police\0\0\0ทุ่\0\0');
  });
});
