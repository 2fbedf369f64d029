import { describe, expect, it } from 'vitest';
import { parseIsoSpan } from '../../../src/lib/day';
import { meanTimes, SPARK_HEIGHT, sparkPaths, windowShare } from '../../../src/panels/facets/sparkline';

describe('sparkPaths', () => {
  it.each([
    [
      [0, 0],
      [12, 0],
      ['', 'M0 14V0h1V14'],
    ],
    [
      [0, 1, 12, 0, 1],
      [0, 0, 0, 0, 0],
      ['M1 14V11h1V0h1V14M4 14V11h1V14', ''],
    ],
    [[1], [1], ['M0 14V11h1V14', 'M0 14V11h1V14']],
  ])('draws the values %j and %j as %j, on the scale of the larger', (one, other, paths) => {
    expect(sparkPaths([...one, ...other], one.length)).toEqual(paths);
  });

  it('draws nothing where there are no parts', () => {
    expect(sparkPaths([], 0)).toEqual([]);
  });

  it('stays within its height', () => {
    const [path = ''] = sparkPaths([1, 5, 9, 1000], 4);
    const heights = [...path.matchAll(/V([\d.]+)/g)].map(([, y]) => Number(y));
    expect(Math.min(...heights)).toBe(0);
    expect(Math.max(...heights)).toBe(SPARK_HEIGHT);
  });
});

describe('meanTimes', () => {
  it('tells the mean part of each value, and of one without activities that it has none', () => {
    expect(meanTimes([4, 0, 0, 1, 0, 1, 0, 0, 9, 0, 0, 0], 3)).toEqual([0, 1, 2, -1]);
    expect(meanTimes([], 0)).toEqual([]);
  });
});

describe('windowShare', () => {
  const bounds = parseIsoSpan('2017');
  it.each([
    [null, null, [0, 1]],
    ['2016', '2016', [0, 0]],
    ['2018', null, [1, 1]],
    ['2017-07-02', null, [182 / 365, 1]],
    [null, '2017-07-01', [0, 182 / 365]],
  ])('of %s to %s is %j', (from, to, wanted) => {
    expect(bounds && windowShare({ from, to }, bounds)).toEqual(wanted);
  });
});
