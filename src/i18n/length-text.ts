import type { Translate } from './translate';

const DAYS_PER_MONTH = 365.2425 / 12;

/** In months. Shorter lengths are written in months alone, even if they are a whole number of years. */
const FIRST_IN_YEARS = 18;

/** In months. From this length on, lengths are rounded to whole years, except years with exactly half a year. */
const FIRST_ROUNDED = 10 * 12;

/**
 * Writes a length of time, given in days, to the month: `12 days`, `5 months`, `3½ years`, `3 years and 4 months`. From
 * ten years on, writes years and half years.
 */
export function lengthText({ t }: { t: Translate }, days: number): string {
  const months = Math.round(days / DAYS_PER_MONTH);
  if (months < 2) return t('length.days', { n: days });
  if (months < FIRST_IN_YEARS) return t('length.months', { n: months });
  const [years, rest] = [Math.floor(months / 12), months % 12];
  if (rest === 6) return t('length.halfYears', { n: years });
  if (rest === 0 || months >= FIRST_ROUNDED) return t('length.years', { n: Math.round(months / 12) });
  return t('length.yearsMonths', { years: t('length.years', { n: years }), months: t('length.months', { n: rest }) });
}
