/**
 * Returns the sampling rank of a position: 0 for half of all positions, 1 for a quarter, 2 for an eighth, and so on.
 * Higher ranks are picked first. The rank is a hash of the position, so neighbours are independent.
 */
export function samplingRank(position: number): number {
  let hash = Math.imul(position ^ 0x9e3779b9, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return Math.clz32(hash ^ (hash >>> 16));
}

/** Returns up to `max` of the positions below `size`: those with the highest ranks, in ascending order. */
export function samplePositions(size: number, max: number): number[] {
  const min = Math.max(0, Math.ceil(Math.log2(size / max)));
  let picked: number[] = [];
  for (let position = 0; position < size; position += 1) if (samplingRank(position) >= min) picked.push(position);
  for (let more = min + 1; picked.length > max; more += 1) {
    picked = picked.filter(position => samplingRank(position) >= more);
  }
  return picked;
}
