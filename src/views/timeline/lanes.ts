import type { ActivityRow, FacetCount } from '../../model/answer';
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

/** The lanes in the facet's order. A long facet leaves out the lanes that hold nothing. */
export function lanesOf(facet: Facet | null, total: number, inLane: ReadonlyMap<string, number>): Lane[] {
  if (!facet) return [{ id: ALL_LANE, label: null, title: null, count: total }];
  const tops = topValues(facet);
  const lanes: Lane[] = tops.map(value => ({
    id: value.id,
    label: value.short ?? value.label,
    title: value.label,
    count: inLane.get(value.id) ?? 0,
  }));
  const none: Lane = { id: NONE, label: null, title: null, count: inLane.get(NONE) ?? 0 };
  const shown = tops.length > MOST_LANES ? lanes.filter(lane => lane.count > 0) : lanes;
  return none.count > 0 || shown.length === 0 ? [...shown, none] : shown;
}

/** The lanes an activity stands in: the top value above each of its own. */
export function laneIndex(facet: Facet | null): (row: ActivityRow) => string[] {
  if (!facet) return () => [ALL_LANE];
  const tops = new Map<string, string>();
  for (const value of facet.values) {
    tops.set(value.id, value.broader === undefined ? value.id : (tops.get(value.broader) ?? value.id));
  }
  return row => {
    const own = row.tags[facet.id] ?? [];
    const lanes = new Set(own.map(value => tops.get(value) ?? value));
    return lanes.size > 0 ? [...lanes] : [NONE];
  };
}

/** How many activities of the window stand in each lane of a facet, from the facet's own counts. */
export function countsInLanes(facet: Facet | null, count: FacetCount | undefined): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  if (!facet || !count) return counts;
  facet.values.forEach((value, i) => {
    counts.set(value.id, count.counts[i] ?? 0);
  });
  return counts.set(NONE, count.none);
}
