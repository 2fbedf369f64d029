import { quotable } from '../lib/shortened';
import { type Facet, NONE } from '../model/dataset';
import type { TextTools } from './use-text';

/** A longer label gives way to the short form, where there is one. */
export const LONG_LABEL = 25;

/** A value's label; what the dataset does not know is named as unknown. */
export function valueLabel({ t, words }: TextTools, facet: Facet, value: string, tight = false): string {
  if (value === NONE) return t('facet.none', { facet: words(facet.label) });
  const known = facet.values.find(({ id }) => id === value);
  if (!known) return t('facet.unknown', { value: quotable(value) });
  return words(tight && known.short ? known.short : known.label);
}

/** `Theme` inside a sentence is `theme`; `EU institution` stays. */
export function lowerFirst(label: string): string {
  return /^\p{Lu}\p{Ll}/u.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
}
