/** Work of which each yield is a pause, where something else may have its turn. */
export type Steps<T> = Generator<undefined, T>;

export interface Slicing {
  /** Lets everything else that waits have its turn. */
  yieldTo: () => Promise<unknown>;
  sliceMs?: number;
  signal?: AbortSignal | undefined;
}

/** Does the work a few milliseconds at a time. Rejects with the signal's reason once that is aborted. */
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

/** Does the work without a pause. */
export function runOut<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
