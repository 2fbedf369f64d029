import { describe, expect, it } from 'vitest';
import { dateForm, drawnDays } from '../../src/lib/date-form';
import { type DaySpan, isoDay, parseIsoSpan } from '../../src/lib/day';
import { parseEdtf } from '../../src/lib/edtf';

const BOUNDS = parseIsoSpan('2018') ?? { earliest: 0, latest: 0 };

function shapeOf(text: string): string {
  const date = parseEdtf(text);
  const span: DaySpan = date.kind === 'problem' ? BOUNDS : date;
  const { kind, isDoubtful, openStart, openEnd } = dateForm(text, span);
  const { earliest, latest } = drawnDays(span, BOUNDS);
  const ends = `${openStart ? '‹' : ''}${isoDay(earliest)} ${isoDay(latest)}${openEnd ? '›' : ''}`;
  return `${kind}${isDoubtful ? '?' : ''} ${ends}`;
}

describe('dateForm', () => {
  it.each([
    ['2018-06-19', 'day 2018-06-19 2018-06-19'],
    ['2018-06-19~', 'day? 2018-06-19 2018-06-19'],
    ['2018-06-19/2018-06-20', 'days 2018-06-19 2018-06-20'],
    ['2018-06-19/2018-06-19', 'day 2018-06-19 2018-06-19'],
    ['2018-06-19/2018-06-20?', 'days? 2018-06-19 2018-06-20'],
    ['2018-06', 'period 2018-06-01 2018-06-30'],
    ['2018?', 'period? 2018-01-01 2018-12-31'],
    ['2018-22', 'period 2018-06-01 2018-08-31'],
    ['2018-06/2018-07-03', 'period 2018-06-01 2018-07-03'],
    ['2018-06-XX', 'between 2018-06-01 2018-06-30'],
    ['[2018-06-01..2018-07-30]', 'between 2018-06-01 2018-07-30'],
    ['2018-06-19/..', 'days 2018-06-19 2018-12-31›'],
    ['../2018-06-19', 'days ‹2018-01-01 2018-06-19'],
    ['2019-06-19/..', 'days 2019-06-19 2019-06-19›'],
    ['../2017-06', 'period ‹2017-06-30 2017-06-30'],
    ['no date', 'days 2018-01-01 2018-12-31'],
  ])('draws %s as %s', (text, expected) => {
    expect(shapeOf(text)).toBe(expected);
  });
});
