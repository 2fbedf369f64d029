import { own } from '../../lib/own';
import type { ActivityRow, Answer, FacetCount } from '../../model/answer';
import { type Facet, NONE, type Text } from '../../model/dataset';

/** One row of the timeline: a facet's value with everything below it, the activities without one, or everything. */
export interface Lane {
  id: string;
  /** Null for the lane of everything and of nothing. */
  label: Text | null;
  title: Text | null;
  count: number;
}

export const ALL_LANE = '_all';

/** A facet with more top values than this shows only those lanes that hold something. */
const MOST_LANES = 14;

function topValues(facet: Facet) {
  return facet.values.filter(value => value.broader === undefined);
}

/**
 * The lanes in the facet's order, with how many activities of the window each holds. A long facet leaves out the lanes
 * that hold nothing at any time, so that none comes or goes while the window moves.
 */
export function lanesOf(facet: Facet | null, total: number, counts: Answer['lanes']): Lane[] {
  if (!facet) return [{ id: ALL_LANE, label: null, title: null, count: total }];
  const indexes = new Map(facet.values.map((value, i) => [value.id, i]));
  const countOf = (count: FacetCount | undefined, id: string) => count?.counts[indexes.get(id) ?? -1] ?? 0;
  const tops = topValues(facet);
  const shown = tops.length > MOST_LANES ? tops.filter(({ id }) => countOf(counts?.anyTime, id) > 0) : tops;
  const lanes: Lane[] = shown.map(({ id, label, short }) => ({
    id,
    label: short ?? label,
    title: label,
    count: countOf(counts?.inWindow, id),
  }));
  if ((counts?.anyTime.none ?? 0) === 0 && lanes.length > 0) return lanes;
  return [...lanes, { id: NONE, label: null, title: null, count: counts?.inWindow.none ?? 0 }];
}

/** The lanes an activity stands in: the top value above each of its own. */
export function laneIndex(facet: Facet | null): (row: ActivityRow) => string[] {
  if (!facet) return () => [ALL_LANE];
  const tops = new Map<string, string>();
  for (const value of facet.values) {
    tops.set(value.id, value.broader === undefined ? value.id : (tops.get(value.broader) ?? value.id));
  }
  return row => {
    const tags = own(row.tags, facet.id) ?? [];
    const lanes = new Set(tags.map(value => tops.get(value) ?? value));
    return lanes.size > 0 ? [...lanes] : [NONE];
  };
}
