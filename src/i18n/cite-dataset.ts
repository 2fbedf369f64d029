import { type DaySpan, dateOf, parseIsoSpan } from '../lib/day';
import type { DatasetHead } from '../model/dataset';
import { licenceOf } from '../model/licence';
import { dateText, spanText } from './date-text';
import type { TextTools } from './text-tools';

interface Cited {
  head: DatasetHead;
  /** The first and last day of the activities. */
  extent: DaySpan | null;
  /** The address at which the dataset can be seen. */
  link: string;
}

/**
 * Returns the citation of a dataset as one line of text: `Chronofacet (2026). EU–UNODC cooperation, 2017 – 2024. Version
 * of 21 November 2026. CC BY 4.0. https://…`. Parts that the dataset does not have are left out.
 */
export function citeDataset(tools: TextTools, { head, extent, link }: Cited): string {
  const { t, words } = tools;
  const { publisher, title, updated, license } = head;
  const day = updated === undefined ? null : parseIsoSpan(updated);
  const year = day && String(dateOf(day.earliest).year);
  const by = publisher === undefined ? year : year ? `${words(publisher)} (${year})` : words(publisher);
  const period = extent && spanText(tools, { year: 'numeric' }, extent.earliest, extent.latest);
  const parts = [
    by,
    period ? `${words(title)}, ${period}` : words(title),
    updated && t('about.version', { date: dateText(tools, updated) }),
    license && licenceOf(license).name,
    link,
  ];
  return parts
    .filter(part => part)
    .map(part => (part === link ? part : `${part}`.replace(/\.$/, '')))
    .join('. ');
}
