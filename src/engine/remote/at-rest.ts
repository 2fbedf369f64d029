import { isBackground } from '../../model/wants';
import type { Engine } from '../engine';
import type { Wait } from './wait';

/** How long nothing may change before a question of a gesture is asked, in milliseconds. */
export const REST_MS = 150;

/**
 * Wraps an engine that is too far away to be asked in each frame of a gesture. A gesture aborts the question of the frame
 * before, so a question that follows an aborted one waits until the hand rests. The first question goes on at once.
 */
export function atRest(engine: Engine, wait: Wait, now: () => number): Engine {
  let abortedAt = Number.NEGATIVE_INFINITY;
  return {
    ...engine,
    async ask(key, selection, wants, signal) {
      if (isBackground(wants)) return engine.ask(key, selection, wants, signal);
      const onAbort = () => {
        abortedAt = now();
      };
      signal?.addEventListener('abort', onAbort, { once: true });
      try {
        if (now() - abortedAt < REST_MS) await wait(REST_MS, signal);
        return await engine.ask(key, selection, wants, signal);
      } finally {
        signal?.removeEventListener('abort', onAbort);
      }
    },
  };
}
