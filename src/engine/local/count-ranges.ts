import type { Kernel } from './kernel';
import type { SetId } from './kernel-store';

/**
 * Returns the number of positions in each range `[edges[i], edges[i + 1])` that are in `set` and in `other`. Without
 * `other`, counts those in `set`. The edges must ascend.
 */
export function countRanges(kernel: Kernel, set: SetId, edges: Uint32Array, other = set): Uint32Array {
  const counts = new Uint32Array(Math.max(0, edges.length - 1));
  kernel.countRanges(set, other, edges, counts);
  return counts;
}

/**
 * Returns the first `length` counts as a plain array. A loop is faster than `Array.from`; an array from `new
 * Array(length)` would be slow to post to the page.
 */
export function numbersOf(counts: Uint32Array, length = counts.length): number[] {
  const numbers: number[] = [];
  for (let i = 0; i < length; i += 1) numbers.push(counts[i] ?? 0);
  return numbers;
}
