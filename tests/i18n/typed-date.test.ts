import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shownDate } from '../../src/i18n/shown-date';
import { readTypedDate } from '../../src/i18n/typed-date';
import { dayOf, isoDay, MAX_YEAR, MIN_YEAR } from '../../src/lib/day';

describe('readTypedDate', () => {
  it.each([
    ['2017', '2017'],
    [' 2017-03 ', '2017-03'],
    ['2017-03-05', '2017-03-05'],
    ['2017-3', '2017-03'],
    ['2017-3-5', '2017-03-05'],
    ['2017/03/05', '2017-03-05'],
    ['-0499', '-0499'],
    ['Y-12000', 'Y-12000'],
    ['03/2017', '2017-03'],
    ['March 2017', '2017-03'],
    ['mar. 2017', '2017-03'],
    ['2017 Sept', '2017-09'],
    ['1 Jan 2017', '2017-01-01'],
    ['Jan 1, 2017', '2017-01-01'],
    ['January 1st, 2017', '2017-01-01'],
    ['5th of March 2017', '2017-03-05'],
    ['31/12/2017', '2017-12-31'],
    ['12/31/2017', '2017-12-31'],
    ['5/5/2017', '2017-05-05'],
    ['5.3.2017', '2017-03-05'],
    ['500 BC', '-0499'],
    ['500 B.C.', '-0499'],
    ['500BCE', '-0499'],
    ['1 BC', '0000'],
    ['AD 79', '0079'],
    ['79 ad', '0079'],
    ['79 CE', '0079'],
    ['843', '0843'],
    ['March 44 BC', '-0043-03'],
    ['15 March 44 BC', '-0043-03-15'],
    ['12,001 BC', 'Y-12000'],
    ['12 001 BC', 'Y-12000'],
    ['1,200,001 BC', 'Y-1200000'],
    ['12,000', 'Y12000'],
  ])('reads %j as %s', (typed, iso) => {
    expect(readTypedDate('en', typed)).toBe(iso);
  });

  it.each([
    ['500 av. J.-C.', '-0499'],
    ['500 avant Jésus-Christ', '-0499'],
    ['79 apr. J.-C.', '0079'],
    ['500 avant notre ère', '-0499'],
    ['79 de notre ère', '0079'],
    ['44 v. Chr.', '-0043'],
    ['79 n Chr', '0079'],
    ['mars 2017', '2017-03'],
    ['1er janvier 2017', '2017-01-01'],
    ['15 mars 44 av. J.-C.', '-0043-03-15'],
    ['juil. 2018', '2018-07'],
    ['aout 2018', '2018-08'],
    ['DÉCEMBRE 2018', '2018-12'],
    ['12 001 av. J.-C.', 'Y-12000'],
    ['15 March 44 BC', '-0043-03-15'],
  ])('reads %j in French as %s', (typed, iso) => {
    expect(readTypedDate('fr', typed)).toBe(iso);
  });

  it.each([
    '',
    'soon',
    '17',
    'March 17',
    '1/2/2017',
    '2017-13',
    '2018-02-30',
    '31 June 2018',
    '0 BC',
    '-500',
    'Ma 2018',
    'March April 2017',
    '1 2 3 2017',
    '2017 2018',
    '9,999,999 BC',
    'x'.repeat(100_000),
  ])('reads nothing from %.20s', typed => {
    expect(readTypedDate('en', typed)).toBeNull();
  });

  it('rejects a prefix of two months', () => {
    expect(readTypedDate('fr', 'jui 2018')).toBeNull();
  });

  it('reads every date as its box shows it', () => {
    const day = fc.oneof(
      fc.integer({ min: dayOf(-3000, 1, 1), max: dayOf(3000, 1, 1) }),
      fc.integer({ min: dayOf(MIN_YEAR, 1, 1), max: dayOf(MAX_YEAR, 12, 31) }),
    );
    const part = fc.constantFrom(undefined, -3, -6);
    fc.assert(
      fc.property(day, part, fc.constantFrom('en', 'fr'), (someDay, end, language) => {
        const iso = isoDay(someDay).slice(0, end);
        expect(readTypedDate(language, shownDate(language, iso))).toBe(iso);
      }),
      { numRuns: 300 },
    );
  });
});

describe('shownDate', () => {
  it.each([
    ['2017', '2017', '2017'],
    ['2017-01', 'Jan 2017', 'janv. 2017'],
    ['2017-01-01', '1 Jan 2017', '1 janv. 2017'],
    ['2024-07-31', '31 Jul 2024', '31 juil. 2024'],
    ['0079-08', 'Aug 79 AD', 'août 79 ap. J.-C.'],
    ['0117', '117 AD', '117 ap. J.-C.'],
    ['1000', '1000', '1000'],
    ['-0499', '500 BC', '500 av. J.-C.'],
    ['-0043-03', 'Mar 44 BC', 'mars 44 av. J.-C.'],
    ['-0043-03-15', '15 Mar 44 BC', '15 mars 44 av. J.-C.'],
    ['Y-12000', '12,001 BC', '12 001 av. J.-C.'],
  ])('shows %s as %s, in French as %s', (iso, english, french) => {
    const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');
    expect([plain(shownDate('en', iso)), plain(shownDate('fr', iso))]).toEqual([english, french]);
  });
});
