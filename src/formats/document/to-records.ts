import { isExact, parseEdtf } from '../../lib/edtf';
import { getOwn } from '../../lib/get-own';
import type { Activity, Dataset } from '../../model/dataset';
import { notesOf } from '../../model/notes';
import type { Records, StoredRow, TagColumn } from '../../model/records';

/** Returns the records of a dataset whose activities are in memory as objects. */
export function toRecords(dataset: Dataset): Records {
  const { activities, ...head } = dataset;
  const size = activities.length;
  const inexact = new Uint32Array((size + 31) >>> 5);
  const positions = new Map<string, number>();
  activities.forEach((activity, position) => {
    for (const former of activity.formerIds ?? []) positions.set(former, position);
    if (!isExactDate(activity)) {
      inexact[position >>> 5] = (inexact[position >>> 5] ?? 0) | (1 << (position & 31));
    }
  });
  activities.forEach((activity, position) => {
    positions.set(activity.id, position);
  });
  const activityAt = (position: number): Activity => {
    const activity = activities[position];
    if (!activity) throw new RangeError(`no activity at position ${position}`);
    return activity;
  };
  return {
    head,
    size,
    earliest: Int32Array.from(activities, activity => activity.earliest),
    latest: Int32Array.from(activities, activity => activity.latest),
    inexact,
    tags: new Map(head.facets.map(facet => [facet.id, tagColumn(dataset, facet.id)])),
    rowAt: position => rowOf(activityAt(position)),
    textAt: (position, field) => (field === 'title' ? activityAt(position).title : activityAt(position).place?.name),
    activityAt,
    idAt: position => activities[position]?.id ?? '',
    positionOf: id => positions.get(id),
    hasText: () => true,
    ready: () => null,
    whole: () => null,
    textLoss: () => null,
    wordIndex: async () => null,
  };
}

/** A date of ten characters that is a single day is always exact, so most dates need no parsing. */
function isExactDate({ date, earliest, latest }: Activity): boolean {
  if (earliest === latest && date.length === 10) return true;
  const parsed = parseEdtf(date);
  return parsed.kind !== 'problem' && isExact(parsed);
}

/** Returns the part of an activity that lists, marks and the search need. */
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

function tagColumn({ facets, activities }: Dataset, facet: string): TagColumn {
  const values = facets.find(({ id }) => id === facet)?.values ?? [];
  const indexes = new Map(values.map((value, i) => [value.id, i]));
  const offsets = new Uint32Array(activities.length + 1);
  const tags: number[] = [];
  activities.forEach((activity, position) => {
    for (const tag of getOwn(activity.tags, facet) ?? []) {
      const index = indexes.get(tag);
      if (index !== undefined) tags.push(index);
    }
    offsets[position + 1] = tags.length;
  });
  return { offsets, values: values.length < 65_536 ? Uint16Array.from(tags) : Uint32Array.from(tags) };
}
