import type { Kernel } from './kernel';
import type { SetId } from './kernel-store';

/**
 * Counts the positions in each range `[edges[i], edges[i + 1])` that are in both `set` and `other`. If `other` is
 * omitted, counts the positions in `set`. The edges must ascend.
 */
export function countRanges(kernel: Kernel, set: SetId, edges: Uint32Array, other = set): Uint32Array {
  const counts = new Uint32Array(Math.max(0, edges.length - 1));
  kernel.countRanges(set, other, edges, counts);
  return counts;
}

/**
 * Returns the first `length` counts as a plain array. The loop is faster than `Array.from`. An array made by `new
 * Array(length)` would take longer to post to the page.
 */
export function numbersOf(counts: Uint32Array, length = counts.length): number[] {
  const numbers: number[] = [];
  for (let i = 0; i < length; i += 1) numbers.push(counts[i] ?? 0);
  return numbers;
}
