import type { TagColumn } from '../../model/records';
import type { Index } from './build-index';

/** How far related activities may be from the activity, in positions. */
export const MAX_POSITIONS_AWAY = 2000;
const MAX_RELATED = 4;
const HALVING_DAYS = 365;

/**
 * Returns the positions of the activities that are most similar to the one at `position`, best first. Each shared value
 * adds to the score, rare values more than frequent values. A distance of `HALVING_DAYS` days halves the score.
 * Activities without a shared value are left out.
 */
export function relatedTo(index: Index, position: number): number[] {
  const { records } = index;
  const weights = weightsOf(index, position);
  if (weights.size === 0) return [];
  const day = records.earliest[position] ?? 0;
  const found: Similar[] = [];
  const [from, to] = [
    Math.max(0, position - MAX_POSITIONS_AWAY),
    Math.min(index.size, position + MAX_POSITIONS_AWAY + 1),
  ];
  for (let at = from; at < to; at += 1) {
    if (at === position) continue;
    const shared = sharedWeight(records.tags, weights, at);
    if (shared > 0) found.push({ at, shared, distance: Math.abs((records.earliest[at] ?? 0) - day) });
  }
  return mostSimilar(found);
}

/** `shared` is the sum of the weights of the shared values. `distance` is in days. */
export interface Similar {
  at: number;
  shared: number;
  distance: number;
}

export function mostSimilar(found: readonly Similar[]): number[] {
  const scored = found.map(({ at, shared, distance }) => ({ at, score: shared / (1 + distance / HALVING_DAYS) }));
  scored.sort((a, b) => b.score - a.score || a.at - b.at);
  return scored.slice(0, MAX_RELATED).map(({ at }) => at);
}

/** Returns the weight of a value that `count` of `size` activities have. Rare values have a greater weight. */
export function weightOf(count: number, size: number): number {
  return Math.log2((size + 1) / count);
}

type Weights = ReadonlyMap<string, ReadonlyMap<number, number>>;

function weightsOf({ records, facets, kernel, size }: Index, position: number): Weights {
  const weights = new Map<string, Map<number, number>>();
  for (const [facet, column] of records.tags) {
    const sets = facets.get(facet);
    if (!sets) continue;
    for (const value of valuesAt(column, position)) {
      const inFacet = weights.get(facet) ?? new Map<number, number>();
      inFacet.set(value, weightOf(kernel.count(sets.first + value), size));
      weights.set(facet, inFacet);
    }
  }
  return weights;
}

function sharedWeight(tags: ReadonlyMap<string, TagColumn>, weights: Weights, position: number): number {
  let sum = 0;
  for (const [facet, inFacet] of weights) {
    const column = tags.get(facet);
    if (!column) continue;
    for (const value of valuesAt(column, position)) sum += inFacet.get(value) ?? 0;
  }
  return sum;
}

function valuesAt({ offsets, values }: TagColumn, position: number): Uint16Array | Uint32Array {
  return values.subarray(offsets[position], offsets[position + 1]);
}
