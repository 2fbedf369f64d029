import { describe, expect, it } from 'vitest';
import { DOTS } from '../../../src/panels/map/outline';
import { projected } from '../../../src/panels/map/projection';

/** Coordinates of dots in the outline, as given to the script that made it. */
const POINTS: Record<string, [number, number]> = {
  BQ: [-68.3, 12.2],
  CC: [96.8, -12.2],
  CX: [105.6, -10.5],
  GI: [-5.35, 36.1],
  KI: [173, 1.4],
  RE: [55.5, -21.1],
  TK: [-171.8, -9.2],
};

describe('projected', () => {
  it.each(Object.entries(POINTS))('puts %s where the outline has it', (code, point) => {
    const [x = 0, y = 0] = (DOTS[code] ?? '').split(' ').map(Number);
    const at = projected(point);
    expect(Math.abs(at.x - x)).toBeLessThan(1);
    expect(Math.abs(at.y - y)).toBeLessThan(1);
  });
});
