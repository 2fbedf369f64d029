import { type Facet, NONE } from '../../model/dataset';
import { laneValues } from '../../model/lanes';
import type { LanesWant } from '../../model/wants';
import type { Index } from './build-index';
import type { FacetSets } from './facet-sets';
import type { SetId } from './kernel-store';

/** The activities that are in `set` and in none of the sets `without`, which have lanes of their own. */
export interface LaneSet {
  /** The id of the lane. Null if there is only one lane, with all activities. */
  lane: string | null;
  /** Null stands for all activities. */
  set: SetId | null;
  without: readonly SetId[];
  /** True for the lane of all values without their own lane. */
  isOthers: boolean;
}

interface Cache {
  weights: Map<string, readonly number[]>;
  /** The sets of lanes that combine several values, by the key "facet lane". */
  others: Map<string, SetId>;
  last: { key: string; lanes: readonly LaneSet[] } | null;
}

const caches = new WeakMap<Index, Cache>();

const ONE_LANE: readonly LaneSet[] = [{ lane: null, set: null, without: [], isOthers: false }];

/**
 * Returns the wanted lanes, even if they have no activities. If the facet is unknown, returns one lane with all
 * activities.
 */
export function laneSetsOf(index: Index, lanes: LanesWant | null): readonly LaneSet[] {
  const facet = index.records.head.facets.find(({ id }) => id === lanes?.facet);
  const sets = facet && index.facets.get(facet.id);
  if (!lanes || !facet || !sets) return ONE_LANE;
  const cache = caches.get(index) ?? { weights: new Map(), others: new Map(), last: null };
  caches.set(index, cache);
  const key = [facet.id, ...lanes.open].join(' ');
  if (cache.last?.key !== key) {
    cache.last = { key, lanes: makeLanes(index, cache, { facet, sets, open: lanes.open }) };
  }
  return cache.last.lanes;
}

function makeLanes(
  index: Index,
  cache: Cache,
  { facet, sets, open }: { facet: Facet; sets: FacetSets; open: readonly string[] },
): LaneSet[] {
  const { kernel } = index;
  const { byValue } = sets;
  const setOf = (value: string) => byValue.get(value) ?? [];
  const weights = cache.weights.get(facet.id) ?? facet.values.map((_, i) => kernel.count(sets.first + i));
  cache.weights.set(facet.id, weights);
  const lanes = laneValues(facet, { open, weights }).map((lane): LaneSet => {
    if (lane.kind === 'others') {
      const key = `${facet.id} ${lane.id}`;
      const set = cache.others.get(key) ?? unionOf(index, lane.values.flatMap(setOf));
      cache.others.set(key, set);
      return { lane: lane.id, set, without: [], isOthers: true };
    }
    const without = lane.isOpen ? lane.below.flatMap(setOf) : [];
    return { lane: lane.id, set: byValue.get(lane.id) ?? null, without, isOthers: false };
  });
  return [...lanes, { lane: NONE, set: byValue.get(NONE) ?? null, without: [], isOthers: false }];
}

function unionOf({ kernel }: Index, sets: readonly SetId[]): SetId {
  const union = kernel.allocate();
  for (const set of sets) kernel.unite(union, set);
  return union;
}

export function intersectLane({ kernel }: Index, into: SetId, base: SetId, { set, without }: LaneSet): void {
  kernel.copy(into, base);
  if (set !== null) kernel.intersect(into, set);
  for (const other of without) kernel.subtract(into, other);
}
