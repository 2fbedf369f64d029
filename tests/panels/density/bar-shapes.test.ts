import { describe, expect, it } from 'vitest';
import { barPath, barPlaces } from '../../../src/panels/density/bar-shapes';

const days = (count: number, each = 1) => Array.from({ length: count + 1 }, (_, i) => i * each);

function scale(last: number, width: number, folds: { earliest: number; latest: number }[] = []) {
  return { bounds: { earliest: 0, latest: last }, folds, width };
}

function shown({ bars, gap }: ReturnType<typeof barPlaces>): string {
  return `${bars.map(({ first, end, left, right }) => `${first}-${end}: ${left}..${right}`).join(', ')}; gap ${gap}`;
}

describe('barPlaces', () => {
  it('are as wide as their bins, with a gap, where there is room', () => {
    expect(shown(barPlaces(scale(29, 90), days(3, 10)))).toBe('0-1: 0..30, 1-2: 30..60, 2-3: 60..90; gap 1');
  });

  it('are on whole pixels without gaps where there is little room', () => {
    expect(shown(barPlaces(scale(3, 6), days(4)))).toBe('0-1: 0..2, 1-2: 2..3, 2-3: 3..5, 3-4: 5..6; gap 0');
  });

  it('are one per pixel where there is less, and together contain every bin once', () => {
    const { bars } = barPlaces(scale(999, 350), days(1000));
    expect(bars).toHaveLength(350);
    expect(bars.every(({ left, right }) => right === left + 1)).toBe(true);
    expect(bars.map(({ first }) => first)).toEqual([0, ...bars.slice(0, -1).map(({ end }) => end)]);
    expect(bars.at(-1)).toMatchObject({ end: 1000, right: 350 });
  });

  it('leave out folded bins', () => {
    const folded = barPlaces(scale(99, 40, [{ earliest: 10, latest: 89 }]), days(100));
    expect(folded.bars.map(({ first }) => first)).toEqual([...days(9), ...days(9).map(day => 90 + day)]);
  });

  it('count their bins that are not folded', () => {
    const { bars } = barPlaces(scale(99, 8, [{ earliest: 10, latest: 89 }]), days(100));
    expect(bars.reduce((sum, { count }) => sum + count, 0)).toBe(20);
    expect(bars.find(({ first, end }) => first < 10 && end > 90)?.count).toBeLessThan(10);
  });

  it('are none where there are no days', () => {
    expect(barPlaces(scale(0, 100), []).bars).toEqual([]);
  });
});

describe('barPath', () => {
  const path = (bars: readonly { left: number; right: number }[], amounts: readonly number[], gap = 0) =>
    barPath(
      bars.map((bar, i) => ({ ...bar, first: i, end: i + 1, count: 1 })),
      { gap, base: 40, each: 4 },
      bin => amounts[bin] ?? 0,
    );
  const sideBySide = [
    { left: 0, right: 2 },
    { left: 2, right: 3 },
    { left: 3, right: 5 },
  ];

  it('joins the tops of touching bars, and returns to the baseline at a gap', () => {
    expect(path(sideBySide, [1, 2, 3])).toBe('M0 40V36H2V32H3V28H5V40');
    expect(path(sideBySide, [1, 2, 3], 0.5)).toBe('M0 40V36H1.5V40H2V32H2.5V40H3V28H4.5V40');
  });

  it('leaves out empty bins and rounding errors', () => {
    expect(path(sideBySide, [1, 0, 3])).toBe('M0 40V36H2V40H3V28H5V40');
    expect(path(sideBySide, [0, 1e-12, 0])).toBe('');
  });

  it('draws one activity among very many a pixel high, and fractions to scale', () => {
    const ofMany = (amount: number) =>
      barPath([{ first: 0, end: 1, count: 1, left: 2, right: 3 }], { gap: 0, base: 40, each: 0.5 }, () => amount);
    expect(ofMany(1)).toBe('M2 40V39H3V40');
    expect(ofMany(0.5)).toBe('M2 40V39.8H3V40');
    expect(ofMany(4)).toBe('M2 40V38H3V40');
  });

  it('is empty when all bins are empty', () => {
    expect(barPath([{ first: 0, end: 1, count: 1, left: 0, right: 3 }], { gap: 0, base: 40, each: 0 }, () => 0)).toBe(
      '',
    );
  });

  it('is as high as the mean of its bins', () => {
    const amounts = [1, 3, 8];
    const bar = { first: 0, end: 3, count: 3, left: 0, right: 1 };
    expect(barPath([bar], { gap: 0, base: 40, each: 4 }, bin => amounts[bin] ?? 0)).toBe('M0 40V24H1V40');
  });
});
