import type { Kernel } from './kernel';
import type { SetId } from './kernel-store';

/** The size of a set, and its ascending positions, which are listed at the first call. */
export interface Members {
  count: number;
  positions: () => Uint32Array;
}

/** Describes the current state of a set. The result is invalid after the set is written. */
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
