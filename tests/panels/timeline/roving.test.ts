import { describe, expect, it } from 'vitest';
import { type Walked, walk } from '../../../src/panels/timeline/roving';

/** One row a lane: each letter is a mark at its column; a capital letter is out of view. */
function marksOf(...rows: string[]): Walked[] {
  return rows.flatMap((row, lane) =>
    [...row].flatMap((key, x) => (key === '.' ? [] : [{ key, lane, x, isInView: key === key.toLowerCase() }])),
  );
}

const PLAIN = marksOf('a..b....c', '.........', '.d....e..');

const WALKS = [
  ['a', 'ArrowRight', 'b'],
  ['b', 'ArrowLeft', 'a'],
  ['a', 'ArrowLeft', null],
  ['c', 'ArrowRight', null],
  ['b', 'Home', 'a'],
  ['b', 'End', 'c'],
  ['a', 'ArrowDown', 'd'],
  ['c', 'ArrowDown', 'e'],
  ['b', 'ArrowDown', 'd'],
  ['e', 'ArrowUp', 'c'],
  ['a', 'ArrowUp', null],
  ['d', 'ArrowDown', null],
  ['a', 'Enter', null],
  ['a', 'PageDown', null],
] as const;

describe('walk', () => {
  it.each(WALKS)('leads from %s by %s to %s', (from, key, to) => {
    expect(walk(PLAIN, from, key)).toBe(to);
  });

  it('goes in time, however the marks are given', () => {
    expect(walk([...PLAIN].reverse(), 'a', 'ArrowRight')).toBe('b');
  });

  it('keeps Home and End within what is in view, and lets arrows lead out of it', () => {
    const marks = marksOf('A.b...c.D');
    expect(walk(marks, 'c', 'Home')).toBe('b');
    expect(walk(marks, 'b', 'End')).toBe('c');
    expect(walk(marks, 'c', 'ArrowRight')).toBe('D');
  });

  it('begins with the first mark when the one it comes from is gone', () => {
    expect(walk(PLAIN, 'z', 'ArrowRight')).toBe('a');
    expect(walk([], 'z', 'ArrowRight')).toBeNull();
  });
});
