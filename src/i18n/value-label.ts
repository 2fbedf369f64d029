import { quotable } from '../lib/shortened';
import { type Facet, NONE } from '../model/dataset';
import type { TextTools } from './text-tools';

/** Where space is limited, labels with more characters are replaced by the value's short label, if it has one. */
export const LONG_LABEL = 25;

/**
 * Returns a value's label, or with `tight` its short label if it has one. A value that the dataset does not define is
 * labelled as unknown.
 */
export function valueLabel({ t, words }: TextTools, facet: Facet, value: string, tight = false): string {
  if (value === NONE) return t('facet.none', { facet: words(facet.label) });
  const known = facet.values.find(({ id }) => id === value);
  if (!known) return t('facet.unknown', { value: quotable(value) });
  return words(tight && known.short ? known.short : known.label);
}

/**
 * Makes the first letter of a label lower case for use inside a sentence: `Theme` becomes `theme`, but `EU institution`
 * is unchanged.
 */
export function lowerFirst(label: string): string {
  return /^\p{Lu}\p{Ll}/u.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
}
