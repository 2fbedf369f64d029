import { type Facet, NONE } from '../model/dataset';
import type { FacetChoice } from '../model/view';
import { type ListType, listText, someOf } from './list-text';
import type { TextTools } from './use-text';
import { lowerFirst, valueLabel } from './value-label';

/** What a facet adds to the sentence of a view: `in Africa or Asia`, `not on migration`. Empty without a phrase. */
export function phrasesOf(tools: TextTools, facet: Facet, { include, exclude, mode }: FacetChoice): string[] {
  if (facet.phrase === undefined) return [];
  const { t, language } = tools;
  const name = lowerFirst(tools.words(facet.label));
  const isNot = (value: string) => value !== NONE;
  const type = mode === 'all' ? 'conjunction' : 'disjunction';
  const none = include.includes(NONE) ? [t('headline.with', { none: t('facet.noneOf', { facet: name }) })] : [];
  const included = listText(language, [...inPhrase(tools, facet, include.filter(isNot), type), ...none], type);
  const excluded = listText(language, inPhrase(tools, facet, exclude.filter(isNot), 'disjunction'), 'disjunction');
  return [
    ...(included ? [included] : []),
    ...(excluded ? [t('headline.not', { phrase: excluded })] : []),
    ...(exclude.includes(NONE) ? [t('headline.withAny', { facet: name })] : []),
  ];
}

/** The values that have words of their own, behind the others in the phrase of their facet. */
function inPhrase(tools: TextTools, facet: Facet, values: readonly string[], type: ListType): string[] {
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
