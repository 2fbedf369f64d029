import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type GridPosition, gridStep } from '../../src/ui/grid-keys';

const SIZE: GridPosition = { row: 30, column: 4 };

function from(row: number, column: number, key: string, ctrl = false): string | null {
  const to = gridStep({ row, column }, key, ctrl, SIZE);
  return to && `${to.row} ${to.column}`;
}

describe('gridStep', () => {
  it('goes to the neighbour with an arrow', () => {
    expect(from(5, 1, 'ArrowUp')).toBe('4 1');
    expect(from(5, 1, 'ArrowDown')).toBe('6 1');
    expect(from(5, 1, 'ArrowLeft')).toBe('5 0');
    expect(from(5, 1, 'ArrowRight')).toBe('5 2');
  });

  it('goes to the ends of the row, and with Ctrl to the corners of the table', () => {
    expect(from(5, 1, 'Home')).toBe('5 0');
    expect(from(5, 1, 'End')).toBe('5 3');
    expect(from(5, 1, 'Home', true)).toBe('0 0');
    expect(from(5, 1, 'End', true)).toBe('29 3');
  });

  it('goes a page of rows, or as far as there are rows', () => {
    expect(from(5, 1, 'PageDown')).toBe('15 1');
    expect(from(15, 1, 'PageUp')).toBe('5 1');
    expect(from(25, 1, 'PageDown')).toBe('29 1');
    expect(from(3, 1, 'PageUp')).toBe('0 1');
  });

  it('leads nowhere from the border outwards, and with any other key', () => {
    for (const key of ['ArrowUp', 'ArrowLeft', 'Home', 'PageUp']) expect(from(0, 0, key)).toBeNull();
    for (const key of ['ArrowDown', 'ArrowRight', 'End', 'PageDown']) expect(from(29, 3, key)).toBeNull();
    for (const key of ['Tab', 'Enter', 'a', ' ']) expect(from(5, 1, key)).toBeNull();
    expect(from(5, 1, 'ArrowDown', true)).toBeNull();
  });

  it('never leaves the grid', () => {
    const keys = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'PageUp', 'PageDown'];
    const arbitraryWalk = fc.array(fc.tuple(fc.constantFrom(...keys), fc.boolean()), { maxLength: 30 });
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 1, max: 6 }),
        arbitraryWalk,
        (row, column, walk) => {
          let at: GridPosition = { row: 0, column: 0 };
          for (const [key, ctrl] of walk) at = gridStep(at, key, ctrl, { row, column }) ?? at;
          expect(at.row >= 0 && at.row < row && at.column >= 0 && at.column < column).toBe(true);
        },
      ),
    );
  });

  it('goes over cells that are no stop, and Home and End to the first and last stop of the row', () => {
    const stops = ['0 1', '2 1', '2 3', '5 3', '29 0'];
    const over = (row: number, column: number, key: string) => {
      const to = gridStep({ row, column }, key, false, SIZE, place => stops.includes(`${place.row} ${place.column}`));
      return to && `${to.row} ${to.column}`;
    };
    expect(over(0, 1, 'ArrowDown')).toBe('2 1');
    expect(over(2, 1, 'ArrowRight')).toBe('2 3');
    expect(over(2, 3, 'ArrowDown')).toBe('5 3');
    expect(over(2, 3, 'Home')).toBe('2 1');
    expect(over(2, 1, 'End')).toBe('2 3');
    for (const key of ['Home', 'End', 'ArrowLeft', 'ArrowRight', 'ArrowDown']) expect(over(5, 3, key)).toBeNull();
  });
});
