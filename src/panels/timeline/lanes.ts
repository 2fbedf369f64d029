import { getOwn } from '../../lib/get-own';
import type { ActivityRow, FacetCount, LaneCounts } from '../../model/answer';
import { type Facet, NONE, type Text } from '../../model/dataset';
import { countOf, facetTree } from '../../model/facet-tree';
import { type LaneOptions, laneValues, READABLE_LANES } from '../../model/lanes';
import { pathOf } from '../../model/tree-walks';

/** One row of the timeline: a facet's value, several of them, the activities without one, or everything. */
export interface Lane {
  id: string;
  /** Null for a lane that is no value's. */
  label: Text | null;
  title: Text | null;
  /** How many values it holds, where it holds the rest of them. */
  others: number;
  /** How many activities it holds in the window, and how many without facets and text. */
  count: number;
  recorded: number;
  depth: number;
  /** Null: there is nothing below it. */
  isOpen: boolean | null;
}

export const ALL_LANE = '_all';

/**
 * The lanes with how many activities of the window each holds. Many on one level leave out those that hold nothing at
 * any time, so that none comes or goes while the window moves.
 */
export function lanesOf(
  facet: Facet | null,
  options: LaneOptions,
  { total, recorded, lanes: counts }: { total: number; recorded: number; lanes: LaneCounts | null },
): Lane[] {
  const plain = { label: null, title: null, others: 0, depth: 0, isOpen: null };
  if (!facet) return [{ ...plain, id: ALL_LANE, count: total, recorded }];
  const tree = facetTree(facet);
  const amountOf = (count: FacetCount | undefined, id: string) => countOf(tree, count?.counts ?? [], id);
  const inRecord = counts?.recorded ?? counts?.inWindow;
  const all = laneValues(facet, options);
  const onLevel = new Map<string | undefined, number>();
  for (const { id } of all) onLevel.set(tree.parentOf(id), (onLevel.get(tree.parentOf(id)) ?? 0) + 1);
  const lanes = all.flatMap((lane): Lane[] => {
    const { id, depth } = lane;
    if (lane.kind === 'others') {
      const { inWindow = 0, recorded = 0, anyTime = 0 } = counts?.others.find(other => other.lane === id) ?? {};
      return anyTime === 0 ? [] : [{ ...plain, id, others: lane.values.length, count: inWindow, recorded, depth }];
    }
    const { value, below } = lane;
    const isCrowded = (onLevel.get(tree.parentOf(id)) ?? 0) > READABLE_LANES;
    if (isCrowded && amountOf(counts?.anyTime, id) === 0) return [];
    return [
      {
        id,
        label: value.short ?? value.label,
        title: value.label,
        others: 0,
        count: amountOf(counts?.inWindow, id),
        recorded: amountOf(inRecord, id),
        depth,
        isOpen: below.length > 0 ? lane.isOpen : null,
      },
    ];
  });
  if ((counts?.anyTime.none ?? 0) === 0 && lanes.length > 0) return lanes;
  return [...lanes, { ...plain, id: NONE, count: counts?.inWindow.none ?? 0, recorded: inRecord?.none ?? 0 }];
}

/** The lanes an activity stands in: for each of its values the deepest there is, and none above one it stands in. */
export function laneIndex(facet: Facet | null, options: LaneOptions): (row: ActivityRow) => string[] {
  if (!facet) return () => [ALL_LANE];
  const tree = facetTree(facet);
  /** Value → the lane it has, alone or with others. */
  const lanes = new Map<string, string>();
  for (const lane of laneValues(facet, options)) {
    for (const value of lane.kind === 'others' ? lane.values : [lane.id]) lanes.set(value, lane.id);
  }
  /** From a lane to the top one above it. */
  const lanesAbove = (id: string) => pathOf(tree, id).flatMap(at => lanes.get(at) ?? []);
  const paths = new Map(facet.values.map(({ id }) => [id, lanesAbove(id)]));
  return row => {
    const ownPaths = (getOwn(row.tags, facet.id) ?? []).map(value => paths.get(value) ?? [value]);
    const above = new Set(ownPaths.flatMap(([, ...higher]) => higher));
    const standsIn = new Set(ownPaths.flatMap(([lane]) => (lane === undefined || above.has(lane) ? [] : [lane])));
    return standsIn.size > 0 ? [...standsIn] : [NONE];
  };
}
