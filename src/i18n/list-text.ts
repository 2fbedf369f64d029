import { isolated } from '../lib/isolated';
import type { TextTools } from './text-tools';
import { intlLocale } from './translate';

const formats = new Map<string, Intl.ListFormat>();

export type ListType = 'conjunction' | 'disjunction' | 'unit';

/**
 * Joins texts: `A, B and C`, `A, B or C` (disjunction), `A, B, C` (unit). Caches formats, which are slow to create.
 */
export function listText(language: string, parts: readonly string[], type: ListType): string {
  const key = `${language} ${type}`;
  const format = formats.get(key) ?? new Intl.ListFormat(intlLocale(language), { type });
  formats.set(key, format);
  return format.format(parts.map(isolated));
}

/** A sentence names up to `MAX_NAMED` things. If there are more, it names `FIRST_NAMED` and counts the rest. */
const MAX_NAMED = 8;
const FIRST_NAMED = 6;

export function namedOf(size: number): number {
  return size <= MAX_NAMED ? size : FIRST_NAMED;
}

/** Returns the names of things for a sentence. In a long list, the last entry counts the rest: `594 others`. */
export function someOf<T>({ t }: Pick<TextTools, 't'>, things: readonly T[], nameOf: (thing: T) => string): string[] {
  const names = things.slice(0, namedOf(things.length)).map(nameOf);
  const left = things.length - names.length;
  return left > 0 ? [...names, t('list.others', { n: left })] : names;
}
