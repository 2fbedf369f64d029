import type { DaySpan } from '../lib/day';
import { shortened } from '../lib/shortened';
import type { Constraint } from '../model/answer';
import { type DatasetHead, NONE } from '../model/dataset';
import { windowOf } from '../model/selection-of';
import { choiceOf, isNarrowed, type View } from '../model/view';
import { spanText, windowText } from './date-text';
import { listText, someOf } from './list-text';
import { phrasesOf } from './phrases';
import { quotedSearch } from './quoted-search';
import type { TextTools } from './text-tools';
import { lowerFirst, valueLabel } from './value-label';

/** Returns the label of a chip in two parts: the name of the facet or other filter, and the chosen value. */
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

/** Writes the filters of a view except the window: `Migration; not Africa; “border”`. Returns '' without filters. */
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

interface HeadlineFacts {
  total: number;
  extent: DaySpan | null;
  mention?: Mention | undefined;
}

/** Returns the text `count`, which counts the activities, with a description of what the panel shows about them. */
export type Mention = (count: string, tools: TextTools, head: DatasetHead, view: View) => string;

/** In characters. A longer name of the dataset is cut, between words if at least `MIN_RECORD` remain. */
const LONGEST_RECORD = 70;
const MIN_RECORD = 40;

/**
 * Writes a view as a sentence for the headline, the page title and shared links. `mention` adds a description of the
 * panel's content after the count.
 *
 * Facets with a phrase are part of the sentence, in reverse order: the last facet is usually the most specific, and
 * reads best next to the count. Other facets follow after a colon. Without filters, the sentence names the dataset.
 */
export function headline(
  tools: TextTools,
  head: DatasetHead,
  view: View,
  { total, extent, mention }: HeadlineFacts,
): string {
  const { t } = tools;
  const hasWindow = view.from !== null || view.to !== null;
  const period = hasWindow ? windowInWords(tools, view) : extent ? yearsOf(tools, extent) : '';
  const phrases = head.facets.toReversed().flatMap(facet => phrasesOf(tools, facet, choiceOf(view, facet.id)));
  const amount = t('headline.count', { total });
  const count = isNarrowed(view)
    ? [amount, ...phrases].join(' ')
    : t('headline.record', { count: amount, record: shortened(tools.words(head.title), LONGEST_RECORD, MIN_RECORD) });
  const others = head.facets.filter(facet => facet.phrase === undefined);
  const isSentence = phrases.length > 0 || others.length === 0;
  const quoted = quotedSearch(tools, view.q);
  const withText = isSentence && quoted ? t('headline.mention', { count, text: quoted }) : count;
  const withPanel = mention && total > 0 ? mention(withText, tools, head, view) : withText;
  const filters = filtersInWords(tools, { ...head, facets: others }, isSentence ? { ...view, q: '' } : view);
  if (filters && period) return t('headline.filtersPeriod', { count: withPanel, filters, period });
  if (filters) return t('headline.filters', { count: withPanel, filters });
  return period ? t('headline.period', { count: withPanel, period }) : withPanel;
}

/** Writes a short headline for narrow screens, with the number of values if a facet has several: `Theme: 3`. */
export function briefHeadline(
  tools: TextTools,
  head: DatasetHead,
  view: View,
  { total, extent }: HeadlineFacts,
): string {
  const { t, words, exact } = tools;
  const filters = head.facets.flatMap(facet => {
    const { include, exclude } = choiceOf(view, facet.id);
    const chosen = include.length + exclude.length;
    if (chosen > 1) return t('pill.chosen', { facet: words(facet.label), n: exact(chosen) });
    return filtersInWords(tools, { ...head, facets: [facet] }, { ...view, q: '' }) || [];
  });
  const quoted = quotedSearch(tools, view.q);
  const count = t('headline.count', { total });
  const hasWindow = view.from !== null || view.to !== null;
  const period = hasWindow ? windowInWords(tools, view) : extent ? yearsOf(tools, extent) : '';
  return t('headline.filtersPeriod', { count, filters: [...filters, ...(quoted ? [quoted] : [])].join('; '), period });
}

function yearsOf(tools: TextTools, { earliest, latest }: DaySpan): string {
  return spanText(tools, { year: 'numeric' }, earliest, latest);
}
