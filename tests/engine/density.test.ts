import { describe, expect, it } from 'vitest';
import { binOf, extentOf, scaleOf } from '../../src/engine/scale';
import { type DaySpan, isoDay, OPEN_END, OPEN_START, parseIsoSpan } from '../../src/lib/day';
import { ask } from '../fixtures/ask';
import { openDocument } from '../fixtures/dataset-document';
import { drawn } from '../fixtures/drawn';
import { textDataset } from '../fixtures/text-dataset';

function span(from: string, to: string): DaySpan {
  return { earliest: parseIsoSpan(from)?.earliest ?? Number.NaN, latest: parseIsoSpan(to)?.latest ?? Number.NaN };
}

describe('extentOf', () => {
  it('spans the known days and passes over open sides', () => {
    const days = span('2016-05-04', '2018-02-01');
    expect(extentOf(Int32Array.of(OPEN_START, days.earliest), Int32Array.of(days.latest, OPEN_END))).toEqual(days);
  });

  it('is null without any day', () => {
    expect(extentOf(Int32Array.of(), Int32Array.of())).toBeNull();
  });
});

describe('scaleOf', () => {
  it.each([
    ['2018-03-05', '2018-03-05', '1 of 1 day: 2018-03-05 … 2018-03-06'],
    ['2018-01', '2018-06-28', '179 of 1 day: 2018-01-01 … 2018-06-29'],
    ['2018-01', '2018-06-29', '6 of 1 month: 2018-01-01 … 2018-07-01'],
    ['2016-12-31', '2018-02-01', '15 of 1 month: 2016-12-01 … 2018-03-01'],
    ['2000-02', '2020-01', '81 of 3 month: 2000-01-01 … 2020-04-01'],
    ['1967', '2017', '51 of 1 year: 1967-01-01 … 2018-01-01'],
    ['1701', '2017', '159 of 2 year: 1700-01-01 … 2018-01-01'],
    ['-0044-03-15', '2017', '104 of 20 year: -0060-01-01 … 2020-01-01'],
    ['-9999', '9999', '100 of 200 year: -10000-01-01 … 10000-01-01'],
  ])('lays bins over %s to %s', (from, to, expected) => {
    const { unit, step, edges } = scaleOf(span(from, to), []);
    const [first = Number.NaN, last = Number.NaN] = [edges[0], edges.at(-1)];
    expect(`${edges.length - 1} of ${step} ${unit}: ${isoDay(first)} … ${isoDay(last)}`).toBe(expected);
  });

  it('reaches over the periods that the sources cover', () => {
    const { earliest: from, latest: to } = span('2015', '2019');
    const { edges } = scaleOf(span('2017-03', '2017-03'), [{ from, to }]);
    expect([edges[0], edges.at(-1)]).toEqual([from, to + 1]);
  });

  it('has no bins where there are no days', () => {
    expect(scaleOf(null, []).edges).toEqual([]);
  });
});

describe('binOf', () => {
  it.each([
    [-5, 0],
    [0, 0],
    [9, 0],
    [10, 1],
    [19, 1],
    [20, 2],
    [29, 2],
    [30, 2],
    [999, 2],
  ])('puts day %i in bin %i of [0, 10, 20, 30)', (day, bin) => {
    expect(binOf([0, 10, 20, 30], day)).toBe(bin);
  });
});

/** Every bin that is not empty: its first day, how many activities, and how many of those only may lie there. */
function densityPicture(record: string, link = ''): string {
  const { scale } = openDocument(textDataset(record)).open;
  const { total, vague } = ask(record, link).given.density;
  const lines = total.map((sum, bin) => `${isoDay(scale.edges[bin] ?? 0)} ${sum.toFixed(2)} ${vague[bin]?.toFixed(2)}`);
  return lines.filter(line => !line.endsWith(' 0.00 0.00')).join('\n');
}

describe('densityOf', () => {
  const record = `
    theme
      a
    2018-01-01              exact #theme:a
    2018-01-30..2018-02-02  over-the-border
    2018-03                 within-a-bin
    [2018-04-30..2018-05-02]  either-side
    2018-06..               ongoing
    ..2018-07-05            before
    2018-12                 late
  `;

  it('counts known days at the first and spreads the unknown over the bins they may lie in', () => {
    expect(densityPicture(record)).toBe(
      drawn(`
        2018-01-01 3.00 0.00
        2018-03-01 1.00 0.00
        2018-04-01 0.33 0.33
        2018-05-01 0.67 0.67
        2018-06-01 1.00 0.00
        2018-12-01 1.00 0.00
      `),
    );
  });

  it('follows the facets but not the window', () => {
    expect(densityPicture(record, '?theme=a&from=2018-12')).toBe('2018-01-01 1.00 0.00');
  });

  it('spreads a year evenly by days', () => {
    expect(densityPicture('2018 year\n2018-01-01..2018-12-31 exact\n2019-01-01 next')).toBe(
      [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        .map((days, m) => {
          const share = (days / 365).toFixed(2);
          const known = m === 0 ? 1 : 0;
          const total = (days / 365 + known).toFixed(2);
          return `2018-${String(m + 1).padStart(2, '0')}-01 ${total} ${share}`;
        })
        .concat('2019-01-01 1.00 0.00')
        .join('\n'),
    );
  });
});
