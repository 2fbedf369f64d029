import { getOwn } from '../lib/get-own';
import type { ActivityRow, FacetCount, LaneCounts } from '../model/answer';
import { type Facet, NONE, type Text } from '../model/dataset';
import { countOf, facetTree } from '../model/facet-tree';
import { type LaneOptions, laneValues, READABLE_LANES } from '../model/lanes';
import { pathOf } from '../model/tree-walks';

/** A lane: the activities of one value, of several values, without a value, or all activities. */
export interface Lane {
  id: string;
  /** Null for a lane that does not belong to a single value. */
  label: Text | null;
  title: Text | null;
  /** The number of values that the lane combines because they have no lanes of their own. 0 for other lanes. */
  others: number;
  /** `count` is for the window. `recorded` also counts the activities that the filters exclude. */
  count: number;
  recorded: number;
  depth: number;
  /** Whether the lanes of the value's children are shown. Null if the value has no children. */
  isOpen: boolean | null;
}

export const ALL_LANE = '_all';

/**
 * Returns the lanes and their counts in the window. If a level has more than `READABLE_LANES` lanes, lanes without any
 * activity at any time are left out. So no lane appears or disappears while the window moves.
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

/**
 * Returns a function that finds the lanes of an activity. For each value of the activity, takes the deepest lane that
 * shows the value. A lane is left out if a lane below it also has the activity.
 */
export function laneIndex(facet: Facet | null, options: LaneOptions): (row: ActivityRow) => string[] {
  if (!facet) return () => [ALL_LANE];
  const tree = facetTree(facet);
  /** Maps a value to the lane that shows it, alone or with other values. */
  const lanes = new Map<string, string>();
  for (const lane of laneValues(facet, options)) {
    for (const value of lane.kind === 'others' ? lane.values : [lane.id]) lanes.set(value, lane.id);
  }
  const lanesAbove = (id: string) => pathOf(tree, id).flatMap(at => lanes.get(at) ?? []);
  const paths = new Map(facet.values.map(({ id }) => [id, lanesAbove(id)]));
  return row => {
    const ownPaths = (getOwn(row.tags, facet.id) ?? []).map(value => paths.get(value) ?? [value]);
    const above = new Set(ownPaths.flatMap(([, ...higher]) => higher));
    const standsIn = new Set(ownPaths.flatMap(([lane]) => (lane === undefined || above.has(lane) ? [] : [lane])));
    return standsIn.size > 0 ? [...standsIn] : [NONE];
  };
}
