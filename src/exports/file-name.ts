import { fold } from '../lib/fold';
import type { About } from './answer-form';

const LONGEST = 80;

/**
 * Returns the name of the file of an export, without its extension, as `eu-unodc_glo-act_5-of-295_2026-11-30`. It has
 * the dataset, the filters, the number of activities and the day. If a part of the dataset did not answer, it also has
 * the number of parts that did.
 */
export function exportFileName(
  dataset: string,
  about: Pick<About, 'filters' | 'count' | 'total' | 'parts' | 'taken'>,
): string {
  const count = about.count === about.total ? `${about.total}` : `${about.count}-of-${about.total}`;
  const parts = about.parts && `${about.parts.answered}-of-${about.parts.of}-parts`;
  return [dataset, filtersSlug(about), count, parts, about.taken].filter(Boolean).join('_');
}

/** Returns the values of the filters as one slug of at most 80 characters: `glo-act-2017`. */
export function filtersSlug({ filters }: Pick<About, 'filters'>): string {
  return fold(filters.map(filter => filter.replace(/^[^:]*:/, '')).join(' '))
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST)
    .replace(/^-+|-+$/g, '');
}
