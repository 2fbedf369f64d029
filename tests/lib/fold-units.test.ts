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
  it('says of every unit what folding and cutting make of it, the first time and later', () => {
    const expected = FOLDED.map(folded => folded.replace(/[^\p{L}\p{M}\p{N}]/gu, ' '));
    for (const shownNow of [CLEAR.map(shown), CLEAR.map(shown)]) {
      expect(CLEAR.filter((_, i) => shownNow[i] !== expected[i])).toEqual([]);
    }
    expect(Math.max(...expected.map(folded => folded.length))).toBeLessThanOrEqual(MAX_UNITS);
  });

  it('may rely on folding such units not to look at neighbours', () => {
    for (const neighbour of ['a', 'Σ', '가', 'か', 'é', 'ا', 'क', ' ']) {
      expect(fold(CLEAR.join(neighbour)) === FOLDED.join(fold(neighbour))).toBe(true);
    }
  });

  it('leaves what may be composed with its neighbours to the text as a whole', () => {
    const parts = ['\u0e38', '\u093c', '\u09be', '\u3099', '\uff9e', '\u0654', '\u1161', '\u11ab', '\u0958'];
    expect(parts.filter(part => foldUnit(part.charCodeAt(0)) !== UNCLEAR)).toEqual([]);
    expect(CLEAR.length).toBeGreaterThan(60_000);
  });

  it('leaves half a character to the text as a whole', () => {
    expect([0xd83d, 0xde00].map(foldUnit)).toEqual([UNCLEAR, UNCLEAR]);
  });
});
