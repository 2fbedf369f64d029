import { isBackground } from '../../model/wants';
import type { Engine } from '../engine';
import type { Wait } from './wait';

/** How long a gesture must rest before its question is sent, in milliseconds. */
export const REST_MS = 150;

/**
 * Wraps an engine that is too slow to answer every frame of a gesture. Each frame of a gesture aborts the question of
 * the frame before. So a question soon after an aborted one waits for `REST_MS` first, and is never sent if it is
 * aborted meanwhile. The first question is sent at once.
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
