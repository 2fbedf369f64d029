import { listText } from '../../i18n/list-text';
import type { DateTools } from '../../i18n/use-dates';
import { valueLabel } from '../../i18n/value-label';
import { getOwn } from '../../lib/get-own';
import type { ActivityRow } from '../../model/answer';
import { type DatasetHead, hasValues } from '../../model/dataset';
import type { TipWords } from './mark-tip';

/** The maximum number of values that a tooltip names for each facet. */
const MOST_VALUES = 6;

/** Returns the texts for an activity's tooltip: the whole title, the date, and the values in each facet. */
export function tipWords(row: ActivityRow, head: DatasetHead, tools: DateTools): TipWords {
  const values = head.facets.filter(hasValues).flatMap(facet => {
    const tags = getOwn(row.tags, facet.id) ?? [];
    if (tags.length === 0) return [];
    const names = tags.slice(0, MOST_VALUES).map(tag => valueLabel(tools, facet, tag, true));
    const left = tags.length - names.length;
    const all = left > 0 ? [...names, tools.t('list.others', { n: left })] : names;
    return [{ name: tools.words(facet.label), text: listText(tools.language, all, 'unit') }];
  });
  return { title: tools.words(row.title), date: tools.date(row.date), values };
}
