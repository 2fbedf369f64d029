import { type Facet, NONE } from '../model/dataset';
import type { FacetChoice } from '../model/view';
import { type ListType, listText, namedOf } from './list-text';
import type { TextTools } from './text-tools';
import { lowerFirst, valueLabel } from './value-label';

const PLACEHOLDER = /\{(?:values|lowercase)\}/;

/** Returns the phrases of a choice: `in Africa or Asia`, `not on migration`. Empty if the facet has no phrase. */
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

/**
 * Inserts the labels of the values into the facet's phrase, and appends the phrases of values that have their own. If a
 * value's phrase begins and ends like the facet's, only its middle is inserted: `in Africa` and `in the Sahel` become
 * `in Africa or the Sahel`.
 */
function filledPhrases(tools: TextTools, facet: Facet, values: readonly string[], type: ListType): string[] {
  const { t, words, language } = tools;
  const phrase = words(facet.phrase ?? '');
  const [before = '', after = ''] = phrase.split(PLACEHOLDER);
  const isSmall = phrase.includes('{lowercase}');
  const inside: string[] = [];
  const behind: string[] = [];
  const named = values.slice(0, namedOf(values.length));
  for (const id of named) {
    const own = facet.values.find(value => value.id === id)?.phrase;
    const said = own === undefined ? '' : words(own);
    if (said === '') inside.push(isSmall ? lowerFirst(valueLabel(tools, facet, id)) : valueLabel(tools, facet, id));
    else if (said.startsWith(before) && said.endsWith(after) && said.length > before.length + after.length)
      inside.push(said.slice(before.length, said.length - after.length));
    else behind.push(said);
  }
  const left = values.length - named.length;
  if (left > 0) inside.push(t('list.others', { n: left }));
  return [...(inside.length > 0 ? [before + listText(language, inside, type) + after] : []), ...behind];
}
