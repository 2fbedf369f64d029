import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Arrangement, arrange, rowsOfLane } from '../../src/layout/arrange';
import type { Feed, MarkModel } from '../../src/layout/feed';
import type { PlacedMark } from '../../src/layout/lane-marks';
import { laneHeight } from '../../src/layout/row-centre';
import { dateForm, drawnDays } from '../../src/lib/date-form';
import { dayOf } from '../../src/lib/day';
import { parseEdtf } from '../../src/lib/edtf';

const BOUNDS = { earliest: dayOf(2018, 1, 1), latest: dayOf(2018, 12, 31) };
/** 365 days on 1460 px: four pixels a day. */
const RANGE = { start: BOUNDS.earliest, end: BOUNDS.latest + 1, width: 1460 };

function markOf(date: string, lane = 'one'): MarkModel {
  const span = parseEdtf(date);
  if (span.kind === 'problem') throw new Error(`bad date: ${date}`);
  const form = dateForm(date, span);
  const days = drawnDays(span, BOUNDS);
  return { key: `${lane} ${date}`, lane, laneName: lane, activity: date, ...days, form, label: date, name: date };
}

function feedOf(marks: MarkModel[], more: Partial<Feed> = {}): Feed {
  const lanes = [...new Set(marks.map(({ lane }) => lane))].map(id => ({
    id,
    label: id,
    title: id,
    count: '',
    depth: 0,
    isOpen: null,
    toggleName: '',
    isUnmatched: false,
    silence: '',
  }));
  return {
    lanes,
    marks,
    gaps: [],
    folds: [],
    density: null,
    isColoured: false,
    opened: null,
    window: BOUNDS,
    bounds: BOUNDS,
    ...more,
  };
}

function arranged(marks: MarkModel[], more: Partial<Feed> = {}) {
  return arrange(feedOf(marks, more), RANGE, label => label.length * 6);
}

function placeOf(marks: MarkModel[], date: string): PlacedMark {
  const found = arranged(marks).marks.get(`one ${date}`);
  if (!found) throw new Error(`not arranged: ${date}`);
  return found;
}

describe('arrange', () => {
  it('stands a day at its noon', () => {
    expect(placeOf([markOf('2018-01-11')], '2018-01-11').x).toBeCloseTo(10.5 * 4);
  });

  it('stands some day before or after a known one at that one, where it is in view', () => {
    const before = placeOf([markOf('[..2018-03]')], '[..2018-03]');
    expect(before.x).toBeCloseTo(90 * 4);
    const after = placeOf([markOf('[2018-04-01..]')], '[2018-04-01..]');
    expect(after.x).toBeCloseTo(90 * 4);
  });

  it('begins the leader of a long bar near its start, of a short one at its middle', () => {
    expect(placeOf([markOf('2018-03')], '2018-03').leader).toBeCloseTo(12);
    expect(placeOf([markOf('2018-03-01/2018-03-02')], '2018-03-01/2018-03-02').x).toBeCloseTo(60 * 4);
  });

  it('stands a span in the middle of what is seen of it', () => {
    const placed = placeOf([markOf('[2017-06-01..2018-03-31]')], '[2017-06-01..2018-03-31]');
    expect(placed.x).toBeCloseTo((90 * 4) / 2);
  });

  it('gives a pile its members and moves it to their middle', () => {
    const crowd = ['2018-05-01', '2018-05-02', '2018-05-03', '2018-05-04'].map(date => markOf(date));
    const { marks, piles } = arranged(crowd);
    const first = crowd[0]?.key ?? '';
    expect([...marks.keys()]).toEqual([first]);
    expect(marks.get(first)?.pile).toEqual(crowd.map(({ key }) => key));
    expect(marks.get(first)?.shift).toBeCloseTo(1.5 * 4);
    expect(piles.get(first)).toEqual({
      activities: crowd.map(({ activity }) => activity),
      laneName: 'one',
      count: 4,
      span: { earliest: dayOf(2018, 5, 1), latest: dayOf(2018, 5, 4) },
      shares: null,
    });
  });

  it('says how many marks of a pile have each colour', () => {
    const colours = [[0], [0, 2], [], [1, 2]];
    const crowd = colours.map((own, i) => ({ ...markOf(`2018-05-0${i + 1}`), colours: own }));
    const { piles } = arranged(crowd, { isColoured: true });
    expect([...piles.values()].map(({ shares }) => shares)).toEqual([[1.5, 0.5, 1, 1]]);
  });

  it('measures the label of a mark with a colour, and of the opened one, in bold', () => {
    const marks = [markOf('2018-02-01'), { ...markOf('2018-05-01'), colours: [1] }, markOf('2018-09-01')];
    const bold: string[] = [];
    arrange(feedOf(marks, { opened: '2018-09-01' }), RANGE, (label, isBold) => {
      if (isBold) bold.push(label);
      return 60;
    });
    expect(bold).toEqual(['2018-05-01', '2018-09-01']);
  });

  it('counts in a pile what its days hold where marks are a sample', () => {
    const crowd = ['2018-05-01', '2018-05-02', '2018-05-03', '2018-05-04'].map(date => markOf(date));
    const may = dayOf(2018, 5, 1);
    const density = { edges: [may - 9, may, may + 2, may + 4, may + 9], lanes: new Map([['one', [100, 7, 5, 100]]]) };
    expect([...arranged(crowd, { density }).piles.values()].map(({ count }) => count)).toEqual([12]);
  });

  it('walks what is placed, lane by lane, and knows what is in view', () => {
    const { marks } = arranged([markOf('2018-05-01'), markOf('2019-05-01'), markOf('2018-02-01', 'two')]);
    expect([...marks.values()].map(({ key, lane, isInView }) => `${key} ${lane} ${isInView}`)).toEqual([
      'one 2018-05-01 0 true',
      'one 2019-05-01 0 false',
      'two 2018-02-01 1 true',
    ]);
  });

  it('calls a lane empty when nothing of it is in view', () => {
    const { lanes } = arranged([markOf('2018-05-01'), markOf('2019-05-01', 'later')]);
    expect(lanes.map(({ id, isEmpty }) => `${id} ${isEmpty}`)).toEqual(['one false', 'later true']);
  });
});

describe('arrange with height free', () => {
  const arrangeWithin = (height: number, feed: Feed) =>
    arrange(feed, RANGE, widthOf, rowsOfLane(feed.lanes.length), height);
  const heightOf = ({ lanes }: Arrangement) => lanes.reduce((sum, { rows }) => sum + laneHeight(rows), 0);
  const unnamed = ({ marks }: Arrangement) => [...marks.values()].filter(({ side, pile }) => side === 'none' && !pile);
  const widthOf = (label: string) => label.length * 20;
  /** Two lanes with a mark every fourth day, whose labels are 200 pixels wide: too many for four rows. */
  const dates = Array.from({ length: 28 }, (_, i) => new Date(Date.UTC(2018, 4, 1 + 4 * i)).toISOString().slice(0, 10));
  const crowded = feedOf(['one', 'two'].flatMap(lane => dates.map(date => markOf(date, lane))));

  it('uses the height that is free for labels that have no room otherwise', () => {
    const base = arrange(crowded, RANGE, widthOf);
    const higher = arrangeWithin(800, crowded);
    expect(unnamed(base).length).toBeGreaterThan(0);
    expect(unnamed(higher).length).toBeLessThan(unnamed(base).length);
    expect(heightOf(higher)).toBeLessThanOrEqual(800);
  });

  it('is never higher than the height that is free, except where four rows are', () => {
    fc.assert(
      fc.property(fc.nat(900), height => {
        const base = arrange(crowded, RANGE, widthOf);
        const found = arrangeWithin(height, crowded);
        expect(heightOf(found)).toBeLessThanOrEqual(Math.max(height, heightOf(base)));
        expect(unnamed(found).length).toBeLessThanOrEqual(unnamed(base).length);
      }),
      { numRuns: 30 },
    );
  });

  it('adds no rows where all labels have room', () => {
    const marks = ['2018-02-01', '2018-06-01'].map(date => markOf(date));
    expect(arrangeWithin(900, feedOf(marks)).lanes.map(({ rows }) => rows)).toEqual([1]);
  });
});
