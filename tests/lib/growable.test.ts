import { describe, expect, it } from 'vitest';
import { growable, growableLists } from '../../src/lib/growable';

describe('growable', () => {
  it('returns everything that was pushed and appended', () => {
    const numbers = growable(length => new Int32Array(length));
    for (let i = 0; i < 500; i += 1) numbers.push(-i);
    numbers.append(Array.from({ length: 1000 }, (_, i) => i));
    expect(numbers.length).toBe(1500);
    expect([numbers.view()[499], numbers.view()[500], numbers.view()[1499]]).toEqual([-499, 0, 999]);
  });
});

describe('growableLists', () => {
  it('returns lists in order', () => {
    const lists = growableLists(length => new Uint16Array(length));
    lists.push([7, 8]);
    lists.push([]);
    lists.push([9]);
    expect(lists.view()).toEqual({ offsets: Uint32Array.of(0, 2, 2, 3), values: Uint16Array.of(7, 8, 9) });
  });
});
