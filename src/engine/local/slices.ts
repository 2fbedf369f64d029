/** Work that can pause at each yield, so that other tasks can run. */
export type Steps<T> = Generator<undefined, T>;

export interface Slicing {
  /** Resolves after the other waiting tasks have run. */
  yieldTo: () => Promise<unknown>;
  sliceMs?: number;
  signal?: AbortSignal | undefined;
}

/**
 * Does the work in slices of a few milliseconds, and lets other tasks run between slices. Returns the result. Rejects
 * with the signal's reason after an abort.
 */
export async function runInSlices<T>(steps: Steps<T>, { yieldTo, sliceMs = 8, signal }: Slicing): Promise<T> {
  for (;;) {
    signal?.throwIfAborted();
    const end = performance.now() + sliceMs;
    do {
      const step = steps.next();
      if (step.done) return step.value;
    } while (performance.now() < end);
    await yieldTo();
  }
}

export function runToEnd<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
