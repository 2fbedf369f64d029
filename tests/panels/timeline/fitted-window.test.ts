import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DaySpan, dayOf, isoDay } from '../../../src/lib/day';
import { axisPosition } from '../../../src/model/folding';
import { holds } from '../../../src/model/window';
import { fittedWindow } from '../../../src/panels/timeline/fitted-window';
import { zoomed } from '../../../src/panels/timeline/moves';
import { arbitraryWindow } from '../../fixtures/arbitrary-window';

const BOUNDS = { earliest: dayOf(2017, 1, 1), latest: dayOf(2024, 7, 31) };

/** An axis, and marks within it that begin and last as many thousandths of it as given. No mark stands in a fold. */
const arbitraryMarks = fc
  .record({
    axis: arbitraryWindow,
    places: fc.array(fc.record({ at: fc.nat(1000), lasts: fc.nat(60) }), { minLength: 1, maxLength: 6 }),
  })
  .map(({ axis: { bounds, folds }, places }) => {
    const length = bounds.latest - bounds.earliest;
    const dayAt = (place: number) => Math.min(bounds.latest, bounds.earliest + Math.round((length * place) / 1000));
    const marks = places.map(({ at, lasts }) => ({ earliest: dayAt(at), latest: dayAt(at + lasts) }));
    const isOutside = (mark: DaySpan) =>
      folds.every(fold => mark.latest < fold.earliest || mark.earliest > fold.latest);
    return { axis: { bounds, folds }, marks: marks.filter(isOutside) };
  });

describe('fittedWindow', () => {
  it('gives two activities half a year apart the months around them', () => {
    const marks = [
      { earliest: dayOf(2017, 9, 14), latest: dayOf(2017, 9, 15) },
      { earliest: dayOf(2018, 1, 25), latest: dayOf(2018, 1, 26) },
    ];
    const fitted = fittedWindow(marks, { bounds: BOUNDS, folds: [] });
    expect(fitted && [isoDay(fitted.earliest), isoDay(fitted.latest)]).toEqual(['2017-08-01', '2018-03-31']);
  });

  it('holds all marks, stays within the bounds, and takes a short part of the axis', () => {
    fc.assert(
      fc.property(arbitraryMarks, ({ axis, marks }) => {
        const fitted = fittedWindow(marks, axis);
        if (fitted === null) return;
        expect(holds(axis.bounds, fitted)).toBe(true);
        for (const mark of marks) expect(holds(fitted, mark)).toBe(true);
        const length = ({ earliest, latest }: typeof fitted) =>
          axisPosition(axis.folds, latest + 1) - axisPosition(axis.folds, earliest);
        expect(length(fitted)).toBeLessThanOrEqual(length(axis.bounds) * 0.6);
      }),
      { numRuns: 500 },
    );
  });

  it('is where zooming goes on from: in shows nothing more, out hides nothing', () => {
    fc.assert(
      fc.property(arbitraryMarks, ({ axis, marks }) => {
        const fitted = fittedWindow(marks, axis);
        if (fitted === null) return;
        expect(holds(fitted, zoomed(fitted, { factor: 0.5, about: fitted, ...axis }))).toBe(true);
        const out = zoomed(fitted, { factor: 2, about: fitted, ...axis });
        expect(holds(out, fitted)).toBe(true);
        expect(holds(axis.bounds, out)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('fits nothing to marks that take most of the axis, and to none', () => {
    const axis = { bounds: BOUNDS, folds: [] };
    const [early, late] = [BOUNDS.earliest, BOUNDS.latest].map(day => ({ earliest: day, latest: day }));
    expect(
      fittedWindow(
        [early, late].filter(mark => mark !== undefined),
        axis,
      ),
    ).toBeNull();
    expect(fittedWindow([], axis)).toBeNull();
  });
});
