import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { axisLabels } from '../../src/layout/axis-labels';
import { type DaySpan, dayOf, MAX_YEAR, MIN_YEAR, parseIsoSpan } from '../../src/lib/day';

function axis(window: DaySpan, width: number, folds: DaySpan[] = []): Parameters<typeof axisLabels>[1] {
  const [start, end] = [window.earliest, window.latest + 1];
  return {
    start,
    end,
    width,
    folds,
    xOf: day => ((day - start) / (end - start)) * width,
    letter: { minor: 7, major: 8 },
  };
}

function days(from: string, to: string): DaySpan {
  return { earliest: parseIsoSpan(from)?.earliest ?? Number.NaN, latest: parseIsoSpan(to)?.latest ?? Number.NaN };
}

function texts(language: string, seen: Parameters<typeof axisLabels>[1]): { minor: string[]; major: string[] } {
  const { minor, major } = axisLabels(language, seen);
  const said = (ticks: typeof minor) => ticks.map(({ label }) => label).filter(label => label !== '');
  return { minor: said(minor), major: said(major) };
}

describe('axisLabels', () => {
  it('name round years on both sides of the turn of the eras', () => {
    const ticks = texts('en', axis(days('-0499', '0100'), 420));
    expect(ticks).toEqual({ minor: ['500 BC', '400 BC', '300 BC', '200 BC', '100 BC', '1 AD'], major: [] });
  });

  it('stop naming the era at the year 1000', () => {
    expect(texts('en', axis(days('0850', '1150'), 300)).minor).toEqual(['900 AD', '1000', '1100']);
  });

  it('have room for the longest name also where it stands at neither end', () => {
    const hundreds = Array.from({ length: 9 }, (_, i) => `${i + 1}00 AD`);
    expect(texts('en', axis(days('-0008', '1008'), 970)).minor).toEqual(['1 AD', ...hundreds]);
  });

  it('write eras in the language of the page', () => {
    const { minor } = texts('fr', axis(days('-0499', '-0400'), 260));
    expect(minor.map(text => text.replace(/[\u00a0\u202f]/g, ' '))).toEqual(['500 av. J.-C.', '450 av. J.-C.']);
  });

  it('name months under their year, and days under their month', () => {
    expect(texts('en', axis(days('-0043', '-0043'), 700)).major).toEqual(['44 BC']);
    expect(texts('en', axis(days('2018', '2018'), 700))).toEqual({
      minor: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sept', 'Oct', 'Nov', 'Dec'],
      major: ['2018'],
    });
    expect(texts('en', axis(days('2018-03-30', '2018-04-03'), 400))).toEqual({
      minor: ['Fri 30', 'Sat 31', 'Sun 1', 'Mon 2', 'Tue 3'],
      major: ['March 2018', 'April 2018'],
    });
  });

  it('name the year that goes on behind a fold', () => {
    const folds = [days('2019', '2021-03')];
    const start = dayOf(2018, 7, 1);
    const seen = axis(days('2018-07', '2022-06'), 900, folds);
    const xOf = (day: number) => (day < dayOf(2019, 1, 1) ? day - start : day - start - 821);
    expect(texts('en', { ...seen, xOf }).major).toEqual(['2018', '2021', '2022']);
  });

  it('never overlap, are never cut, and are no more than have room, however long the axis is', () => {
    const day = fc.integer({ min: dayOf(MIN_YEAR, 1, 1), max: dayOf(MAX_YEAR, 12, 31) });
    const length = fc.double({ min: 1, max: 9.3, noNaN: true }).map(power => Math.round(10 ** power));
    const width = fc.integer({ min: 40, max: 2000 });
    fc.assert(
      fc.property(day, length, width, fc.constantFrom('en', 'fr'), (earliest, size, pixels, language) => {
        const latest = Math.min(earliest + size, dayOf(MAX_YEAR, 12, 31));
        const { minor, major } = axisLabels(language, axis({ earliest, latest }, pixels));
        expect(minor.length).toBeLessThanOrEqual(pixels / 14 + 2);
        for (const [ticks, letter] of [
          [minor, 7],
          [major, 8],
        ] as const) {
          let end = 0;
          for (const { x, label } of ticks.filter(tick => tick.label !== '')) {
            expect(x).toBeGreaterThanOrEqual(end);
            end = x + label.length * letter;
            expect(end).toBeLessThanOrEqual(pixels);
          }
        }
      }),
    );
  });
});
