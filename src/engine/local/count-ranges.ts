import type { Kernel } from './kernel';
import type { SetId } from './kernel-store';

/** How many of a set, or of what it has in common with another, lie in each `[edges[i], edges[i + 1])`; edges ascend. */
export function countRanges(kernel: Kernel, set: SetId, edges: Uint32Array, other = set): Uint32Array {
  const counts = new Uint32Array(Math.max(0, edges.length - 1));
  kernel.countRanges(set, other, edges, counts);
  return counts;
}

/** Plain numbers, without the time that `Array.from` takes; an array that begins with holes is slow to send. */
export function numbersOf(counts: Uint32Array, length = counts.length): number[] {
  const numbers: number[] = [];
  for (let i = 0; i < length; i += 1) numbers.push(counts[i] ?? 0);
  return numbers;
}
