import { isolated } from '../lib/isolated';
import { intlLocale } from './translate';

const formats = new Map<string, Intl.ListFormat>();

export type ListType = 'conjunction' | 'disjunction';

/** `A, B and C`, or with a disjunction `A, B or C`. Making a format takes longer than using it. */
export function listText(language: string, parts: readonly string[], type: ListType): string {
  const key = `${language} ${type}`;
  const format = formats.get(key) ?? new Intl.ListFormat(intlLocale(language), { type });
  formats.set(key, format);
  return format.format(parts.map(isolated));
}
