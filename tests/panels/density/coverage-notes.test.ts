import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Coverage } from '../../../src/model/dataset';
import { coverageNotes } from '../../../src/panels/density/coverage-notes';

/** Bins of ten days over a hundred days, on a strip of as many pixels a day. */
const edges = [0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100];
const total = [5, 1, 0, 0, 2, 1.5, 0.5, 0, 3, 4];
const density = { total, vague: total.map(() => 0) };
const scaleOf = (width: number) => ({ bounds: { earliest: 0, latest: 99 }, folds: [], width });

function notesOf(coverage: Coverage[], width = 1000) {
  return coverageNotes(coverage, scaleOf(width), density, { edges }).map(
    ({ note, left, width: size, count }) => `${note}: ${left}+${size}, ${count}`,
  );
}

describe('coverageNotes', () => {
  it('lie over their periods and say how many activities begin in each', () => {
    expect(
      notesOf([
        { from: 0, to: 19, note: 'a' },
        { from: 40, to: 99, note: 'b' },
      ]),
    ).toEqual(['a: 0+200, 6', 'b: 400+600, 11']);
  });

  it('leave out the number where bins or activities lie across an end of the period', () => {
    expect(notesOf([{ from: 0, to: 24, note: 'a' }])).toEqual(['a: 0+250, null']);
    expect(notesOf([{ from: 0, to: 59, note: 'a' }])).toEqual(['a: 0+600, null']);
    expect(notesOf([{ from: 0, to: 69, note: 'a' }])).toEqual(['a: 0+700, 10']);
  });

  it('pass over periods without a note, and those too narrow for a button', () => {
    const coverage = [
      { from: 0, to: 9, note: 'narrow' },
      { from: 10, to: 39 },
      { from: 40, to: 79, note: 'wide' },
    ];
    expect(notesOf(coverage, 200)).toEqual(['wide: 80+80, 4']);
  });

  it('follow folds', () => {
    const scale = { ...scaleOf(500), folds: [{ earliest: 20, latest: 69 }] };
    const [note] = coverageNotes([{ from: 70, to: 99, note: 'after' }], scale, density, { edges });
    expect([note?.left, note?.width]).toEqual([200, 300]);
  });

  it('never lie over each other nor beside the strip', () => {
    const arbitraryPeriod = fc
      .tuple(fc.integer({ min: -20, max: 120 }), fc.nat(60))
      .map(([from, length]) => ({ from, to: from + length, note: 'n' }));
    fc.assert(
      fc.property(
        fc.array(arbitraryPeriod, { maxLength: 12 }),
        fc.integer({ min: 40, max: 1500 }),
        (periods, width) => {
          const sorted = periods.sort((a, b) => a.from - b.from);
          const notes = coverageNotes(sorted, scaleOf(width), density, { edges });
          const ends = [0, ...notes.map(note => note.left + note.width)];
          notes.forEach((note, i) => {
            expect(note.left).toBeGreaterThanOrEqual((ends[i] ?? 0) - 1e-6);
            expect(note.width).toBeGreaterThanOrEqual(36);
          });
          expect(Math.max(...ends)).toBeLessThanOrEqual(width + 1e-6);
        },
      ),
    );
  });
});
