import type { Kernel } from './kernel';
import type { SetId } from './kernel-store';

/** How many of a set lie in each `[edges[i], edges[i + 1])`, for ascending edges. */
export function countRanges(kernel: Kernel, set: SetId, edges: Uint32Array): Uint32Array {
  const counts = new Uint32Array(Math.max(0, edges.length - 1));
  kernel.countRanges(set, edges, counts);
  return counts;
}
