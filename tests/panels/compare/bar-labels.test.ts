import { describe, expect, it } from 'vitest';
import { dateOf, dayOf } from '../../../src/lib/day';
import { barLabels, placeOf } from '../../../src/panels/compare/bar-labels';

const monthsFrom = (year: number, count: number) => Array.from({ length: count + 1 }, (_, i) => dayOf(year, 1 + i, 1));

const written = (fields: object) => (day: number) => {
  const { year, month } = dateOf(day);
  return 'year' in fields ? String(year) : `month ${month}`;
};

describe('the labels of bars', () => {
  it('name each month of a year', () => {
    const labels = barLabels({ unit: 'month', step: 1 }, monthsFrom(2017, 12), written);
    expect([labels.length, labels[0], labels[11]]).toEqual([12, 'month 1', 'month 12']);
  });

  it('name the years of longer windows where they begin', () => {
    const labels = barLabels({ unit: 'month', step: 1 }, monthsFrom(2017, 24), written);
    expect(labels.filter(Boolean)).toEqual(['2017', '2018']);
    expect(labels.indexOf('2018')).toBe(12);
  });

  it('are at most seven', () => {
    const years = Array.from({ length: 31 }, (_, i) => dayOf(2000 + i, 1, 1));
    expect(barLabels({ unit: 'year', step: 1 }, years, written).filter(Boolean)).toEqual(
      [0, 5, 10, 15, 20, 25].map(i => String(2000 + i)),
    );
  });
});

describe('the place of a day', () => {
  it.each([
    [-5, 0],
    [0, 0],
    [5, 0.25],
    [10, 0.5],
    [25, 0.875],
    [30, 1],
    [99, 1],
  ])('is a share of bars of equal width: day %i', (day, share) => {
    expect(placeOf([0, 10, 30], day)).toBeCloseTo(share, 9);
  });
});
