import { describe, expect, it } from 'vitest';
import { fold } from '../../src/lib/fold';
import { CUT, DROPPED, foldUnit, MAX_UNITS, SEVERAL, severalOf, UNCLEAR } from '../../src/lib/fold-units';

const LETTERS = [...Array(0x10000).keys()]
  .filter(unit => unit < 0xd800 || unit >= 0xe000)
  .map(unit => String.fromCharCode(unit));

const CLEAR = LETTERS.filter(letter => foldUnit(letter.charCodeAt(0)) !== UNCLEAR);

const FOLDED = CLEAR.map(fold);

function shown(letter: string): string {
  const unit = foldUnit(letter.charCodeAt(0));
  if (unit === CUT) return ' ';
  if (unit === DROPPED) return '';
  return unit === SEVERAL ? severalOf(letter.charCodeAt(0)) : String.fromCharCode(unit);
}

describe('foldUnit', () => {
  it('agrees with folding and cutting for every unit, cached or not', () => {
    const expected = FOLDED.map(folded => folded.replace(/[^\p{L}\p{M}\p{N}]/gu, ' '));
    for (const shownNow of [CLEAR.map(shown), CLEAR.map(shown)]) {
      expect(CLEAR.filter((_, i) => shownNow[i] !== expected[i])).toEqual([]);
    }
    expect(Math.max(...expected.map(folded => folded.length))).toBeLessThanOrEqual(MAX_UNITS);
  });

  it('folds such units independently of their neighbours', () => {
    for (const neighbour of ['a', 'Σ', '가', 'か', 'é', 'ا', 'क', ' ']) {
      expect(fold(CLEAR.join(neighbour)) === FOLDED.join(fold(neighbour))).toBe(true);
    }
  });

  it('returns UNCLEAR for units that may be composed with neighbours', () => {
    const parts = ['\u0e38', '\u093c', '\u09be', '\u3099', '\uff9e', '\u0654', '\u1161', '\u11ab', '\u0958'];
    expect(parts.filter(part => foldUnit(part.charCodeAt(0)) !== UNCLEAR)).toEqual([]);
    expect(CLEAR.length).toBeGreaterThan(60_000);
  });

  it('returns UNCLEAR for surrogates', () => {
    expect([0xd83d, 0xde00].map(foldUnit)).toEqual([UNCLEAR, UNCLEAR]);
  });
});
