import { describe, expect, it } from 'vitest';
import type { ActivityRow } from '../../../src/model/answer';
import type { Facet } from '../../../src/model/dataset';
import { ALL_LANE, countsInLanes, laneIndex, lanesOf } from '../../../src/views/timeline/lanes';

const REGION: Facet = {
  id: 'region',
  label: 'Region',
  values: [
    { id: 'africa', label: 'Africa' },
    { id: 'sahel', label: 'Sahel', broader: 'africa' },
    { id: 'mali', label: 'Mali', broader: 'sahel' },
    { id: 'asia', label: 'Asia and the Pacific', short: 'Asia' },
  ],
};

function row(...region: string[]): ActivityRow {
  return { id: 'a', date: '2018', earliest: 0, latest: 0, title: 'A', tags: { region } };
}

describe('lanesOf', () => {
  it('makes one lane for each top value, in the order of the facet, with its short label', () => {
    const lanes = lanesOf(REGION, 9, new Map([['africa', 4]]));
    expect(lanes.map(({ id, label, count }) => `${id} ${label} ${count}`)).toEqual(['africa Africa 4', 'asia Asia 0']);
    expect(lanes[1]?.title).toBe('Asia and the Pacific');
  });

  it('adds a lane for activities without a value only when there are some', () => {
    expect(lanesOf(REGION, 9, new Map([['_none', 2]])).at(-1)).toMatchObject({ id: '_none', count: 2 });
    expect(lanesOf(REGION, 9, new Map([['_none', 0]])).map(({ id }) => id)).not.toContain('_none');
  });

  it('is one lane of everything without a facet', () => {
    expect(lanesOf(null, 9, new Map())).toEqual([{ id: ALL_LANE, label: null, title: null, count: 9 }]);
  });

  it('leaves the empty lanes of a long facet out', () => {
    const values = Array.from({ length: 20 }, (_, i) => ({ id: `v${i}`, label: `V${i}` }));
    const counts = new Map([
      ['v3', 1],
      ['v12', 2],
    ]);
    expect(lanesOf({ ...REGION, values }, 3, counts).map(({ id }) => id)).toEqual(['v3', 'v12']);
    expect(lanesOf({ ...REGION, values: values.slice(0, 14) }, 3, counts)).toHaveLength(14);
  });

  it('is never without a lane', () => {
    const values = Array.from({ length: 20 }, (_, i) => ({ id: `v${i}`, label: `V${i}` }));
    expect(lanesOf({ ...REGION, values }, 0, new Map())).toHaveLength(1);
    expect(lanesOf({ ...REGION, values: [] }, 0, new Map())).toHaveLength(1);
  });
});

describe('laneIndex', () => {
  it('puts an activity in the lane of the top value above its own', () => {
    expect(laneIndex(REGION)(row('mali'))).toEqual(['africa']);
  });

  it('puts it in several lanes, once in each', () => {
    expect(laneIndex(REGION)(row('mali', 'africa', 'asia'))).toEqual(['africa', 'asia']);
  });

  it('puts it in the lane of none without a value', () => {
    expect(laneIndex(REGION)(row())).toEqual(['_none']);
    expect(laneIndex(REGION)({ ...row(), tags: {} })).toEqual(['_none']);
  });

  it('puts everything in one lane without a facet', () => {
    expect(laneIndex(null)(row('asia'))).toEqual([ALL_LANE]);
  });
});

describe('countsInLanes', () => {
  it('reads the counts of the facet by value', () => {
    const counts = countsInLanes(REGION, { facet: 'region', counts: [4, 3, 1, 2], none: 5 });
    expect([...counts]).toEqual([
      ['africa', 4],
      ['sahel', 3],
      ['mali', 1],
      ['asia', 2],
      ['_none', 5],
    ]);
  });

  it('is empty without counts', () => {
    expect(countsInLanes(REGION, undefined).size).toBe(0);
  });
});
