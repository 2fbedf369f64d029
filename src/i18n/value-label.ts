import { quotable } from '../lib/shortened';
import { type Facet, NONE } from '../model/dataset';
import type { TextTools } from './text-tools';

/** The maximum length of a label where space is limited. If a longer label has a short form, the short form is shown. */
export const LONG_LABEL = 25;

/** Returns the label of a value. `tight` prefers the short label. A value that the dataset lacks is called unknown. */
export function valueLabel({ t, words }: TextTools, facet: Facet, value: string, tight = false): string {
  if (value === NONE) return t('facet.none', { facet: words(facet.label) });
  const known = facet.values.find(({ id }) => id === value);
  if (!known) return t('facet.unknown', { value: quotable(value) });
  return words(tight && known.short ? known.short : known.label);
}

/** Makes the first letter lower case for use in a sentence: `theme` for `Theme`, but `EU institution` is unchanged. */
export function lowerFirst(label: string): string {
  return /^\p{Lu}\p{Ll}/u.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
}
