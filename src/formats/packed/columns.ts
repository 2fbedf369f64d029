import type { Lists } from '../../lib/growable';
import type { DatasetHead } from '../../model/dataset';

/** All data that counting and filtering need. Columns are indexed by position in date order. */
export interface Columns {
  head: DatasetHead;
  size: number;
  earliest: Int32Array;
  latest: Int32Array;
  /** Bit p & 31 of word p >>> 5 is set if the date of position p is inexact or can't be parsed. */
  inexact: Uint32Array;
  /** Maps a facet id to the tags of each activity, as indices into the facet's values. Broader values are left out. */
  tags: ReadonlyMap<string, Lists<Uint16Array | Uint32Array>>;
}

/** The ids by position, and former ids with the positions of their activities, in UTF-8. */
export interface Ids {
  ids: Lists<Uint8Array>;
  former: Lists<Uint8Array>;
  formerPositions: Uint32Array;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

export function idAt({ ids: { offsets, values } }: Ids, position: number): string {
  return decoder.decode(values.subarray(offsets[position], offsets[position + 1]));
}

/**
 * Returns the position of the activity with this id. If there is none, returns the position of the activity with this
 * former id, or undefined.
 */
export function findPosition({ ids, former, formerPositions }: Ids, id: string): number | undefined {
  const wanted = encoder.encode(id);
  const position = indexOf(ids, wanted);
  return position >= 0 ? position : formerPositions[indexOf(former, wanted)];
}

function indexOf({ offsets, values }: Lists<Uint8Array>, wanted: Uint8Array): number {
  const { length } = wanted;
  for (let i = 0; i + 1 < offsets.length; i += 1) {
    const start = offsets[i] ?? 0;
    if ((offsets[i + 1] ?? 0) - start !== length) continue;
    let same = 0;
    while (same < length && values[start + same] === wanted[same]) same += 1;
    if (same === length) return i;
  }
  return -1;
}

/** Returns the tags of the activity at a position, as value ids by facet id. */
export function tagsAt({ head, tags }: Columns, position: number): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  for (const { id, values } of head.facets) {
    const column = tags.get(id);
    if (!column) continue;
    const ids: string[] = [];
    for (let i = column.offsets[position] ?? 0; i < (column.offsets[position + 1] ?? 0); i += 1) {
      const value = values[column.values[i] ?? 0];
      if (value) ids.push(value.id);
    }
    if (ids.length > 0) found[id] = ids;
  }
  return found;
}
