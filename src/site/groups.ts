import type { DaySpan } from '../lib/day';
import { getOwn } from '../lib/get-own';
import { isUndated } from '../lib/undated';
import type { Activity, DatasetHead, Facet, FacetValue } from '../model/dataset';
import { facetTree } from '../model/facet-tree';
import { valueFolder, yearFolder, yearOf } from '../model/site-paths';

/** Activities that share a page, a feed and a calendar: those of a year, or of a value and the values below it. */
export interface Group {
  folder: string;
  activities: readonly Activity[];
  year?: string;
  facet?: Facet;
  value?: FacetValue;
}

/** Returns the groups of all years, in order, and of all values that have activities, in the dataset's order. */
export function groupsOf(head: DatasetHead, activities: readonly Activity[]): { years: Group[]; values: Group[] } {
  const byYear = new Map<string, Activity[]>();
  const byValue = new Map(head.facets.map(({ id }) => [id, new Map<string, Activity[]>()]));
  for (const activity of activities) {
    const year = yearOf(activity);
    if (year !== null) add(byYear, year, activity);
    for (const facet of head.facets) {
      const lists = byValue.get(facet.id);
      if (lists)
        for (const value of withAncestors(facet, getOwn(activity.tags, facet.id) ?? [])) add(lists, value, activity);
    }
  }
  return {
    years: [...byYear].map(([year, ofYear]) => ({ folder: yearFolder(year), year, activities: ofYear })),
    values: head.facets.flatMap(facet =>
      facet.values.flatMap(value => {
        const ofValue = byValue.get(facet.id)?.get(value.id);
        return ofValue ? [{ folder: valueFolder(facet.id, value.id), facet, value, activities: ofValue }] : [];
      }),
    ),
  };
}

function add(lists: Map<string, Activity[]>, key: string, activity: Activity): void {
  const list = lists.get(key);
  if (list) list.push(activity);
  else lists.set(key, [activity]);
}

function withAncestors(facet: Facet, ids: readonly string[]): Set<string> {
  const { parentOf } = facetTree(facet);
  const found = new Set<string>();
  for (const id of ids) {
    for (let value: string | undefined = id; value !== undefined; value = parentOf(value)) found.add(value);
  }
  return found;
}

/** Returns the first and the last day of the activities that have a date. Null if none has. */
export function extentOf(activities: readonly Activity[]): DaySpan | null {
  const dated = activities.filter(activity => !isUndated(activity));
  if (dated.length === 0) return null;
  const earliest = dated.reduce((first, activity) => Math.min(first, activity.earliest), Number.POSITIVE_INFINITY);
  const latest = dated.reduce((last, activity) => Math.max(last, activity.latest), Number.NEGATIVE_INFINITY);
  return { earliest, latest };
}
