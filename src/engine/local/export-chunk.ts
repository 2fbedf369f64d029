import type { Selection } from '../../model/selection';
import type { Order } from '../../model/wants';
import type { Chunk } from '../in-chunks';
import type { Index } from './build-index';
import { filterSetsOf, intersectAll } from './filter-sets';
import { filterStateOf } from './reply-cache';
import { orderOf } from './rows';

const CHUNK_SIZE = 500;

/** The number of exports that are remembered at the same time. A server writes exports for several readers. */
const MAX_EXPORTS = 4;

/** For each index, the unfinished exports by key. An export is removed when its last chunk is requested. */
const exported = new WeakMap<Index, Map<string, Uint32Array>>();

/**
 * Returns the positions of the chunk that starts at index `start` of an export, and a function that makes the chunk.
 * The texts of these positions must be loaded before the function is called.
 */
export function selectChunk(
  index: Index,
  { selection, order, start }: { selection: Selection; order: Order; start: number },
): { positions: readonly number[]; materialize: () => Chunk } {
  const { facets, text, from, to } = selection;
  const key = JSON.stringify([facets, text, from, to, order]);
  const inProgress = exported.get(index) ?? new Map<string, Uint32Array>();
  const all = inProgress.get(key) ?? positionsOf(index, selection, order);
  const positions = Array.from(all.subarray(start, start + CHUNK_SIZE));
  inProgress.delete(key);
  if (start + CHUNK_SIZE < all.length) inProgress.set(key, all);
  const [oldest = ''] = inProgress.keys();
  if (inProgress.size > MAX_EXPORTS) inProgress.delete(oldest);
  exported.set(index, inProgress);
  return {
    positions,
    materialize: () => ({ activities: positions.map(index.records.activityAt), total: all.length }),
  };
}

function positionsOf(index: Index, selection: Selection, order: Order): Uint32Array {
  const set = index.scratch.work;
  intersectAll(index, set, filterSetsOf(index, filterStateOf(index), selection));
  return Uint32Array.from(orderOf(index, set, { order, start: 0, limit: index.size }));
}
