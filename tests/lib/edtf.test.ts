import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf, isOpen, isoDay } from '../../src/lib/day';
import { isExact, LONGEST_DATE, parseEdtf, timeOrder } from '../../src/lib/edtf';
import { arbitraryDate } from '../fixtures/arbitrary-date';

/** Returns `2018-06-19 … 2018-06-20 (exact)`, or the problem. */
function reading(text: string): string {
  const date = parseEdtf(text);
  if (date.kind === 'problem') return date.reason;
  const [from, to] = [date.earliest, date.latest].map(day => (isOpen(day) ? '..' : isoDay(day)));
  return `${from} … ${to}${isExact(date) ? ' (exact)' : ''}`;
}

describe('parseEdtf', () => {
  it.each([
    ['2018-06-19', '2018-06-19 … 2018-06-19 (exact)'],
    ['  2018-06-19\n', '2018-06-19 … 2018-06-19 (exact)'],
    ['2018-06', '2018-06-01 … 2018-06-30'],
    ['2018', '2018-01-01 … 2018-12-31'],
    ['2018-06-19?', '2018-06-19 … 2018-06-19'],
    ['2018-06~', '2018-06-01 … 2018-06-30'],
    ['2018%', '2018-01-01 … 2018-12-31'],
    ['-0044', '-0044-01-01 … -0044-12-31'],
    ['-0044-03-15', '-0044-03-15 … -0044-03-15 (exact)'],
    ['0000', '0000-01-01 … 0000-12-31'],
    ['2018-21', '2018-03-01 … 2018-05-31'],
    ['2018-22', '2018-06-01 … 2018-08-31'],
    ['2018-23?', '2018-09-01 … 2018-11-30'],
    ['2019-24', '2019-12-01 … 2020-02-29'],
    ['2021-33', '2021-01-01 … 2021-03-31'],
    ['2021-34', '2021-04-01 … 2021-06-30'],
    ['2021-35~', '2021-07-01 … 2021-09-30'],
    ['-0043-36', '-0043-10-01 … -0043-12-31'],
    ['2021-33/2021-36', '2021-01-01 … 2021-12-31'],
    ['Y12000', 'Y12000-01-01 … Y12000-12-31'],
    ['Y-12000', 'Y-12000-01-01 … Y-12000-12-31'],
    ['Y-12000~', 'Y-12000-01-01 … Y-12000-12-31'],
    ['Y-12000/-0500', 'Y-12000-01-01 … -0500-12-31'],
    ['[Y-12000..Y-10000]', 'Y-12000-01-01 … Y-10000-12-31'],
    ['../Y-12000', '.. … Y-12000-12-31'],
    ['Y-2735000/Y2735000', 'Y-2735000-01-01 … Y2735000-12-31'],
    ['2018-06-19T14:30', '2018-06-19 … 2018-06-19 (exact)'],
    ['2018-06-19T14:30:15Z', '2018-06-19 … 2018-06-19 (exact)'],
    ['2018-06-19T23:59:59+14:00', '2018-06-19 … 2018-06-19 (exact)'],
    ['-0043-03-15T08:00-05', '-0043-03-15 … -0043-03-15 (exact)'],
    ['2018-06-19T10:00/2018-06-20T10:00', '2018-06-19 … 2018-06-20 (exact)'],
    ['2018-06-19T10:00/2018-06-19T12:00', '2018-06-19 … 2018-06-19 (exact)'],
    ['2018-06-19T12:00Z/2018-06-19T10:00-05:00', '2018-06-19 … 2018-06-19 (exact)'],
    ['2018-06-19T10:00/..', '2018-06-19 … ..'],
    ['[2018-06-19T10:00..2018-06-19T12:00]', '2018-06-19 … 2018-06-19'],
    ['201X', '2010-01-01 … 2019-12-31'],
    ['20XX', '2000-01-01 … 2099-12-31'],
    ['-004X', '-0049-01-01 … -0040-12-31'],
    ['-01XX', '-0199-01-01 … -0100-12-31'],
    ['2018-XX', '2018-01-01 … 2018-12-31'],
    ['2018-06-XX', '2018-06-01 … 2018-06-30'],
    ['2018-XX-XX', '2018-01-01 … 2018-12-31'],
    ['201X~', '2010-01-01 … 2019-12-31'],
    ['2018-06-19/2018-06-20', '2018-06-19 … 2018-06-20 (exact)'],
    ['2018-06-19/2018-06-20?', '2018-06-19 … 2018-06-20'],
    ['2018-06/2018-08', '2018-06-01 … 2018-08-31'],
    ['2018/2019-03-02', '2018-01-01 … 2019-03-02'],
    ['2018-06-19/2018', '2018-06-19 … 2018-12-31'],
    ['-0044/0044', '-0044-01-01 … 0044-12-31'],
    ['2018-21/2018-23', '2018-03-01 … 2018-11-30'],
    ['201X/202X', '2010-01-01 … 2029-12-31'],
    ['2018-06/..', '2018-06-01 … ..'],
    ['../2018-06', '.. … 2018-06-30'],
    ['2018-06/', '2018-06-01 … ..'],
    ['/2018-06', '.. … 2018-06-30'],
    ['2018~/2019?', '2018-01-01 … 2019-12-31'],
    ['[2023-07-30..2024-07-30]', '2023-07-30 … 2024-07-30'],
    ['[2023..2024-02]', '2023-01-01 … 2024-02-29'],
    ['[..2024]', '.. … 2024-12-31'],
    ['[2023-07-30..]', '2023-07-30 … ..'],
  ])('reads %s as %s', (text, expected) => {
    expect(reading(text)).toBe(expected);
  });

  it.each([
    ['', 'form'],
    ['   ', 'form'],
    ['..', 'form'],
    ['/', 'open'],
    ['../..', 'open'],
    ['/..', 'open'],
    ['[..]', 'open'],
    ['2018-02-30', 'noSuchDay'],
    ['2018-13', 'noSuchDay'],
    ['2018-00', 'noSuchDay'],
    ['2018-25', 'noSuchDay'],
    ['-0000', 'noSuchDay'],
    ['-0000-21', 'noSuchDay'],
    ['-0000-XX', 'noSuchDay'],
    ['2018-06-19/2018-06-31', 'noSuchDay'],
    ['2018-06-20/2018-06-19', 'reversed'],
    ['2019/2018~', 'reversed'],
    ['[2024..2023]', 'reversed'],
    ['2018-06-19 10:00', 'form'],
    ['2018-06-31T10:00', 'noSuchDay'],
    ['2018-6-9', 'form'],
    ['2018-6', 'form'],
    ['2018/06/19', 'form'],
    ['2018.06.19', 'form'],
    ['2018-6-31', 'form'],
    ['20180619', 'form'],
    ['20181319', 'form'],
    ['25/02/2020', 'form'],
    ['02/25/2020', 'form'],
    ['25.2.2020', 'form'],
    ['02/02/2020', 'form'],
    ['01/02/2020', 'form'],
    ['1-2-2020', 'form'],
    ['32/13/2020', 'form'],
    ['2018-6-9/2018-6-10', 'form'],
    ['2018-06-09/2018-6-10', 'form'],
    ['[2018-6..2018-7]', 'form'],
    ['2018-6/..', 'form'],
    ['2018-6/soon', 'form'],
    ['2018-7/2018-6', 'form'],
    ['2018/06', 'form'],
    ['Y2018', 'form'],
    ['Y02018', 'form'],
    ['Y12000-01', 'form'],
    ['Y12000-XX', 'form'],
    ['12000', 'form'],
    ['12000-01', 'form'],
    ['-120000', 'form'],
    ['Y2735001', 'tooFar'],
    ['Y-2735001', 'tooFar'],
    ['Y170000002', 'tooFar'],
    ['Y-13800000000/2018', 'tooFar'],
    ['-13800000000', 'tooFar'],
    ['2018-06-19T24:00', 'noSuchTime'],
    ['2018-06-19T10:60', 'noSuchTime'],
    ['2018-06-19T10:00:60', 'noSuchTime'],
    ['2018-06-19T10:00+15:00', 'noSuchTime'],
    ['2018-06-19T10:00-14:30', 'noSuchTime'],
    ['2018-06-19T10', 'form'],
    ['2018-06-19T1000', 'form'],
    ['2018-06-19T10:00+0200', 'form'],
    ['2018-06-19T10:00:00.000Z', 'form'],
    ['2018-06-19T10:00~', 'form'],
    ['2018-06T10:00', 'form'],
    ['2018-06-19T12:00/2018-06-19T10:00', 'reversed'],
    ['2018-20', 'noSuchDay'],
    ['2018-32', 'noSuchDay'],
    ['2018-37', 'noSuchDay'],
    ['June 2018', 'form'],
    ['2018-XX-19', 'form'],
    ['201X-06', 'form'],
    ['2018-13-XX', 'form'],
    ['2XXX', 'form'],
    ['?2018', 'form'],
    ['2018?~', 'form'],
    ['2018-06-19..2018-06-20', 'form'],
    ['{2018,2019}', 'form'],
    ['[2018,2019]', 'form'],
    ['2018/2019/2020', 'form'],
    ['<b>2018</b>', 'form'],
  ])('refuses %j: %s', (text, expected) => {
    expect(reading(text)).toBe(expected);
  });

  it('returns the bounds and exactness that a random date was made from', () => {
    fc.assert(
      fc.property(arbitraryDate, ({ text, earliest, latest, exact, time }) => {
        const date = parseEdtf(text);
        if (date.kind === 'problem') throw new Error(`${text}: ${date.reason}`);
        expect(date.earliest <= date.latest).toBe(true);
        expect(isOpen(date.earliest) ? Number.NEGATIVE_INFINITY : date.earliest).toBe(earliest);
        expect(isOpen(date.latest) ? Number.POSITIVE_INFINITY : date.latest).toBe(latest);
        expect(isExact(date)).toBe(exact);
        expect(timeOrder(text)).toBe(time);
      }),
      { numRuns: 500 },
    );
  });

  const arbitraryAlmostDate = fc
    .array(
      fc.constantFrom(
        '2018',
        '06',
        '19',
        '6',
        '20-6',
        '/',
        '.',
        '-',
        '/',
        '..',
        '[',
        ']',
        'X',
        '?',
        '~',
        '%',
        'Y',
        ' ',
        'T',
      ),
      {
        maxLength: 9,
      },
    )
    .map(parts => parts.join(''));

  it('never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), arbitraryAlmostDate), text => {
        const date = parseEdtf(text);
        if (date.kind !== 'problem') expect(date.earliest).toBeLessThanOrEqual(date.latest);
        else expect(date.reason).toMatch(/^[a-zA-Z]+$/);
      }),
      { numRuns: 500 },
    );
  });
});

describe('a text that is longer than any date', () => {
  it.each(['[....', '2018-06-19/', '[..', '-', 'X', '/', ' /'])('rejects %s repeated without parsing it', part => {
    expect(parseEdtf(part.repeat(300_000)).kind).toBe('problem');
    expect(parseEdtf(`[${part.repeat(300_000)}]`).kind).toBe('problem');
  });

  it('accepts the longest possible date', () => {
    const longest = '[-0043-03-15T08:00:00+02:00..-0043-03-15T08:00:01+02:00]';
    expect(parseEdtf(longest).kind).toBe('oneOf');
    expect(longest.length).toBeLessThan(LONGEST_DATE);
  });
});

describe('a point', () => {
  it.each([
    ['2018-06-19', { precision: 'day', uncertain: false, approximate: false }],
    ['2018-06?', { precision: 'month', uncertain: true, approximate: false }],
    ['2018~', { precision: 'year', uncertain: false, approximate: true }],
    ['2018-22%', { precision: 'season', season: 22, uncertain: true, approximate: true }],
    ['2018-34', { precision: 'quarter', quarter: 2 }],
    ['Y-12000', { precision: 'year' }],
    ['2018-06-19T14:30', { precision: 'day', time: { hour: 14, minute: 30, second: 0 } }],
    ['2018-06-19T14:30:15Z', { precision: 'day', time: { hour: 14, minute: 30, second: 15, zone: 'Z' } }],
    ['2018-06-19T14:30-04:30', { precision: 'day', time: { hour: 14, minute: 30, second: 0, zone: '-04:30' } }],
    ['201X', { precision: 'decade', uncertain: false, approximate: false }],
    ['20XX', { precision: 'century', uncertain: false, approximate: false }],
    ['2018-XX', { precision: 'unspecified', uncertain: false, approximate: false }],
  ])('%s is %j', (text, expected) => {
    expect(parseEdtf(text)).toMatchObject({ kind: 'point', point: expected });
  });
});

describe('the sides of an interval', () => {
  it.each([
    ['2018/..', 'interval', 'open'],
    ['2018/', 'interval', 'unknown'],
    ['[2018..]', 'oneOf', 'open'],
    ['[-0500..-0400]', 'oneOf', { precision: 'year', earliest: dayOf(-400, 1, 1), latest: dayOf(-400, 12, 31) }],
  ])('%s is %s with the end %s', (text, kind, end) => {
    expect(parseEdtf(text)).toMatchObject({ kind, end });
  });
});
