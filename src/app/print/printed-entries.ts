import { yearText } from '../../i18n/date-text';
import { placeText } from '../../i18n/place-text';
import type { TextTools } from '../../i18n/text-tools';
import { valueLabel } from '../../i18n/value-label';
import { getOwn } from '../../lib/get-own';
import { type Activity, type DatasetHead, hasValues, type Source } from '../../model/dataset';

/** Activities below the heading of their year. `heading` is null if the activities are not sorted by date. */
export interface PrintedYear {
  heading: string | null;
  activities: readonly Activity[];
}

export function printedYears(activities: readonly Activity[], isByDate: boolean, tools: TextTools): PrintedYear[] {
  if (!isByDate) return [{ heading: null, activities }];
  const years: { heading: string; activities: Activity[] }[] = [];
  for (const activity of activities) {
    const heading = yearText(tools, activity.earliest);
    const last = years.at(-1);
    if (last?.heading === heading) last.activities.push(activity);
    else years.push({ heading, activities: [activity] });
  }
  return years;
}

/** `number` is the number by which the entries refer to the source. */
export interface NumberedSource {
  number: number;
  source: Source;
}

/** Numbers the sources of the activities, from 1, in the order of their first activities. */
export function numberedSources(activities: readonly Activity[], { sources }: Pick<DatasetHead, 'sources'>) {
  const numbered = new Map<string, NumberedSource>();
  for (const { source: ref } of activities) {
    const source = sources.find(({ id }) => id === ref?.id);
    if (source && !numbered.has(source.id)) numbered.set(source.id, { number: numbered.size + 1, source });
  }
  return numbered;
}

/** Returns the facts below an entry: a text for each facet with the activity's values, then the place. */
export function printedFacts(
  { tags, place }: Activity,
  { facets }: Pick<DatasetHead, 'facets'>,
  tools: TextTools,
): string[] {
  const values = facets.filter(hasValues).flatMap(facet => {
    const own = getOwn(tags, facet.id) ?? [];
    return own.length === 0 ? [] : [own.map(value => valueLabel(tools, facet, value, true)).join(', ')];
  });
  return place ? [...values, placeText(tools, place)] : values;
}
