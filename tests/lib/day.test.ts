import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  dateOf,
  dayOf,
  daysInMonth,
  isOpen,
  isoDay,
  isoYear,
  MAX_YEAR,
  MIN_YEAR,
  OPEN_END,
  OPEN_START,
  parseIsoSpan,
} from '../../src/lib/day';

const arbitraryDay = fc.integer({ min: dayOf(MIN_YEAR, 1, 1), max: dayOf(MAX_YEAR, 12, 31) });

function lengthOfMonth(year: number, month: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  if (month === 2) return isLeap ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

describe('dayOf', () => {
  it.each([
    [1970, 1, 1, 0],
    [1969, 12, 31, -1],
    [2000, 3, 1, 11017],
    [0, 1, 1, -719528],
    [99, 1, 1, -683368],
    [-1, 12, 31, -719529],
    [2018, 13, 1, 17897],
    [2018, 3, 0, 17590],
    [2018, -11, 1, 17167],
  ])('counts %i-%i-%i as day %i', (year, month, day, expected) => {
    expect(dayOf(year, month, day)).toBe(expected);
  });

  it('agrees with Date as far as that reaches', () => {
    fc.assert(
      fc.property(fc.integer({ min: -100_000_000, max: 100_000_000 }), day => {
        const date = new Date(day * 86_400_000);
        expect(dateOf(day)).toEqual({
          year: date.getUTCFullYear(),
          month: date.getUTCMonth() + 1,
          day: date.getUTCDate(),
        });
      }),
      { numRuns: 2000 },
    );
  });

  it('counts as a calendar does that steps from day to day', () => {
    fc.assert(
      fc.property(fc.integer({ min: MIN_YEAR, max: MAX_YEAR }), year => {
        let day = dayOf(year, 1, 1);
        for (let month = 1; month <= 12; month += 1) {
          for (let date = 1; date <= lengthOfMonth(year, month); date += 1) {
            expect(dayOf(year, month, date)).toBe(day);
            expect(dateOf(day)).toEqual({ year, month, day: date });
            day += 1;
          }
        }
        expect(dayOf(year + 1, 1, 1)).toBe(day);
      }),
      { numRuns: 20 },
    );
  });

  it('lets months and days roll over as Date does', () => {
    const part = fc.integer({ min: -400, max: 400 });
    fc.assert(
      fc.property(fc.integer({ min: -200_000, max: 200_000 }), part, part, (year, month, day) => {
        expect(dayOf(year, month, day) * 86_400_000).toBe(new Date(0).setUTCFullYear(year, month - 1, day));
      }),
      { numRuns: 500 },
    );
  });

  it('is undone by dateOf', () => {
    fc.assert(
      fc.property(arbitraryDay, day => {
        const { year, month, day: dayOfMonth } = dateOf(day);
        expect(dayOf(year, month, dayOfMonth)).toBe(day);
      }),
      { numRuns: 500 },
    );
  });
});

describe('daysInMonth', () => {
  it.each([
    [2018, 2, 28],
    [2020, 2, 29],
    [1900, 2, 28],
    [2000, 2, 29],
    [0, 2, 29],
    [-4, 2, 29],
    [2018, 12, 31],
    [2018, 4, 30],
  ])('knows that %i-%i has %i days', (year, month, days) => {
    expect(daysInMonth(year, month)).toBe(days);
  });
});

describe('isoDay', () => {
  it.each([
    [0, '1970-01-01'],
    [17701, '2018-06-19'],
    [dayOf(-44, 3, 15), '-0044-03-15'],
    [dayOf(0, 2, 29), '0000-02-29'],
    [dayOf(99, 12, 31), '0099-12-31'],
    [dayOf(-12_000, 3, 5), 'Y-12000-03-05'],
    [dayOf(12_000, 3, 5), 'Y12000-03-05'],
    [dayOf(10_000, 1, 1), 'Y10000-01-01'],
  ])('writes day %i as %s', (day, text) => {
    expect(isoDay(day)).toBe(text);
  });

  it('is read back by parseIsoSpan', () => {
    fc.assert(
      fc.property(arbitraryDay, day => {
        expect(parseIsoSpan(isoDay(day))).toEqual({ earliest: day, latest: day });
      }),
      { numRuns: 500 },
    );
  });
});

describe('isoYear', () => {
  it.each([
    [2018, '2018'],
    [33, '0033'],
    [0, '0000'],
    [-44, '-0044'],
    [-9999, '-9999'],
    [-12_000, 'Y-12000'],
    [1_000_000, 'Y1000000'],
    [10_000, 'Y10000'],
    [-10_000, 'Y-10000'],
  ])('writes %i as %s', (year, text) => {
    expect(isoYear(year)).toBe(text);
  });
});

describe('isOpen', () => {
  it('is true of the two open sides only', () => {
    expect([OPEN_START, OPEN_END, dayOf(MIN_YEAR, 1, 1), dayOf(MAX_YEAR, 12, 31)].map(isOpen)).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  it('leaves the open sides beyond every day, within 32 bits', () => {
    expect(OPEN_START).toBeLessThan(dayOf(MIN_YEAR, 1, 1));
    expect(OPEN_END).toBeGreaterThan(dayOf(MAX_YEAR, 12, 31));
    expect([...Int32Array.of(OPEN_START, OPEN_END)]).toEqual([OPEN_START, OPEN_END]);
  });
});

describe('parseIsoSpan', () => {
  it.each([
    ['2017', '2017-01-01', '2017-12-31'],
    ['2020-02', '2020-02-01', '2020-02-29'],
    ['2018-06-19', '2018-06-19', '2018-06-19'],
    ['-0044', '-0044-01-01', '-0044-12-31'],
    ['0000-12', '0000-12-01', '0000-12-31'],
    ['Y-12000', 'Y-12000-01-01', 'Y-12000-12-31'],
    ['Y400000-02', 'Y400000-02-01', 'Y400000-02-29'],
  ])('spans %s from %s to %s', (text, first, last) => {
    const span = parseIsoSpan(text);
    expect(span && [isoDay(span.earliest), isoDay(span.latest)]).toEqual([first, last]);
  });

  it.each([
    '',
    '18',
    '201',
    '20180',
    '2018-',
    '2018-6',
    '2018-13',
    '2018-00',
    '2018-02-29',
    '2018-06-31',
    '2018-06-00',
    '2018-06-19T10:00',
    ' 2018',
    '2018\n',
    '-0000',
    'Y2018',
    'Y09999',
    'Y9999999',
    'Y-9999999-01-01',
    '+2018',
    '٢٠١٨',
    '2018~',
    'Y2018',
    'Y02018',
    'Y2735001',
    'Y-2735001-12-31',
    `Y${'9'.repeat(400)}`,
  ])('finds no date in %j', text => {
    expect(parseIsoSpan(text)).toBeNull();
  });
});
