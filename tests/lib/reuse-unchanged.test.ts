import { describe, expect, it } from 'vitest';
import { reuseUnchanged } from '../../src/lib/reuse-unchanged';

describe('reuseUnchanged', () => {
  it('keeps equal members of the earlier object and takes the others from the later one', () => {
    const earlier = { list: ['a'], record: { b: [1] }, text: 'c', none: null as string | null };
    const later = { list: ['a'], record: { b: [2] }, text: 'd', none: 'e' };
    const kept = reuseUnchanged(earlier, later);
    expect(kept).toEqual(later);
    expect(kept.list).toBe(earlier.list);
    expect(kept.record).toBe(later.record);
  });

  it('changes neither object', () => {
    const [earlier, later] = [{ list: [1] }, { list: [1] }];
    reuseUnchanged(earlier, later);
    expect(later.list).not.toBe(earlier.list);
  });
});
