import type { Translate } from './translate';

const DAYS_PER_MONTH = 365.2425 / 12;

/** The number of months from which a length is written in years. One year is therefore written as 12 months. */
const FIRST_IN_YEARS = 18;

/** The number of months from which a length is rounded to years. Exact half years remain. */
const FIRST_ROUNDED = 10 * 12;

/** Writes a number of days as a length of time: `12 days`, `5 months`, `3½ years`, `3 years and 4 months`. */
export function lengthText({ t }: { t: Translate }, days: number): string {
  const months = Math.round(days / DAYS_PER_MONTH);
  if (months < 2) return t('length.days', { n: days });
  if (months < FIRST_IN_YEARS) return t('length.months', { n: months });
  const [years, rest] = [Math.floor(months / 12), months % 12];
  if (rest === 6) return t('length.halfYears', { n: years });
  if (rest === 0 || months >= FIRST_ROUNDED) return t('length.years', { n: Math.round(months / 12) });
  return t('length.yearsMonths', { years: t('length.years', { n: years }), months: t('length.months', { n: rest }) });
}
