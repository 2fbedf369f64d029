import { quotable } from '../lib/shortened';
import { type Facet, NONE } from '../model/dataset';
import type { TextTools } from './use-text';

/** A longer label gives way to the short form, where there is one. */
export const LONG_LABEL = 25;

/** Returns a value's label. A value that the dataset does not define is labelled as unknown. */
export function valueLabel({ t, words }: TextTools, facet: Facet, value: string, tight = false): string {
  if (value === NONE) return t('facet.none', { facet: words(facet.label) });
  const known = facet.values.find(({ id }) => id === value);
  if (!known) return t('facet.unknown', { value: quotable(value) });
  return words(tight && known.short ? known.short : known.label);
}

/** Turns `Theme` into `theme` for use inside a sentence; `EU institution` is unchanged. */
export function lowerFirst(label: string): string {
  return /^\p{Lu}\p{Ll}/u.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
}
