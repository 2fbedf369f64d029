import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lengthText } from '../../src/i18n/length-text';
import { dayOf } from '../../src/lib/day';
import { dateWords } from './words';

const english = await dateWords('en');
const french = await dateWords('fr');

const MONTH = 365.2425 / 12;

/** Reads the months out of a text, or null if it is written in days. */
function monthsIn(text: string): number | null {
  if (text.includes('day')) return null;
  const [, years = '0', half = ''] = /([\d,]+)(½)? year/.exec(text) ?? [];
  const [, months = '0'] = /(\d+) month/.exec(text) ?? [];
  return Number(years.replaceAll(',', '')) * 12 + (half ? 6 : 0) + Number(months);
}

describe('a length of time', () => {
  it.each([
    [1, '1 day', '1 jour'],
    [40, '40 days', '40 jours'],
    [61, '2 months', '2 mois'],
    [365, '12 months', '12 mois'],
    [dayOf(2022, 1, 1) - dayOf(2018, 7, 1), '3½ years', '3 ans et demi'],
    [dayOf(2023, 1, 1) - dayOf(2021, 1, 1), '2 years', '2 ans'],
    [dayOf(2021, 5, 1) - dayOf(2018, 1, 1), '3 years and 4 months', '3 ans et 4 mois'],
    [dayOf(2019, 2, 1) - dayOf(2017, 1, 1), '2 years and 1 month', '2 ans et 1 mois'],
    [dayOf(2012, 3, 1) - dayOf(2000, 1, 1), '12 years', '12 ans'],
    [dayOf(2000, 1, 1) - dayOf(-9999, 1, 1), '11,999 years', '11 999 ans'],
  ])('of %i days is %s', (days, inEnglish, inFrench) => {
    expect(lengthText(english, days)).toBe(inEnglish);
    expect(lengthText(french, days).replace(/\s/g, ' ')).toBe(inFrench);
  });

  it('is true to the month, and from ten years on to half a year; it says ½ only where that is true', () => {
    fc.assert(
      fc.property(fc.oneof(fc.integer({ min: 1, max: 6000 }), fc.integer({ min: 1, max: 5_000_000 })), days => {
        const text = lengthText(english, days);
        const months = monthsIn(text);
        if (months === null) {
          expect(text).toBe(days === 1 ? '1 day' : `${days} days`);
          return;
        }
        const isRounded = months >= 120 && !text.includes('½');
        expect(Math.abs(months - days / MONTH)).toBeLessThanOrEqual(isRounded ? 6.5 : 0.5);
      }),
    );
  });
});
