import { type Day, type DaySpan, dateOf, dayOf, isOpen, isoYear } from '../lib/day';
import { getOwn } from '../lib/get-own';
import { isUndated } from '../lib/undated';
import type { Activity, DatasetHead, Facet, FacetValue } from '../model/dataset';
import { facetTree } from '../model/facet-tree';
import { valueFolder, yearFolder } from '../model/site-paths';
import { MAX_LISTED } from './site-input';

/**
 * Activities that share a page. A year's page has all activities that overlap the year, as in the explorer's window for
 * that year. A value's page has the activities of the value and of all values below it, and also a feed and a calendar.
 */
export interface Group {
  folder: string;
  /** All activities of a value, but only the first `MAX_LISTED` of a year. */
  activities: readonly Activity[];
  count: number;
  year?: { iso: string; firstDay: Day };
  facet?: Facet;
  value?: FacetValue;
}

export interface Groups {
  years: readonly Group[];
  values: readonly Group[];
  /** The activities on no year's page, such as those without a date. */
  others: readonly Activity[];
}

/**
 * Groups activities by year and by facet value. Years and values without activities are left out. Years are in
 * ascending order, and values in the dataset's order. The given activities must be sorted by date.
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

/** Collects the activities of each year in one pass. `present` has the activities that have begun but not yet ended. */
function yearsOf(activities: readonly Activity[]): Pick<Groups, 'years' | 'others'> {
  // A year has a page if an activity begins in it, or ends in it and has an open beginning.
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

/** Returns the first and the last day of the dated activities, or null if no activity has a date. */
export function extentOf(activities: readonly Activity[]): DaySpan | null {
  const dated = activities.filter(activity => !isUndated(activity));
  if (dated.length === 0) return null;
  const earliest = dated.reduce((first, activity) => Math.min(first, activity.earliest), Number.POSITIVE_INFINITY);
  const latest = dated.reduce((last, activity) => Math.max(last, activity.latest), Number.NEGATIVE_INFINITY);
  return { earliest, latest };
}
