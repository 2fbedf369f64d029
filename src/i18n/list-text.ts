import { isolated } from '../lib/isolated';
import { intlLocale } from './translate';
import type { TextTools } from './use-text';

const formats = new Map<string, Intl.ListFormat>();

export type ListType = 'conjunction' | 'disjunction';

/** `A, B and C`, or with a disjunction `A, B or C`. Making a format takes longer than using it. */
export function listText(language: string, parts: readonly string[], type: ListType): string {
  const key = `${language} ${type}`;
  const format = formats.get(key) ?? new Intl.ListFormat(intlLocale(language), { type });
  formats.set(key, format);
  return format.format(parts.map(isolated));
}

/** A sentence names all of so many; of more it names the first and says how many others there are. */
const MAX_NAMED = 8;
const FIRST_NAMED = 6;

/** The names of things for a list in a sentence: of many the first ones, and `594 others`. */
export function someOf<T>({ t }: Pick<TextTools, 't'>, things: readonly T[], nameOf: (thing: T) => string): string[] {
  if (things.length <= MAX_NAMED) return things.map(nameOf);
  return [...things.slice(0, FIRST_NAMED).map(nameOf), t('list.others', { n: things.length - FIRST_NAMED })];
}
