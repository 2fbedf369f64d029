import { type Facet, NONE } from '../../model/dataset';
import { laneValues } from '../../model/lanes';
import type { LanesWant } from '../../model/wants';
import type { Index } from './build-index';
import type { FacetSets } from './facet-sets';
import type { SetId } from './kernel-store';

/** A lane as sets: its activities are in `set` and in none of `without`, which have lanes of their own. */
export interface LaneSet {
  /** Null for the lane of everything. */
  lane: string | null;
  /** Null: all there is. */
  set: SetId | null;
  without: readonly SetId[];
  /** It holds several values. */
  isOthers: boolean;
}

interface Memory {
  /** Facet id → how many activities each of its values has in the whole record. */
  weights: Map<string, readonly number[]>;
  /** Facet and lane → the union of its values' sets. */
  others: Map<string, SetId>;
  last: { key: string; lanes: readonly LaneSet[] } | null;
}

const memories = new WeakMap<Index, Memory>();

const EVERYTHING: readonly LaneSet[] = [{ lane: null, set: null, without: [], isOthers: false }];

/** The lanes that are wanted, those without activities included; without a facet, one lane of everything. */
export function laneSetsOf(index: Index, lanes: LanesWant | null): readonly LaneSet[] {
  const facet = index.records.head.facets.find(({ id }) => id === lanes?.facet);
  const sets = facet && index.facets.get(facet.id);
  if (!lanes || !facet || !sets) return EVERYTHING;
  const memory = memories.get(index) ?? { weights: new Map(), others: new Map(), last: null };
  memories.set(index, memory);
  const key = [facet.id, ...lanes.open].join(' ');
  if (memory.last?.key !== key) {
    memory.last = { key, lanes: makeLanes(index, memory, { facet, sets, open: lanes.open }) };
  }
  return memory.last.lanes;
}

function makeLanes(
  index: Index,
  memory: Memory,
  { facet, sets, open }: { facet: Facet; sets: FacetSets; open: readonly string[] },
): LaneSet[] {
  const { kernel } = index;
  const { byValue } = sets;
  const setOf = (value: string) => byValue.get(value) ?? [];
  const weights = memory.weights.get(facet.id) ?? facet.values.map((_, i) => kernel.count(sets.first + i));
  memory.weights.set(facet.id, weights);
  const lanes = laneValues(facet, { open, weights }).map((lane): LaneSet => {
    if (lane.kind === 'others') {
      const key = `${facet.id} ${lane.id}`;
      const set = memory.others.get(key) ?? unionOf(index, lane.values.flatMap(setOf));
      memory.others.set(key, set);
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

/** Makes `into` what a set holds of a lane. */
export function intersectLane({ kernel }: Index, into: SetId, base: SetId, { set, without }: LaneSet): void {
  kernel.copy(into, base);
  if (set !== null) kernel.intersect(into, set);
  for (const other of without) kernel.subtract(into, other);
}
