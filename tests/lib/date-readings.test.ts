import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateReadings } from '../../src/lib/date-readings';
import { parseEdtf } from '../../src/lib/edtf';
import { arbitraryDate } from '../fixtures/arbitrary-date';

/** Returns the readings joined by bars, with the note. */
function read(text: string): string {
  const { readings, note } = dateReadings(text);
  return [readings.join(' | ') || 'none', ...(note ? [`(${note})`] : [])].join(' ');
}

describe('dateReadings', () => {
  it.each([
    ['19.06.2018, 14.30 Uhr', '2018-06-19T14:30'],
    ['19.06.2018 um 14 Uhr', '2018-06-19T14:00'],
    ['19 juin 2018 à 14h30', '2018-06-19T14:30'],
    ['19 juin 2018, 14h', '2018-06-19T14:00'],
    ['19 June 2018 at 2pm', '2018-06-19T14:00'],
    ['19 June 2018, 2 p.m.', '2018-06-19T14:00'],
    ['19.06.2018 10:00-12:00', '2018-06-19T10:00 (part)'],
    ['19 June 2018, 10:00 – 12:30', '2018-06-19T10:00 (part)'],
    ['19.06.2018 10.00–12.30 Uhr', '2018-06-19T10:00 (part)'],
    ['2018-06-19 10:00-05:00', '2018-06-19T10:00-05:00'],
    ['2018-06-19 01:00:00-05:00', '2018-06-19T01:00:00-05:00'],
  ])('reads the time of day in %s: %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    ['19.06.–20.06.2018', '2018-06-19/2018-06-20'],
    ['28.2. - 2.3.2018', '2018-02-28/2018-03-02'],
    ['30.12.–2.1.2019', '2018-12-30/2019-01-02'],
    ['30 December – 2 January 2019', '2018-12-30/2019-01-02'],
    ['Q1–Q2 2020', '2020-33/2020-34'],
    ['3rd–5th century', '02XX/04XX'],
    ['18.–19. Jh.', '17XX/18XX'],
    ['5th-4th century BC', '-04XX/-03XX'],
    ['Q1', 'none'],
    ['December–January 2019', '2018-12/2019-01'],
    ['autumn–spring 1951', '1950-23/1951-21'],
    ['30 December – 2 January 44 BC', '-0044-12-30/-0043-01-02'],
    ['19.06.', 'none'],
  ])('takes the year of the last day for the first one in %s: %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    ['c.1830', '1830~'],
    ['c1830', '1830~'],
    ['ca. 1890s', '189X~'],
    ['circa 1830', '1830~'],
    ['um 1830', '1830~'],
    ['vers 1830', '1830~'],
    ['1830 (ca.)', '1830~'],
    ['1830 circa', '1830~'],
    ['~1830', '1830~'],
    ['?1850', '1850?'],
    ['1850 ?', '1850?'],
    ['1850(?)', '1850?'],
    ['c. 1850?', '1850%'],
    ['probably 1850', '1850?'],
    ['[1850]', '1850?'],
    ['[c. 1850]', '1850~'],
    ['1 May 1963?', '1963-05-01?'],
  ])('takes %s for doubtful: %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    ['1890s', '189X'],
    ['1890’s', '189X'],
    ['the 1890s', '189X'],
    ['1890er', '189X'],
    ['1890er Jahre', '189X'],
    ['années 1890', '189X'],
    ['1900s', '190X | 19XX'],
    ['490s BC', '[-0498..-0489]'],
    ['19th century', '18XX'],
    ['19th c.', '18XX'],
    ['19. Jahrhundert', '18XX'],
    ['XIXe siècle', '18XX'],
    ['siglo XIX', '18XX'],
    ['XIX wiek', '18XX'],
    ['5th century BC', '-04XX'],
    ['5. Jh. v. Chr.', '-04XX'],
    ['late 19th century', '18XX (part)'],
    ['early 1890s', '189X (part)'],
    ['principios de 1890', '1890 (part)'],
    ['eind 1890', '1890 (part)'],
    ['Ier siècle av. J.-C.', '-00XX'],
    ['sec. XVIII', '17XX'],
    ['XVIII w.', '17XX'],
    ['1T2021', '2021-33'],
    ['IV kwartał 2021', '2021-36'],
    ['Q3 2021', '2021-35'],
    ['2021 Q3', '2021-35'],
    ['2021-Q3', '2021-35'],
    ['T3 2021', '2021-35'],
    ['3rd quarter 2021', '2021-35'],
    ['3. Quartal 2021', '2021-35'],
    ['Spring 1951', '1951-21'],
    ['Frühling 1951', '1951-21'],
    ['été 1951', '1951-22'],
    ['otoño de 1951', '1951-23'],
    ['1951 winter', '1951-24'],
    ['Winter 2013–14', '2013-24'],
    ['Winter 2013/14', '2013-24'],
    ['winter 1999/2000', '1999-24'],
  ])('reads the period %s as %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    ['1 May 1963', '1963-05-01'],
    ['1st May 1963', '1963-05-01'],
    ['1st of May, 1963', '1963-05-01'],
    ['May 1, 1963', '1963-05-01'],
    ['1963 May 1', '1963-05-01'],
    ['May 1963', '1963-05'],
    ['15 Feb 1564', '1564-02-15'],
    ['15-Feb-1564', '1564-02-15'],
    ['15 Sept. 1564', '1564-09-15'],
    ['1er mai 1963', '1963-05-01'],
    ['14 juillet 1789', '1789-07-14'],
    ['août 1944', '1944-08'],
    ['1. März 1848', '1848-03-01'],
    ['2 de mayo de 1808', '1808-05-02'],
    ['25 aprile 1945', '1945-04-25'],
    ['25 de Abril de 1974', '1974-04-25'],
    ['5 mei 1945', '1945-05-05'],
    ['3 maja 1791', '1791-05-03'],
    ['październik 1956', '1956-10'],
    ['Wednesday, 1 May 1963', '1963-05-01'],
    ['mercredi 1 mai 1963', '1963-05-01'],
    ['31 June 1963', 'none'],
    ['May 63', 'none'],
    ['1 May 63', '2063-05-01 | 1963-05-01 (shortYear)'],
    ['2020年1月23日', '2020-01-23'],
    ['2020年1月', '2020-01'],
    ['2020年', '2020'],
    ['２０２０年１月２３日', '2020-01-23'],
    ['2020년 1월 23일', '2020-01-23'],
  ])('reads the words of %s as %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    ['24.04.2014', '2014-04-24'],
    ['24. 4. 2014', '2014-04-24'],
    ['1.2.2020', '2020-02-01'],
    ['08.20.2026', '2026-08-20'],
    ['19.6.2018', '2018-06-19'],
    ['20/08/2026', '2026-08-20'],
    ['08/20/2026', '2026-08-20'],
    ['01/02/2020', '2020-02-01 | 2020-01-02 (dayOrMonth)'],
    ['1-2-2020', '2020-02-01 | 2020-01-02 (dayOrMonth)'],
    ['02/02/2020', '2020-02-02'],
    ['32/13/2020', 'none'],
    ['19.6.18', '2018-06-19 | 1918-06-19 (shortYear)'],
    ['20180619', '2018-06-19'],
    ['20181319', 'none'],
    ['2021/8/30', '2021-08-30'],
    ['2018-6-9', '2018-06-09'],
    ['2018.06.19', '2018-06-19'],
    ['2018-6', '2018-06'],
    ['2018-6-31', 'none'],
    ['11/2014', '2014-11'],
    ['15-2-1564', '1564-02-15'],
    ['2014/11', '2014-11'],
    ['-500', '-0500'],
    ['-12000', 'Y-12000'],
    ['-13800000000', 'none'],
    ['43831', 'none'],
  ])('reads the numbers of %s as %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    ['500 BC', '-0499'],
    ['500BC', '-0499'],
    ['500 B.C.', '-0499'],
    ['500 BCE', '-0499'],
    ['500 v. Chr.', '-0499'],
    ['500 av. J.-C.', '-0499'],
    ['500 a. C.', '-0499'],
    ['1 BC', '0000'],
    ['0 BC', 'none'],
    ['44 BC', '-0043'],
    ['15 March 44 BC', '-0043-03-15'],
    ['March 44 BC', '-0043-03'],
    ['AD 79', '0079'],
    ['24 August 79 AD', '0079-08-24'],
    ['79 CE', '0079'],
    ['12000 BC', 'Y-11999'],
    ['c. 485 BC', '-0484~'],
    ['44–30 BC', '-0043/-0029'],
    ['AD 14–37', '0014/0037'],
    ['500–400 BC', '-0499/-0399'],
    ['27 BC – AD 14', '-0026/0014'],
    ['27 BC – 14 AD', '-0026/0014'],
    ['431 BC – 404', '-0430/-0403 | -0430/0404'],
    ['Between 500BC and 400BC', '[-0499..-0399]'],
    ['between 500 and 400 BC', '[-0499..-0399]'],
    ['Before 400BC', '[..-0400]'],
    ['1441 AH', 'none'],
  ])('counts the eras of %s: %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    ['1914-18', '1914/1918'],
    ['1914/18', '1914/1918'],
    ['1827–30', '1827/1830'],
    ['c.1827–30', '1827~/1830~'],
    ['1914–1918', '1914/1918'],
    ['1914 - 1918', '1914/1918'],
    ['2012-2015', '2012/2015'],
    ['1914 to 1918', '1914/1918'],
    ['from 1914 to 1918', '1914/1918'],
    ['von 1914 bis 1918', '1914/1918'],
    ['de 1914 à 1918', '1914/1918'],
    ['1995-6', '1995-06 | 1995/1996'],
    ['1995–6', '1995/1996'],
    ['1995-96', '1995/1996'],
    ['1998-12', '1998-12'],
    ['1918-14', 'none'],
    ['c. 1914 – 1918', '1914~/1918'],
    ['3–5 March 2019', '2019-03-03/2019-03-05'],
    ['3-5 March 2019', '2019-03-03/2019-03-05'],
    ['March 3–5, 2019', '2019-03-03/2019-03-05'],
    ['30 May – 2 June 2019', '2019-05-30/2019-06-02'],
    ['30 Dec 2018 – 2 Jan 2019', '2018-12-30/2019-01-02'],
    ['March–April 2019', '2019-03/2019-04'],
    ['du 3 au 5 mars 2019', '2019-03-03/2019-03-05'],
    ['Spring–Summer 1951', '1951-21/1951-22'],
    ['1890s–1910s', '189X/191X'],
    ['19.6.2018 - 20.6.2018', '2018-06-19/2018-06-20'],
    ['2018-6-9/2018-6-10', '2018-06-09/2018-06-10'],
    ['2018-06-09/2018-6-10', '2018-06-09/2018-06-10'],
    ['[2018-6..2018-7]', '[2018-06..2018-07]'],
    ['2018-06-19..2018-06-20', '2018-06-19/2018-06-20'],
    ['2018-6/..', '2018-06/..'],
    ['2018-06-20/2018-06-19', '2018-06-19/2018-06-20'],
    ['2019/2018~', '2018~/2019'],
    ['[2024..2023]', '[2023..2024]'],
    ['2018-6/soon', 'none'],
    ['2018/2019/2020', 'none'],
    ['1843-44/1845', 'none'],
  ])('reads the range %s as %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    ['before 1850', '[..1849]'],
    ['before May 1963', '[..1963-04]'],
    ['before 1 May 1963', '[..1963-04-30]'],
    ['vor 1850', '[..1849]'],
    ['avant 1850', '[..1849]'],
    ['before c. 1850', '[..1849~]'],
    ['after 1850', '[1851..]'],
    ['nach 1850', '[1851..]'],
    ['until 1850', '../1850'],
    ['bis 1850', '../1850'],
    ['jusqu’en 1850', '../1850'],
    ['since 1850', '1850/..'],
    ['seit 1850', '1850/..'],
    ['depuis 1850', '1850/..'],
    ['1914–', '1914/..'],
    ['1914 – present', '1914/..'],
    ['1937 or 1938', '[1937..1938]'],
    ['1937 or 1948', 'none'],
    ['between 1937 and 1948', '[1937..1948]'],
    ['zwischen 1937 und 1948', '[1937..1948]'],
    ['entre 1937 et 1948', '[1937..1948]'],
  ])('leaves open what %s leaves open: %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    ['2026-08-20 18:30', '2026-08-20T18:30'],
    ['2026-08-20T18:30:00.000Z', '2026-08-20T18:30:00Z'],
    ['2026-08-20T18:30+0200', '2026-08-20T18:30+02:00'],
    ['20260820T183000Z', '2026-08-20T18:30:00Z'],
    ['20/08/2026 18:30', '2026-08-20T18:30'],
    ['20 August 2026, 6:30 pm', '2026-08-20T18:30'],
    ['August 20, 2026 12:05 am', '2026-08-20T00:05'],
    ['20 août 2026 18h30', '2026-08-20T18:30'],
    ['Wed May 01 1963 00:00:00 GMT-0600', '1963-05-01 | 1963-05-01T00:00:00-06:00'],
    ['Wed, 01 May 1963 10:00:00 +0000', '1963-05-01T10:00:00+00:00'],
    ['2026-08-20 25:30', 'none'],
    ['2026-08-20 18:30 – 2026-08-20 20:00', '2026-08-20T18:30/2026-08-20T20:00'],
  ])('keeps the time of %s: %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    '',
    ' ',
    'undated',
    'n.d.',
    'NA',
    'soon',
    '?',
    '-',
    '12',
    'May',
    'spring',
    'BC',
    '<b>2018</b>',
    '2018;2019',
  ])('finds no date in %j', text => {
    expect(read(text)).toBe('none');
  });

  it('returns an EDTF date unchanged', () => {
    fc.assert(
      fc.property(arbitraryDate, ({ text }) => {
        expect(dateReadings(text)).toEqual({ readings: [text] });
      }),
      { numRuns: 300 },
    );
  });

  it('reads days back however they are written in the eight languages', () => {
    const day = fc.date({ min: new Date('1000-01-01'), max: new Date('2999-12-31'), noInvalidDate: true });
    const language = fc.constantFrom('en-GB', 'en-US', 'fr', 'de', 'es', 'it', 'pt', 'nl', 'pl');
    const style = fc.constantFrom<('full' | 'long' | 'medium')[]>('full', 'long', 'medium');
    fc.assert(
      fc.property(day, language, style, (instant, locale, dateStyle) => {
        const text = new Intl.DateTimeFormat(locale, { dateStyle, timeZone: 'UTC' }).format(instant);
        expect(dateReadings(text).readings).toContain(instant.toISOString().slice(0, 10));
      }),
      { numRuns: 500 },
    );
  });

  it('never throws, and gives only dates', () => {
    const part = fc.constantFrom(
      ...['2018', '18', '6', '19', '-', '–', '/', '..', '.', ' ', ' ', 'c.', '?', 'BC', 'AD', 'May', 'spring', 's'],
      ...[
        'between',
        'and',
        'before',
        'after',
        '年',
        '月',
        '日',
        'T',
        ':',
        '[',
        ']',
        'century',
        'to',
        'Q',
        ',',
        '18:30',
      ],
    );
    const almostDate = fc.array(part, { maxLength: 12 }).map(parts => parts.join(''));
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), almostDate), text => {
        for (const reading of dateReadings(text).readings) expect(parseEdtf(reading).kind).not.toBe('problem');
      }),
      { numRuns: 2000 },
    );
  });

  it.each(['[....', '1-', '1 ', 'c. ', '(', 'May ', '-'])('rejects %s repeated without parsing it', part => {
    expect(dateReadings(part.repeat(100_000)).readings).toEqual([]);
  });
});
