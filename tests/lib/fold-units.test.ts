import { describe, expect, it } from 'vitest';
import { fold } from '../../src/lib/fold';
import { CUT, DROPPED, foldUnit, MOST_UNITS, SEVERAL, severalOf, UNCLEAR } from '../../src/lib/fold-units';

const LETTERS = [...Array(0x10000).keys()]
  .filter(unit => unit < 0xd800 || unit >= 0xe000)
  .map(unit => String.fromCharCode(unit));

const FOLDED = LETTERS.map(fold);

function shown(letter: string): string {
  const unit = foldUnit(letter.charCodeAt(0));
  if (unit === CUT) return ' ';
  if (unit === DROPPED) return '';
  return unit === SEVERAL ? severalOf(letter.charCodeAt(0)) : String.fromCharCode(unit);
}

describe('foldUnit', () => {
  it('says of every unit what folding and cutting make of it, the first time and later', () => {
    const expected = FOLDED.map(folded => folded.replace(/[^\p{L}\p{N}]/gu, ' '));
    for (const shownNow of [LETTERS.map(shown), LETTERS.map(shown)]) {
      expect(LETTERS.filter((_, i) => shownNow[i] !== expected[i])).toEqual([]);
    }
    expect(Math.max(...expected.map(folded => folded.length))).toBeLessThanOrEqual(MOST_UNITS);
  });

  it('may rely on folding not to look at neighbours', () => {
    for (const neighbour of ['a', 'Σ', '가', '\u11a8', 'e\u0301', '\u0323', ' ']) {
      expect(fold(LETTERS.join(neighbour)) === FOLDED.join(fold(neighbour))).toBe(true);
    }
  });

  it('leaves half a character to the text as a whole', () => {
    expect([0xd83d, 0xde00].map(foldUnit)).toEqual([UNCLEAR, UNCLEAR]);
  });
});
