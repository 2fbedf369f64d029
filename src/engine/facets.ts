import type { Answer, FacetCount, Query } from '../model/answer';
import type { Index } from './build-index';
import type { SetId } from './kernel-store';
import { type Members, membersOf } from './members';
import { choose, intersectAll, type Passing } from './selecting';
import type { TagWalk } from './tag-walk';

/** Facet id → the counts made last, and of what. */
export type CountMemory = Map<string, readonly { key: string; count: FacetCount }[]>;

/** Beside its values, and as lanes in the window and at any time. */
const MOST_REMEMBERED = 3;

/**
 * The number beside each value: activities that pass everything but this facet's own choices, and have the value. Where
 * all chosen values must be there, the chosen ones are kept, so that the number is what would remain with one more.
 */
export function countFacets(index: Index, memory: CountMemory, passing: Passing, query: Query): FacetCount[] {
  const { selection, base } = index.scratch;
  const selected = membersOf(index.kernel, selection);
  return index.records.head.facets.map(({ id }) => {
    const choice = passing.facets.has(id) ? query.facets[id] : undefined;
    const kept = choice?.mode === 'all' ? choice.include.join() : '';
    return remembered(memory, id, kept + passing.keyOf({ facet: id }), () => {
      if (!choice) return countIn(index, id, selection, selected);
      intersectAll(index, base, passing, { facet: id });
      if (choice.mode === 'all') {
        choose(index, index.scratch.work, id, choice);
        index.kernel.intersect(base, index.scratch.work);
      }
      return countIn(index, id, base);
    });
  });
}

/** How many stand in each lane of a facet, in the window and at any time, its own choices included. */
export function countLanes(index: Index, memory: CountMemory, passing: Passing, lanes: string | null): Answer['lanes'] {
  if (lanes === null || !index.facets.has(lanes)) return null;
  const { selection, anyTime } = index.scratch;
  return {
    inWindow: remembered(memory, lanes, passing.keyOf({}), () => countIn(index, lanes, selection)),
    anyTime: remembered(memory, lanes, passing.keyOf({ window: true }), () => countIn(index, lanes, anyTime)),
  };
}

/** The same counts as last time for the same set. */
function remembered(memory: CountMemory, facet: string, key: string, make: () => FacetCount): FacetCount {
  const known = memory.get(facet) ?? [];
  const entry = known.find(other => other.key === key) ?? { key, count: make() };
  memory.set(facet, [entry, ...known.filter(other => other !== entry)].slice(0, MOST_REMEMBERED));
  return entry.count;
}

/** How many of a set stand in each value of a facet: set by set, or where there are few of them one by one. */
export function countIn(
  { kernel, facets }: Index,
  facet: string,
  base: SetId,
  members: Members = membersOf(kernel, base),
): FacetCount {
  const sets = facets.get(facet);
  const into = new Uint32Array(sets?.size ?? 0);
  if (sets && members.count <= sets.worth) countEachOf(members.positions(), sets.walk, into);
  else if (sets) kernel.countEach(base, sets.first, into);
  const counts = Array.from(into);
  const none = counts.pop() ?? 0;
  return { facet, counts, none };
}

/** Behind the values it counts those that have none. */
function countEachOf(positions: Uint32Array, walk: TagWalk, into: Uint32Array): void {
  const { values } = walk;
  let none = 0;
  for (let i = 0; i < positions.length; i += 1) {
    const length = walk.read(positions[i] ?? 0);
    if (length === 0) none += 1;
    for (let at = 0; at < length; at += 1) {
      const value = values[at] ?? 0;
      into[value] = (into[value] ?? 0) + 1;
    }
  }
  into[into.length - 1] = none;
}
