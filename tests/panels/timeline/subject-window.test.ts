import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf } from '../../../src/lib/day';
import { holds } from '../../../src/model/window';
import { subjectWindow } from '../../../src/panels/timeline/subject-window';

const BOUNDS = { earliest: dayOf(2017, 1, 1), latest: dayOf(2024, 7, 31) };
const day = (at: number) => ({ earliest: at, latest: at });

describe('subjectWindow', () => {
  it('is half a year with the day in its middle', () => {
    const at = dayOf(2018, 6, 19);
    expect(subjectWindow(day(at), BOUNDS)).toEqual({ earliest: at - 91, latest: at + 91 });
  });

  it('begins with the first day of all, and ends with the last', () => {
    expect(subjectWindow(day(BOUNDS.earliest), BOUNDS)?.earliest).toBe(BOUNDS.earliest);
    expect(subjectWindow(day(BOUNDS.latest), BOUNDS)?.latest).toBe(BOUNDS.latest);
  });

  it('leaves the whole axis where it is no longer than half a year', () => {
    expect(subjectWindow(day(10), { earliest: 0, latest: 182 })).toBeNull();
    expect(subjectWindow(day(10), { earliest: 0, latest: 183 })).not.toBeNull();
  });

  it('shows every activity whole, in at least half a year within the bounds', () =>
    fc.assert(
      fc.property(fc.nat(5000), fc.nat(3000), (at, lasts) => {
        const bounds = { earliest: 0, latest: 4999 };
        const days = { earliest: at, latest: at + lasts };
        const window = subjectWindow(days, bounds);
        if (!window) return;
        expect(holds(bounds, window)).toBe(true);
        expect(window.latest - window.earliest + 1).toBeGreaterThanOrEqual(183);
        expect(holds(window, { earliest: at, latest: Math.min(at + lasts, bounds.latest) })).toBe(true);
      }),
    ));
});
