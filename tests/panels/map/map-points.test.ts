import { describe, expect, it } from 'vitest';
import { pathsByColour } from '../../../src/panels/map/map-points';

describe('pathsByColour', () => {
  it('draws each place once, without colours where nothing is coloured', () => {
    const points = [
      { x: 1, y: 2 },
      { x: 1.01, y: 2 },
      { x: 3, y: 4 },
    ];
    expect(pathsByColour(points)).toEqual([{ key: '', d: 'M1.0 2.0h0M3.0 4.0h0', colours: null }]);
  });

  it('gives a place the first two colours of its activities, and draws grey places first', () => {
    const at = (x: number, ...colours: number[]) => ({ x, y: 0, colours });
    const paths = pathsByColour([at(1, 2), at(1, 0, 1), at(2), at(2, 1), at(3), at(4, 1)]);
    expect(paths).toEqual([
      { key: '', d: 'M3.0 0.0h0', colours: [] },
      { key: '0,1', d: 'M1.0 0.0h0', colours: [0, 1] },
      { key: '1', d: 'M2.0 0.0h0M4.0 0.0h0', colours: [1] },
    ]);
  });
});
