import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stackedLayers } from '../../../src/panels/density/stacked-layers';

const plain = (...total: number[]) => ({ total, vague: total.map(() => 0) });

describe('stackedLayers', () => {
  it('stacks the colours in their order, and the rest on top', () => {
    const layers = stackedLayers(plain(5, 2, 0), [plain(1, 0, 0), plain(0.5, 2, 0)]);
    expect(layers.map(({ colour, isVague, tops }) => [colour, isVague, tops])).toEqual([
      [0, false, [1, 0, 0]],
      [1, false, [1.5, 2, 0]],
      [undefined, false, [5, 2, 0]],
    ]);
  });

  it('stacks what is uncertain of a colour on what is certain of it', () => {
    const layers = stackedLayers({ total: [3], vague: [2] }, [{ total: [2], vague: [1.5] }]);
    expect(layers.map(({ colour, isVague, tops }) => [colour, isVague, tops])).toEqual([
      [0, false, [0.5]],
      [0, true, [2]],
      [undefined, false, [2.5]],
      [undefined, true, [3]],
    ]);
  });

  it('never falls, and reaches exactly the selection', () => {
    const amount = fc.record({ sure: fc.nat(9), vague: fc.double({ min: 0, max: 9, noNaN: true }) });
    const bins = fc.array(amount, { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(fc.array(bins, { maxLength: 3 }), bins, (colours, rest) => {
        const density = (of: { sure: number; vague: number }[]) => ({
          total: of.map(({ sure, vague }) => sure + vague),
          vague: of.map(({ vague }) => vague),
        });
        const parts = [...colours, rest].map(density);
        const sum = (of: 'total' | 'vague') =>
          rest.map((_, bin) => parts.reduce((all, part) => all + (part[of][bin] ?? 0), 0));
        const layers = stackedLayers({ total: sum('total'), vague: sum('vague') }, parts.slice(0, -1));
        let below = [0, 0, 0];
        for (const { tops } of layers) {
          tops.forEach((top, bin) => {
            expect(top).toBeGreaterThanOrEqual((below[bin] ?? 0) - 1e-9);
          });
          below = [...tops];
        }
        below.forEach((top, bin) => {
          expect(top).toBeCloseTo(sum('total')[bin] ?? 0, 4);
        });
      }),
    );
  });
});
