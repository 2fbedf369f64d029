import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createRecentCache } from '../../src/lib/recent-cache';

it('returns the value that was set last, always for the last `size` texts, and never for the ones before twice as many', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 4 }), fc.array(fc.integer({ min: 0, max: 9 })), (size, texts) => {
      const cache = createRecentCache<number>(size);
      const set: string[] = [];
      const values = new Map<string, number>();
      texts.forEach((number, i) => {
        const text = String(number);
        if (cache.get(text) !== undefined) return;
        cache.set(text, i);
        set.push(text);
        values.set(text, i);
        for (const kept of set.slice(-size)) expect(cache.get(kept)).toBe(values.get(kept));
        const known = new Set(set.slice(-2 * size));
        for (const old of set) if (!known.has(old)) expect(cache.get(old)).toBeUndefined();
      });
    }),
  );
});
