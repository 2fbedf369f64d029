import { describe, expect, it } from 'vitest';
import { type DateStyle, dateText, machineDate, windowText, yearText } from '../../src/i18n/date-text';
import { dayOf, OPEN_START, parseIsoSpan } from '../../src/lib/day';
import { UNDATED } from '../../src/lib/undated';
import { dateWords } from './words';

/** Replaces the thin and narrow spaces of `Intl` by ordinary ones. */
function plain(text: string): string {
  return text.replace(/[\u00a0\u2009\u202f]/g, ' ');
}

const DATES: readonly [string, string, string][] = [
  ['2018-06-19', '19 June 2018', '19 juin 2018'],
  ['2018-06-01', '1 June 2018', '1 juin 2018'],
  ['2018-06-19/2018-06-20', '19–20 June 2018', '19–20 juin 2018'],
  ['2017-05-30/2017-06-01', '30 May – 1 June 2017', '30 mai – 1 juin 2017'],
  ['2017-12-30/2018-01-02', '30 December 2017 – 2 January 2018', '30 décembre 2017 – 2 janvier 2018'],
  ['2023-03', 'March 2023', 'mars 2023'],
  ['2024', '2024', '2024'],
  ['2018-21', 'spring 2018', 'printemps 2018'],
  ['2018-24', 'winter 2018', 'hiver 2018'],
  ['2023~', 'about 2023', 'vers 2023'],
  ['2023-06?', 'probably June 2023', 'probablement juin 2023'],
  ['2024-05-23?', 'probably 23 May 2024', 'probablement 23 mai 2024'],
  ['2023%', 'probably about 2023', 'probablement vers 2023'],
  ['2018-06/..', 'from June 2018', 'à partir de juin 2018'],
  ['../2018-06', 'until June 2018', 'jusqu’à juin 2018'],
  ['2018/2019', '2018 – 2019', '2018 – 2019'],
  ['2018-03/2018-05?', 'March 2018 – probably May 2018', 'mars 2018 – probablement mai 2018'],
  [
    '[2023-07-30..2024-07-30]',
    'some day from 30 July 2023 to 30 July 2024',
    'un jour entre le 30 juillet 2023 et le 30 juillet 2024',
  ],
  ['[2023..]', '2023 or later', '2023 ou après'],
  ['[..2023]', '2023 or earlier', '2023 ou avant'],
  ['[2023-07-30..]', 'some day from 30 July 2023 on', 'un jour à partir du 30 juillet 2023'],
  ['[..2023-07-30]', 'some day until 30 July 2023', 'un jour jusqu’au 30 juillet 2023'],
  ['[2018..2019-03]', 'some time between 2018 and March 2019', 'entre 2018 et mars 2019'],
  ['2018-06-XX', 'some day in June 2018', 'un jour en juin 2018'],
  ['2018-XX-XX', 'some day in 2018', 'un jour en 2018'],
  ['201X', 'some time from 2010 to 2019', 'entre 2010 et 2019'],
  ['-0043-03-15', '15 March 44 BC', '15 mars 44 av. J.-C.'],
  ['-0043-03', 'March 44 BC', 'mars 44 av. J.-C.'],
  ['-0043', '44 BC', '44 av. J.-C.'],
  ['0000', '1 BC', '1 av. J.-C.'],
  ['0001', '1 AD', '1 ap. J.-C.'],
  ['0117', '117 AD', '117 ap. J.-C.'],
  ['0999', '999 AD', '999 ap. J.-C.'],
  ['1000', '1000', '1000'],
  ['0030-04~', 'about April 30 AD', 'vers avril 30 ap. J.-C.'],
  ['0117-23', 'autumn 117 AD', 'automne 117 ap. J.-C.'],
  ['0117-08-XX', 'some day in August 117 AD', 'un jour en août 117 ap. J.-C.'],
  ['084X', 'some time from 840 to 849 AD', 'entre 840 et 849 ap. J.-C.'],
  ['0030/0117', '30 – 117 AD', '30 – 117 ap. J.-C.'],
  ['0843/1453', '843 – 1453 AD', '843 – 1453 ap. J.-C.'],
  ['0999-12-30/1000-01-02', '30 December 999 – 2 January 1000 AD', '30 décembre 999 – 2 janvier 1000 ap. J.-C.'],
  ['[0271..0275]', 'some time between 271 AD and 275 AD', 'entre 271 ap. J.-C. et 275 ap. J.-C.'],
  ['-0043~', 'about 44 BC', 'vers 44 av. J.-C.'],
  ['-0043-21', 'spring 44 BC', 'printemps 44 av. J.-C.'],
  ['-0043-03-XX', 'some day in March 44 BC', 'un jour en mars 44 av. J.-C.'],
  ['-04XX', 'some time from 500 to 401 BC', 'entre 500 et 401 av. J.-C.'],
  ['-0043-03-10/-0043-03-15', '10–15 March 44 BC', '10–15 mars 44 av. J.-C.'],
  ['-0043-03-10/-0043-04-15', '10 March – 15 April 44 BC', '10 mars – 15 avril 44 av. J.-C.'],
  ['-0431-04-25/-0404-04-25', '25 April 432 – 25 April 405 BC', '25 avril 432 – 25 avril 405 av. J.-C.'],
  ['-0420-03/-0415-06', 'March 421 – June 416 BC', 'mars 421 – juin 416 av. J.-C.'],
  ['-0299/-0280', '300 – 281 BC', '300 – 281 av. J.-C.'],
  ['-0001-12-30/0001-01-03', '30 December 2 BC – 3 January 1 AD', '30 décembre 2 av. J.-C. – 3 janvier 1 ap. J.-C.'],
  ['-0030/0014', '31 BC – 14 AD', '31 av. J.-C. – 14 ap. J.-C.'],
  ['[-0499..-0399]', 'some time between 500 BC and 400 BC', 'entre 500 av. J.-C. et 400 av. J.-C.'],
  ['[..-0399]', '400 BC or earlier', '400 av. J.-C. ou avant'],
  ['-0399/..', 'from 400 BC', 'à partir de 400 av. J.-C.'],
  ['1492-10-12/1492-10-14', '12–14 October 1492', '12–14 octobre 1492'],
  ['0843-08-10/0843-08-11', '10–11 August 843 AD', '10–11 août 843 ap. J.-C.'],
  ['1600-02-28/1600-03-01', '28 February – 1 March 1600', '28 février – 1 mars 1600'],
  ['2021-33', 'Q1 2021', '1er trimestre 2021'],
  ['2021-35~', 'about Q3 2021', 'vers 3e trimestre 2021'],
  ['2018-06-19T14:30', '19 June 2018 at 14:30', '19 juin 2018 à 14:30'],
  ['2018-06-19T09:05:07', '19 June 2018 at 09:05:07', '19 juin 2018 à 09:05:07'],
  ['2018-06-19T09:05:00Z', '19 June 2018 at 09:05 UTC', '19 juin 2018 à 09:05 UTC'],
  ['2018-06-19T23:30+02:00', '19 June 2018 at 23:30 UTC+2', '19 juin 2018 à 23:30 UTC+2'],
  ['2018-06-19T00:30-04:30', '19 June 2018 at 00:30 UTC−4:30', '19 juin 2018 à 00:30 UTC−4:30'],
  ['2018-06-19T09:00/2018-06-19T10:30', '19 June 2018, 09:00–10:30', '19 juin 2018, 09:00–10:30'],
  [
    '2018-06-19T09:00/2018-06-20T10:30',
    '19 June 2018 at 09:00 – 20 June 2018 at 10:30',
    '19 juin 2018 à 09:00 – 20 juin 2018 à 10:30',
  ],
  ['2018-06-19T09:00/2018-06-20', '19 June 2018 at 09:00 – 20 June 2018', '19 juin 2018 à 09:00 – 20 juin 2018'],
  ['2018-06-19T09:00/..', 'from 19 June 2018 at 09:00', 'à partir de 19 juin 2018 à 09:00'],
  ['-0043-03-15T08:00', '15 March 44 BC at 08:00', '15 mars 44 av. J.-C. à 08:00'],
  ['not a date', 'not a date', 'not a date'],
  ['', 'No date', 'Sans date'],
];

describe('dateText', () => {
  it.each(DATES)('spells %s in English: %s', async (edtf, english) => {
    expect(plain(dateText(await dateWords('en'), edtf))).toBe(english);
  });

  it.each(DATES)('spells %s in French, beside %s: %s', async (edtf, _, french) => {
    expect(plain(dateText(await dateWords('fr'), edtf))).toBe(french);
  });

  const STYLES: readonly [string, DateStyle, string][] = [
    ['2018-02-06', 'weekday', 'Tuesday, 6 February 2018'],
    ['2018-02-06', 'inYear', '6 February'],
    ['2018-02', 'inYear', 'February'],
    ['2018-02-06T18:00', 'inYear', '6 February at 18:00'],
    ['2018-02-06T18:00', 'weekday', 'Tuesday, 6 February 2018 at 18:00'],
    ['2018', 'inYear', '2018'],
    ['2018-06-19/2018-06-20', 'inYear', '19–20 June'],
    ['2017-12-30/2018-01-02', 'inYear', '30 December 2017 – 2 January 2018'],
    ['-0489-09-12', 'inYear', '12 September'],
    ['-0489-09-12', 'weekday', 'Tuesday, 12 September 490 BC'],
    ['-0489-09', 'inYear', 'September'],
    ['-0489', 'inYear', '490 BC'],
    ['-0043-03-10/-0043-03-15', 'inYear', '10–15 March'],
    ['-0001-12-30/0001-01-03', 'inYear', '30 December 2 BC – 3 January 1 AD'],
    ['2018-06-19/2018-06-20', 'weekday', '19–20 June 2018'],
  ];

  it.each(STYLES)('writes %s in the style %s as %s', async (edtf, style, text) => {
    expect(plain(dateText(await dateWords('en'), edtf, style))).toBe(text);
  });
});

const WINDOWS: readonly [string | null, string | null, string][] = [
  ['2017', '2024', '2017 – 2024'],
  ['2017', '2017', '2017'],
  ['2017-01', '2018-06', 'January 2017 – June 2018'],
  ['2017-03', '2017-03', 'March 2017'],
  ['2018-05-03', '2018-05-09', '3–9 May 2018'],
  ['2018-05-30', '2018-06-09', '30 May – 9 June 2018'],
  ['2018-05-03', '2018-05-03', '3 May 2018'],
  ['2018', null, 'from 2018'],
  ['2018-03', null, 'from March 2018'],
  [null, '2018-06', 'until June 2018'],
  [null, '2018-06-19', 'until 19 June 2018'],
  [null, null, ''],
  ['-0499', '-0400', '500 – 401 BC'],
  ['-0499', '-0499', '500 BC'],
  ['-0499', '0500', '500 BC – 500 AD'],
  ['0030', '0117', '30 – 117 AD'],
  ['0843', '1453', '843 – 1453 AD'],
  ['0030', null, 'from 30 AD'],
  ['-0499-03', '-0499-06', 'March 500 – June 500 BC'],
  ['-0043-03-10', '-0043-03-15', '10–15 March 44 BC'],
  ['-0043', null, 'from 44 BC'],
  [null, '-0043-03-15', 'until 15 March 44 BC'],
  ['Y-12000', 'Y-11000', '12,001 – 11,001 BC'],
  ['Y-1200000-03-01', 'Y-1200000-03-07', '1–7 March 1,200,001 BC'],
  ['Y300000', 'Y400000', '300,000 – 400,000'],
];

describe('windowText', () => {
  it.each(WINDOWS)('says %s to %s as %s', async (from, to, text) => {
    const first = from === null ? null : (parseIsoSpan(from)?.earliest ?? null);
    const last = to === null ? null : (parseIsoSpan(to)?.latest ?? null);
    expect(plain(windowText(await dateWords('en'), first, last))).toBe(text);
  });
});

describe('machineDate', () => {
  it.each([
    ['2018-06-19', '2018-06-19'],
    ['2018-06', '2018-06'],
    ['2018', '2018'],
    ['2018-06-19/2018-06-20', '2018-06-19'],
    ['2024-05-23?', '2024-05-23'],
    ['[2023-07-30..2024-07-30]', undefined],
    ['2018-21', undefined],
    ['201X', undefined],
    ['../2018', undefined],
    ['2018-06-XX', undefined],
    ['-0043-03-15', undefined],
    ['0000-02-29', undefined],
    ['0001-02-28', '0001-02-28'],
  ])('says %s to machines as %s', (edtf, machine) => {
    expect(machineDate(edtf)).toBe(machine);
  });
});

describe('yearText', () => {
  it('names a year, and what has no first day', async () => {
    const words = await dateWords('en');
    expect(yearText(words, dayOf(2018, 6, 1))).toBe('2018');
    expect(yearText(words, dayOf(-43, 6, 1))).toBe('44 BC');
    expect(yearText(words, dayOf(117, 6, 1))).toBe('117 AD');
    expect(yearText(words, OPEN_START)).toBe('No first day');
    expect(yearText(words, UNDATED.earliest)).toBe('No date');
  });
});
