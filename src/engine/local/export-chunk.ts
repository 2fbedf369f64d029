import type { Selection } from '../../model/selection';
import type { Order } from '../../model/wants';
import type { Chunk } from '../in-chunks';
import type { Index } from './build-index';
import { filterSetsOf, intersectAll } from './filter-sets';
import { filterStateOf } from './reply-cache';
import { orderOf } from './rows';

/** The number of activities per chunk of an export. */
const CHUNK_SIZE = 500;

/** Index → the positions of the export in progress, in order. They are kept until the last chunk is requested. */
const exported = new WeakMap<Index, { key: string; positions: Uint32Array }>();

/**
 * Returns the positions of the chunk that starts at index `start` of an export, and a function that returns the chunk.
 * The texts of these positions must be loaded before the function is called.
 */
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
  intersectAll(index, set, filterSetsOf(index, filterStateOf(index), selection));
  const positions = Uint32Array.from(orderOf(index, set, { order, start: 0, limit: index.size }));
  exported.set(index, { key, positions });
  return positions;
}
