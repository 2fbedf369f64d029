import type { DaySpan } from '../lib/day';
import type { Constraint } from '../model/answer';
import { type DatasetHead, type Facet, NONE } from '../model/dataset';
import { matrixFacets } from '../model/matrix-facets';
import { windowOf } from '../model/selection-of';
import { choiceOf, type View } from '../model/view';
import { spanText, windowText } from './date-text';
import { listText, someOf } from './list-text';
import { phrasesOf } from './phrases';
import { quotedSearch } from './quoted-search';
import type { TextTools } from './use-text';
import { lowerFirst, valueLabel } from './value-label';

/** What a chip says: what is constrained, and to what. */
export function constraintLabel(
  tools: TextTools,
  head: DatasetHead,
  view: View,
  constraint: Constraint,
): { name: string; value: string } {
  const { t, words } = tools;
  switch (constraint.kind) {
    case 'text':
      return { name: t('chip.search'), value: quotedSearch(tools, view.q) };
    case 'window':
      return { name: t('chip.window'), value: windowInWords(tools, view) };
    case 'value': {
      const facet = head.facets.find(({ id }) => id === constraint.facet);
      if (!facet) return { name: constraint.facet, value: constraint.value };
      const label = valueLabel(tools, facet, constraint.value);
      return { name: words(facet.label), value: constraint.excluded ? t('chip.not', { value: label }) : label };
    }
  }
}

export function windowInWords(tools: TextTools, view: Pick<View, 'from' | 'to'>): string {
  const { from, to } = windowOf(view);
  return windowText(tools, from, to);
}

/** The filters of a view in words: `Human trafficking or Migrant smuggling; not Africa; “border”`. Empty without any. */
export function filtersInWords(tools: TextTools, head: DatasetHead, view: View): string {
  const { t, language } = tools;
  const parts: string[] = [];
  for (const facet of head.facets) {
    const { include, exclude, mode } = choiceOf(view, facet.id);
    const inWords = (value: string) =>
      value === NONE
        ? t('facet.noneOf', { facet: lowerFirst(tools.words(facet.label)) })
        : valueLabel(tools, facet, value);
    const labels = someOf(tools, include, inWords);
    const type = mode === 'all' ? 'conjunction' : 'disjunction';
    if (labels.length > 0) parts.push(listText(language, labels, type));
    const excluded = someOf(tools, exclude, inWords);
    if (excluded.length > 0) {
      parts.push(t('chip.not', { value: listText(language, excluded, 'disjunction') }));
    }
  }
  const quoted = quotedSearch(tools, view.q);
  if (quoted) parts.push(quoted);
  return parts.join('; ');
}

/**
 * The view as a sentence: the page's headline, its title, and the words above a shared link. Facets that say how they
 * stand in one do so, the last first (what is most special to the record reads best next to its number); the others
 * follow behind a colon. The matrix says which two facets it crosses.
 */
export function headline(
  tools: TextTools,
  head: DatasetHead,
  view: View,
  { total, extent }: { total: number; extent: DaySpan | null },
): string {
  const { t } = tools;
  const hasWindow = view.from !== null || view.to !== null;
  const period = hasWindow ? windowInWords(tools, view) : extent ? yearsOf(tools, extent) : '';
  const phrases = head.facets.toReversed().flatMap(facet => phrasesOf(tools, facet, choiceOf(view, facet.id)));
  const count = [t('headline.count', { total }), ...phrases].join(' ');
  const others = head.facets.filter(facet => facet.phrase === undefined);
  const isSaid = phrases.length > 0 || others.length === 0;
  const quoted = quotedSearch(tools, view.q);
  const said = isSaid && quoted ? t('headline.mention', { count, text: quoted }) : count;
  const crossed = view.panel === 'matrix' && total > 0 ? matrixFacets(head, view) : null;
  const nameOf = ({ label }: Facet) => lowerFirst(tools.words(label));
  const mention = crossed
    ? t('headline.crossed', { count: said, rows: nameOf(crossed.rows), columns: nameOf(crossed.columns) })
    : said;
  const filters = filtersInWords(tools, { ...head, facets: others }, isSaid ? { ...view, q: '' } : view);
  if (filters && period) return t('headline.filtersPeriod', { count: mention, filters, period });
  if (filters) return t('headline.filters', { count: mention, filters });
  return period ? t('headline.period', { count: mention, period }) : mention;
}

function yearsOf(tools: TextTools, { earliest, latest }: DaySpan): string {
  return spanText(tools, { year: 'numeric' }, earliest, latest);
}
