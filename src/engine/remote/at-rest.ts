import { isBackground } from '../../model/wants';
import type { Engine } from '../engine';
import type { Wait } from './wait';

/** The time in milliseconds for which a gesture must pause before its question is sent. */
export const REST_MS = 150;

/**
 * Wraps an engine that is too slow to answer every frame of a gesture. Each frame aborts the question of the frame
 * before. So a question that comes soon after an abort waits `REST_MS` before it is sent. If it is aborted while it
 * waits, it is never sent. The first question is sent at once.
 */
export function atRest(engine: Engine, wait: Wait, now: () => number): Engine {
  let abortedAt = Number.NEGATIVE_INFINITY;
  return {
    ...engine,
    async ask(...question) {
      const [, , wants, signal, precision] = question;
      if (isBackground(wants) || precision === 'exact') return engine.ask(...question);
      const onAbort = () => {
        abortedAt = now();
      };
      signal?.addEventListener('abort', onAbort, { once: true });
      try {
        if (now() - abortedAt < REST_MS) await wait(REST_MS, signal);
        return await engine.ask(...question);
      } finally {
        signal?.removeEventListener('abort', onAbort);
      }
    },
  };
}
