import { describe, expect, it } from 'vitest';
import { parseIsoSpan } from '../../../src/lib/day';
import { SPARK_HEIGHT, sparkPath, windowShare } from '../../../src/panels/facets/sparkline';

describe('sparkPath', () => {
  it.each([
    [[], 4, ''],
    [[0, 0], 4, ''],
    [[12, 0], 12, 'M0 14V0h1V14'],
    [[0, 1, 12, 0, 1], 12, 'M1 14V11h1V0h1V14M4 14V11h1V14'],
    [[1], 1, 'M0 14V11h1V14'],
  ])('draws %j of at max %i as %s', (counts, max, path) => {
    expect(sparkPath(counts, max)).toBe(path);
  });

  it('never leaves its height', () => {
    const heights = [...sparkPath([1, 5, 9, 1000], 1000).matchAll(/V([\d.]+)/g)].map(([, y]) => Number(y));
    expect(Math.min(...heights)).toBe(0);
    expect(Math.max(...heights)).toBe(SPARK_HEIGHT);
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
