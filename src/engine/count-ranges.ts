import type { Kernel } from './kernel';
import type { SetId } from './kernel-store';

/** How many of a set, or of what it has in common with another, lie in each `[edges[i], edges[i + 1])`; edges ascend. */
export function countRanges(kernel: Kernel, set: SetId, edges: Uint32Array, other = set): Uint32Array {
  const counts = new Uint32Array(Math.max(0, edges.length - 1));
  kernel.countRanges(set, other, edges, counts);
  return counts;
}
