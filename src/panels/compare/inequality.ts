import type { TextTools } from '../../i18n/text-tools';
import { monthlyRate, type SourceMonths } from '../../model/source-months';

export interface MeasuredSide {
  total: number;
  sources: SourceMonths;
}

/** Lengths that differ by fewer months than this count as equal, because months and years vary by a few days. */
const TOLERANCE = 0.35;

/**
 * Says why the totals of two sides can't be compared directly: the sources cover only a part of a window, or one window
 * is longer. Adds the number of activities for each month with sources. Returns '' if the sources cover equally many
 * months of both windows.
 */
export function inequality({ t, language }: TextTools, [a, b]: readonly [MeasuredSide, MeasuredSide]): string {
  if (Math.abs(a.sources.covered - b.sources.covered) < TOLERANCE) return '';
  const oneDigit = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
  const written = (value: number) => oneDigit.format(value);
  const sides = [
    { name: t('compare.a'), ...a },
    { name: t('compare.b'), ...b },
  ];
  const gaps = sides.flatMap(({ name, sources: { months, covered } }) => {
    if (months - covered < TOLERANCE) return [];
    if (covered === 0) return [t('compare.uncovered', { side: name })];
    return [t('compare.covered', { side: name, covered: written(covered), months: written(months) })];
  });
  const lengths = t('compare.lengths', { a: written(a.sources.months), b: written(b.sources.months) });
  const rate = ({ total, sources }: MeasuredSide) => {
    const found = monthlyRate(total, sources);
    return found === null ? '–' : written(found);
  };
  const rates = t('compare.rates', { a: rate(a), b: rate(b) });
  return [...(gaps.length > 0 ? gaps : [lengths]), rates].join(' ');
}
