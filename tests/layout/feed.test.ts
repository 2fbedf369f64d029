import { describe, expect, it } from 'vitest';
import { isSameMark, marksOf } from '../../src/layout/feed';
import { dayOf, OPEN_END } from '../../src/lib/day';
import type { ActivityRow } from '../../src/model/answer';

const BOUNDS = { earliest: dayOf(2018, 1, 1), latest: dayOf(2018, 12, 31) };
const ROW: ActivityRow = {
  id: 'visit',
  date: '2018-03-05',
  earliest: dayOf(2018, 3, 5),
  latest: dayOf(2018, 3, 5),
  title: 'Visit',
  tags: {},
  form: { kind: 'day', isDoubtful: false, openStart: false, openEnd: false },
};

describe('marksOf', () => {
  it('makes one mark of an activity in each of its lanes, named with the lane', () => {
    const marks = marksOf(
      [ROW],
      BOUNDS,
      () => ['a', 'b'],
      lane => lane.toUpperCase(),
      ({ id }) => ({ label: id, name: `${id}!` }),
    );
    expect(marks.map(({ key, lane, activity, label, name }) => [key, lane, activity, label, name])).toEqual([
      ['a visit', 'a', 'visit', 'visit', 'visit!, A'],
      ['b visit', 'b', 'visit', 'visit', 'visit!, B'],
    ]);
    expect(marks[0]).toMatchObject({ form: { kind: 'day' }, earliest: ROW.earliest, latest: ROW.latest });
  });

  it('keeps the colours, and calls marks of other colours different', () => {
    const made = (colours: number[]) =>
      marksOf(
        [ROW],
        BOUNDS,
        () => ['a'],
        () => '',
        () => ({ label: '', name: '', colours }),
      )[0];
    const [one, same, other] = [made([0, 2]), made([0, 2]), made([2])];
    if (!one || !same || !other) throw new Error('no mark');
    expect(one.colours).toEqual([0, 2]);
    expect(isSameMark(one, same)).toBe(true);
    expect(isSameMark(one, other)).toBe(false);
  });

  it('draws an open side up to the end of the record', () => {
    const row = { ...ROW, latest: OPEN_END, form: { ...ROW.form, openEnd: true } };
    const [mark] = marksOf(
      [row],
      BOUNDS,
      () => ['a'],
      () => '',
      () => ({ label: '', name: '' }),
    );
    expect(mark).toMatchObject({ earliest: ROW.earliest, latest: BOUNDS.latest, form: { openEnd: true } });
  });

  it('names no lane where the only one has no name', () => {
    const [mark] = marksOf(
      [ROW],
      BOUNDS,
      () => ['_all'],
      () => '',
      () => ({ label: '', name: 'Visit' }),
    );
    expect(mark?.name).toBe('Visit');
  });
});
