import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DaySpan, dayOf, isoDay, MAX_YEAR, MIN_YEAR, OPEN_END, parseIsoSpan } from '../../../src/lib/day';
import type { BinScale, Density } from '../../../src/model/answer';
import { busiestBin, lastYearOf, longestGap, periodsOf } from '../../../src/panels/density/periods';

function span(from: string, to: string): DaySpan {
  return { earliest: parseIsoSpan(from)?.earliest ?? Number.NaN, latest: parseIsoSpan(to)?.latest ?? Number.NaN };
}

function shown({ earliest, latest }: DaySpan): string {
  return `${isoDay(earliest)} ${isoDay(latest)}`;
}

describe('periodsOf', () => {
  it('are years for a short dataset', () => {
    const periods = periodsOf(span('2017-03-05', '2019-01'));
    expect(periods.map(shown)).toEqual(['2017-01-01 2017-12-31', '2018-01-01 2018-12-31', '2019-01-01 2019-12-31']);
    expect(periods.every(({ parts }) => parts.length === 0)).toBe(true);
  });

  it('are decades of years, without years outside the dataset', () => {
    const periods = periodsOf(span('1967', '2017'));
    expect(periods.map(shown)).toEqual([
      '1960-01-01 1969-12-31',
      '1970-01-01 1979-12-31',
      '1980-01-01 1989-12-31',
      '1990-01-01 1999-12-31',
      '2000-01-01 2009-12-31',
      '2010-01-01 2019-12-31',
    ]);
    expect(periods[0]?.parts.map(shown)).toEqual(['1967', '1968', '1969'].map(year => shown(span(year, year))));
  });

  it('are centuries of decades for a very long dataset', () => {
    const periods = periodsOf(span('-0044', '2017'));
    expect(periods).toHaveLength(22);
    expect(periods.every(({ parts }) => parts.length <= 11)).toBe(true);
  });

  it('start at round years before year 1 as well, without a year 0', () => {
    const periods = periodsOf(span('-0044', '0050'));
    expect(periods.map(shown)).toEqual([
      '-0049-01-01 -0040-12-31',
      '-0039-01-01 -0030-12-31',
      '-0029-01-01 -0020-12-31',
      '-0019-01-01 -0010-12-31',
      '-0009-01-01 0000-12-31',
      '0001-01-01 0009-12-31',
      '0010-01-01 0019-12-31',
      '0020-01-01 0029-12-31',
      '0030-01-01 0039-12-31',
      '0040-01-01 0049-12-31',
      '0050-01-01 0059-12-31',
    ]);
  });

  it('contain every day of the dataset once, in ascending order', () => {
    const check = (one: number, other: number) => {
      const bounds = { earliest: Math.min(one, other), latest: Math.max(one, other) };
      const periods = periodsOf(bounds);
      const leaves = periods.flatMap(({ parts, ...whole }) => (parts.length > 0 ? parts : [whole]));
      expect(periods.length).toBeLessThanOrEqual(31);
      expect(periods.every(({ parts }) => parts.length <= 10)).toBe(true);
      expect(leaves[0]?.earliest).toBeLessThanOrEqual(bounds.earliest);
      expect(leaves.at(-1)?.latest).toBeGreaterThanOrEqual(bounds.latest);
      leaves.forEach((leaf, i) => {
        if (i > 0) expect(leaf.earliest).toBe((leaves[i - 1]?.latest ?? 0) + 1);
      });
    };
    const day = fc.oneof(
      fc.integer({ min: -500_000, max: 500_000 }),
      fc.integer({ min: dayOf(MIN_YEAR, 1, 1), max: dayOf(MAX_YEAR, 12, 31) }),
    );
    fc.assert(fc.property(day, day, check));
  });
});

describe('lastYearOf', () => {
  it.each([
    ['ends with the month of the last activity', [], '2017-07-01 2018-06-30'],
    ['ends with the sources where they go further', [span('2015', '2018')], '2018-01-01 2018-12-31'],
    ['takes no notice of sources without an end', [{ earliest: 0, latest: OPEN_END }], '2017-07-01 2018-06-30'],
  ])('%s', (_, coverage, wanted) => {
    const found = lastYearOf(
      span('2015', '2018-06-20'),
      coverage.map(({ latest }) => ({ to: latest })),
    );
    expect(found && shown(found)).toBe(wanted);
  });

  it('is null for a dataset that is no longer, or has no dates', () => {
    expect(lastYearOf(span('2018-02', '2018-06'), [])).toBeNull();
    expect(lastYearOf(null, [])).toBeNull();
  });
});

const EDGES = [0, 10, 20, 30, 40, 50, 60, 70];

function density(...total: number[]): Density {
  return { total, vague: total.map(() => 0) };
}

describe('busiestBin', () => {
  it('is a whole calendar unit even if the dataset starts or ends within it', () => {
    const { earliest, latest } = span('2017-01-23', '2017-02-03');
    const scale: BinScale = {
      unit: 'month',
      step: 1,
      edges: [earliest, span('2017-02', '2017-02').earliest, latest + 1],
    };
    const found = (...total: number[]) => busiestBin(density(...total), scale);
    expect(found(2, 1)).toMatchObject(span('2017-01', '2017-01'));
    expect(found(1, 2)).toMatchObject(span('2017-02', '2017-02'));
    expect(busiestBin(density(2, 1), { ...scale, unit: 'year', step: 10 })).toMatchObject(span('2010', '2019'));
  });
});

describe('busiestBin and longestGap', () => {
  it.each([
    ['nothing', density(0, 0, 0, 0, 0, 0, 0), 'null', 'null'],
    ['one bin', density(0, 0, 2.5, 0, 0, 0, 0), '20–29: 2.5', 'null'],
    ['no gap', density(0, 1, 2, 1, 0, 0, 0), '20–29: 2', 'null'],
    ['two bins of as many', density(0, 1, 2, 2, 0, 0, 0), 'null', 'null'],
    ['two bins of as many fractions', density(0.1 + 0.2, 0.3, 0, 0, 0, 0, 0), 'null', 'null'],
    ['two gaps', density(1, 0, 2, 0, 0, 3, 0), '50–59: 3', '30–49'],
    ['gaps as long', density(1, 0, 1, 0, 1, 0, 0), 'null', '10–19'],
  ])('are found in %s', (_, of, busiest, gap) => {
    const bin = busiestBin(of, { unit: 'day', step: 10, edges: EDGES });
    const run = longestGap(of, EDGES);
    expect(bin ? `${bin.earliest}–${bin.latest}: ${bin.amount}` : 'null').toBe(busiest);
    expect(run ? `${run.earliest}–${run.latest}` : 'null').toBe(gap);
  });
});
