import type { Selection } from '../../model/selection';
import type { Order } from '../../model/wants';
import type { Chunk } from '../in-chunks';
import { selectingOf } from './answer';
import type { Index } from './build-index';
import { filterSetsOf, intersectAll } from './filter-sets';
import { orderOf } from './rows';

/** How many activities an export holds as objects at a time. */
const CHUNK_SIZE = 500;

/** The positions of what is being exported, kept from one chunk to the next. */
const exported = new WeakMap<Index, { key: string; positions: Uint32Array }>();

/** The positions of one chunk of an export, and a way to its activities for when their text is there. */
export function selectChunk(
  index: Index,
  { selection, order, start }: { selection: Selection; order: Order; start: number },
): { positions: readonly number[]; materialize: () => Chunk } {
  const all = positionsOf(index, selection, order);
  const positions = Array.from(all.subarray(start, start + CHUNK_SIZE));
  if (start + CHUNK_SIZE >= all.length) exported.delete(index);
  return {
    positions,
    materialize: () => ({ activities: positions.map(index.records.activityAt), total: all.length }),
  };
}

function positionsOf(index: Index, selection: Selection, order: Order): Uint32Array {
  const { facets, text, from, to } = selection;
  const key = JSON.stringify([facets, text, from, to, order]);
  const known = exported.get(index);
  if (known?.key === key) return known.positions;
  const set = index.scratch.work;
  intersectAll(index, set, filterSetsOf(index, selectingOf(index), selection));
  const positions = Uint32Array.from(orderOf(index, set, { order, start: 0, limit: index.size }));
  exported.set(index, { key, positions });
  return positions;
}
