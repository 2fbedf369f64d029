import { type Facet, NONE } from '../model/dataset';
import type { FacetChoice } from '../model/view';
import { type ListType, listText, someOf } from './list-text';
import type { TextTools } from './use-text';
import { lowerFirst, valueLabel } from './value-label';

/**
 * Returns the phrases that a facet adds to the headline: `in Africa or Asia`, `not on migration`. Empty if the facet has no
 * phrase.
 */
export function phrasesOf(tools: TextTools, facet: Facet, { include, exclude, mode }: FacetChoice): string[] {
  if (facet.phrase === undefined) return [];
  const { t, language } = tools;
  const name = lowerFirst(tools.words(facet.label));
  const isNot = (value: string) => value !== NONE;
  const type = mode === 'all' ? 'conjunction' : 'disjunction';
  const none = include.includes(NONE) ? [t('headline.with', { none: t('facet.noneOf', { facet: name }) })] : [];
  const included = listText(language, [...filledPhrases(tools, facet, include.filter(isNot), type), ...none], type);
  const excluded = listText(language, filledPhrases(tools, facet, exclude.filter(isNot), 'disjunction'), 'disjunction');
  return [
    ...(included ? [included] : []),
    ...(excluded ? [t('headline.not', { phrase: excluded })] : []),
    ...(exclude.includes(NONE) ? [t('headline.withAny', { facet: name })] : []),
  ];
}

/** Returns the facet's phrase filled with the labels, then the phrases of values that have their own. */
function filledPhrases(tools: TextTools, facet: Facet, values: readonly string[], type: ListType): string[] {
  const { language } = tools;
  const ownWords = (value: string) => facet.values.find(({ id }) => id === value)?.phrase;
  const others = values.filter(value => ownWords(value) === undefined);
  const labels = someOf(tools, others, value => valueLabel(tools, facet, value));
  const phrase = tools
    .words(facet.phrase ?? '')
    .replace('{values}', () => listText(language, labels, type))
    .replace('{lowercase}', () => listText(language, labels.map(lowerFirst), type));
  const own = values.flatMap(value => {
    const words = ownWords(value);
    return words === undefined ? [] : [tools.words(words)];
  });
  return [...(labels.length > 0 ? [phrase] : []), ...own];
}
