import { isExact, parseEdtf } from '../../lib/edtf';
import { getOwn } from '../../lib/get-own';
import { once } from '../../lib/once';
import type { Activity, Dataset, FacetValue } from '../../model/dataset';
import { notesOf } from '../../model/notes';
import type { Records, StoredRow, TagColumn } from '../../model/records';

const NONE: readonly string[] = [];

/** Returns a dataset whose activities are objects in memory as records. */
export function toRecords(dataset: Dataset): Records {
  const { activities, ...head } = dataset;
  const size = activities.length;
  const [earliest, latest] = [new Int32Array(size), new Int32Array(size)];
  const inexact = new Uint32Array((size + 31) >>> 5);
  const tags = head.facets.map(({ id, values }) => createTagColumn(id, values, size));
  activities.forEach((activity, position) => {
    earliest[position] = activity.earliest;
    latest[position] = activity.latest;
    if (!isExactDate(activity)) {
      inexact[position >>> 5] = (inexact[position >>> 5] ?? 0) | (1 << (position & 31));
    }
    for (const column of tags) column.add(activity.tags);
  });
  const positions = once(() => positionsOf(activities));
  const activityAt = (position: number): Activity => {
    const activity = activities[position];
    if (!activity) throw new RangeError(`no activity at position ${position}`);
    return activity;
  };
  return {
    head,
    size,
    earliest,
    latest,
    inexact,
    tags: new Map(tags.map(column => [column.id, column.finish()])),
    rowAt: position => rowOf(activityAt(position)),
    textAt: (position, field) => (field === 'title' ? activityAt(position).title : activityAt(position).place?.name),
    activityAt,
    idAt: position => activities[position]?.id ?? '',
    positionOf: id => positions().get(id),
    hasText: () => true,
    ready: () => null,
    whole: () => null,
    textLoss: () => null,
    wordIndex: async () => null,
  };
}

/** Maps the ids and former ids of activities to positions. A former id that is the id of another activity is left out. */
function positionsOf(activities: readonly Activity[]): ReadonlyMap<string, number> {
  const positions = new Map<string, number>();
  activities.forEach(({ formerIds = NONE }, position) => {
    for (const former of formerIds) positions.set(former, position);
  });
  activities.forEach(({ id }, position) => {
    positions.set(id, position);
  });
  return positions;
}

/** Returns whether a date is exact. A single day in ten characters always is, so most dates need no parsing. */
function isExactDate({ date, earliest, latest }: Activity): boolean {
  if (earliest === latest && date.length === 10) return true;
  const parsed = parseEdtf(date);
  return parsed.kind !== 'problem' && isExact(parsed);
}

/** Returns the parts of an activity that lists, marks and the search need. */
export function rowOf(activity: Activity): StoredRow {
  const { id, date, earliest, latest, title, short, summary, tags, place, image } = activity;
  const notes = notesOf(activity);
  return {
    id,
    date,
    earliest,
    latest,
    title,
    tags,
    ...(short !== undefined && { short }),
    ...(summary !== undefined && { summary }),
    ...(place !== undefined && { place }),
    ...(image !== undefined && { image }),
    ...(notes.length > 0 && { notes }),
  };
}

/** Creates a collector of one facet's tags. Activities must be added in date order. */
function createTagColumn(id: string, values: readonly FacetValue[], size: number) {
  const indexes = new Map(values.map((value, i) => [value.id, i]));
  const offsets = new Uint32Array(size + 1);
  const tags: number[] = [];
  let added = 0;
  return {
    id,
    add(all: Activity['tags']): void {
      for (const tag of getOwn(all, id) ?? NONE) {
        const index = indexes.get(tag);
        if (index !== undefined) tags.push(index);
      }
      added += 1;
      offsets[added] = tags.length;
    },
    finish(): TagColumn {
      return { offsets, values: values.length < 65_536 ? Uint16Array.from(tags) : Uint32Array.from(tags) };
    },
  };
}
