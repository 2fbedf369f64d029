import { describe, expect, it } from 'vitest';
import { ALL_LANE, laneIndex, lanesOf } from '../../src/layout/lanes';
import type { ActivityRow } from '../../src/model/answer';
import type { Facet } from '../../src/model/dataset';
import { LANE_LIMIT, type LaneOptions } from '../../src/model/lanes';
import type { Answer } from '../fixtures/query';

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

const CLOSED: LaneOptions = { open: [], weights: [] };

const FORM = { kind: 'period', isDoubtful: false, openStart: false, openEnd: false } as const;

function row(...region: string[]): ActivityRow {
  return { id: 'a', date: '2018', earliest: 0, latest: 0, title: 'A', tags: { region }, form: FORM };
}

/** Counts by value, the same at any time as in the window unless said otherwise. */
function countsOf(facet: Facet, inWindow: Record<string, number>, anyTime = inWindow): Answer['lanes'] {
  const count = (numbers: Record<string, number>) => ({
    facet: facet.id,
    counts: facet.values.map(({ id }) => numbers[id] ?? 0),
    none: numbers._none ?? 0,
  });
  return { inWindow: count(inWindow), anyTime: count(anyTime), recorded: null, others: [] };
}

/** What a window of nine activities says of the lanes. */
function counted(lanes: Answer['lanes']) {
  return { total: 9, recorded: 9, lanes };
}

function written(facet: Facet | null, counts: Answer['lanes']): string[] {
  return lanesOf(facet, CLOSED, counted(counts)).map(({ id, count }) => `${id} ${count}`);
}

describe('lanesOf', () => {
  it('makes one lane for each top value, in the order of the facet, with its short label', () => {
    const lanes = lanesOf(REGION, CLOSED, counted(countsOf(REGION, { africa: 4 })));
    expect(lanes.map(({ id, label, count }) => `${id} ${label} ${count}`)).toEqual(['africa Africa 4', 'asia Asia 0']);
    expect(lanes[1]?.title).toBe('Asia and the Pacific');
  });

  it('adds a lane for activities without a value when there are some at any time', () => {
    expect(written(REGION, countsOf(REGION, { _none: 2 }))).toContain('_none 2');
    expect(written(REGION, countsOf(REGION, { _none: 0 }, { _none: 2 }))).toContain('_none 0');
    expect(written(REGION, countsOf(REGION, {}))).toEqual(['africa 0', 'asia 0']);
  });

  it('is one lane of everything without a facet', () => {
    expect(lanesOf(null, CLOSED, counted(null))).toEqual([
      { id: ALL_LANE, label: null, title: null, others: 0, count: 9, recorded: 9, depth: 0, isOpen: null },
    ]);
  });

  it('leaves out the lanes of a long facet that hold nothing at any time', () => {
    const values = Array.from({ length: 20 }, (_, i) => ({ id: `v${i}`, label: `V${i}` }));
    const long = { ...REGION, values };
    expect(written(long, countsOf(long, { v3: 1 }, { v3: 1, v12: 2 }))).toEqual(['v3 1', 'v12 0']);
    const shorter = { ...REGION, values: values.slice(0, 14) };
    expect(written(shorter, countsOf(shorter, { v3: 1 }))).toHaveLength(14);
  });

  it('shows an open lane and those right below it, one level deeper', () => {
    const lanes = (open: string[]) =>
      lanesOf(REGION, { ...CLOSED, open }, counted(countsOf(REGION, {}))).map(
        ({ id, depth, isOpen }) => `${id} ${depth} ${isOpen}`,
      );
    expect(lanes(['africa'])).toEqual(['africa 0 true', 'sahel 1 false', 'asia 0 null']);
    expect(lanes(['africa', 'sahel'])).toEqual(['africa 0 true', 'sahel 1 true', 'mali 2 null', 'asia 0 null']);
    expect(lanes(['sahel'])).toEqual(['africa 0 false', 'asia 0 null']);
  });

  it('keeps the lanes below an open one with it, whatever their order', () => {
    const backwards: LaneOptions = { ...CLOSED, open: ['africa'], compare: (a, b) => (a.id < b.id ? 1 : -1) };
    const ids = lanesOf(REGION, backwards, counted(countsOf(REGION, {}))).map(({ id }) => id);
    expect(ids).toEqual(['asia', 'africa', 'sahel']);
  });

  it('is never without a lane', () => {
    const values = Array.from({ length: 20 }, (_, i) => ({ id: `v${i}`, label: `V${i}` }));
    expect(lanesOf({ ...REGION, values }, CLOSED, counted(countsOf(REGION, {})))).toHaveLength(1);
    expect(lanesOf({ ...REGION, values: [] }, CLOSED, counted(null))).toHaveLength(1);
  });
});

describe('the lanes of a facet with very many values', () => {
  const values = Array.from({ length: 4000 }, (_, i) => ({ id: `v${i}`, label: `V${i}` }));
  const long = { ...REGION, values };
  const weights = values.map((_, i) => (i < 5 ? 0 : i));
  const counts = countsOf(long, Object.fromEntries(values.map(({ id }, i) => [id, weights[i] ?? 0])));
  const others = [{ lane: '_others', inWindow: 7, anyTime: 9, recorded: 8 }];
  const options = { open: [], weights };

  it('are those of the most frequent values, and one of all the others', () => {
    const lanes = lanesOf(long, options, counted(counts && { ...counts, others }));
    expect(lanes).toHaveLength(LANE_LIMIT + 1);
    expect(lanes[0]?.id).toBe('v3950');
    expect(lanes.at(-1)).toMatchObject({ id: '_others', others: 3950, count: 7, recorded: 8, isOpen: null });
  });

  it('hold every activity, in the lane of the others once', () => {
    const lanesFor = laneIndex(long, options);
    expect(lanesFor(row('v1', 'v2', 'v3999'))).toEqual(['_others', 'v3999']);
    expect(lanesFor(row('v3998'))).toEqual(['v3998']);
    expect(lanesFor(row())).toEqual(['_none']);
  });

  it('keep their places whatever the selection is', () => {
    const idsOf = (given: Answer['lanes']) => lanesOf(long, options, counted(given)).map(({ id }) => id);
    const few = countsOf(long, { v3999: 1, v3960: 2, v6: 1 });
    expect(idsOf(few && { ...few, others })).toEqual(['v3960', 'v3999', '_others']);
  });
});

describe('laneIndex', () => {
  it('puts an activity in the lane of the top value above its own', () => {
    expect(laneIndex(REGION, CLOSED)(row('mali'))).toEqual(['africa']);
  });

  it('puts it in several lanes, once in each', () => {
    expect(laneIndex(REGION, CLOSED)(row('mali', 'africa', 'asia'))).toEqual(['africa', 'asia']);
  });

  it('puts it in the lane of none without a value', () => {
    expect(laneIndex(REGION, CLOSED)(row())).toEqual(['_none']);
    expect(laneIndex(REGION, CLOSED)({ ...row(), tags: {} })).toEqual(['_none']);
  });

  it('puts it in the deepest lane there is, and not in the open one above it', () => {
    const open = laneIndex(REGION, { ...CLOSED, open: ['africa'] });
    expect(open(row('mali'))).toEqual(['sahel']);
    expect(open(row('africa'))).toEqual(['africa']);
    expect(open(row('africa', 'mali', 'asia'))).toEqual(['sahel', 'asia']);
  });

  it('puts everything in one lane without a facet', () => {
    expect(laneIndex(null, CLOSED)(row('asia'))).toEqual([ALL_LANE]);
  });
});
