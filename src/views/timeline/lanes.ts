import { own } from '../../lib/own';
import type { ActivityRow, Answer, FacetCount } from '../../model/answer';
import { type Facet, type FacetValue, NONE, type Text } from '../../model/dataset';
import { laneValues } from '../../model/lanes';

/** One row of the timeline: a facet's value, the activities without one, or everything. */
export interface Lane {
  id: string;
  /** Null for the lane of everything and of nothing. */
  label: Text | null;
  title: Text | null;
  count: number;
  depth: number;
  /** Null: there is nothing below it. */
  isOpen: boolean | null;
}

export const ALL_LANE = '_all';

/** A facet with more top values than this shows only those lanes that hold something. */
const MOST_LANES = 14;

export interface LaneOrder {
  open: readonly string[];
  compare: (a: FacetValue, b: FacetValue) => number;
}

/**
 * The lanes with how many activities of the window each holds. Many on one level leave out those that hold nothing at
 * any time, so that none comes or goes while the window moves.
 */
export function lanesOf(
  facet: Facet | null,
  { open, compare }: LaneOrder,
  total: number,
  counts: Answer['lanes'],
): Lane[] {
  const plain = { label: null, title: null, depth: 0, isOpen: null };
  if (!facet) return [{ id: ALL_LANE, ...plain, count: total }];
  const indexes = new Map(facet.values.map((value, i) => [value.id, i]));
  const countOf = (count: FacetCount | undefined, id: string) => count?.counts[indexes.get(id) ?? -1] ?? 0;
  const all = laneValues(facet, open, compare);
  const onLevel = new Map<string | undefined, number>();
  for (const { value } of all) onLevel.set(value.broader, (onLevel.get(value.broader) ?? 0) + 1);
  const shown = all.filter(({ value }) => {
    const isCrowded = (onLevel.get(value.broader) ?? 0) > MOST_LANES;
    return !isCrowded || countOf(counts?.anyTime, value.id) > 0;
  });
  const lanes = shown.map(({ value: { id, label, short }, depth, below, isOpen }): Lane => {
    const count = countOf(counts?.inWindow, id);
    return { id, label: short ?? label, title: label, count, depth, isOpen: below.length > 0 ? isOpen : null };
  });
  if ((counts?.anyTime.none ?? 0) === 0 && lanes.length > 0) return lanes;
  return [...lanes, { id: NONE, ...plain, count: counts?.inWindow.none ?? 0 }];
}

/** The lanes an activity stands in: for each of its values the deepest there is, and none above one it stands in. */
export function laneIndex(facet: Facet | null, open: readonly string[]): (row: ActivityRow) => string[] {
  if (!facet) return () => [ALL_LANE];
  const broader = new Map(facet.values.map(value => [value.id, value.broader]));
  const lanes = new Set(laneValues(facet, open).map(({ value }) => value.id));
  /** From a lane to the top one above it. */
  const pathOf = (id: string): string[] => {
    const path: string[] = [];
    for (let at: string | undefined = id; at !== undefined; at = broader.get(at)) if (lanes.has(at)) path.push(at);
    return path;
  };
  const paths = new Map(facet.values.map(({ id }) => [id, pathOf(id)]));
  return row => {
    const ownPaths = (own(row.tags, facet.id) ?? []).map(value => paths.get(value) ?? [value]);
    const above = new Set(ownPaths.flatMap(([, ...higher]) => higher));
    const standsIn = new Set(ownPaths.flatMap(([lane]) => (lane === undefined || above.has(lane) ? [] : [lane])));
    return standsIn.size > 0 ? [...standsIn] : [NONE];
  };
}
