import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DaySpan } from '../../../src/lib/day';
import { axisPosition, foldsFor } from '../../../src/model/folding';
import { windowOf } from '../../../src/model/selection-of';
import { clampWindow, holds, shownWindow, windowPatch } from '../../../src/model/window';
import { panned, roomOf } from '../../../src/model/window-moves';
import { xOf, xWithin } from '../../../src/panels/density/strip-scale';
import { broughtBack, zoomed } from '../../../src/panels/timeline/moves';
import { daysIn, rangeOf } from '../../../src/panels/timeline/shown-range';
import { arbitraryWindow, type RandomWindow } from '../../fixtures/arbitrary-window';

/** The window, and the folds that are drawn with it. */
function drawn({ bounds, folds, view }: RandomWindow) {
  const window = shownWindow(view, bounds);
  return { window, folds: foldsFor(folds, window) };
}

function everyWindow(check: (random: RandomWindow & { window: DaySpan }) => void): void {
  fc.assert(
    fc.property(arbitraryWindow, random => check({ ...random, ...drawn(random) })),
    { numRuns: 500 },
  );
}

/** What a view shows after a window is set by a button or a gesture. */
function shownAfter(window: DaySpan, bounds: DaySpan): DaySpan {
  const { from, to } = clampWindow(window.earliest, window.latest, bounds);
  return shownWindow(windowPatch(from, to), bounds);
}

describe('for every window', () => {
  it('the axis shows the days that the boxes name, and the record up to its end where they name none', () => {
    everyWindow(({ bounds, view, window }) => {
      const { from, to } = windowOf(view);
      expect(window.earliest).toBe(from ?? Math.min(bounds.earliest, window.latest));
      expect(window.latest).toBe(to ?? Math.max(bounds.latest, window.earliest));
      expect(window.latest).toBeGreaterThanOrEqual(window.earliest);
    });
  });

  it('the drawn axis reads as the window again, but for days that are folded away', () => {
    everyWindow(({ folds, window }) => {
      const [start, end] = [axisPosition(folds, window.earliest), axisPosition(folds, window.latest + 1)];
      expect(end).toBeGreaterThan(start);
      for (const width of [0, 30, 217, 1200]) {
        const read = daysIn(rangeOf(window, folds, width), folds);
        expect(axisPosition(folds, read.earliest) - start).toBeCloseTo(0);
        expect(axisPosition(folds, read.latest + 1) - end).toBeCloseTo(0);
      }
    });
  });

  it('the brush stands in the strip over just the days that strip and window share', () => {
    everyWindow(({ bounds, folds, window }) => {
      const scale = { bounds, folds, width: 800 };
      const [left, right] = [xWithin(scale, window.earliest), xWithin(scale, window.latest + 1)];
      expect(left).toBeGreaterThanOrEqual(0);
      expect(right).toBeGreaterThanOrEqual(left);
      expect(right).toBeLessThanOrEqual(800);
      if (holds(bounds, window)) {
        expect(left).toBeCloseTo(xOf(scale, window.earliest), 9);
        expect(right).toBeCloseTo(xOf(scale, window.latest + 1), 9);
      }
      if (holds(window, bounds)) expect([left + 0, right]).toEqual([0, 800]);
    });
  });

  it('zooming in never takes in more, and comes to an end', () => {
    everyWindow(({ bounds, folds, window }) => {
      let before = window;
      for (let i = 0; i < 40; i += 1) {
        const zoom = zoomed(before, { factor: 0.5, about: before, bounds, folds });
        expect(holds(before, zoom)).toBe(true);
        const after = shownAfter(zoom, bounds);
        expect(holds(before, after)).toBe(true);
        if (zoom === before) return;
        expect(after).not.toEqual(before);
        before = after;
      }
      throw new Error('zooming in comes to no end');
    });
  });

  it('zooming in stays within the window about whatever day', () => {
    fc.assert(
      fc.property(arbitraryWindow, fc.integer({ min: -200_000, max: 60_000 }), (random, day) => {
        const { bounds } = random;
        const { window, folds } = drawn(random);
        const zoom = zoomed(window, { factor: 0.5, about: { earliest: day, latest: day }, bounds, folds });
        expect(holds(window, zoom)).toBe(true);
      }),
    );
  });

  it('zooming out keeps every day of the record that was shown', () => {
    everyWindow(({ bounds, folds, window }) => {
      const after = shownAfter(zoomed(window, { factor: 2, about: window, bounds, folds }), bounds);
      const inRecord = {
        earliest: Math.max(window.earliest, bounds.earliest),
        latest: Math.min(window.latest, bounds.latest),
      };
      if (inRecord.earliest > inRecord.latest) return;
      expect(axisPosition(folds, after.earliest)).toBeLessThanOrEqual(axisPosition(folds, inRecord.earliest));
      expect(axisPosition(folds, after.latest + 1)).toBeGreaterThanOrEqual(axisPosition(folds, inRecord.latest + 1));
    });
  });

  it('moving it keeps its length, and no window is turned round', () => {
    everyWindow(({ bounds, folds, window }) => {
      const lengthOf = (span: DaySpan) => axisPosition(folds, span.latest + 1) - axisPosition(folds, span.earliest);
      for (const share of [-1, -0.5, 0.5, 1]) {
        const moved = panned(window, { share, bounds, folds });
        expect(lengthOf(moved)).toBe(lengthOf(window));
        const after = shownAfter(moved, bounds);
        expect(after.latest).toBeGreaterThanOrEqual(after.earliest);
        const back = broughtBack(moved, { room: roomOf(window, { bounds }), folds });
        expect(lengthOf(back)).toBe(lengthOf(window));
      }
    });
  });
});
