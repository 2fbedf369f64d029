import type { DaySpan } from '../lib/day';
import type { DatasetHead } from '../model/dataset';
import type { View } from '../model/view';
import { headline, type Mention, windowInWords } from './headline';
import type { TextTools } from './text-tools';

export interface ComparedSide {
  view: View;
  total: number;
}

/** Returns whether two sides have the same facets and text (`isSameChoice`), and the same window (`isSameWindow`). */
export function samenessOf(a: View, b: View): { isSameChoice: boolean; isSameWindow: boolean } {
  return {
    isSameChoice: a.q === b.q && JSON.stringify(sorted(a.facets)) === JSON.stringify(sorted(b.facets)),
    isSameWindow: a.from === b.from && a.to === b.to,
  };
}

function sorted(facets: View['facets']) {
  return Object.entries(facets).sort(([one], [other]) => (one < other ? -1 : 1));
}

/**
 * Writes both sides of a comparison as one sentence. Names common filters only once: `4 activities with the European
 * Parliament in 2017, 3 in 2018`. Writes two equal sides as one.
 */
export function compareHeadline(
  tools: TextTools,
  head: DatasetHead,
  [a, b]: readonly [ComparedSide, ComparedSide],
  { extent, mention }: { extent: DaySpan | null; mention?: Mention | undefined },
): string {
  const { t, number } = tools;
  const { isSameChoice, isSameWindow } = samenessOf(a.view, b.view);
  const whole = ({ view, total }: ComparedSide) => headline(tools, head, view, { total, extent, mention });
  const timeless = ({ view, total }: ComparedSide) =>
    headline(tools, head, { ...view, from: null, to: null }, { total, extent: null, mention });
  if (isSameChoice && isSameWindow) return whole(a);
  const period = ({ view }: ComparedSide) => windowInWords(tools, view) || t('compare.anyTime');
  if (isSameChoice) {
    const isShort = [a, b].every(({ view: { from, to } }) => from !== null && from === to);
    return t(isShort ? 'compare.headline.in' : 'compare.headline.windows', {
      a: timeless(a),
      periodA: period(a),
      b: number(b.total),
      periodB: period(b),
    });
  }
  if (!isSameWindow) return t('compare.headline', { a: whole(a), b: whole(b) });
  const sides = t('compare.headline', { a: timeless(a), b: timeless(b) });
  const window = windowInWords(tools, a.view);
  return window ? t('headline.period', { count: sides, period: window }) : sides;
}
