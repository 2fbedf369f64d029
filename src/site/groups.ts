import { type Day, type DaySpan, dateOf, dayOf, isOpen, isoYear } from '../lib/day';
import { getOwn } from '../lib/get-own';
import { isUndated } from '../lib/undated';
import type { Activity, DatasetHead, Facet, FacetValue } from '../model/dataset';
import { facetTree } from '../model/facet-tree';
import { valueFolder, yearFolder } from '../model/site-paths';
import { MAX_LISTED } from './site-input';

/**
 * Activities that share a page: those that overlap a year, as the explorer counts them in its window, or those of a value
 * and the values below it, which also have a feed and a calendar.
 */
export interface Group {
  folder: string;
  /** A year has the first `MAX_LISTED` of its activities. */
  activities: readonly Activity[];
  /** The number of all activities of the group. */
  count: number;
  year?: { iso: string; firstDay: Day };
  facet?: Facet;
  value?: FacetValue;
}

export interface Groups {
  years: readonly Group[];
  values: readonly Group[];
  /** The activities that are on no year's page, such as those without a date. */
  others: readonly Activity[];
}

/**
 * Returns the groups of all years in which an activity begins, or ends where its beginning is open, in order, and of all values that have activities, in the
 * dataset's order. The activities must be in the order of their dates.
 */
export function groupsOf(head: DatasetHead, activities: readonly Activity[]): Groups {
  const byValue = new Map(head.facets.map(({ id }) => [id, new Map<string, Activity[]>()]));
  for (const activity of activities) {
    for (const facet of head.facets) {
      const lists = byValue.get(facet.id);
      if (lists)
        for (const value of withAncestors(facet, getOwn(activity.tags, facet.id) ?? [])) add(lists, value, activity);
    }
  }
  return {
    ...yearsOf(activities),
    values: head.facets.flatMap(facet =>
      facet.values.flatMap(value => {
        const ofValue = byValue.get(facet.id)?.get(value.id);
        const folder = valueFolder(facet.id, value.id);
        return ofValue ? [{ folder, facet, value, activities: ofValue, count: ofValue.length }] : [];
      }),
    ),
  };
}

/** Goes through the years once, with the activities that have begun and have not ended yet. */
function yearsOf(activities: readonly Activity[]): Pick<Groups, 'years' | 'others'> {
  // An activity that has always been going on is on the page of the year in which it ends.
  const days = activities.map(({ earliest, latest }) => (isOpen(earliest) ? latest : earliest));
  const named = new Set(days.filter(day => !isOpen(day)).map(day => dateOf(day).year));
  const years: Group[] = [];
  const onPages = new Set<Activity>();
  let present: Activity[] = [];
  let next = 0;
  for (const year of [...named].sort((a, b) => a - b)) {
    const firstDay = dayOf(year, 1, 1);
    const end = dayOf(year + 1, 1, 1);
    for (let activity = activities[next]; activity && activity.earliest < end; activity = activities[next]) {
      present.push(activity);
      next += 1;
    }
    present = present.filter(({ latest }) => latest >= firstDay);
    for (const activity of present) onPages.add(activity);
    const iso = isoYear(year);
    years.push({
      folder: yearFolder(iso),
      year: { iso, firstDay },
      activities: present.slice(0, MAX_LISTED),
      count: present.length,
    });
  }
  return { years, others: activities.filter(activity => !onPages.has(activity)) };
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
