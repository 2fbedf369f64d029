import type { Kernel } from './kernel';
import type { SetId } from './kernel-store';

/** How many a set has, and their positions in ascending order, which are only listed when they are wanted. */
export interface Members {
  count: number;
  positions: () => Uint32Array;
}

/** Of a set as it is now: no longer good once that is written. */
export function membersOf(kernel: Kernel, set: SetId): Members {
  const count = kernel.count(set);
  let list: Uint32Array | null = null;
  return {
    count,
    positions() {
      list ??= kernel.positions(set);
      return list;
    },
  };
}
