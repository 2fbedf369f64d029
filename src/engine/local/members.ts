import type { Kernel } from './kernel';
import type { SetId } from './kernel-store';

/** The size of a set and its positions, ascending, which are listed on demand. */
export interface Members {
  count: number;
  positions: () => Uint32Array;
}

/** Describes a set in its current state; invalid once the set is written. */
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
