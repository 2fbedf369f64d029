import type { Kernel } from './kernel';
import type { SetId } from './kernel-store';

/**
 * Returns how many positions of a set, or of its intersection with `other`, lie in each `[edges[i], edges[i + 1])`.
 * Edges ascend.
 */
export function countRanges(kernel: Kernel, set: SetId, edges: Uint32Array, other = set): Uint32Array {
  const counts = new Uint32Array(Math.max(0, edges.length - 1));
  kernel.countRanges(set, other, edges, counts);
  return counts;
}

/** Copies counts to a plain array. Faster than `Array.from`; `new Array(length)` would be slow to post. */
export function numbersOf(counts: Uint32Array, length = counts.length): number[] {
  const numbers: number[] = [];
  for (let i = 0; i < length; i += 1) numbers.push(counts[i] ?? 0);
  return numbers;
}
