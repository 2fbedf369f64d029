import { describe, expect, it } from 'vitest';
import { countryCode } from '../../../src/model/country-codes';
import { DOTS, FRAME, SHAPES } from '../../../src/panels/map/outline';

const codes = [...Object.keys(SHAPES), ...Object.keys(DOTS)];

/** Uninhabited countries and territories of the United Nations list, which the outline leaves out. */
const NOWHERE = ['AQ', 'BV', 'UM'];

function countries(): string[] {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  return letters.flatMap(a => letters.map(b => a + b)).filter(code => countryCode(code) === code);
}

describe('the outline', () => {
  it('has a shape or a dot for every country', () => {
    expect(countries()).toHaveLength(250);
    expect(countries().filter(code => !codes.includes(code))).toEqual(NOWHERE);
    expect(codes.filter(code => countryCode(code) !== code)).toEqual([]);
  });

  it('lies within its frame', () => {
    for (const entry of [...Object.values(SHAPES), ...Object.values(DOTS)]) {
      const [x = -1, y = -1] = entry.split(' ').map(Number);
      expect(x >= 0 && x <= FRAME.width && y >= FRAME.top && y <= FRAME.top + FRAME.height).toBe(true);
    }
  });

  it('has shapes with integer coordinates, below a size limit', () => {
    for (const shape of Object.values(SHAPES)) expect(shape).toMatch(/^\d+ -?\d+ (M\d+ -?\d+l[-\d ]+z)+$/);
    expect(Object.values(SHAPES).join('').length).toBeLessThan(48_000);
  });
});
