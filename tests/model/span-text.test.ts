import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf, OPEN_END, OPEN_START } from '../../src/lib/day';
import { parseEdtf } from '../../src/lib/edtf';
import { spanText } from '../../src/model/span-text';

describe('spanText', () => {
  it.each([
    '2018',
    '2018/2020',
    '2018-03',
    '2018-01/2018-06',
    '2018-03-05',
    '2018-01-01/2018-06-30',
    '../2018',
    '2018-05/..',
  ])('writes %s as it is', text => {
    const date = parseEdtf(text);
    if (date.kind === 'problem') throw new Error(text);
    expect(spanText(date)).toBe(text === '2018-01-01/2018-06-30' ? '2018-01/2018-06' : text);
  });

  it('writes years alone where a year has five digits', () => {
    expect(spanText({ earliest: dayOf(9990, 3, 1), latest: dayOf(12_000, 5, 1) })).toBe('9990/Y12000');
  });

  it('reads back as the same days', () => {
    const day = fc.integer({ min: dayOf(-9000, 1, 1), max: dayOf(9000, 1, 1) });
    const span = fc.tuple(day, fc.nat(2000), fc.constantFrom('none', 'start', 'end'));
    fc.assert(
      fc.property(span, ([first, length, open]) => {
        const earliest = open === 'start' ? OPEN_START : first;
        const latest = open === 'end' ? OPEN_END : first + length;
        expect(parseEdtf(spanText({ earliest, latest }))).toMatchObject({ earliest, latest });
      }),
    );
  });
});
